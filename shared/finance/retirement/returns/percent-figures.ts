import type { History } from '../../../schemas/retirement-plan/market.ts';

type Kind = 'return' | 'inflation';

/**
 * The size of a column's middle figure above which it is in percent rather than in fractions: half of a calm country's years
 * have inflation above 0.3%, none has had half of them above 30%.
 */
const MIDDLE = {
  year: { return: 1, inflation: 0.3 },
  month: { return: 0.25, inflation: 0.1 },
} as const;

/** A single figure so large is meant as a percentage in most cases, whatever its column has. */
const SINGLE = { year: 3, month: 1 } as const;

/** The figure in the middle of a column's sizes where it is too large for a fraction of a period; null where it is not. */
export function middleTooLarge(values: readonly number[], frequency: History['frequency'], kind: Kind): number | null {
  const sizes = values.toSorted((a, b) => Math.abs(a) - Math.abs(b));
  const middle = sizes[Math.floor((sizes.length - 1) / 2)] ?? 0;
  return Math.abs(middle) > MIDDLE[frequency][kind] ? middle : null;
}

/** Whether one figure is too large for a fraction of a period, or a loss of more than all there is. */
export const tooLarge = (value: number, frequency: History['frequency']): boolean =>
  value > SINGLE[frequency] || value <= -1;

/** The columns of a record, by name, whose figures are too large for fractions, each with its middle one. */
export function columnsInPercent({ frequency, rows }: History): { name: string; middle: number }[] {
  const names = new Set(rows.flatMap(({ returns }) => Object.keys(returns)));
  const columns = [...names].map((name) => {
    const values = rows.flatMap(({ returns }) => returns[name] ?? []);
    return { name, middle: middleTooLarge(values, frequency, 'return') };
  });
  const inflation = {
    name: 'inflation',
    middle: middleTooLarge(
      rows.map((row) => row.inflation),
      frequency,
      'inflation',
    ),
  };
  return [...columns, inflation].flatMap(({ name, middle }) => (middle === null ? [] : [{ name, middle }]));
}
