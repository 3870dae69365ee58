import type { Figure } from '../figure.ts';
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
const STATED = String.raw`(?: \([^)]*\))?(?: that (?:it|the \w+) \w+)?(?:\)?,? (?:${OWN} )?${IS} |, )(?:${ADVERBS} )*`;
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

/** Two figures of a sentence, each of them right, of which the smaller is said to be the larger. */
export function falseOrdersOfFigures(text: string, figures: readonly Figure[]): Saying[] {
  return figures.flatMap((one, at): Saying[] => {
    const other = figures[at + 1];
    if (other === undefined || !isComparable(one, other) || other.start - one.end > 75) return [];
    const said = text.slice(one.end, other.start);
    const more = isMore(said, text.slice(Math.max(0, one.start - 60), one.start));
    if (more === null || one.value === other.value || one.value > other.value === more) return [];
    return [{ start: one.start, end: other.end, fault: `${one.text} is ${more ? 'less' : 'more'} than ${other.text}` }];
  });
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
