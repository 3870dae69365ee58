import { awakeFor } from './by-the-clock.ts';
import type { Circumstances } from './circumstances.ts';
import {
  allowed,
  countOf,
  guardrailUsd,
  isJudged,
  JUDGING,
  narrated,
  tokensUsd,
  WRITERS,
  WRITING,
  type Tokens,
  type Writer,
} from './model-use.ts';
import { DAYS, usd, type PriceName } from './price-table.ts';
import { thereWith } from './there-with.ts';

/** What one analysis of some 20 positions with goals takes, as the laptop does it; a model's answers are waited for on top. */
interface Use {
  what: string;
  price: PriceName;
  amount: number;
}

/** Seconds of a function: its answer is nearly all of it. The planner waits for the agents beside it, too. */
const SECONDS = { planner: { narrated: 6, written: 90 }, agent: { narrated: 2, written: 40 } };

function uses(circumstances: Circumstances, work: readonly Work[]): readonly Use[] {
  const written = WRITERS.filter((writer) => work.some((one) => one.by === writer));
  const agents = written.filter((writer) => writer !== 'planner').length;
  // Beside the four agents: the pricer, which asks no model and waits for its sources.
  const agentSeconds = agents * SECONDS.agent.written + (5 - agents) * SECONDS.agent.narrated;
  const planner = written.length === 0 ? SECONDS.planner.narrated : SECONDS.planner.written;
  // Of shared/middleware/metrics.ts: two of its end, three of each of seven steps, five of each agent with a model, and charged for the hours
  // in which they are written.
  const metrics = 2 + 3 * 7 + 5 * new Set(work.map(({ by }) => by)).size;
  const minutes = awakeFor(1, circumstances.database);
  return [
    { what: 'planner, 1 GB', price: 'lambdaGbSecond', amount: planner },
    { what: 'five agents, 0.5 GB each', price: 'lambdaGbSecond', amount: 0.5 * agentSeconds },
    { what: 'the API, 0.5 GB', price: 'lambdaGbSecond', amount: 0.5 * 5 },
    { what: 'invocations', price: 'lambdaMillion', amount: 40e-6 },
    { what: 'requests', price: 'httpMillion', amount: 30e-6 },
    { what: 'messages', price: 'queueMillion', amount: 10e-6 },
    { what: 'statements of the database', price: 'dataApiMillion', amount: 200e-6 },
    isAwakeAnyway(circumstances)
      ? { what: 'the database, awake anyway', price: 'auroraCapacityHour', amount: 0 }
      : {
          what: `the database, ${Number(minutes.toFixed(1))} minutes awake at 0.5 ACU`,
          price: 'auroraCapacityHour',
          amount: minutes / 60 / 2,
        },
    { what: 'logs (200 KB)', price: 'logGb', amount: 0.0002 },
    { what: `metrics (${metrics}, for the hour)`, price: 'metricMonth', amount: metrics / DAYS / 24 },
  ];
}

/** A database that never sleeps is paid for with its stage, or with what wakes it. */
function isAwakeAnyway({ database, clock, stages }: Circumstances): boolean {
  const there = thereWith(stages);
  const hours = clock.reduce((sum, one) => sum + (there.includes(one.stage) ? one.hours : 0), 0);
  // Less than a second of a day is what adding up loses.
  return database.min > 0 || hours > 24 - 1 / 3600;
}

/** What one agent has a model do. */
interface Work {
  by: Writer | 'judge';
  model: string;
  tokens: Tokens;
}

/** Each writer's part, and the judge's of what a model wrote; what the narrator does costs nothing. */
const workOf = ({ models }: Circumstances): Work[] =>
  WRITERS.flatMap((by): Work[] => {
    if (narrated(models[by])) return [];
    const judged = isJudged(by) && !narrated(models.judge);
    return [
      { by, model: models[by], tokens: WRITING[by] },
      ...(judged ? [{ by: 'judge' as const, model: models.judge, tokens: JUDGING }] : []),
    ];
  });

export interface AnalysisCost {
  /** Who writes: one model, or each with its agents. */
  model: string;
  lines: { what: string; usd: number }[];
  /** US dollars of the tokens, as far as the models' prices are known. */
  tokensUsd: number;
  /** The models whose price is not known. */
  unknownModels: string[];
  /** Whether that is the most that one job may use: ALEX_JOB_TOKENS, ALEX_JOB_USD. */
  isLimited: boolean;
  /** US dollars of Bedrock's guardrail; 0 where none is on. */
  guardrailUsd: number;
  /** Without the tokens and the guardrail. */
  awsUsd: number;
}

/** An estimate of one analysis, with the models of its agents. */
export function analysisCost(circumstances: Circumstances): AnalysisCost {
  const work = workOf(circumstances);
  const sum = (of: (one: Work) => number): number => work.reduce((total, one) => total + of(one), 0);
  const knownUsd = sum(({ model, tokens }) => tokensUsd(model, tokens) ?? 0);
  const part = allowed(
    sum(({ tokens }) => countOf(tokens)),
    knownUsd,
    circumstances.limits.analysis,
  );
  const guarded = circumstances.guards && circumstances.stages.includes('8-enterprise');
  const unknown = work.filter(({ model, tokens }) => tokensUsd(model, tokens) === null).map(({ model }) => model);
  const lines = uses(circumstances, work).map(({ what, price, amount }) => ({ what, usd: amount * usd(price) }));
  return {
    model: writersIn(circumstances),
    lines,
    tokensUsd: part * knownUsd,
    unknownModels: part === 0 ? [] : [...new Set(unknown)],
    isLimited: part < 1,
    guardrailUsd: guarded ? part * sum(({ model, tokens }) => guardrailUsd(model, tokens)) : 0,
    awsUsd: lines.reduce((total, line) => total + line.usd, 0),
  };
}

/** `narrator`; `narrator (planner, tagger), bedrock:ID (reporter)`. The judge is among them where there is something to judge. */
function writersIn({ models }: Circumstances): string {
  const isJudging = WRITERS.some((writer) => isJudged(writer) && !narrated(models[writer]));
  const byModel = Map.groupBy([...WRITERS, ...(isJudging ? (['judge'] as const) : [])], (agent) => models[agent]);
  if (byModel.size === 1) return models.planner;
  return [...byModel].map(([model, agents]) => `${model} (${agents.join(', ')})`).join(', ');
}
