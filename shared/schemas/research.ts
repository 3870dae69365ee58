import * as z from 'zod';
import { isoDate, isoInstant } from './decimal.ts';
import { modelCost } from './model-call.ts';
import { researchStatuses } from './research-status.ts';

/** Where a run is: `choose` a topic, `read` pages, `skip` a topic that nothing can be read about, `write` the note, `store` it in the knowledge. */
export const researchStages = ['choose', 'read', 'skip', 'write', 'store'] as const;
export type ResearchStage = (typeof researchStages)[number];

/** Two letters are too little to read about, unless they are a symbol; whether anything is traded by it the researcher knows. */
const SYMBOL = /^[A-Z]{1,2}$/u;

/** Line breaks and other control characters would let a topic pass for more than one line of a prompt or a log. */
const topic = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((text) => text.length >= 3 || SYMBOL.test(text), 'must have 3 characters or more, or be a ticker such as VB')
  .regex(/^\P{Cc}*$/u, 'must be one line without control characters');

/** POST /research. `scheduledFor` is the moment that a schedule's run was due: the same moment is the same run. */
export const researchRequest = z.strictObject({ topic: topic.optional(), scheduledFor: isoInstant.optional() });
export type ResearchRequest = z.infer<typeof researchRequest>;

/** A page that a note rests on. */
export const noteSource = z.strictObject({
  url: z.url(),
  title: z.string(),
  published: isoDate.nullable(),
  fetched: isoInstant,
  /** SHA-256 of the text that was read, hex. */
  excerptHash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type NoteSource = z.infer<typeof noteSource>;

/** What a run wrote, as it stands in the knowledge. */
export const storedNote = z.strictObject({
  title: z.string(),
  /** The day it was written. */
  asOf: isoDate,
  markdown: z.string(),
  tickers: z.array(z.string()),
  sources: z.array(noteSource).min(1),
  /** Who wrote it: a model's name, or `narrator`. */
  model: z.string(),
  /** The run that wrote it, where a later one of a schedule found the same again: it stands in the knowledge once. */
  sameAs: z.uuid().optional(),
});
export type StoredNote = z.infer<typeof storedNote>;

export const researchProgress = z.strictObject({
  at: isoInstant,
  stage: z.enum(researchStages),
  /** One sentence for a person. */
  detail: z.string(),
  /** A topic that nothing could be read about: it waits behind the others for some days. */
  unread: z.string().optional(),
});
export type ResearchProgress = z.infer<typeof researchProgress>;

/** GET /research/{id}. */
export const researchRun = z.strictObject({
  id: z.uuid(),
  status: z.enum(researchStatuses),
  /** As asked for or as chosen; null until one is chosen. */
  topic: z.string().nullable(),
  scheduledFor: isoInstant.nullable(),
  attempt: z.number().int(),
  createdAt: isoInstant,
  startedAt: isoInstant.nullable(),
  finishedAt: isoInstant.nullable(),
  progress: z.array(researchProgress),
  note: storedNote.nullable(),
  /** Why the narrator stood in for a model, or which page could not be read; null where all went as asked. */
  degraded: z.string().nullable(),
  error: z.string().nullable(),
  cost: modelCost.omit({ usd: true }).extend({ usd: z.number().min(0) }),
});
export type ResearchRun = z.infer<typeof researchRun>;
