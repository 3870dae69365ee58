import { costOf } from '../../shared/agents/models/prices.ts';
import { usd, type PriceName } from './price-table.ts';

/** What one analysis of some 20 positions with goals takes, as the laptop does it; a model's answers are waited for on top. */
interface Use {
  what: string;
  price: PriceName;
  amount: number;
}

/** Tokens of an analysis with a repair and a judgement of each text, as long as usual: shared/agents/models/README.md. */
export const TYPICAL_TOKENS = { inputTokens: 100_000, outputTokens: 26_000 };

/** Seconds for which the planner and the four agents beside it run: their answers are nearly all of it. */
const seconds = (narrated: boolean): { planner: number; agent: number } =>
  narrated ? { planner: 6, agent: 2 } : { planner: 90, agent: 40 };

function uses(narrated: boolean): readonly Use[] {
  const { planner, agent } = seconds(narrated);
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
  ];
}

export interface AnalysisCost {
  model: string;
  lines: { what: string; usd: number }[];
  /** US dollars of the tokens; null where the model's price is not known. */
  tokensUsd: number | null;
  /** Without the tokens. */
  awsUsd: number;
}

/** An estimate of one analysis with a model, named as it signs: `narrator`, `bedrock:ID`. */
export function analysisCost(model: string): AnalysisCost {
  const lines = uses(model === 'narrator').map(({ what, price, amount }) => ({ what, usd: amount * usd(price) }));
  return {
    model,
    lines,
    tokensUsd: costOf(model, TYPICAL_TOKENS),
    awsUsd: lines.reduce((sum, line) => sum + line.usd, 0),
  };
}
