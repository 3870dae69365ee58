import { table } from '../terminal/table.ts';
import { stageNames, type Stage } from '../terraform/variables-file.ts';
import { analysisCost, type AnalysisCost } from './analysis-cost.ts';
import type { Circumstances } from './circumstances.ts';
import { DAYS, priceTable } from './price-table.ts';
import { dayIsLeast, dayUsd, stageLines, thereWith, type CostLine } from './stage-costs.ts';

export interface Estimate {
  asOf: string;
  region: string;
  /** `on`: asked for, or there because another stage brings it. */
  stages: { stage: Stage; on: boolean; usdPerDay: number; lines: CostLine[] }[];
  usdPerDay: number;
  /** The price of something in it is not known, so that it is more. */
  isLeast: boolean;
  analysis: AnalysisCost;
}

/** What the stages cost in a day without use, those that are on together, and one analysis with a model. */
export function estimate(circumstances: Circumstances): Estimate {
  const there = thereWith(circumstances.stages);
  const stages = stageNames.map((stage) => {
    const lines = stageLines(stage, circumstances);
    return { stage, on: there.includes(stage), usdPerDay: lines.reduce((sum, one) => sum + one.usdPerDay, 0), lines };
  });
  return {
    asOf: priceTable.asOf,
    region: priceTable.region,
    stages,
    usdPerDay: dayUsd(circumstances),
    isLeast: dayIsLeast(circumstances),
    analysis: analysisCost(circumstances.model, circumstances.guarded),
  };
}

/** US dollars as a person reads small ones: $0.02, less than $0.01, $0. */
export const money = (usd: number): string => {
  const size = Math.abs(usd);
  // A sum of fractions that cancel out leaves some trillionth.
  if (size < 1e-9) return '$0';
  if (size < 0.005) return usd < 0 ? 'less than $0.01 back' : 'below $0.01';
  return `${usd < 0 ? '-' : ''}$${size.toFixed(2)}`;
};

const atLeast = (isLeast: boolean): string => (isLeast ? 'at least ' : '');

/** What the stages that are on cost in a day, as a sentence has it: cost about $2.98, cost below $0.01, cost at least $2.34. */
export function costADay(circumstances: Circumstances): string {
  const cost = money(dayUsd(circumstances));
  if (dayIsLeast(circumstances)) return `cost at least ${cost}`;
  return cost.startsWith('$') ? `cost about ${cost}` : `cost ${cost}`;
}

/** An estimate as lines to read. */
export function describeEstimate({ asOf, region, stages, usdPerDay, isLeast, analysis }: Estimate): string[] {
  const { model, tokensUsd, guardrailUsd, awsUsd } = analysis;
  const rows = stages.map(({ stage, on, usdPerDay: day, lines }) => [
    stage,
    on ? 'on' : '',
    `${atLeast(lines.some(({ isUnknown }) => isUnknown === true))}${money(day)}`,
    lines.length === 0
      ? 'nothing while nobody uses it'
      : lines
          .map(({ what, usdPerDay: own, isUnknown }) =>
            isUnknown === true ? `${what}: their price is not known here` : `${what} ${money(own)}`,
          )
          .join(', '),
  ]);
  const parts = [
    `AWS ${money(awsUsd)}`,
    ...(guardrailUsd === 0 ? [] : [`guardrail ${money(guardrailUsd)}`]),
    tokensUsd === null ? 'the price of its tokens is not known here' : `tokens ${money(tokensUsd)}`,
  ];
  const together = money(awsUsd + guardrailUsd + (tokensUsd ?? 0));
  return [
    `Estimated from list prices of ${region} as of ${asOf}, without free tiers and taxes (scripts/cost/prices.json):`,
    '',
    ...table(['stage', '', 'a day', 'of which'], rows, { right: [2] }),
    '',
    `The stages that are on: ${atLeast(isLeast)}${money(usdPerDay)} a day, ${atLeast(isLeast)}${money(usdPerDay * DAYS)} a month, without use.`,
    `One analysis with ${model}: ${atLeast(tokensUsd === null)}${together} (${parts.join(', ')}).`,
  ];
}
