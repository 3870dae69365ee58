import * as z from 'zod';
import { isoDate } from './decimal.ts';

/** Something that was read elsewhere and is cited in a text as [number]. */
export const citedSource = z.strictObject({
  number: z.number().int().min(1),
  title: z.string().min(1).max(300),
  /** Where it can be read: an address of the web; null where it has none. */
  url: z.string().max(2048).nullable(),
  /** The day that the text is of, and whether it was published then or only read. */
  date: isoDate,
  dated: z.enum(['published', 'read']),
  /** One of Alex's own invented sample pages, which only the report on an example cites. */
  sample: z.literal(true).optional(),
  /** Of a note, in reports that cited notes and not the pages behind them: what it was written from. */
  from: z.array(z.strictObject({ title: z.string(), url: z.string() })).max(10),
});
export type CitedSource = z.infer<typeof citedSource>;

/** What of the knowledge base a report rests on: the sources it cites or, where a failure is why there are none, that. */
export const citedResearch = z.strictObject({ sources: z.array(citedSource), note: z.string().nullable() });
export type CitedResearch = z.infer<typeof citedResearch>;
