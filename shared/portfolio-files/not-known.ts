import type { FileNote } from './file-problem.ts';
import type { PositionPlace } from './findings.ts';

/** So many lines of a kind are told one by one. */
const TOLD = 8;

interface Kind {
  topic: FileNote['topic'];
  columnOf: (place: PositionPlace) => string | null;
  say: (symbol: string) => string;
  more: (count: number) => string;
}

const UNPRICED: Kind = {
  topic: 'price',
  columnOf: ({ priceColumn }) => priceColumn,
  say: (symbol) => `${symbol} has no price here; without one from elsewhere it is left out of every total`,
  more: (count) => `${count} more ${count === 1 ? 'line has' : 'lines have'} no price, from here on`,
};

const UNKNOWN: Kind = {
  topic: 'reading',
  columnOf: ({ column }) => column,
  say: (symbol) =>
    `${symbol} is none of the instruments that Alex comes with: what it is made of is told by its name alone, or not known`,
  more: (count) =>
    `${count} more ${count === 1 ? 'line names an instrument' : 'lines name instruments'} that Alex does not come with, from here on`,
};

export interface WhatIsKnown {
  /** Whether what is held at a place has a price by now, of its file or from elsewhere. */
  isPriced: (place: PositionPlace) => boolean;
  /** Whether Alex knows what is held at a place, by its symbol or by what it is called (`known-instruments.ts`). */
  isKnown: (held: PositionPlace) => boolean;
}

/**
 * Positions without a price, and those whose symbol is not known, each with its line and column. Where nothing at all has a price, one
 * note says so of the whole file (`no-prices.ts`).
 */
export function notKnown(
  file: string,
  places: readonly PositionPlace[],
  { isPriced, isKnown }: WhatIsKnown,
): { unpriced: FileNote[]; unknown: FileNote[] } {
  const unpriced = places.filter((place) => !isPriced(place));
  const unknown = places.filter((place) => !place.isClassified && !isKnown(place));
  return {
    unpriced: unpriced.length === places.length ? [] : notesOf(file, unpriced, UNPRICED),
    unknown: notesOf(file, unknown, UNKNOWN),
  };
}

function notesOf(file: string, places: readonly PositionPlace[], { topic, columnOf, say, more }: Kind): FileNote[] {
  const told = places.slice(0, TOLD).map((place) => {
    return { file, topic, line: place.line, column: columnOf(place), message: say(place.symbol) };
  });
  const [next] = places.slice(TOLD);
  // With a line of its own it stands behind those that it goes on from, and not above all of the file's.
  const rest = { file, topic, line: next?.line ?? null, column: null, message: more(places.length - told.length) };
  return next === undefined ? told : [...told, rest];
}
