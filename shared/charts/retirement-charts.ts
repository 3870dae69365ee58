import type { Analysis, RetirementResult } from '../schemas/analysis.ts';
import type { ChartSpec } from '../schemas/chart.ts';
import { chance, compactMoney, percent } from './figure-format.ts';
import { outerBand } from './outer-band.ts';
import { spendingFan } from './spending-chart.ts';
import { termsOf } from '../finance/retirement/terms.ts';
import { nameOf } from '../finance/retirement/name-of.ts';
import { whatIfChart } from './what-if-chart.ts';

const percentiles = ['p5', 'p25', 'p50', 'p75', 'p95'] as const;

/** The range of simulated balances, age by age, in today's dollars, with the ages at which work stops and spending begins. */
function balanceFan(result: RetirementResult, currency: string): ChartSpec[] {
  const { balance, medianAtRetirement } = result;
  const { futures, age, spendingFrom, workStops, couple, forLife } = termsOf(result);
  const { ages } = balance;
  const [first] = ages;
  const last = ages.at(-1);
  if (first === undefined || last === undefined || ages.length < 2) return [];
  const alive = forLife && balance.alive !== undefined ? ' At each age, of those in which somebody is alive.' : '';
  const marks = [
    ...(couple && workStops === spendingFrom
      ? []
      : [
          {
            x: Math.ceil(workStops),
            label: couple ? `Both retired, ${Math.ceil(workStops)}` : `Retires at ${Math.ceil(workStops)}`,
          },
        ]),
    ...(couple || workStops !== spendingFrom
      ? [{ x: Math.ceil(spendingFrom), label: `Spending begins, ${Math.ceil(spendingFrom)}` }]
      : []),
  ];
  return [
    {
      id: 'retirement-balance',
      kind: 'fan',
      title: 'How the money may last',
      caption: `Half of the ${futures} have more than ${compactMoney(medianAtRetirement, currency)} ${workStops > age ? 'at retirement' : 'today'}, half have less. Today's dollars.${alive}`,
      unit: 'usd',
      basis: 'real',
      facts: [
        'retirement.medianAtRetirement',
        ...percentiles.flatMap((name) => ages.map((age) => `retirement.balance.${name}.${age}`)),
      ],
      x: ages,
      xLabel: couple ? `Age of ${nameOf(result.plan?.people ?? [], 0)}` : 'Age',
      bands: [
        { label: outerBand(futures), lower: balance.p5, upper: balance.p95 },
        { label: 'Middle half', lower: balance.p25, upper: balance.p75 },
      ],
      median: balance.p50,
      marks: marks.filter(({ x }) => x > age && x >= first && x <= last),
    },
  ];
}

/** At which ages the money runs out: shares of all futures; the rest keep some to the end. */
function ruinAges(result: RetirementResult): ChartSpec[] {
  const { ruinByAge = [], success } = result;
  const { end, futures, couple } = termsOf(result);
  const [first] = ruinByAge;
  if (first === undefined || ruinByAge.length < 3) return [];
  const shares = new Map(ruinByAge.map(({ age, share }) => [age, share]));
  // Ages at which nothing can be seen any more are no part of the picture.
  const last = Math.max(...ruinByAge.filter(({ share }) => share >= 0.0005).map(({ age }) => age), first.age + 2);
  const until = Math.min(end ?? Infinity, last + 1);
  const ages = Array.from({ length: until - first.age }, (_, index) => first.age + index);
  return [
    {
      id: 'retirement-ruin-ages',
      kind: 'bars',
      title: 'At which age the money runs out',
      caption: `Shares of all ${futures}; in ${chance(success)} of them it lasts.${couple ? ` Ages are ${nameOf(result.plan?.people ?? [], 0)}’s.` : ''}`,
      unit: 'fraction',
      facts: ['retirement.medianRuinAge', 'retirement.p10RuinAge', 'retirement.failure'],
      categories: ages.map(String),
      series: [{ label: 'Runs out at this age', values: ages.map((age) => shares.get(age) ?? 0) }],
      stacked: false,
      horizontal: false,
    },
  ];
}

const fifths = ['Worst fifth', 'Second fifth', 'Middle fifth', 'Fourth fifth', 'Best fifth'] as const;

/** The chance by how good the first five years of spending are. */
function firstYears(result: RetirementResult): ChartSpec[] {
  const { sequence = [] } = result;
  const { chance: label, historical, spendingYears } = termsOf(result);
  const [worst, best] = [sequence[0], sequence.at(-1)];
  if (worst === undefined || best === undefined || sequence.length < 3) return [];
  return [
    {
      id: 'retirement-first-years',
      kind: 'bars',
      title: `What the first five years of ${spendingYears} decide`,
      caption: `${historical ? 'The share of starts from which the money lasts' : 'The chance that the money lasts'} is ${chance(worst.success)} after the worst first years and ${chance(best.success)} after the best. Returns are after inflation.`,
      unit: 'fraction',
      basis: 'real',
      facts: (['worst', 'best'] as const).map((which) => `retirement.sequence.${which}.success`),
      categories: sequence.map(
        ({ fifth, earlyReturn }) => `${fifths[fifth - 1] ?? `Fifth ${fifth}`}: ${percent(earlyReturn)} a year`,
      ),
      series: [{ label, values: sequence.map(({ success }) => success) }],
      stacked: false,
      horizontal: true,
    },
  ];
}

/** What the simulation assumes of each asset class in the portfolio: what it may earn, and how unevenly. */
function assumptions(result: RetirementResult): ChartSpec[] {
  const { assumptions: rows } = result;
  const { historical } = termsOf(result);
  const held = rows.filter(({ weight }) => weight > 0);
  if (held.length < 2) return [];
  return [
    {
      id: 'retirement-assumptions',
      kind: 'bars',
      title: historical
        ? 'What the history holds of each asset class'
        : 'What the simulation assumes of each asset class',
      caption: `The yearly return ${historical ? 'on average' : 'expected'} before inflation, and the standard deviation of a single year.`,
      unit: 'fraction',
      basis: 'nominal',
      facts: held.flatMap(({ key }) => [`assumption.${key}.mean`, `assumption.${key}.volatility`]),
      categories: held.map(({ label }) => label),
      series: [
        { label: historical ? 'Average return' : 'Expected return', values: held.map(({ mean }) => mean) },
        { label: 'Volatility', values: held.map(({ volatility }) => volatility) },
      ],
      stacked: false,
      horizontal: true,
    },
  ];
}

/** What the simulation of retirement found; none where there was none. */
export function retirementCharts({ retirement, baseCurrency }: Analysis): ChartSpec[] {
  if (retirement === null) return [];
  return [
    ...balanceFan(retirement, baseCurrency),
    ...spendingFan(retirement, baseCurrency),
    ...ruinAges(retirement),
    ...firstYears(retirement),
    ...whatIfChart(retirement, baseCurrency),
    ...assumptions(retirement),
  ];
}
