import type { Analysis, DriftRow } from '../schemas/analysis.ts';
import { counted, money, percent, points } from './format.ts';

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

/** The handful of figures that a reader with half a minute should see; what is not known is not among them. */
export function keyFigures(analysis: Analysis): KeyFigure[] {
  const { totals, retirement, concentration, costs, baseCurrency } = analysis;
  if (totals.holdings === 0 && totals.cash === 0) return [];
  const drift = biggestDrift(analysis);
  const { effectiveHoldings } = concentration;
  return [
    {
      label: 'Value',
      value: money(totals.value, baseCurrency),
      note: `${counted(totals.holdings, 'holding')}, ${counted(totals.accounts, 'account')}`,
    },
    ...(retirement === null
      ? []
      : [
          {
            label: 'Chance that the money lasts',
            value: percent(retirement.success),
            note: `± ${percent(retirement.standardError)} standard error, to age ${retirement.goals.lifeExpectancy}`,
          },
        ]),
    ...(drift === null
      ? []
      : [
          {
            label: 'Biggest drift',
            value: `${points(drift.drift)} points`,
            note: `${drift.label}: ${percent(drift.weight)} held, ${percent(drift.target)} aimed for`,
          },
        ]),
    ...(effectiveHoldings === null
      ? []
      : [
          {
            label: 'Effective holdings',
            value: effectiveHoldings.toFixed(1),
            note: 'as many equal holdings would be as concentrated',
          },
        ]),
    ...(costs.weightedExpenseRatio === null
      ? []
      : [
          {
            label: 'Cost of funds a year',
            value: percent(costs.weightedExpenseRatio, 2),
            note:
              costs.yearlyCost === null
                ? `known for ${percent(costs.coverage, 0)}`
                : `${money(costs.yearlyCost, baseCurrency)} a year; known for ${percent(costs.coverage, 0)} of what is invested`,
          },
        ]),
  ];
}
