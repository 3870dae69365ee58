import { claimed } from './claims.ts';
import type { Context } from './context.ts';
import type { FactIndex, Quantity } from './fact-index.ts';
import type { Meaning } from './fact-meaning.ts';
import { familyOf } from './families.ts';
import type { Figure } from './figure.ts';
import { isThing, kindOf } from './subject-kinds.ts';
import { lacksItsWords } from './needed-words.ts';
import { isSaidOfAnother } from './said-of.ts';
import { turnedBy } from './polarity/turned-by.ts';
import { isTurned } from './turned-bounds.ts';

/** Kinds of subject that a text must name for a fact of one to be what a figure in it means. */
const MUST_BE_NAMED: ReadonlySet<string> = new Set(['class', 'region', 'sector', 'account', 'accountType', 'holding', 'issuer', 'currency']); // prettier-ignore

/** One of its kind: "the private fund", "the largest holding", "none of the funds", "from 0.03% to 0.07%". */
const SINGLED: Readonly<Record<string, RegExp>> = {
  holding:
    /\b(?:fund|etf|holding|position|company|instrument|investment|security|ticker|issuer|name)\b(?! market)|\b(?:\w+est|most|least|none|no|each|every|only|range\w*)\b[^.;]*\b(?:funds|etfs|holdings|positions|companies|instruments|investments|securities|names|ratios)\b|\b(?:funds|etfs|holdings|positions|companies|instruments|investments|ratios) range\b|\b(?:its|this|that) (?:price|cost|gain|loss|value)\b|\bof it\b|\bit['’]s\b|\bit (?:is|makes|holds|has)\b|\bothers?\b|\bcoins?\b/i,
  account: /\b(?:account(?! for\b)|ira|401\(?k\)?|brokerage|plan)\b/i,
  issuer: /\b(?:company|issuer|name|stock|employer)\b/i,
  region: /\b(?:region|abroad|overseas|foreign|international|home|country|world)\b/i,
  sector: /\b(?:sector|industry)\b/i,
  class: /\basset class\b/i,
  accountType: /\btax(?:ed|es)?\b/i,
  currency: /\b(?:currenc(?:y|ies)|dollars?|euros?|pounds?|foreign|abroad|exchange)\b|[€£¥]/i,
};
/** What a thing is called in passing, where no name is said. */
const IN_PASSING: Readonly<Record<string, RegExp>> = {
  'class:equity': /\bstocks?\b|\bequit(?:y|ies)\b/i,
  'class:fixed_income': /\bbonds?\b/i,
  'class:unknown':
    /\bprivate\b|\bknow\w*\b|\bclassif\w*|\bnothing\b|\bsee(?:n|s)? into\b|\bopaque\b|\bunclear\b|\buncertain\b|\bmade of\b/i,
  'sector:other': /\bother\b/i,
  'class:cash':
    /\bborrow\w*\b|\bdebts?\b|\bmargin\b|\bloans?\b|\bow(?:e|es|ed|ing)\b|\bchecking\b|\bmoney market\b|\buninvested\b/i,
  'class:alternatives': /\bcoins?\b|\bbitcoins?\b|\bprivate\b/i,
};

/** In which respect the words around a figure do not bear a fact out. */
type Lack = 'thing' | 'claim' | 'change' | 'words' | 'another';

/**
 * Whether the words around a figure bear out that it is what a fact is of: its thing is named, its change of the plan is spoken
 * of, and the clause does not say plainly that it is something else.
 */
export const isSupported = (figure: Figure, quantity: Quantity, context: Context, index: FactIndex): boolean =>
  lack(figure, quantity, context, index) === null;

/** What is missing for a fact to be what a figure means; null where nothing is. */
export function lack(figure: Figure, quantity: Quantity, context: Context, index: FactIndex): Lack | null {
  return unsaid(figure, quantity, context, index) ?? saidElse(figure, quantity, context, index);
}

/** What the words leave unsaid of a fact: its thing, its change of the plan, a word that it needs; null where nothing is. */
export function unsaid(figure: Figure, quantity: Quantity, context: Context, index: FactIndex): Lack | null {
  const { fact, meaning } = quantity;
  const family = context.families.size === 0 ? null : familyOf(fact);
  const kin = family !== null && context.families.has(family);
  if (!kin && figure.key !== 'mix' && !isThingNamed(fact, meaning, context, figure, index)) return 'thing';
  if (!kin && isLabelOfNoChangeNamed(quantity, context)) return 'change';
  return lacksItsWords(figure, quantity, context, index, kin) ? 'words' : null;
}

/** Whether the words say plainly that a figure is something else than a fact, or of something else; null where they do not. */
export function saidElse(figure: Figure, quantity: Quantity, context: Context, index: FactIndex): Lack | null {
  const sides = sidesOf(figure, context);
  const allows = claimOf(figure, sides, context);
  if (allows !== null && !allows(quantity.fact)) return 'claim';
  if (isTurned(figure, quantity, context, index) || isSaidOfAnother(figure, quantity, sides, context, index)) return 'another'; // prettier-ignore
  return turnedBy(figure, quantity.fact, context, index) === null ? null : 'another';
}

type Claimed = ReturnType<typeof claimed>;
/** What is claimed of a figure is asked for each fact of its size, and read once. */
const read = new WeakMap<Context, Map<Figure['kind'], Claimed>>();

function claimOf(figure: Figure, sides: readonly [string, string], context: Context): Claimed {
  const known = read.get(context) ?? new Map<Figure['kind'], Claimed>();
  const found = known.get(figure.kind);
  if (found !== undefined) return found;
  const claim = claimed(figure, sides, widerBefore(figure, context));
  read.set(context, known.set(figure.kind, claim));
  return claim;
}

/** What stands before and behind a figure in its own clause; a figure by itself has that of the clause before. */
function sidesOf(figure: Figure, { own, clause, carried, before }: Context): readonly [string, string] {
  const text = carried ? clause : own;
  const lead = before.slice(-12);
  const from = text.indexOf(lead + figure.text);
  const at = from === -1 ? text.lastIndexOf(figure.text) : from + lead.length;
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + figure.text.length)];
}

/** The sentence before a figure, as far as no dash, bracket or semicolon parts it. */
function widerBefore(figure: Figure, { before, sentence }: Context): string {
  const at = sentence.lastIndexOf(before + figure.text);
  const all = at === -1 ? before : sentence.slice(0, at + before.length);
  return all.slice(Math.max(all.lastIndexOf(';'), all.lastIndexOf('('), all.lastIndexOf('—')) + 1);
}

function isThingNamed(
  fact: string,
  { subjects, topic }: Meaning,
  context: Context,
  figure: Figure,
  index: FactIndex,
): boolean {
  const own = subjects.filter((subject) => MUST_BE_NAMED.has(kindOf(subject)));
  if (own.length === 0) return true;
  const { around, attached, subjects: clause, beside, passage, sentence } = context;
  if (own.some((one) => attached.has(one) || clause.has(one) || around.has(one) || beside.has(one))) return true;
  if (fact.startsWith('stale.')) return true;
  // An account that is called "Savings" is hard to tell from savings.
  if (own.some((one) => kindOf(one) === 'account' && passage.toLowerCase().includes(one.slice('account:'.length).replaceAll('-', ' ')))) return true; // prettier-ignore
  if (own.some((one) => IN_PASSING[one]?.test(passage) === true || SINGLED[kindOf(one)]?.test(sentence) === true && couldBe(one, sentence, index))) return true; // prettier-ignore
  // "The shortfall of 5.6 points": where nothing is named, it is of what the text has spoken of.
  return (figure.kind === 'points' || topic === 'trade') && ![...around].some(isThing);
}

const KINDS_OF_FUND: readonly (readonly [words: RegExp, assetClass: RegExp])[] = [
  [/\breal[ -]estate (?:fund|etf|position|holding|investment)/i, /real estate/i],
  [/\bbond (?:fund|etf|position|holding|investment)/i, /bond|mix/i],
  [/\b(?:stock|equity) (?:fund|etf|position|holding|investment)/i, /stock/i],
  [/\b(?:gold|commodity) (?:fund|etf|position|holding|investment)/i, /commodit/i],
];
const CALLED = /((?:\p{Lu}[\p{L}&.-]+ )+)(?:fund|etf|stock|position|holding)\b/u;

/** "Your real estate fund" is none of gold, and "the Target Retirement fund" is called so. */
function couldBe(subject: string, sentence: string, { values }: FactIndex): boolean {
  const key = /^holding:(.+)$/.exec(subject)?.[1];
  if (key === undefined) return true;
  const assetClass = String(values.get(`holding.${key}.assetClass`) ?? '');
  const other = KINDS_OF_FUND.some(
    ([words, meant]) => words.test(sentence) && assetClass !== '' && !meant.test(assetClass),
  );
  if (other) return false;
  const called = CALLED.exec(sentence)?.[1]?.replace(/^(?:Your|The|This|That|An?|Its|Our|My|No|None|Each|Every|One|Any|Another|Only|Both|Most|Some|Other|If|And|But|In|Of)\b/, '').trim().toLowerCase() ?? ''; // prettier-ignore
  const name = String(values.get(`holding.${key}.name`) ?? key).toLowerCase();
  return called === '' || called.split(' ').every((word) => name.includes(word) || key.toLowerCase() === word);
}

const ASKED = /\b(?:if|would|could|instead|were|should|spending|spend|retir\w+|saving|ask\w*|question|then|option|alternative|suppos\w+|change[sd]?|work\w*|with|at|budget|safe|tak\w+|mak\w+|realistic\w*|possible|feasible|doable)\b/i; // prettier-ignore

/** Words that speak of a change whose amount the figure is. */
const SPOKEN_OF: readonly (readonly [change: string, words: RegExp])[] = [
  ['spend', /\b(?:cut\w*|spen[dt]\w*|trim\w*|budget|liv\w+ on|draw\w*|withdraw\w*)\b|\bon \$\d/i],
  ['save', /\b(?:sav\w+|contribut\w+|put\w* (?:away|aside)|set\w* aside)\b/i],
  ['start', /\b(?:sav\w+|contribut\w+|put\w* (?:away|aside)|set\w* aside)\b/i],
];
/** "With 99% in stocks", "shifting to 63% stocks". */
const TO_A_SHARE = /\b(?:with|to|at|hold\w*|instead of|than|against|in)(?: only| just| about)? $/i;

/** What the name of a change of the plan states counts only where that change is spoken of. */
function isLabelOfNoChangeNamed(
  { fact, meaning }: Quantity,
  { named, passage, sentence, attached, beside, around, before }: Context,
): boolean {
  if (/^question\.whatIf\.\d+\.label/.test(fact)) return !ASKED.test(passage);
  if (!/^retirement\.whatIf\.[^.]+\.label/.test(fact)) return false;
  const key = fact.split('.')[2] ?? '';
  if (SPOKEN_OF.some(([change, words]) => key.startsWith(change) && words.test(sentence))) return false;
  const stocks = attached.has('class:equity') || beside.has('class:equity') || around.has('class:equity');
  if (key.endsWith('equity') && stocks && TO_A_SHARE.test(before)) return false;
  return !meaning.subjects.some((one) => kindOf(one) === 'whatIf' && named.has(one));
}
