import { allOf } from '../terminal/all-of.ts';
import { table } from '../terminal/table.ts';
import { stageNames, type Stage } from '../terraform/variables-file.ts';
import { analysisCost, type AnalysisCost } from './analysis-cost.ts';
import type { Circumstances } from './circumstances.ts';
import type { CostLine } from './cost-line.ts';
import { notCounted, type NotCounted } from './not-counted.ts';
import { DAYS, priceTable } from './price-table.ts';
import { dayIsLeast, dayUsd, stageLines } from './stage-costs.ts';
import { thereWith } from './there-with.ts';

export interface Estimate {
  asOf: string;
  /** Whose prices these are, and the other regions that this is in. */
  region: string;
  elsewhere: string[];
  /** `on`: asked for, or there because another stage brings it. */
  stages: { stage: Stage; on: boolean; usdPerDay: number; lines: CostLine[] }[];
  usdPerDay: number;
  /** The price of something in it is not known or not counted, so that it is more. */
  isLeast: boolean;
  notCounted: NotCounted[];
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
    elsewhere: elsewhere(circumstances),
    stages,
    usdPerDay: dayUsd(circumstances),
    isLeast: dayIsLeast(circumstances),
    notCounted: notCounted(circumstances),
    analysis: analysisCost(circumstances),
  };
}

/** The regions of the deployment and of its models that may ask other prices. Models' prices are those of regions of the US. */
const elsewhere = ({ region, modelRegions, models }: Circumstances): string[] => {
  const called = Object.values(models).some((model) => model.startsWith('bedrock:')) ? modelRegions : [];
  return [
    ...new Set([
      ...(region === priceTable.region ? [] : [region]),
      ...called.filter((one) => !/^us-(?:east|west)-/.test(one)),
    ]),
  ];
};

/** US dollars as a person reads small ones: $0.02, less than $0.01, $0. */
export const money = (usd: number): string => {
  const size = Math.abs(usd);
  // A sum of fractions that cancel out leaves some trillionth.
  if (size < 1e-9) return '$0';
  if (size < 0.005) return usd < 0 ? 'less than $0.01 back' : 'below $0.01';
  return `${usd < 0 ? '-' : ''}$${size.toFixed(2)}`;
};

const atLeast = (isLeast: boolean): string => (isLeast ? 'at least ' : '');

/** What the stages that are on cost in a day, as a sentence has it: it costs about $2.98, below $0.01, at least $2.34. */
export function costADay(circumstances: Circumstances): string {
  const cost = money(dayUsd(circumstances));
  if (dayIsLeast(circumstances)) return `at least ${cost}`;
  return cost.startsWith('$') ? `about ${cost}` : cost;
}

/** The same as a sentence: Stage 1-permissions costs about $0 a day. Several stages cost about as much as they cost together. */
export function stagesCostADay(circumstances: Circumstances): string {
  const { stages } = circumstances;
  if (stages.length === 0) return 'No stage is on: nothing of it costs anything without use.';
  const subject = stages.length === 1 ? `Stage ${stages.join()} costs` : `Stages ${stages.join(', ')} cost`;
  return `${subject} ${costADay(circumstances)} a day without use (npm run cost).`;
}

/** What a sum of a day's costs leaves open: settings that are not in it, and another region than that of its prices. */
export function beyondTheDay(circumstances: Circumstances): string[] {
  if (dayUsd(circumstances) === 0 && !dayIsLeast(circumstances)) return [];
  return openLines(
    notCounted(circumstances).filter(({ of }) => of === 'day'),
    elsewhere(circumstances),
  );
}

const openLines = (settings: readonly NotCounted[], regions: readonly string[]): string[] => [
  ...(settings.length === 0
    ? []
    : [`Not counted: ${settings.map(({ setting, why }) => `${setting} (${why})`).join('; ')}.`]),
  ...(regions.length === 0
    ? []
    : [`These are prices of ${priceTable.region}, and not of ${allOf(regions)}: ${priceTable.elsewhere}.`]),
];

/** An estimate as lines to read. */
export function describeEstimate(estimated: Estimate): string[] {
  const { asOf, region, stages, usdPerDay, isLeast, analysis } = estimated;
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
  return [
    `Estimated from list prices of ${region} as of ${asOf}, without free tiers and taxes (scripts/cost/prices.json):`,
    '',
    ...table(['stage', '', 'a day', 'of which'], rows, { right: [2] }),
    '',
    `The stages that are on: ${atLeast(isLeast)}${money(usdPerDay)} a day, ${atLeast(isLeast)}${money(usdPerDay * DAYS)} a month, without use.`,
    describeAnalysis(analysis, estimated.notCounted),
    ...openLines(estimated.notCounted, estimated.elsewhere),
  ];
}

function describeAnalysis(analysis: AnalysisCost, open: readonly NotCounted[]): string {
  const { model, tokensUsd, unknownModels, isLimited, guardrailUsd, awsUsd } = analysis;
  const parts = [
    `AWS ${money(awsUsd)}`,
    ...(guardrailUsd === 0 ? [] : [`guardrail ${money(guardrailUsd)}`]),
    ...(unknownModels.length > 0 && tokensUsd === 0
      ? ['the price of its tokens is not known here']
      : [`tokens ${money(tokensUsd)}${isLimited ? ', the most that it may use' : ''}`]),
    ...(unknownModels.length > 0 && tokensUsd > 0
      ? [`the price of those of ${allOf(unknownModels)} is not known here`]
      : []),
  ];
  const least = unknownModels.length > 0 || open.some(({ of }) => of === 'analysis');
  return `One analysis with ${model}: ${atLeast(least)}${money(awsUsd + guardrailUsd + tokensUsd)} (${parts.join(', ')}).`;
}
