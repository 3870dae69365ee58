import type { History } from '../../../schemas/retirement-plan/market.ts';
import { middleTooLarge, tooLarge } from './percent-figures.ts';

type Frequency = History['frequency'];
type Kind = 'return' | 'inflation';

/** As in the schema: the most that a period may bring, and what it must stay above. */
const MOST = 100;
const ABOVE = { return: -1, inflation: -0.9 } as const;

interface Figure {
  cell: string;
  /** A fraction; NaN where the cell is no figure. */
  value: number;
  /** Whether a % sign says what is meant. */
  signed: boolean;
}

export interface FigureFault {
  row: number;
  message: string;
}

/** The figures of one column of a history, as fractions, and what is wrong with them. A whole column in percent is one fault. */
export function figureColumn(
  cells: readonly string[],
  kind: Kind,
  frequency: Frequency,
): { values: number[]; faults: FigureFault[] } {
  const figures = cells.map(figureOf);
  const bare = figures.flatMap(({ value, signed }) => (signed || Number.isNaN(value) ? [] : [value]));
  const middle = middleTooLarge(bare, frequency, kind);
  const typical = middle === null ? -1 : figures.findIndex(({ value, signed }) => !signed && value === middle);
  const faults = figures.flatMap((figure, row) => {
    if (row === typical) return [{ row, message: `${inPercent(figure, frequency)}; so are the others of this column` }];
    const told = faultOf(figure, kind, frequency, typical !== -1);
    return told === null ? [] : [{ row, message: told }];
  });
  return { values: figures.map(({ value }) => value), faults };
}

function faultOf(figure: Figure, kind: Kind, frequency: Frequency, toldOfAll: boolean): string | null {
  const { cell, value, signed } = figure;
  const no = `"${cell}" is not ${kind === 'return' ? 'a return' : 'an inflation'}`;
  if (Number.isNaN(value)) return `${no}, which is 0.07 or 7%`;
  if (!signed && toldOfAll) return null;
  if (!signed && tooLarge(value, frequency)) return inPercent(figure, frequency);
  if (value > MOST) return `${no}: at most 10,000% a ${frequency}`;
  if (value > ABOVE[kind]) return null;
  return kind === 'return' ? `${no}: nothing loses more than all of it` : `${no}: above -90% a ${frequency}`;
}

/** What a figure without a sign would be, and the ways to write what is likelier. */
function inPercent({ cell, value }: Figure, frequency: Frequency): string {
  const taken = Number((value * 100).toPrecision(6)).toLocaleString('en-US');
  const meant = `write ${cell}% or ${Number((value / 100).toPrecision(12))}`;
  const orElse = value <= -1 ? '' : `; where ${taken}% is meant, write that`;
  return `"${cell}" without a % sign is ${taken}% a ${frequency}: ${meant}${orElse}`;
}

function figureOf(cell: string): Figure {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(%?)$/i.exec(cell);
  const signed = match?.[2] === '%';
  return { cell, signed, value: match === null ? NaN : Number(match[1]) / (signed ? 100 : 1) };
}
