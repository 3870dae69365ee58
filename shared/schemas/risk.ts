import * as z from 'zod';
import { assetClasses } from './classification.ts';

const fraction = z.number();
/** Base currency, nominal. */
const money = z.number();

/** A loss is positive, a gain negative; over one year, before costs and flows. */
export const valueAtRisk = z.strictObject({
  /** 0.95: in 95 years of 100 the loss is smaller. */
  confidence: fraction,
  /** From a normal law, and from simulated years of correlated lognormal classes. */
  parametric: z.strictObject({ loss: fraction, tail: fraction }),
  simulated: z.strictObject({
    loss: fraction,
    tail: fraction,
    /** For the size of the sample alone. Analyses stored before there was this have none. */
    standardError: fraction.optional(),
    tailStandardError: fraction.optional(),
  }),
  /** The simulated ones in money; `tail` is the average of the worse years (CVaR, expected shortfall). */
  lossValue: money,
  tailValue: money,
});

/** Asset classes, and what in one of them did otherwise in bad times: gold of commodities, cryptocurrencies of alternatives. */
export const stressKinds = [...assetClasses, 'gold', 'crypto'] as const;
export type StressKind = (typeof stressKinds)[number];

export const stressResult = z.strictObject({
  key: z.string(),
  label: z.string(),
  /** What the portfolio's mix would have returned over the episode, held without trading; nominal. */
  return: fraction,
  change: money,
  /** What is held without a figure: taken to do as stocks did. */
  assumed: z.array(z.enum(stressKinds)),
  source: z.string(),
  /** Of what else is held; absent where there is none. */
  sources: z.array(z.string()).optional(),
});
export type StressResult = z.infer<typeof stressResult>;

export const risk = z.strictObject({
  /** Expected yearly return (arithmetic) and volatility, single companies' own risk included; nominal. */
  mean: fraction,
  volatility: fraction,
  valueAtRisk: z.array(valueAtRisk),
  draws: z.number().int(),
  seed: z.number().int(),
  stress: z.array(stressResult),
  assumptions: z.string(),
});
export type Risk = z.infer<typeof risk>;
