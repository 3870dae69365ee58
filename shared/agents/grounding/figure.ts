/**
 * Something in a text that must be backed by a fact. `odds` is "1 in 3" and "a third of"; `word` mixes letters and digits
 * ("Q4") or is a digit of another script.
 */
export type FigureKind =
  'money' | 'percent' | 'points' | 'odds' | 'number' | 'year' | 'date' | 'ticker' | 'link' | 'word';

export interface Figure {
  kind: FigureKind;
  /** As it stands in the text; the unit of a range is written at both of its ends. */
  text: string;
  /** Where it stands in the view of the text. */
  start: number;
  end: number;
  /** Dollars, percent (63 for 63%), percentage points, a fraction for odds, or the plain number; 0 for date, ticker, link, word. */
  value: number;
  /** Size of the last place shown: 1000 for "$412,000", 0.1 for "4.2%", 100,000 for "$1.2 million". */
  place: number;
  /** A size in words stands for any from the first up to the second, in the unit of `value`, which is about their middle: "a seven-figure sum". */
  within?: readonly [from: number, to: number];
  /** The writer marked it as rounded: "about", "nearly", "more than". */
  approximate: boolean;
  /** Said to be a lower bound ("more than": 1) or an upper one ("nearly": -1); 0 for neither. */
  bound: -1 | 0 | 1;
  /** A sign written before it: -1, 1, or 0 for none. */
  sign: -1 | 0 | 1;
  /** "mix" for a share in "60/40". ISO date, or its beginning ("2026-03") or end ("-03-31"), for a date; the ticker, link or word itself for those. */
  key: string;
  /** The words next to it, lower case; empty where there is none on that side. */
  before: string;
  after: string;
}

/** Four digits shown: only one thing is of that size. */
export const isExact = ({ kind, value, place }: Figure): boolean => kind !== 'odds' && value / place >= 999.5;

/** Three digits shown: what has them is hardly of that size by accident. */
export const isParticular = ({ kind, value, place }: Figure): boolean => kind !== 'odds' && value / place >= 99.5;

/** Whether a size in words stands for a value. */
export const isWithin = (value: number, [from, to]: readonly [from: number, to: number]): boolean =>
  value >= from && value < to;
