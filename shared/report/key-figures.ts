import { fixed } from '../finance/amounts.ts';
import type { Analysis, DriftRow } from '../schemas/analysis.ts';
import type { Score } from '../schemas/score.ts';
import { chance, counted, money, percent, plusMinus, points } from './format.ts';
import { isUntested } from '../finance/retirement/asks-little.ts';
import { termsOf } from '../finance/retirement/terms.ts';
import { besideInShort } from './other-income.ts';

export interface KeyFigure {
  readonly label: string;
  readonly value: string;
  readonly note: string;
}

/** The row farthest from its target; null where there are no targets or all is at target. */
export function biggestDrift({ drift }: Analysis): DriftRow | null {
  const [row] = drift.assetClass?.rows.toSorted((a, b) => Math.abs(b.drift) - Math.abs(a.drift)) ?? [];
  return row === undefined || row.drift === 0 ? null : row;
}

function graded(label: string, score: Score | null | undefined, note: string): KeyFigure[] {
  return score === null || score === undefined ? [] : [{ label, value: `${score.score} of 10`, note }];
}

/** The share that could not be classified. */
function unclassified({ allocation }: Pick<Analysis, 'allocation'>): number {
  return allocation.assetClass.find(({ key }) => key === 'unknown')?.weight ?? 0;
}

/** Parts of the grade that are left out, as nobody says them of most of the stocks. */
function notGraded(score: Score | null | undefined, { assetClass }: Analysis['allocation']): string {
  const stocks = assetClass.find(({ key }) => key === 'equity')?.weight ?? 0;
  const lacks = (part: string) => score?.parts.some(({ key }) => key === part) === false;
  if (stocks < 0.1 || (!lacks('sectors') && !lacks('regions'))) return '';
  return `; ${[lacks('sectors') ? 'industries' : '', lacks('regions') ? 'regions' : ''].filter(Boolean).join(' and ')} not known, so not in it`;
}

/** The grade and what it is not of, or what is known without one. */
function spread({ scores, allocation, concentration: { effectiveHoldings } }: Analysis): KeyFigure[] {
  const unknown = unclassified({ allocation });
  const grade = graded(
    'Diversification',
    scores?.diversification,
    `10 is best spread${unknown < 0.1 ? '' : ', of the part that is classified'}${notGraded(scores?.diversification, allocation)}`,
  );
  const blank =
    unknown < 0.05
      ? []
      : [{ label: 'Not classified', value: percent(unknown), note: 'no asset class was found for it' }];
  if (grade.length > 0 || blank.length > 0 || effectiveHoldings === null) return [...grade, ...blank];
  const note = 'as many equal holdings would be as concentrated';
  return [{ label: 'Effective holdings', value: fixed(effectiveHoldings, 1), note }];
}

/** The handful of figures that a reader with half a minute should see; what is not known is not among them. */
export function keyFigures(analysis: Analysis): KeyFigure[] {
  const { totals, retirement, scores, risk, costs, baseCurrency } = analysis;
  if (totals.holdings === 0 && totals.cash === 0) return [];
  const drift = biggestDrift(analysis);
  const byDefault = analysis.drift.assetClass?.source === 'default';
  return [
    {
      label: 'Value',
      value: money(totals.value, baseCurrency),
      note: `${counted(totals.holdings, 'holding')}, ${counted(totals.accounts, 'account')}`,
    },
    ...(retirement === null || termsOf(retirement).cannotFail || isUntested(retirement)
      ? []
      : [
          {
            label: termsOf(retirement).historical ? 'Historical starts it lasts from' : 'Chance that the money lasts',
            value: chance(retirement.success),
            note: `${termsOf(retirement).historical ? `of ${retirement.paths}, ` : retirement.standardError === 0 ? '' : `${plusMinus(retirement.standardError)} standard error, `}${termsOf(retirement).until}; ${besideInShort(retirement, baseCurrency)}`,
          },
        ]),
    ...(drift === null
      ? []
      : [
          {
            label: 'Biggest drift',
            value: `${points(drift.drift)} points`,
            note: `${drift.label}: ${percent(drift.weight)} ${byDefault ? 'of stocks and bonds' : 'held'}, ${percent(drift.target)} ${byDefault ? 'typical' : 'aimed for'}`,
          },
        ]),
    ...spread(analysis),
    ...graded(
      'Risk',
      scores?.risk,
      risk === null || risk === undefined
        ? '10 swings most'
        : `10 swings most; volatility ${percent(risk.volatility)} a year${unclassified(analysis) < 0.1 ? '' : ', of the part that is classified'}`,
    ),
    // Of a small part of what is invested it would pass for a cost of the whole.
    ...(costs.weightedExpenseRatio === null || costs.coverage < 0.5
      ? []
      : [
          {
            label: 'Cost of funds a year',
            value: percent(costs.weightedExpenseRatio, 2),
            note:
              costs.yearlyCost === null
                ? `known for ${chance(costs.coverage, 0)}`
                : `${money(costs.yearlyCost, baseCurrency)} a year; known for ${chance(costs.coverage, 0)} of what is invested`,
          },
        ]),
  ];
}
