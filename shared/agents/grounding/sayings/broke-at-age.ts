import { matchesOfAny } from '../../any-of.ts';
import type { FactIndex } from '../fact-index.ts';
import { DIGITS, PARTS, WORDS, readNumeral } from '../numeral.ts';
import { SUPPOSED, sentenceAt } from './saying.ts';
import type { Saying } from './saying.ts';

const FUTURES = String.raw`(?:(?:the|all|our|simulated|possible) )*(?:futures?|simulations?|scenarios?|cases|paths|lives)`;
const BROKE = String.raw`(?:(?:is|are|will be|has been|have been) (?:\w+ )?(?:broke|empty|out of money|without (?:any )?money|penniless|ruined|depleted|exhausted|at zero|bankrupt)|(?:has|have|holds?|leaves?|ends? (?:up )?with|will have) (?:no|nothing|not a (?:cent|penny)|run out|run dry|gone broke)|(?:runs?|ran) (?:out|dry|short)|go(?:es)? (?:broke|bust))`;
const broke = matchesOfAny([
  new RegExp(String.raw`\b(?:(?<some>${WORDS}|${DIGITS}) (?:in|out of) (?:every )?(?<all>${WORDS}|${DIGITS})|(?<part>(?:(?:an?|one|two|three) )?(?:${Object.keys(PARTS).join('|')})s?|most))(?: of)? ${FUTURES} ${BROKE}\b[^.;\d]{0,30}\b(?:at|by|before)(?: the age of| age)? (?<age>\d\d)\b`, 'giu'),
]); // prettier-ignore

/** Percentiles of the balance at an age, from the poorest. */
const PERCENTILES = [5, 25, 50, 75, 95];
const ROOM = 0.01;

/** A share of the futures said to be without money at an age, where the balances at that age leave fewer or more so. */
export function falseBroke(text: string, { values }: FactIndex): Saying[] {
  if (!values.has('retirement.success')) return [];
  return broke(text).flatMap(({ 0: words, index: start, groups = {} }): Saying[] => {
    const balances = PERCENTILES.flatMap((rank) => {
      const balance = values.get(`retirement.balance.p${rank}.${groups.age ?? ''}`);
      return typeof balance === 'number' ? [{ rank, balance }] : [];
    });
    if (balances.length === 0 || SUPPOSED.test(sentenceAt(text, start))) return [];
    const least = (balances.findLast(({ balance }) => balance <= 0)?.rank ?? 0) / 100;
    const above = balances.find(({ balance }) => balance > 0);
    const most = (above?.rank ?? 100) / 100;
    const share = shareOf(groups);
    if (Number.isNaN(share) || (share >= least - ROOM && share < most - ROOM)) return [];
    const fault = share < most - ROOM ? `in at least ${100 * least}% of them the money is gone by then` : `in fewer than ${100 * most}% of them the money is gone by then (retirement.balance.p${above?.rank ?? 0}.${groups.age ?? ''})`; // prettier-ignore
    return [{ start, end: start + words.length, fault }];
  });
}

/** Fractions. */
function shareOf({ some, all, part }: Record<string, string | undefined>): number {
  const number = (words: string) => readNumeral(words.toLowerCase()).value;
  if (some !== undefined && all !== undefined) return number(some) / number(all);
  const said = part?.toLowerCase() ?? '';
  if (said === 'most') return 0.5;
  const [, times = 'one', of = ''] = /^(?:(an?|one|two|three) )?(.+?)s?$/u.exec(said) ?? [];
  return number(times.replace(/^an?$/u, 'one')) * (1 / (PARTS[of] ?? Number.NaN));
}
