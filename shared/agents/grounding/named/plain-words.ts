import type { Context } from '../context.ts';
import type { FactIndex, Quantity } from '../fact-index.ts';
import type { WholeText } from './whole-text.ts';

/** Words that tell of a plan that is not the one there is. */
export const CHANGED =
  /\b(?:would|could|might|if|instead|rather|lift\w*|rais\w+|cut\w*|drop\w*|chang\w+|with|what[- ]ifs?|worst|best|add\w*|options?|later|more|less|lower\w*|higher|longer|earlier|sooner|help\w*|hurt\w*|levers?|fall\w*|climb\w*|improv\w+|asked|question|to|scenario\w*)\b|[+→|]/i;

/** Not what one person is, or is paid, said of the other one of a plan. */
export function personFits(fact: string, { own, before }: Context, { values }: FactIndex): boolean {
  const row = /^goals\.(people|otherIncome)\.(\d+)\./.exec(fact);
  const whose = row === null ? undefined : values.get(`goals.${row[1] ?? ''}.${row[2] ?? ''}.${row[1] === 'people' ? 'name' : 'whose'}`); // prettier-ignore
  if (typeof whose !== 'string') return true;
  // The one pension of the plan is whose it is, whoever is named before it.
  const rows = [...values].filter(([name]) => /^goals\.otherIncome\.\d+\.label$/.test(name));
  const label = values.get(`goals.otherIncome.${row?.[2] ?? ''}.label`);
  if (row?.[1] === 'otherIncome' && rows.filter(([, one]) => one === label).length === 1) return true;
  const names = [...values].flatMap(([name, value]) => (/^goals\.people\.\d+\.name$/.test(name) && typeof value === 'string' ? [value] : [])); // prettier-ignore
  const last = names
    .map((name) => ({ name, at: before.lastIndexOf(name) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => b.at - a.at)[0];
  if (last !== undefined) return last.name === whose || own.includes(`${whose} and `) || own.includes(` and ${whose}`);
  return true;
}

const OWED =
  /\b(?:borrow\w*|debts?(?!-free)|loans?|margin|ow(?:e|es|ed|ing)|negative|minus|below zero|overdra\w+|leverag\w+)\b|[-−]\s?[$\d]/i;

/** What is below zero is owed, and not had. */
export function oweFits({ fact, meaning }: Quantity, { text }: WholeText, { values, units }: FactIndex): boolean {
  const value = values.get(fact);
  const held = /^(?:portfolio\.cash|cash\.|allocation\.)/.test(fact) && units.get(fact) !== 'points';
  return !held || meaning.direction !== undefined || typeof value !== 'number' || value >= 0 || OWED.test(text);
}

const LOSES = /\b(?:lose|loses|lost|losing|cost you)(?: about| around| roughly| some| nearly| almost| all)* $/i;
const ALL = /\b(?:to (?:zero|nothing)|worthless|wiped out|bankrupt\w*|fails?|failed|everything|all of it)\b/i;

/** What something is worth is lost only where all of it is. */
export const lossFits = ({ meaning: { topic }, fact }: Quantity, { before, sentence }: Context): boolean =>
  !(LOSES.test(before) && (topic === 'share' || topic === 'worth') && !fact.startsWith('risk.')) || ALL.test(sentence);

const PAYS = /\b(?:social security|pensions?|annuit(?:y|ies)|rent|benefits?)(?: \w+){0,2} (?:pays?|brings?(?: in)?|adds?|provides?|gives?|is|worth|are|of)(?: you)?(?: about| around| roughly| some| nearly| almost| only| another)* $/i; // prettier-ignore
const WANTED = /^(?:goals\.(?:income|contribute|fromPortfolio)|retirement\.sustainableIncome)$/;

/** What is wanted in all is not what a pension pays. */
export const payFits = ({ fact }: Quantity, { before }: Context): boolean => !(WANTED.test(fact) && PAYS.test(before));

const TAX = /^ (?:in|of) (?:income |capital gains )?tax(?:es)?\b/i;
const SAFE = /\bsafe(?:ly)?(?: \w+)? (?:at|from|by)(?: age)? $/i;
/** A change of the plan said the other way: its key, and those words. */
const TURNED: readonly (readonly [change: RegExp, words: RegExp])[] = [
  [/\.whatIf\.spend\w*less/, /\bspend(?:ing)? (?:a (?:bit|little) |\$?[\d,%]+ )?more\b/i],
  [
    /\.whatIf\.(?:save|start)/,
    /\bsav(?:e|ing) (?:a (?:bit|little) |\$?[\d,%]+ )?less\b|\b(?:without|not) saving (?:any )?more\b/i,
  ],
  [/\.whatIf\.inflation\w*higher/, /\b(?:lower|less|slower) inflation\b/i],
  [/\.whatIf\.inflation\w*lower/, /\b(?:higher|more|faster) inflation\b/i],
  [/\.whatIf\.retire\w*later/, /\b(?:earlier|sooner)\b/i],
  [/\.whatIf\.live\w*longer/, /\b(?:shorter|sooner)\b/i],
];

const ABOUT = '(?: about| around| roughly| nearly| almost| only| just)* $';
/** Words right before a figure that say which fact it is. */
const SPOKEN: readonly (readonly [words: RegExp, facts: RegExp])[] = [
  [
    new RegExp(
      String.raw`\b(?:largest|biggest|top) (?:single )?(?:holding|position|investment|fund) (?:is|makes up|accounts for|stands at|takes up)${ABOUT}`,
      'i',
    ),
    /^(?:concentration\.largest|holding\.|question)/,
  ],
  [
    new RegExp(
      String.raw`\b(?:five|5) (?:largest|biggest) (?:holdings|positions|investments) (?:are|make up|account for|hold)${ABOUT}`,
      'i',
    ),
    /^(?:concentration\.topFive|question)/,
  ],
];

/** What is sold is no tax, what is planned is not what is safe, the largest holding is no account, and a change is not its opposite. */
export const meantFits = ({ fact }: Quantity, { before, after, own }: Context): boolean =>
  SPOKEN.every(([words, facts]) => facts.test(fact) || !words.test(before)) &&
  (!TAX.test(after) || /tax/i.test(fact)) &&
  (!SAFE.test(before) || !fact.startsWith('goals.')) &&
  !TURNED.some(([change, words]) => change.test(fact) && words.test(own));
