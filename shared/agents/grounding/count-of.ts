import { everyMatch } from '../every-match.ts';
import { WORDS, readNumeral } from './numeral.ts';
import type { Context } from './context.ts';
import type { FactIndex } from './fact-index.ts';
import type { Reckoning } from './operands.ts';
import { kindOf } from './subject-kinds.ts';

const NOUNS: readonly (readonly [noun: RegExp, kind: string])[] = [
  [/^\s(?:[a-z]+ ){0,3}?(?:compan(?:y|ies)|stocks|names|funds?|holdings?|positions?|investments?|coins)\b/i, 'holding'],
  [/^\s(?:[a-z]+ )?(?:accounts|iras|pots)\b/i, 'account'],
];
/** Of all that somebody has there is a fact of its own. */
const OF_ALL =
  /\b(?:have|has|had|own|owns|hold|holds|got|there are|across|in all|total|only|just|spread over|over)\s$/i;

/** How many there are in all. */
const TOTALS = ['portfolio.holdings', 'portfolio.positions', 'portfolio.accounts'];
const COUNTS = new RegExp(`\\b(?:${WORDS}|\\d+)\\b`, 'gi');

/** "The five largest are 65%, the other fourteen the rest": as many as are left of all, less those that the passage counts. */
function restOf({ figure, context: { before, passage }, index }: Reckoning): string | null {
  if (!/\b(?:other|remaining) $/i.test(before)) return null;
  const counts = everyMatch(COUNTS, passage).map(([word]) => readNumeral(word).value);
  const all = TOTALS.find((name) => counts.includes(Number(index.values.get(name)) - figure.value));
  return all === undefined ? null : `${all} - ${Number(index.values.get(all)) - figure.value}`;
}

const FUNDS = /^\s(?:(stock|equity)|(bond|fixed[ -]income))?s? ?(?:index |mutual )?(?:funds|etfs)\b/i;

/** How many funds there are of a class: "the two bond funds", "the bonds are split between two funds". */
function fundsOf({ after, subjects, carried, around }: Context, { values }: FactIndex): number | null {
  const [said, stocks, bonds] = FUNDS.exec(after) ?? [];
  if (said === undefined) return null;
  const classes = [...(carried ? around : subjects)].filter((one) => kindOf(one) === 'class');
  const of = stocks !== undefined ? 'Stocks' : bonds !== undefined || classes.join() === 'class:fixed_income' ? 'Bonds' : classes.join() === 'class:equity' ? 'Stocks' : null; // prettier-ignore
  return of === null ? null : [...values].filter(([name, value]) => value === of && /^holding\.[^.]+\.assetClass$/.test(name) && /fund|etf|index|trust/i.test(String(values.get(name.replace('assetClass', 'name'))))).length; // prettier-ignore
}

/** "Over a fifth hangs on two companies": as many as the sentence before has named, and never how many there are in all. */
export function countOf(reckoning: Reckoning): string | null {
  const { figure, context, grounded } = reckoning;
  const rest = restOf(reckoning);
  if (rest !== null) return rest;
  const kind = NOUNS.find(([noun]) => noun.test(context.after))?.[1];
  // "Two thirds of the portfolio sits in just five holdings": in the five largest.
  if (kind === 'holding' && figure.value === 5 && grounded.some(({ fact }) => fact === 'concentration.topFive.weight')) return 'vocabulary'; // prettier-ignore
  if (kind === 'holding' && figure.value === fundsOf(reckoning.context, reckoning.index)) return 'vocabulary';
  if (kind === undefined || figure.value < 2 || figure.value > 12 || OF_ALL.test(context.before)) return null;
  const named = [...context.around].filter((subject) => kindOf(subject) === kind);
  return named.length === figure.value ? 'vocabulary' : null;
}
