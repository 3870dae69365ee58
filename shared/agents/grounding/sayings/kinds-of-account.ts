import { fixed } from '../../../finance/amounts.ts';
import { everyMatch } from '../../every-match.ts';
import type { FactIndex } from '../fact-index.ts';
import type { Saying } from './saying.ts';

const KIND = '(?<kind>taxable|tax[ -]deferred|tax[ -]free|roth)\\b(?! (?:or|and)\\b)';
const EVERY = String.raw`(?<!\b(?:not|nearly|almost|if) )\b(?:all|each|every(?: single)?(?: one)?)(?: of)?(?: (?:your|the))?`;
const ALL_OF_A_KIND = new RegExp(
  [
    String.raw`\baccounts? (?:are|is) all ${KIND}`,
    String.raw`${EVERY}(?: \w+)? accounts? (?:are|is) ${KIND}`,
    String.raw`${EVERY} (?:money|savings|portfolio|dollar) (?:is|are|sits?|lies?) in (?:an? )?${KIND} accounts?`,
  ].join('|'),
  'gi',
);
/** What is missing to the whole is rounding. */
const ALL = 0.999;

/** All accounts said to be of one kind, where some are of another. */
export function falseOfAccounts(text: string, { values }: FactIndex): Saying[] {
  return everyMatch(ALL_OF_A_KIND, text).flatMap(
    ({ 0: words, index: start, groups: { kind: said = '' } = {} }): Saying[] => {
      const kind = said.toLowerCase().replace('roth', 'tax free');
      const name = `allocation.accountType.${kind.replace(/[ -]/, '_')}.weight`;
      const share = values.get(name);
      if (typeof share !== 'number' || share >= ALL) return [];
      return [{ start, end: start + words.length, fault: `it is ${fixed(100 * share, 1)}% of the portfolio (${name})` }]; // prettier-ignore
    },
  );
}
