import { everyMatch } from '../../every-match.ts';
import type { FactIndex } from '../fact-index.ts';
import type { Figure } from '../figure.ts';
import type { Mention } from '../mentions.ts';
import type { Saying } from './saying.ts';

const ADVERBS =
  '(?:well|far|just|slightly|already|still|comfortably|a (?:bit|little)|even|now|clearly|barely|currently)';
const MORE =
  '(?:above|over|more than|higher than|larger than|bigger than|greater than|better than|ahead of|in excess of)';
const LESS = '(?:below|under|less than|lower than|smaller than|short of|shy of|worse than|behind)';
const EXCEEDS = '(?:exceed(?:s|ing)?|tops?|topping|beats?|surpass(?:es|ing)?|clears?)';
const OWN = '(?:which|that|it|they|this|your (?:odds|chances?)|the (?:chance|odds|plan))';
const IS = '(?:is|are|sits?|stands?|lies|remains?|comes? out)';
/** Between the first figure and the comparison: "is well", ", which is". "$747 more than" by itself is a difference. */
const STATED = String.raw`(?: of (?:the|your) [a-z]+(?: and [a-z]+)?)?(?: \([^)]*\))?(?: that (?:it|the \w+) \w+)?(?:\)?,? (?:${OWN} )?${IS} |, )(?:${ADVERBS} )*`;
const BY_VERB = String.raw`(?: \([^)]*\))?(?: that (?:it|the \w+) \w+)?\)?,? (?:${OWN} )?(?:${ADVERBS} )*`;
const TO = String.raw`(?:(?:the|your|its|their|an?|about|around|roughly|target|goal|level|share|weight|of|that|typical|chosen|wanted|asked)[ (])*\(?`;

const ORDERS: readonly (readonly [said: RegExp, more: boolean])[] = [
  [new RegExp(`^${STATED}${MORE} ${TO}$`, 'i'), true],
  [new RegExp(`^${STATED}${LESS} ${TO}$`, 'i'), false],
  [new RegExp(`^${BY_VERB}${EXCEEDS} ${TO}$`, 'i'), true],
  [new RegExp(`^${BY_VERB}trails? ${TO}$`, 'i'), false],
  [
    /^\) (?:is|are) an? (?:bigger|larger|greater) (?:share|slice|part|piece)(?: of [\w ]{1,20})? than [\w ]{1,30}\($/i,
    true,
  ],
  [/^\) (?:is|are) an? (?:smaller) (?:share|slice|part|piece)(?: of [\w ]{1,20})? than [\w ]{1,30}\($/i, false],
  [/^\) (?:outweighs?|exceeds?) [\w ]{1,30}\($/i, true],
  [/^,? up from (?:about |around )?$/i, true],
  [/^,? down from (?:about |around )?$/i, false],
];
/** "Rises from 72% to 79%": what leads to the first, the second being behind "to". */
const RISES =
  /\b(?:ris(?:e|es|ing)|climb\w*|grow\w*|lift\w*|improv\w*|increas\w*|rais\w*)\b[^.;\d]{0,30} from (?:about |around |roughly )?$/i;
const FALLS = /\b(?:fall\w*|drop\w*|cut\w*|lower\w*|declin\w*|sink\w*|reduc\w*|shr[iau]nk\w*|slip\w*)\b[^.;\d]{0,30} from (?:about |around |roughly )?$/i; // prettier-ignore
const NEGATED = /\b(?:not|never|no|neither|hardly|if|whether|would need|unless)\b|n['’]t\b/i;

const PART = /\b(?:(?<most>the majority of|most of)|(?:(?<more>more than|over)|fewer than|less than|under) half\b)[^.;:%$\d]{0,60}[,(] ?(?:about |only |just |at )*(?<shown>\d+(?:\.\d+)?) ?%(?! (?:less|more|of|in|and|to)\b)/gi; // prettier-ignore

/** "More than half of the futures, 46%". */
const falseParts = (text: string): Saying[] =>
  everyMatch(PART, text).flatMap(({ 0: words, index: start, groups }) => {
    const { most, more, shown = '' } = groups ?? {};
    const off = Number(shown) - 50;
    const isSo = most === undefined && more === undefined ? off <= 0.5 : off >= -0.5;
    return isSo ? [] : [{ start, end: start + words.length, fault: `${shown}% is ${off < 0 ? 'less' : 'more'} than that` }]; // prettier-ignore
  });

const ALL_IN =
  /^[^.;$%\d]{0,60}?,? all (?:of (?:it|them|that|which)|\w+)(?: is| are)?(?: held)?(?: in| with)? (?:your |the |one fund, |an? )?$/i;

/** "Bonds are $111,200, all of it in BND" where that fund is worth less. */
const falseAllIn = (
  text: string,
  figures: readonly Figure[],
  mentions: readonly Mention[],
  { values }: FactIndex,
): Saying[] =>
  mentions.flatMap(({ start, end, subjects }): Saying[] => {
    const key = /^holding:(.+)$/.exec(subjects.filter((one) => one.startsWith('holding:')).join())?.[1];
    const figure =
      key === undefined
        ? undefined
        : figures.findLast((one) => one.end <= start && (one.kind === 'money' || one.kind === 'percent'));
    if (
      figure === undefined ||
      !ALL_IN.test(text.slice(figure.end, start)) ||
      /^ (?:and|or)\b|^, (?!and)/.test(text.slice(end))
    )
      return [];
    const name = `holding.${key ?? ''}.${figure.kind === 'money' ? 'value' : 'weight'}`;
    const held = Number(values.get(name) ?? Number.NaN) * (figure.kind === 'money' ? 1 : 100);
    return held < 0.95 * figure.value && figure.value - held > figure.place ? [{ start: figure.start, end, fault: `that is not all in it (${name})` }] : []; // prettier-ignore
  });

/** Two figures of a sentence, each of them right, of which the smaller is said to be the larger. */
export function falseOrdersOfFigures(
  text: string,
  mentions: readonly Mention[],
  figures: readonly Figure[],
  index: FactIndex,
): Saying[] {
  const others = [...falseParts(text), ...(/\ball\b/i.test(text) ? falseAllIn(text, figures, mentions, index) : [])];
  const ordered = figures.flatMap((one, at): Saying[] => {
    const other = figures[at + 1];
    if (other === undefined || !isComparable(one, other) || other.start - one.end > 75) return [];
    const said = text.slice(one.end, other.start);
    const more = isMore(said, text.slice(Math.max(0, one.start - 60), one.start));
    if (more === null || one.value === other.value || one.value > other.value === more) return [];
    return [{ start: one.start, end: other.end, fault: `${one.text} is ${more ? 'less' : 'more'} than ${other.text}` }];
  });
  return [...others, ...ordered];
}

/** Only plain amounts of one kind: a bound or a sign makes another thing of a figure. */
const isComparable = (one: Figure, other: Figure): boolean =>
  one.kind === other.kind && (one.kind === 'percent' || one.kind === 'money') && one.sign === 0 && other.sign === 0 && one.bound === 0 && other.bound === 0; // prettier-ignore

function isMore(said: string, lead: string): boolean | null {
  if (NEGATED.test(said)) return null;
  if (/^ to (?:about |around |roughly |only |just )?$/i.test(said)) {
    return NEGATED.test(lead) ? null : RISES.test(lead) ? false : FALLS.test(lead) ? true : null;
  }
  return ORDERS.find(([words]) => words.test(said))?.[1] ?? null;
}
