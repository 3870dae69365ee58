import { nameOf } from '../../finance/retirement/name-of.ts';
import { termsOf } from '../../finance/retirement/terms.ts';
import { whatIfMeasure } from '../../finance/retirement/what-if-measure.ts';
import type { RetirementResult } from '../../schemas/analysis.ts';
import { chance, money, percent, points, signedMoney } from '../format.ts';
import { cell, figures, words } from './table.ts';
import type { Cell, Table } from './table.ts';

/** Each change with its effect on what it moves; none where no change moves anything, which the text says. */
export function whatIfTable(result: RetirementResult, currency: string): Table[] {
  const measure = whatIfMeasure(result);
  if (measure === null) return [];
  const { historical } = termsOf(result);
  const alone = historical
    ? 'Each change is run alone, from the same starts as the plan. The starts overlap, so that the errors are too small.'
    : 'Each change is simulated alone, on the same random numbers as the plan. The error is the standard error, of a change that of its effect.';
  const id = 'retirement-what-ifs';
  return measure === 'spending'
    ? [
        { id, ...ofSpending(result, currency), notes: [...whoseYear(result), alone] },
        ...ofAllYears(result, currency, `${id}-all-years`),
      ]
    : [{ id, ...ofChances(result, historical), notes: [alone] }];
}

/** A standard error in percentage points: it has no direction. */
const error = (fraction: number): string => percent(fraction).replace('%', '');

function ofChances({ whatIfs, success, standardError }: RetirementResult, historical: boolean) {
  return {
    caption: 'Each change in figures',
    columns: [
      words('Change'),
      figures(historical ? 'Share of starts' : 'Chance'),
      figures('Effect, points'),
      figures('± error, points'),
    ],
    rows: [
      [cell('As planned'), cell(chance(success)), cell('–'), cell(error(standardError))],
      ...whatIfs.map((one) => [
        cell(one.label),
        cell(chance(one.success)),
        cell(points(one.change)),
        cell(error(one.standardError)),
      ]),
    ],
  };
}

function ofSpending({ whatIfs, comparedSpending }: RetirementResult, currency: string) {
  const { age, median, low } = comparedSpending ?? { age: 0, median: 0, low: 0 };
  return {
    caption: `Each change in figures: spending a year at age ${age}`,
    columns: [
      words('Change'),
      figures('Median'),
      figures('Effect'),
      figures('± error'),
      figures('19 of 20 spend at least'),
      figures('Effect'),
      figures('± error'),
    ],
    rows: [
      [
        cell('As planned'),
        ...[money(median, currency), '–', '–', money(low, currency), '–', '–'].map((text) => cell(text)),
      ],
      ...whatIfs.flatMap(({ label, spending }) =>
        spending === undefined ? [] : [[cell(label), ...changed([spending.median, spending.low], currency)]],
      ),
    ],
  };
}

/** One year hides what a change takes in others: the mean of all, and the lowest. None in results stored before there were any. */
function ofAllYears({ whatIfs, comparedSpending }: RetirementResult, currency: string, id: string): Table[] {
  const { meanYear, lowestYear } = comparedSpending ?? {};
  if (meanYear === undefined || lowestYear === undefined) return [];
  return [
    {
      id,
      caption: 'Each change in figures: spending a year over all years',
      columns: [
        words('Change'),
        figures('Mean year'),
        figures('Effect'),
        figures('± error'),
        figures('Lowest year'),
        figures('Effect'),
        figures('± error'),
      ],
      rows: [
        [
          cell('As planned'),
          ...[money(meanYear, currency), '–', '–', money(lowestYear, currency), '–', '–'].map((text) => cell(text)),
        ],
        ...whatIfs.flatMap(({ label, spending }) =>
          spending?.meanYear === undefined || spending.lowestYear === undefined
            ? []
            : [[cell(label), ...changed([spending.meanYear, spending.lowestYear], currency)]],
        ),
      ],
      notes: [
        'Of each future the mean and the lowest of the years of spending that are lived whole; the figures are the middle ones of the futures, in today’s dollars, one-off goals included. A retirement two years later has two such years less.', // prettier-ignore
      ],
    },
  ];
}

const changed = (
  changes: readonly { value: number; change: number; standardError: number }[],
  currency: string,
): Cell[] =>
  changes.flatMap(({ value, change, standardError }) => [
    cell(money(value, currency)),
    cell(signedMoney(change, currency)),
    cell(money(standardError, currency)),
  ]);

/** What the figures are of: not the chance, which no change moves. */
function whoseYear(result: RetirementResult): string[] {
  const { couple, futures, forLife, cannotFail } = termsOf(result);
  const whose = couple ? `, the age of ${nameOf(result.plan?.people ?? [], 0)}` : '';
  const alive = forLife ? ' in which somebody is alive then' : '';
  const lasts = cannotFail
    ? 'The rule spends a share of what there is, so by its making the money never runs out; what gives way in bad years is what is spent. The changes'
    : 'The money lasts under every one of these changes, so they';
  return [
    `${lasts} are ranked by the median of what is spent a year at age ${result.comparedSpending?.age ?? 0}${whose}, other income included, in today's dollars, over the ${futures}${alive}.`,
    ...(result.whatIfs.some(({ key }) => key === 'claim_at_70')
      ? ['A later claim pays no benefit until it begins: there is less to spend or to keep in the years before, which are not in its effect here.'] // prettier-ignore
      : []),
    ...(result.plan?.spending.rule === 'variable_percentage' &&
    result.whatIfs.some(({ key }) => key === 'live_5_years_longer')
      ? ['A rule that uses the balance up by an age leaves other income alone to a life beyond that age; a year before it shows nothing of that.'] // prettier-ignore
      : []),
  ];
}
