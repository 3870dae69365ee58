import { everyMatch } from '../../every-match.ts';
import type { FactIndex } from '../fact-index.ts';
import { SUPPOSED, sentenceAt } from './saying.ts';
import type { Saying } from './saying.ts';

const THINGS = '(?:holdings?|positions?|investments?|instruments?|funds?|prices?)';
const ALL = String.raw`(?<!\b(?:not|nearly|almost|but|if) )\b(?:all|every|each|everything)(?: single| [a-z]+(?= of))?(?: one)?(?: of)?(?: your| the)?(?: [a-z]+(?:-[a-z]+)?)?(?: ${THINGS})?(?: (?:that )?you(?:['’]ve| have)? (?:own|hold|have|bought|purchased))?`;
const NONE = String.raw`\b(?:none|no|not one|nothing|not a single)(?: of)?(?: your| the)?(?: ${THINGS})?`;
const FRESH = String.raw`(?:(?:priced|valued) at (?:today['’]s|current|the latest)|current|recent|fresh|up[- ]to[- ]date|today['’]s|new|the latest|the newest|(?:priced )?(?:as )?(?:of|from) (?:today|yesterday))`;
const OLD = '(?:old|stale|outdated|out of date|out-of-date)';
const WON =
  '(?:profitable|in profit|in the black|in the green|up|gained|risen|gains?|profits?|made money|winners|worth more than (?:you paid|it cost|they cost|its cost|their cost))';
const LOST = '(?:loss(?:es)?|lost(?: money| value)?|fallen|under ?water|in the red|down|losing)';
const HAVE =
  '(?:(?:could|can) be|was|were|is|are|has|have|had|shows?|carr(?:y|ies)|uses?|sits?)(?: (?:an?|in|at|made|all|been))*';

interface Rule {
  said: RegExp;
  /** Whether facts say otherwise; what they say. */
  unless: (index: FactIndex) => string | null;
}

const count = ({ values }: FactIndex, name: string): number => Number(values.get(name) ?? 0);
const unpriced = (index: FactIndex): string | null =>
  count(index, 'excluded.count') > 0 ? `${count(index, 'excluded.count')} could not be valued (excluded.count)` : null;
const stale = (index: FactIndex): string | null =>
  count(index, 'stale.count') > 0 ? `${count(index, 'stale.count')} have an old price (stale.count)` : null;
const allStale = (index: FactIndex): string | null =>
  count(index, 'stale.count') > 0 && count(index, 'stale.count') >= count(index, 'portfolio.holdings') ? 'all have an old price (stale.count)' : null; // prettier-ignore

function losing({ values }: FactIndex): string | null {
  for (const [name, gain] of values) {
    if (typeof gain === 'number' && gain < 0 && /^holding\.[^.]+\.gain$/.test(name)) return `one has lost (${name})`;
  }
  return null;
}

/** "Only one holding has an old price." */
const ONE = String.raw`\b(?:only|just) one(?: of)?(?: your| the)?(?: \w+)? ${THINGS}`;
const notOne = (name: string) => (index: FactIndex): string | null => count(index, name) > 1 ? `there are ${count(index, name)} (${name})` : null; // prettier-ignore

const costly = ({ values }: FactIndex): string | null =>
  Number(values.get('costs.yearly') ?? 0) > 0 ? 'their costs a year are known (costs.yearly)' : null;

const single = ({ values }: FactIndex): string | null =>
  Number(values.get('concentration.singleStock.weight') ?? 0) > 0 ? 'single companies are among them (concentration.singleStock.weight)' : null; // prettier-ignore

const partlyKnown = ({ values }: FactIndex): string | null =>
  Number(values.get('portfolio.gain.coverage') ?? 1) < 0.995 ? 'what was paid is known of a part only (portfolio.gain.coverage)' : null; // prettier-ignore

const rules: readonly Rule[] = [
  {
    said: new RegExp(
      `(?:${ALL}|\\b(?:your|the) (?:index )?funds) (?:(?:costs?|charges?)(?: you)? nothing|(?:is|are) (?:all )?free(?: of (?:charge|fees|costs?))?(?![- ]\\w)|(?:has|have) no (?:fees?|costs?|expenses))\\b`,
      'gi',
    ),
    unless: costly,
  },
  {
    said: /(?<!\b(?:not|nearly|almost) )\b(?:all|every|each)(?: of)?(?: your| the)? (?:gains?|cost bas[ei]s|purchase prices?) (?:is|are) known\b/gi,
    unless: partlyKnown,
  },
  {
    said: new RegExp(`${ALL} (?:is|are) (?:(?:low-cost|index|mutual|an?) )*(?:funds?|etfs?)\\b`, 'gi'),
    unless: single,
  },
  { said: new RegExp(`${ONE} ${HAVE} (?:an? )?${OLD}\\b`, 'gi'), unless: notOne('stale.count') },
  {
    said: new RegExp(`${ONE} (?:has no|could not be|is without|was left|is left|is not) `, 'gi'),
    unless: notOne('excluded.count'),
  },
  {
    said: new RegExp(
      `\\b(?:your|the) (?:portfolio|holdings|positions|prices|figures) (?:is|are) (?:all )?(?:priced |valued )?(?:as )?(?:of|from|at) (?:today|yesterday|this (?:morning|week))\\b`,
      'gi',
    ),
    unless: stale,
  },
  { said: new RegExp(`${ALL} ${HAVE} (?:(?:known |current )?prices?|priced|valued)\\b`, 'gi'), unless: unpriced },
  { said: new RegExp(`${NONE} ${HAVE} (?:left out|missing|unpriced|excluded|without a price)\\b`, 'gi'), unless: unpriced }, // prettier-ignore
  { said: new RegExp(`${ALL} ${HAVE} ${FRESH}\\b`, 'gi'), unless: stale },
  { said: new RegExp(`${NONE} ${HAVE} ${OLD}\\b`, 'gi'), unless: stale },
  { said: new RegExp(`(?<!\\b(?:no|not|none|never|without|few)\\b[^.;]*)\\b${HAVE} (?:current|fresh|up[- ]to[- ]date) prices?\\b`, 'gi'), unless: allStale }, // prettier-ignore
  { said: new RegExp(`${ALL} ${HAVE} ${WON}\\b(?! to\\b)`, 'gi'), unless: losing },
  { said: new RegExp(`${NONE} ${HAVE} ${LOST}\\b`, 'gi'), unless: losing },
];
const MAYBE = new RegExp(`${THINGS}|known|everything|nothing|portfolio|figures`, 'i');

/** What is said of all positions or of none, where facts say otherwise of one. */
export function falseOfAll(text: string, index: FactIndex): Saying[] {
  if (!MAYBE.test(text)) return [];
  return rules.flatMap(({ said, unless }): Saying[] => {
    // The facts first: mostly none of them says otherwise, and they are asked sooner than the text.
    const fault = unless(index);
    if (fault === null) return [];
    return everyMatch(said, text)
      .filter(({ 0: words, index: start }) => isStated(words, sentenceAt(text, start)))
      .map(({ 0: words, index: start }) => ({ start, end: start + words.length, fault }));
  });
}

/** A number makes it as many as there are: "all 20 positions that have a price". */
const isStated = (words: string, sentence: string): boolean =>
  (!/\d/.test(words) || /^(?:only|just) one/i.test(words)) && !SUPPOSED.test(sentence.replace(words, ''));
