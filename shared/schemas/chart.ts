import * as z from 'zod';

const point = z.number().nullable();
const chartUnit = z.enum(['usd', 'fraction', 'count', 'years', 'age', 'ratio']);
const base = {
  /** Stable, e.g. "asset-classes". */
  id: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/),
  title: z.string().min(1).max(120),
  /** One or two sentences under the chart; every figure in it is a fact. */
  caption: z.string().max(500).default(''),
  unit: chartUnit,
  /** Said in the axis title and the caption where money is meant over time. */
  basis: z.enum(['nominal', 'real']).optional(),
  /** Names of the facts it draws, for the page that shows where a figure comes from. */
  facts: z.array(z.string()).default([]),
};

/** Parts of a whole. */
const donut = z.strictObject({
  ...base,
  kind: z.literal('donut'),
  slices: z
    .array(z.strictObject({ label: z.string(), value: z.number().min(0) }))
    .min(1)
    .max(30),
});
/** One or more series over the same categories; `horizontal` for long labels, `stacked` for parts of a whole. */
const bars = z.strictObject({
  ...base,
  kind: z.literal('bars'),
  categories: z.array(z.string()).min(1).max(200),
  series: z
    .array(z.strictObject({ label: z.string(), values: z.array(point) }))
    .min(1)
    .max(10),
  stacked: z.boolean().default(false),
  horizontal: z.boolean().default(false),
  /** Lower and upper end of the interval around each bar, for a single series; null where a bar has none. */
  errors: z.array(z.tuple([z.number(), z.number()]).nullable()).optional(),
  /** Where horizontal bars of a single series begin, instead of at zero: what they are changes of. */
  baseline: z.number().optional(),
});
/** Percentile bands over ages or years: `bands` outermost first, each with a lower and upper edge. */
const fan = z.strictObject({
  ...base,
  kind: z.literal('fan'),
  x: z.array(z.number()).min(2).max(150),
  xLabel: z.string(),
  bands: z
    .array(z.strictObject({ label: z.string(), lower: z.array(z.number()), upper: z.array(z.number()) }))
    .min(1)
    .max(5),
  median: z.array(z.number()),
  /** Vertical lines, e.g. the retirement age. */
  marks: z
    .array(z.strictObject({ x: z.number(), label: z.string() }))
    .max(5)
    .default([]),
});
const lines = z.strictObject({
  ...base,
  kind: z.literal('lines'),
  x: z.array(z.number()).min(2).max(1000),
  xLabel: z.string(),
  series: z
    .array(z.strictObject({ label: z.string(), values: z.array(point) }))
    .min(1)
    .max(10),
  marks: z
    .array(z.strictObject({ x: z.number(), label: z.string() }))
    .max(5)
    .default([]),
});

/** What to draw, independent of any drawing library: one spec serves the web page and the report file. */
export const chartSpec = z.discriminatedUnion('kind', [donut, bars, fan, lines]);
export type ChartSpec = z.infer<typeof chartSpec>;
export type ChartSpecInput = z.input<typeof chartSpec>;
