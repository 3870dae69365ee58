import { matchesOfAny } from '../../any-of.ts';
import type { FactIndex } from '../fact-index.ts';
import { SHARE, shareOf } from '../share-in-words.ts';
import { SUPPOSED, sentenceAt } from './saying.ts';
import type { Saying } from './saying.ts';

const FUTURES = String.raw`(?:(?:the|all|our|simulated|possible|every) )*(?:futures?|simulations?|scenarios?|cases|paths|lives|retirees)(?! (?:that|which|where|in which|with) )`;
const BROKE = String.raw`(?:(?:is|are|will be|has been|have been) (?:\w+ )?(?:broke|empty|out of money|without (?:any )?money|penniless|ruined|depleted|exhausted|at zero|bankrupt)|(?:has|have|holds?|leaves?|ends? (?:up )?with|will have) (?:no|nothing|not a (?:cent|penny)|run out|run dry|gone broke)|(?:runs?|ran) (?:out|dry|short)|go(?:es)? (?:broke|bust))`;
const GONE = String.raw`(?:(?:the |your |all )?(?:money|savings|portfolio|nest egg) (?:(?:is|are|will be|has been|have been) (?:all )?(?:gone|used up|spent|empty|depleted|exhausted)|(?:has|have|will have) (?:run (?:out|dry)|gone)|(?:runs?|ran) (?:out|dry))|you (?:are|will be|have) (?:out of money|broke|run out(?: of money)?|penniless))`;
const AT = String.raw`(?:at|by|before)(?: the age of| age)? (?<age>\d\d)(?![\d%]|[.,]\d)`;
const RISK = String.raw`(?:chances?|risk|probability|likelihood|odds)`;
const OUT = String.raw`(?:(?:of|that) )?(?:you |the money |your money |your savings )?(?:running|runs?|being|going|are|is) (?:out|dry|broke|gone|bust)(?: of money)?`;
const broke = matchesOfAny([
  new RegExp(String.raw`(?<![\w.,-])${SHARE}(?: of)?(?: ${FUTURES})? ${BROKE}\b[^.;\d]{0,30}\b${AT}`, 'giu'),
  new RegExp(String.raw`\b${AT},? ${SHARE}(?: of)? ${FUTURES} ${BROKE}\b`, 'giu'),
  new RegExp(String.raw`\b${AT},? ${GONE} in ${SHARE}(?: of)?(?: ${FUTURES}| *$|(?=[.,;]))`, 'giu'),
  new RegExp(String.raw`\bin ${SHARE}(?: of)?(?: ${FUTURES})?,? ${GONE}[^.;\d]{0,15}\b${AT}`, 'giu'),
  new RegExp(String.raw`\b${GONE}[^.;\d]{0,15}\b${AT} in ${SHARE}(?: of)?(?: ${FUTURES}|(?=[.,;]|$))`, 'giu'),
  new RegExp(String.raw`(?<![\w.,-])${SHARE} ${RISK} ${OUT}[^.;\d]{0,15}\b${AT}`, 'giu'),
  new RegExp(String.raw`\b${RISK} ${OUT}[^.;\d]{0,15}\b${AT} (?:is|are)(?: about| around| roughly| only| some)* ${SHARE}`, 'giu'),
]); // prettier-ignore
/** Of those alone in which it runs out. */
const OF_THOSE = /\b(?:of (?:those|them|these)|where it (?:does|runs)|(?:that|which) (?:fail|run)|failing|failed)\b/iu;

/** Percentiles of the balance at an age, from the poorest. */
const PERCENTILES = [5, 25, 50, 75, 95];
/** For shares in words. */
const ROOM = 0.01;

/** A share of the futures said to be without money at an age, where the balances before and after it leave fewer or more so. */
export function falseBroke(text: string, { values }: FactIndex): Saying[] {
  if (!values.has('retirement.success')) return [];
  return broke(text).flatMap(({ 0: words, index: start, groups = {} }): Saying[] => {
    const age = Number(groups.age);
    const known = agesOf(values);
    const [before, after] = [known.findLast((one) => one <= age), known.find((one) => one >= age)];
    const sentence = sentenceAt(text, start);
    if (after === undefined || SUPPOSED.test(sentence) || OF_THOSE.test(sentence)) return [];
    const empty = (at: number | undefined) => PERCENTILES.findLast((rank) => Number(values.get(`retirement.balance.p${rank}.${at ?? ''}`) ?? 1) <= 0); // prettier-ignore
    const least = (empty(before) ?? 0) / 100;
    const above = PERCENTILES.find((rank) => rank > (empty(after) ?? 0));
    const most = (above ?? 100) / 100;
    const share = shareOf(groups);
    const below = most - (groups.percent === undefined ? ROOM : 0);
    if (Number.isNaN(share) || (share >= least - ROOM && share < below)) return [];
    const fault = share < below ? `in at least ${100 * least}% of them the money is gone by then` : `in fewer than ${100 * most}% of them the money is gone by then (retirement.balance.p${above ?? 0}.${after})`; // prettier-ignore
    return [{ start, end: start + words.length, fault }];
  });
}

/** The ages at which balances are known, the youngest first. */
const agesOf = (values: FactIndex['values']): number[] =>
  [...values.keys()].flatMap((name) => Number(/^retirement\.balance\.p50\.(\d+)$/.exec(name)?.[1] ?? [])).filter((age) => age > 0).sort((a, b) => a - b); // prettier-ignore
