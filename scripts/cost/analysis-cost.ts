import { ANALYSIS_TOKENS, guardrailUsd, narrated, tokensUsd } from './model-use.ts';
import { DAYS, usd, type PriceName } from './price-table.ts';

/** What one analysis of some 20 positions with goals takes, as the laptop does it; a model's answers are waited for on top. */
interface Use {
  what: string;
  price: PriceName;
  amount: number;
}

/** Seconds for which the planner and the four agents beside it run: their answers are nearly all of it. */
const seconds = (byNarrator: boolean): { planner: number; agent: number } =>
  byNarrator ? { planner: 6, agent: 2 } : { planner: 90, agent: 40 };

/**
 * Metrics of shared/middleware/metrics.ts that an analysis writes: two of its end, three of each of seven steps, five of each of six
 * agents with a model. Charged for the hours in which they are written.
 */
const metrics = (byNarrator: boolean): number => 2 + 3 * 7 + (byNarrator ? 0 : 5 * 6);

function uses(byNarrator: boolean): readonly Use[] {
  const { planner, agent } = seconds(byNarrator);
  const written = metrics(byNarrator);
  return [
    { what: 'planner, 1 GB', price: 'lambdaGbSecond', amount: planner },
    { what: 'five agents, 0.5 GB each', price: 'lambdaGbSecond', amount: 5 * 0.5 * agent },
    { what: 'the API, 0.5 GB', price: 'lambdaGbSecond', amount: 0.5 * 5 },
    { what: 'invocations', price: 'lambdaMillion', amount: 40e-6 },
    { what: 'requests', price: 'httpMillion', amount: 30e-6 },
    { what: 'messages', price: 'queueMillion', amount: 10e-6 },
    { what: 'statements of the database', price: 'dataApiMillion', amount: 200e-6 },
    { what: 'the database, 6 minutes awake at 0.5 ACU', price: 'auroraCapacityHour', amount: 0.05 },
    { what: 'logs (200 KB)', price: 'logGb', amount: 0.0002 },
    { what: `metrics (${written}, for the hour)`, price: 'metricMonth', amount: written / DAYS / 24 },
  ];
}

export interface AnalysisCost {
  model: string;
  lines: { what: string; usd: number }[];
  /** US dollars of the tokens; null where the model's price is not known. */
  tokensUsd: number | null;
  /** US dollars of Bedrock's guardrail; 0 where none is on. */
  guardrailUsd: number;
  /** Without the tokens and the guardrail. */
  awsUsd: number;
}

/**
 * An estimate of one analysis with a model, named as it signs: `narrator`, `bedrock:ID`.
 *
 * @param guarded whether Bedrock's guardrail is on, as stage 8 has it
 */
export function analysisCost(model: string, guarded: boolean): AnalysisCost {
  const lines = uses(narrated(model)).map(({ what, price, amount }) => ({ what, usd: amount * usd(price) }));
  return {
    model,
    lines,
    tokensUsd: tokensUsd(model, ANALYSIS_TOKENS),
    guardrailUsd: guarded ? guardrailUsd(model, ANALYSIS_TOKENS) : 0,
    awsUsd: lines.reduce((sum, line) => sum + line.usd, 0),
  };
}
