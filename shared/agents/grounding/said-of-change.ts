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

/** Where a movement begins says nothing of which way it came there. */
const START = /\b(?:from|against|than|versus)(?: about| around| roughly| only)* $/i;

const RAISES =
  /\b(?:rais\w+|lift\w*|improv\w+|boost\w*|increas\w+) (?:the |your |its |that |this )?(?:\w+ )?(?:chances?|odds|probability|likelihood|it|that)\b|\b(?:chances?|odds|probability) (?:would |could |then )?(?:ris\w+|climb\w*|improv\w+|jump\w*|increas\w+)\b/i;
const LOWERS =
  /\b(?:lower(?:s|ed|ing)?|drop\w*|cut(?:s|ting)?|reduc\w+|drag\w*) (?:the |your |its |that |this )?(?:\w+ )?(?:chances?|odds|probability|likelihood|it|that)\b|\b(?:chances?|odds|probability) (?:would |could |then )?(?:drop\w*|fall\w*|sink\w*|slip\w*|shrink\w*|declin\w+)\b/i;

/** "Retiring at 60 would raise the chance to 53%". */
function isAgainstTheChange(change: unknown, said: string): boolean {
  if (typeof change !== 'number' || change === 0 || RAISES.test(said) === LOWERS.test(said)) return false;
  if (/\bnot\b|n['’]t\b|\bnor\b/i.test(said)) return false;
  return RAISES.test(said) ? change < 0 : change > 0;
}
