import type { RetirementResult } from '../../schemas/analysis.ts';
import { counted, listed, money, percent, points } from '../format.ts';
import { paidInFull } from '../../finance/retirement/answers/paid-in-full.ts';
import { MINUS } from '../../charts/figure-format.ts';
import { incomeLabels } from '../../finance/facts/other-income-facts.ts';
import { besidePortfolio } from '../other-income.ts';
import { cell, figures, words } from './table.ts';
import type { Table } from './table.ts';

function planTable({ goals, startingBalance, ...result }: RetirementResult, currency: string): Table {
  const row = (label: string, value: string, note?: string) => [cell(label, note), cell(value)];
  return {
    id: 'retirement-plan',
    caption: 'The plan and what the simulation found',
    columns: [words('What'), figures('Figure')],
    rows: [
      row(
        'Age today',
        String(goals.age),
        goals.retireAt <= goals.age ? 'retired already: spending starts today' : undefined,
      ),
      row('Retirement age', String(goals.retireAt)),
      row('The money must last to age', String(goals.lifeExpectancy)),
      row('Balance today', money(startingBalance, currency)),
      row('Saved each year until retirement', money(goals.contribute, currency)),
      ...incomeRows(goals, currency).map(([label, value, note]) => row(label, value, note)),
      row('Chance that the money lasts', percent(result.success), `standard error ${percent(result.standardError)}`),
      row(
        '95% interval of that chance',
        `${percent(result.interval[0])} to ${percent(result.interval[1])}`,
        'sampling error only',
      ),
      row('Median balance at retirement', money(result.medianAtRetirement, currency)),
      row('Median balance at the end', money(result.medianAtEnd, currency)),
      ...(result.medianRuinAge === null
        ? []
        : [row('Where money runs out, the median age', String(Math.round(result.medianRuinAge)))]),
      ...paidRows(result.spending, goals).map(([label, age]) => row(label, age)),
      ...(result.sustainableIncome === null
        ? []
        : [
            row(
              `Yearly spending that lasts with ${percent(result.confidence, 0)} confidence`,
              money(result.sustainableIncome, currency),
            ),
          ]),
      ...(result.earliestRetirement === undefined || result.earliestRetirement === null
        ? []
        : [
            row(
              `Earliest age of retirement with ${percent(result.confidence, 0)} confidence`,
              String(result.earliestRetirement.age),
              `chance then ${percent(result.earliestRetirement.success)}`,
            ),
          ]),
      ...(result.shortfall === undefined || result.shortfall === null
        ? []
        : [
            row(
              'Where money runs out, income missing in all',
              money(result.shortfall.p50, currency),
              `median; ${money(result.shortfall.p10, currency)} to ${money(result.shortfall.p90, currency)} in eight of ten of them`,
            ),
          ]),
    ],
    notes: [
      `All money in today's ${currency === 'USD' ? 'dollars' : `money (${currency})`}. ${counted(result.paths, 'simulated future')}, random seed ${result.seed}.`,
    ],
  };
}

/** What is wanted, and what pays a part of it. */
function incomeRows(goals: RetirementResult['goals'], currency: string): [string, string, string][] {
  const { otherIncome = [] } = goals;
  if (otherIncome.length === 0) {
    const note = `before tax; ${besidePortfolio(goals, currency)}`;
    return [['Wanted each year from the portfolio', money(goals.income, currency), note]];
  }
  return [
    ['Wanted each year in retirement', money(goals.income, currency), 'before tax, other income included'],
    ...otherIncome.map(({ kind, amount, from, to }): [string, string, string] => [
      `Of it, ${kind === 'social_security' ? incomeLabels[kind] : incomeLabels[kind].toLowerCase()}`,
      money(amount, currency),
      `from age ${from}${to === undefined ? '' : ` to ${to}`}`,
    ]),
  ];
}

/** Until which age the income is paid in full, in most futures and in half of them. */
function paidRows(spending: RetirementResult['spending'], goals: RetirementResult['goals']): [string, string][] {
  if (spending === undefined || goals.income === 0) return [];
  const until = paidInFull(spending, Math.max(goals.age, goals.retireAt), goals.income);
  const shares = [
    ['19 of 20 futures', until.p5],
    ['3 of 4 futures', until.p25],
    ['half of the futures', until.p50],
  ] as const;
  return shares.map(([share, age]) => [
    `That spending is paid in full, in ${share}`,
    age === null ? 'to the end' : `until age ${age}`,
  ]);
}

/** A standard error in percentage points: it has no direction. */
const error = (fraction: number): string => percent(fraction).replace('%', '');

function whatIfTable({ whatIfs, success, standardError }: RetirementResult): Table[] {
  if (whatIfs.length === 0) return [];
  return [
    {
      id: 'retirement-what-ifs',
      caption: 'Each change in figures',
      columns: [words('Change'), figures('Chance'), figures('Effect, points'), figures('± error, points')],
      rows: [
        [cell('As planned'), cell(percent(success)), cell('–'), cell(error(standardError))],
        ...whatIfs.map((one) => [
          cell(one.label),
          cell(percent(one.success)),
          cell(points(one.change)),
          cell(error(one.standardError)),
        ]),
      ],
      notes: [
        'Each change is simulated alone, on the same random numbers as the plan. The error is the standard error, of a change that of its effect.',
      ],
    },
  ];
}

/** Pairs that move together, or against each other; the others are taken to have nothing to do with each other. */
function correlated({
  correlations = [],
  correlationSource = '',
}: Pick<RetirementResult, 'correlations' | 'correlationSource'>): string[] {
  if (correlations.length === 0) return [];
  const pairs = correlations
    .filter(({ value }) => value !== 0)
    .map(({ one, other, value }) => `${one.toLowerCase()} with ${other.toLowerCase()} ${signed(value)}`);
  const none = pairs.length < correlations.length ? `${pairs.length === 0 ? 'all' : 'all other pairs'} 0` : '';
  return [`Correlations of yearly returns: ${[...pairs, none].filter(Boolean).join(', ')}. ${correlationSource}`];
}

const signed = (value: number): string => `${value < 0 ? MINUS : ''}${Math.abs(value).toFixed(2)}`;

function assumptionTable({ assumptions, inflation, ...result }: RetirementResult): Table {
  const sources = [...Map.groupBy(assumptions, ({ source }) => source)].map(
    ([source, classes]) => `${listed(classes.map(({ label }) => label))}: ${source}`,
  );
  return {
    id: 'retirement-assumptions',
    caption: 'What the simulation assumes',
    columns: [words('Asset class'), figures('Weight'), figures('Expected return'), figures('Volatility')],
    rows: [
      ...assumptions.map(({ label, weight, mean, volatility }) => [
        cell(label),
        cell(percent(weight)),
        cell(percent(mean)),
        cell(percent(volatility)),
      ]),
      [
        cell('The mix together'),
        cell(''),
        cell(percent(result.portfolioMean)),
        cell(percent(result.portfolioVolatility)),
      ],
      [cell('Inflation'), cell(''), cell(percent(inflation.mean)), cell('')],
    ],
    notes: [
      'Expected return: the arithmetic mean of a year, before inflation. Volatility: the standard deviation of a year.',
      ...sources,
      ...correlated(result),
      `Inflation: ${inflation.source}`,
      ...result.notes,
    ],
  };
}

/** The plan with its result, the what-ifs, the assumptions. */
export const retirementTables = (result: RetirementResult, currency: string): Table[] => [
  planTable(result, currency),
  ...whatIfTable(result),
  assumptionTable(result),
];
