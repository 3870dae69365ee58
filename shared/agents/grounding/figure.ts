/**
 * Something in a text that must be backed by a fact. `odds` is "1 in 3" and "a third of"; `word` mixes letters and digits
 * ("Q4"); `digits` are digits of another script.
 */
export type FigureKind =
  'money' | 'percent' | 'points' | 'odds' | 'number' | 'year' | 'date' | 'ticker' | 'link' | 'word';

export interface Figure {
  kind: FigureKind;
  /** As it stands in the text. */
  text: string;
  /** Dollars, percent (63 for 63%), percentage points, a fraction for odds, or the plain number; 0 for date, ticker, link, word. */
  value: number;
  /** Size of the last place shown: 1000 for "$412,000", 0.1 for "4.2%", 100,000 for "$1.2 million". */
  place: number;
  /** The writer marked it as rounded: "about", "nearly", "more than". */
  approximate: boolean;
  /** ISO date, or its beginning ("2026-03"), for a date; the ticker, link or word itself for those. */
  key: string;
  /** The words next to it, lower case; empty where there is none on that side. */
  before: string;
  after: string;
}
