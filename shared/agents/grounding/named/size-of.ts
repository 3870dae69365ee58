import type { Context } from '../context.ts';
import { isExact, isWithin } from '../figure.ts';
import type { Figure } from '../figure.ts';
import { ofAYear, periodsAYear, periodsBefore } from '../per-period.ts';
import {
  EPSILON,
  boundedRoom,
  moneyTolerance,
  numberTolerance,
  partTolerance,
  percentTolerance,
} from '../tolerance.ts';
import type { Worth } from './worth.ts';

/** How a figure stands to a value: as large, or so many times a year as large. */
export interface Fit {
  figure: Figure;
  /** 12 where a month's amount is said of what is so much a year; 1 else. */
  periods: number;
}

/** "24" in a cell below "Points", "412" below "Thousands": what unit a bare number has. */
const POINTS = /\d\s?(?:pp|pts?)\b|\bpoints?\b/i;
const PERCENT = /%|\bper ?cent(?:age)?\b|\bshare\b|\bweight\b|\bhundred\b|\bof 100\b/i;
const MONEY = /[$€£¥]|\bdollars\b|\busd\b|\bvalue\b|\bamount\b/i;
const A_YEAR = /^,?\s?(?:(?:a|per|each|every) (?:single )?year\b|annually\b|yearly\b|\/\s?y(?:r|ear)\b)/i;
const NET = /\b(?:net|after|left|leav\w+|less|minus|real|beyond|above|below|over|rest|remain\w*|without|not|excluding|other|others|outside|but|except\w*|besides|else|more|higher|lower|gap|difference|spread|margin|apart|cheaper|dearer)\b|n['’]t\b/i; // prettier-ignore

/**
 * Whether a figure is a value, rounded as people round, in the unit that it is written in; null where it is not.
 *
 * @param difference whether the value is one thing less another: of two percentages points, or percent where the words say "net"
 */
export function fitsIn(figure: Figure, { value, unit, sort }: Worth, context: Context, difference = false): Fit | null {
  const size = Math.abs(value);
  const as = (kind: Figure['kind'], real: number, tolerance?: number, said: Figure = figure): Fit | null => {
    const read: Figure = { ...said, kind };
    if (read.within !== undefined) return isWithin(real, read.within) ? { figure: read, periods: 1 } : null;
    // A difference of two amounts as they are shown is one off in its last place.
    const exact = kind === 'money' && isExact(read) ? read.place : 0;
    const room = Math.max(tolerance ?? toleranceOf(read), exact) + EPSILON * Math.max(1, read.value);
    const off = real - read.value;
    const bounded = off * read.bound > 0 && Math.abs(off) <= room + boundedRoom(read);
    return Math.abs(off) <= room || bounded ? { figure: read, periods: 1 } : null;
  };
  // "2118 units" looks like a year.
  const bare = figure.kind === 'number' || (figure.kind === 'year' && figure.key === '');
  const said = `${context.sentence} ${context.passage}`;
  switch (unit) {
    case 'usd':
      return figure.kind === 'money' || (bare && MONEY.test(said)) ? moneyFit(figure, size, sort, context, as) : null;
    case 'fraction':
    case 'quotient':
    case 'points': {
      if (figure.kind === 'odds') return as('percent', 100 * size, partTolerance(figure), { ...figure, value: 100 * figure.value }); // prettier-ignore
      // "It has doubled" tells what it gained.
      if (unit === 'quotient' && /^(?:doubl|tripl|quadrupl)/i.test(figure.text)) return as('percent', 100 * (size - 1));
      const apart = unit === 'points' || difference;
      if (figure.kind === 'points') return apart ? as('points', 100 * size) : null;
      if (figure.kind === 'percent') return unit !== 'points' && (!difference || sort === 'rate' || sort === 'loss' || sort === 'gain' || NET.test(said)) ? as('percent', 100 * size, figure.key === 'mix' ? 0.5 : undefined) : null; // prettier-ignore
      if (!bare) return null;
      if (unit === 'quotient') {
        const times = as('number', size, Math.max(toleranceOf({ ...figure, kind: 'number' }), figure.approximate ? 0.12 * figure.value : 0)); // prettier-ignore
        if (times !== null) return times;
      }
      if (apart && POINTS.test(said)) return as('points', 100 * size);
      return PERCENT.test(said) && unit !== 'points' ? as('percent', 100 * size) : null;
    }
    case 'ratio':
      // "Seven out of ten" is a grade; a price of one currency in another is money.
      if (figure.kind === 'odds') return as('number', size, 0.5, { ...figure, value: 10 * figure.value, place: 1 });
      return bare || (figure.kind === 'money' && sort === 'rate') ? as('number', size, figure.kind === 'money' ? moneyTolerance(figure) : undefined) : null; // prettier-ignore
    case 'years':
    case 'age':
    case 'count':
      return bare || figure.kind === 'year' ? as('number', size, undefined) : null;
    case 'plain':
      return null;
  }
}

function toleranceOf(figure: Figure): number {
  if (figure.kind === 'money') return moneyTolerance(figure);
  return figure.kind === 'number' ? numberTolerance(figure) : percentTolerance(figure);
}

/** What is so much a year is said of a month as well, and of nothing else; an amount is of no period. */
function moneyFit(
  figure: Figure,
  size: number,
  sort: Worth['sort'],
  { before, after, passage }: Context,
  as: (kind: Figure['kind'], real: number, tolerance?: number, said?: Figure) => Fit | null,
): Fit | null {
  if (sort === 'periodic') return A_YEAR.test(after) ? null : as('money', size);
  const periods = periodsAYear(before, after);
  if (sort !== 'yearly' || A_YEAR.test(after)) return periods === null ? as('money', size) : null;
  const monthly = (times: number): Fit | null => {
    const fit = as('money', size, times * moneyTolerance(figure), ofAYear(figure, times));
    return fit === null ? null : { figure: fit.figure, periods: times };
  };
  if (periods !== null) return monthly(periods);
  const earlier = as('money', size) === null ? periodsBefore(passage) : null;
  return earlier === null ? as('money', size) : monthly(earlier);
}
