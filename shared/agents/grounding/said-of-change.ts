import type { Context } from './context.ts';
import type { FactIndex, Quantity } from './fact-index.ts';
import type { Figure } from './figure.ts';

type Sides = readonly [before: string, after: string];

/** The chance of a changed plan said of another age, or to rise where it falls; `polarity/` has that of the plan as it is. */
export function isOfAChange(
  { kind }: Figure,
  { fact }: Quantity,
  [before, after]: Sides,
  context: Context,
  index: FactIndex,
): boolean {
  const points = kind === 'points' ? /^(?:retirement|question)\.whatIf\.[^.]+\.change$/.test(fact) : false;
  if (points) return isAgainstTheChange(index.values.get(fact), `${before} ${after}`);
  if (kind !== 'percent' && kind !== 'odds') return false;
  const { values } = index;
  // What the earliest age brings has no change of its own among the facts.
  if (fact === EARLIEST) {
    const gained = Number(values.get(EARLIEST)) - Number(values.get('retirement.success'));
    if (gained > 0 && /\byears? (?:earlier|sooner|early)\b/i.test(context.sentence)) return true;
    return !START.test(before) && isAgainstTheChange(gained, `${before} ${after}`);
  }
  const change = /^(?:retirement|question)\.whatIf\.([^.]+)\.success$/.exec(fact)?.[1];
  if (change === undefined) return false;
  const at = [
    ...context.sentence.matchAll(
      /\b(?:retir(?:e|es|ing|ement) at|work\w* (?:until|to|till)|wait\w* (?:until|to|till)|stop\w* (?:work\w* )?at) (?:age )?(\d\d)\b/gi,
    ),
  ].map(([, age]) => age);
  const planned = String(index.ages.retirement ?? '');
  if (change.startsWith('retire') && at.length > 0 && !fact.startsWith('question')) {
    const label = String(index.values.get(fact.replace(/success$/, 'label')) ?? '');
    if (at.every((age) => age !== undefined && !label.includes(age) && age !== planned)) return true;
  }
  if (START.test(before)) return false;
  return isAgainstTheChange(index.values.get(fact.replace(/success$/, 'change')), `${before} ${after}`);
}

const EARLIEST = 'retirement.earliestSuccess';
/** Where a movement begins says nothing of which way it came there. */
const START = /\b(?:from|against|than|versus)(?: about| around| roughly| only)* $/i;

const CHANCE = String.raw`(?:chances?|odds|probability|likelihood)(?: of success| that (?:it|the money|your money) lasts?)?`;
const DET = String.raw`(?:the |your |its |that |this )?(?:\w+ )?`;
const MOVES = String.raw`(?:br(?:ings?|ought|inging)|tak(?:es?|ing)|took|p(?:ull|ush|ut)\w*|mov(?:es?|ing)|driv\w+|drag\w*|send\w*|go(?:es)?|comes?|edg\w+)`;
const FROM = String.raw`(?: (?:back|further|from \S+))*`;
const WOULD = String.raw`(?: (?:would|could|will|then|also|even|only))*`;
const goes = (verbs: string, own: string, way: string, state: string): RegExp =>
  new RegExp(String.raw`\b(?:${verbs}) (?:${DET}${CHANCE}|it|that)\b(?!['’])|\b${MOVES} ${DET}${CHANCE}${FROM} ${way}\b|\b${CHANCE}${WOULD} (?:${verbs}|${own}|${MOVES}${FROM} ${way}|(?:is|are|be) (?:then )?(?:${state}))\b`, 'i'); // prettier-ignore
const RAISES = goes(
  String.raw`rais\w+|lift\w*|improv\w+|boost\w*|increas\w+`,
  String.raw`ris\w+|climb\w*|jump\w*|grow\w*`,
  'up',
  'higher|better',
);
const LOWERS = goes(
  String.raw`lower(?:s|ed|ing)?|drop\w*|cut(?:s|ting)?|reduc\w+|drag\w*|slash\w*|shrink\w*|worsen\w*|hurt\w*|depress\w*`,
  String.raw`fall\w*|s[ai]nk\w*|slip\w*|slid\w*|declin\w+|dip\w*`,
  'down',
  'lower|worse',
);

/** "Retiring at 60 would raise the chance to 53%". */
function isAgainstTheChange(change: unknown, said: string): boolean {
  if (typeof change !== 'number' || change === 0 || RAISES.test(said) === LOWERS.test(said)) return false;
  if (/\bnot\b|n['’]t\b|\bnor\b/i.test(said)) return false;
  return RAISES.test(said) ? change < 0 : change > 0;
}
