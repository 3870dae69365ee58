import { fixed } from '../../../finance/amounts.ts';
import type { FactIndex } from '../fact-index.ts';
import type { Mention } from '../mentions.ts';
import { SUPPOSED, sentenceAt } from './saying.ts';
import type { Saying } from './saying.ts';
import { kindsOf, sharesOf } from './share-of.ts';

const FAR = String.raw`(?:(?:by far|far|much|slightly|a (?:bit|little|lot)|now|still|also|well|clearly|even) )*`;
const PAST = String.raw`^(?: \([^)]*\))?(?: (?:account|plan|fund|stock|shares|position|holding))? ${FAR}`;
const PART = '(?:share|part|slice|chunk|holding|position|account|sector|stake|weight|allocation)';

/** Between two names, which of them is said to be more. */
const between: readonly (readonly [said: RegExp, more: boolean])[] = [
  [new RegExp(`${PAST}(?:outweighs?|exceeds?|outnumbers?|dwarfs?|surpass(?:es)?|outstrips?) (?:your |the )?$`, 'i'), true],
  [new RegExp(`${PAST}(?:is|are|remains?) ${FAR}(?:an? )?(?:${FAR})(?:bigger|larger|greater|heavier)(?: ${PART})?(?: of \\w+ \\w+)? than (?:your |the )?$`, 'i'), true], // prettier-ignore
  [new RegExp(`${PAST}(?:is|are|remains?) ${FAR}(?:an? )?(?:${FAR})(?:smaller|lighter)(?: ${PART})?(?: of \\w+ \\w+)? than (?:your |the )?$`, 'i'), false], // prettier-ignore
  [new RegExp(`${PAST}(?:(?:is|are) (?:now )?worth|holds?|has|have|contains?) ${FAR}more(?: money| of it)?(?: in it)? than (?:your |the )?$`, 'i'), true], // prettier-ignore
  [new RegExp(`${PAST}(?:(?:is|are) (?:now )?worth|holds?|has|have|contains?) ${FAR}less(?: money| of it)?(?: in it)? than (?:your |the )?$`, 'i'), false], // prettier-ignore
  [new RegExp(`${PAST}(?:weighs?|makes? up|accounts? for|comes? to|counts? for|represents?) ${FAR}more(?: of (?:your|the) \\w+)? than (?:your |the )?$`, 'i'), true], // prettier-ignore
  [new RegExp(`${PAST}(?:weighs?|makes? up|accounts? for|comes? to|counts? for|represents?) ${FAR}less(?: of (?:your|the) \\w+)? than (?:your |the )?$`, 'i'), false], // prettier-ignore
]; // prettier-ignore

/** "Is worth twice your VTI", "weighs half as much as bonds". */
const TIMES: Readonly<Record<string, number>> = { twice: 2, double: 2, 'three times': 3, 'four times': 4, 'five times': 5, half: 0.5, 'a third': 1 / 3, 'a quarter': 1 / 4 }; // prettier-ignore
const MULTIPLE = new RegExp(String.raw`${PAST}(?:is|are|weighs?|makes? up|comes? to)(?: worth)?(?: (?:about|around|roughly|nearly|almost|just))* (?<times>${Object.keys(TIMES).join('|')})(?: (?:as (?:much|large|big|heavy)(?: as)?|the (?:size|weight|value|worth)(?: of)?|of))? ?(?:your |the |what you (?:have|hold) in )?$`, 'i'); // prettier-ignore
/** "You have twice as much in bonds as in stocks": what leads to the first name, and what is between. */
const HAVE_TIMES = new RegExp(String.raw`\b(?:have|has|hold|holds|own|owns|keep|is|are) (?:(?:about|around|roughly|nearly|almost) )*(?<times>${Object.keys(TIMES).join('|')}) as much(?: money)?(?: invested)? in (?:your |the )?$`, 'i'); // prettier-ignore
const AS_IN = /^(?: accounts?)? as (?:you (?:have|hold) )?(?:in )?(?:your |the )?$/i;
const ABOUT = 0.2;

/** "You own more bonds than stocks": what leads to the first name, and what is between. */
const OWNED = new RegExp(String.raw`\b(?:own|owns|hold|holds|have|has|is|are|with|keep) ${FAR}(more|less|fewer)(?: money| of it)?(?: (?:in|of))? (?:your |the )?$`, 'i'); // prettier-ignore
const THAN = /^ than (?:(?:in|of) |you (?:have|own|hold) (?:in )?)?(?:your |the )?$/i;

/** Which of two things is said to be the larger, where it is the smaller. */
export function falseOrders(text: string, mentions: readonly Mention[], index: FactIndex): Saying[] {
  if (!/\bthan\b|weigh|exceed|number|dwarf|surpass|outstrip|\b(?:twice|double|times|half|third|quarter)\b/i.test(text))
    return [];
  return mentions.flatMap((one, at): Saying[] => {
    const other = mentions[at + 1];
    if (other === undefined || other.start - one.end > 60 || other.start <= one.end) return [];
    const had = AS_IN.test(text.slice(one.end, other.start)) ? HAVE_TIMES.exec(text.slice(Math.max(0, one.start - 70), one.start)) : null; // prettier-ignore
    const said = (had ?? MULTIPLE.exec(text.slice(one.end, other.start)))?.groups?.times;
    const times = TIMES[said?.toLowerCase() ?? ''] ?? null;
    const more = isMore(text, one, other);
    if ((more === null && times === null) || SUPPOSED.test(sentenceAt(text, one.start))) return [];
    const kind = kindsOf(one).find((own) => kindsOf(other).includes(own));
    if (kind === undefined) return [];
    const [ours, theirs] = [sharesOf(one, index, kind), sharesOf(other, index, kind)];
    if (ours.length === 0 || theirs.length === 0) return [];
    const isSo = ours.some((own) =>
      theirs.some((its) =>
        times === null ? (more === true ? own > its : own < its) : Math.abs(own / its / times - 1) <= ABOUT,
      ),
    );
    return isSo ? [] : [{ start: one.start, end: other.end, fault: `${times === null ? 'it is the other way round' : 'it is not'}: of the portfolio the one is ${percent(ours)}, the other ${percent(theirs)}` }]; // prettier-ignore
  });
}

const percent = (shares: readonly number[]): string => shares.map((share) => `${fixed(100 * share, 1)}%`).join(' or ');

function isMore(text: string, one: Mention, other: Mention): boolean | null {
  const said = text.slice(one.end, other.start);
  const owned = OWNED.exec(text.slice(Math.max(0, one.start - 50), one.start));
  if (owned !== null && THAN.test(said)) return /\bnot\b|n['’]t\b/i.test(text.slice(Math.max(0, one.start - 60), one.start)) ? null : owned[1]?.toLowerCase() === 'more'; // prettier-ignore
  return between.find(([words]) => words.test(said))?.[1] ?? null;
}
