import { fixed } from '../../../finance/amounts.ts';
import { everyMatch } from '../../every-match.ts';
import type { FactIndex } from '../fact-index.ts';
import type { Saying } from './saying.ts';

const ALL_OF_A_KIND = /\baccounts? (?:are|is) all (taxable|tax[ -]deferred|tax[ -]free)\b|\ball (?:of )?(?:your |the )?(?:\w+ )?accounts are (taxable|tax[ -]deferred|tax[ -]free)\b/gi; // prettier-ignore
/** What is missing to the whole is rounding. */
const ALL = 0.999;

/** All accounts said to be of one kind, where some are of another. */
export function falseOfAccounts(text: string, { values }: FactIndex): Saying[] {
  return everyMatch(ALL_OF_A_KIND, text).flatMap(({ 0: words, 1: first, 2: second, index: start }): Saying[] => {
    const name = `allocation.accountType.${(first ?? second ?? '').toLowerCase().replace(/[ -]/, '_')}.weight`;
    const share = values.get(name);
    if (typeof share !== 'number' || share >= ALL) return [];
    return [{ start, end: start + words.length, fault: `it is ${fixed(100 * share, 1)}% of the portfolio (${name})` }]; // prettier-ignore
  });
}
