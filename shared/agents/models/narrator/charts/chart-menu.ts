import * as z from 'zod';

/** What the charter's prompt carries between its tags. */
export const chartMenu = z.array(
  z.object({ id: z.string(), title: z.string(), unit: z.string(), facts: z.array(z.string()) }),
);
export type ChartMenu = z.infer<typeof chartMenu>;
