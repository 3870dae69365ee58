import { agrees } from '../agrees.ts';
import type { Context } from '../context.ts';
import type { FactIndex, Quantity, Shelf } from '../fact-index.ts';
import { speaksOf } from '../fact-meaning.ts';
import type { Figure } from '../figure.ts';
import { GAIN_RATIO, MULTIPLE } from '../multiple.ts';
import { plainTopics } from '../cues.ts';
import type { CueName } from '../cues.ts';
import { NAMED, isThing, kindOf } from '../subject-kinds.ts';
import { turnedBy } from '../polarity/turned-by.ts';
import { isSupported, saidElse, unsaid } from '../support.ts';
import { against, nearTo, unasked } from './against.ts';
import type { Naming } from './name-figure.ts';
import { isOfSomethingElse } from './outside-things.ts';
import { CHANGED, lossFits, meantFits, oweFits, payFits, personFits } from './plain-words.ts';
import { fitsIn } from './size-of.ts';
import { isAtWhatLasts, isOfALater, isOfItsCase } from './of-its-case.ts';
import { told, wordAgainst } from './told.ts';
import { widened } from './whole-text.ts';
import type { WholeText } from './whole-text.ts';
import { worthOfFact } from './worth.ts';

/** Whether a figure is the fact that its writer named for it. */
export function nameFact(figure: Figure, name: string, context: Context, whole: WholeText, index: FactIndex): Naming {
  const worth = worthOfFact(name, index);
  if (worth === null) return stands(figure, name, context, whole, index);
  const foreign = currencyOf(figure);
  if (foreign !== null && foreign !== index.values.get('portfolio.currency') && !name.startsWith('exchangeRate.')) {
    return wrong(`${name} is in ${String(index.values.get('portfolio.currency') ?? 'USD')}`);
  }
  const fit = fitsIn(figure, worth, context);
  if (fit === null) return wrong(`that fact is ${valueOf(name, index)}`);
  const meaning = index.meanings(name);
  const fact = { value: fit.figure.value, fact: name, meaning };
  if (!isPlainlySo(fact, context, whole, index)) return { ...wrong(told('what they say of it', null, name, index)), plainly: true }; // prettier-ignore
  const said = saysElse(fit.figure, fact, context, whole, index);
  if (said !== null) return wrong(said);
  return { fact: fit.periods === 1 ? name : `${name} / ${fit.periods}`, fault: '' };
}

const wrong = (fault: string): Naming => ({ fact: null, fault });

/** Whether no word says in plain terms that a fact is not what is meant, whatever else speaks for it. */
export function isPlainlySo(fact: Quantity, context: Context, whole: WholeText, index: FactIndex): boolean {
  if (isOfSomethingElse(context, index) || !personFits(fact.fact, context, index)) return false;
  if (!oweFits(fact, whole, index) || !lossFits(fact, context) || !payFits(fact, context) || !meantFits(fact, context))
    return false;
  const isChange = fact.meaning.subjects.some((one) => one.startsWith('whatIf:'));
  return !isChange || CHANGED.test(context.passage) || isCaseNamed(fact, widened(context, whole));
}

/** Why the words do not let a figure be a fact; null where they do. */
export function saysElse(
  figure: Figure,
  fact: Quantity,
  context: Context,
  whole: WholeText,
  index: FactIndex,
): string | null {
  if (areAllCompanies(fact, context, index)) return null;
  const topics = index.topics[shelfOf(figure)];
  const way = against(figure, fact.meaning, context, topics);
  if (way !== null && !(way === 'case' && isOfItsCase(figure, fact, context, index))) return told(AGAINST[way], wordAgainst(way, figure, fact, context), fact.fact, index); // prettier-ignore
  const turned = turnedBy(figure, fact.fact, context, index);
  if (turned !== null) return told('what they say of it', turned, fact.fact, index);
  if (saidElse(figure, fact, context, index) !== null || isOfSomethingElse(context, index)) return told('what they say of it', null, fact.fact, index); // prettier-ignore
  const wide = widened(context, whole);
  const named = isCaseNamed(fact, wide);
  const asked = named ? unasked(fact.meaning) : fact.meaning;
  const missing = unsaid(figure, fact, wide, index);
  if (missing === null && agrees(figure, asked, wide, topics)) return null;
  if (ALWAYS.test(fact.fact) || missing === 'change') return 'nothing in the text says that it speaks of that fact';
  if (fact.fact === 'retirement.confidence' && isAtWhatLasts(context.sentence, index)) return null;
  if (MULTIPLE.test(figure.text) && GAIN_RATIO.test(fact.fact)) return null;
  const meant = otherMeant(figure, fact.fact, context, index);
  return meant === null ? null : `the words around it speak of ${meant}`;
}

const TOGETHER = /\b(?:together|combined|altogether|in (?:all|total)|add up|sum|between them)\b/i;

/** "Together, Apple and Nvidia come to 18%": the companies named are those that a share of all of them is of. */
function areAllCompanies({ fact, value }: Quantity, { named, sentence }: Context, { values }: FactIndex): boolean {
  if (fact !== 'concentration.singleStock.weight' || !TOGETHER.test(sentence)) return false;
  const holdings = [...named].filter((one) => one.startsWith('holding:'));
  const weights = holdings.map((one) => values.get(`holding.${one.slice('holding:'.length)}.weight`));
  const sum = weights.reduce<number>((all, one) => all + (typeof one === 'number' ? one : 0), 0);
  return Math.abs(100 * sum - value) < 1;
}

/** What is never meant without its age or percentile, or the word of what it is: many others are of its kind. */
const ALWAYS = /^retirement\.(?:balance|spending|sustainable\.|sequence|shortfall|paidInFull)|^risk\.loss\d+\.(?:tail|param)|^retirement\.note|^rebalancing\.note/; // prettier-ignore

/** Whether a text names the crisis, the change of the plan or the age that a fact is of: that says which it is. */
const isCaseNamed = ({ meaning: { subjects } }: Quantity, { named, here }: Context): boolean =>
  subjects.some((one) => /^(?:stress|whatIf|sequence|paid):/.test(one) && (named.has(one) || here.has(one)));

const AGAINST = {
  sign: 'its sign',
  count: 'what is counted',
  subject: 'the thing that it is said of',
  case: 'the age, crisis or change that it is said of',
  topic: 'what kind of figure they speak of',
  direction: 'the direction',
} as const;

/** Another fact that the words speak of plainly, where they leave unsaid what the named one is of: a chance as it is, not that of a changed plan. */
export function otherMeant(figure: Figure, fact: string, context: Context, index: FactIndex): string | null {
  // Of two figures that are compared the second is said of what the first is.
  if (SECOND.test(context.before)) return null;
  const shelf = shelfOf(figure);
  const near = nearTo(figure, context);
  const other = index[shelf].find(
    (one) =>
      one.fact !== fact &&
      index.values.has(one.fact) &&
      isPlain(one, near) &&
      !isOfALater(figure, one, context, index) &&
      agrees(figure, one.meaning, context, index.topics[shelf]) &&
      isSupported(figure, one, context, index),
  );
  return other?.fact ?? null;
}

const ONE_IN = /\b(?:one|once|1)(?: \w+)?[ -](?:in|out of|every)[ -]/i;
const SECOND = /\d[\d,.]*\S?(?: \w+)? ?(?:→|->|=>|to|against|versus|vs\.?|instead of|rather than|compared with|from)(?: an?| the| about| its| your)? ?$/i; // prettier-ignore

/** Topics whose words mean nothing else. */
const PARTICULAR: ReadonlySet<CueName> = new Set<CueName>(['company', 'topFive', 'effective', 'volatility', 'inflation', 'confidence', 'target', 'grade', 'tail', 'taxed']); // prettier-ignore

/** Whether the clause itself names what a fact is of, or says its topic in so many words: what fits anything is not spoken of. */
function isPlain({ meaning: { subjects, topic } }: Quantity, { beside, own, named, here, sentence }: Context): boolean {
  const cases = subjects.filter((one) => !NAMED.has(kindOf(one)) && kindOf(one) !== 'plan' && kindOf(one) !== 'day');
  if (cases.length > 1 && cases.every((one) => named.has(one) || here.has(one))) return true;
  if (subjects.some((one) => isThing(one) && beside.has(one))) return true;
  if (subjects.some((one) => kindOf(one) === 'tail')) return ONE_IN.test(sentence);
  if (topic === 'worth') return beside.has('whole:portfolio') && /\b(?:worth|valued?|total)\b/i.test(own);
  return topic !== null && (plainTopics[topic]?.test(own) === true || (PARTICULAR.has(topic) && speaksOf(topic, own)));
}

const shelfOf = ({ kind }: Figure): Shelf =>
  kind === 'money' || kind === 'points' ? kind : kind === 'percent' || kind === 'odds' ? 'percent' : 'number';

/** A day or a text: the figure must stand in it, and be said of what the text is of. */
function stands(figure: Figure, name: string, context: Context, whole: WholeText, index: FactIndex): Naming {
  const value = index.values.get(name);
  const text = typeof value === 'string' ? value : '';
  const dated = figure.kind === 'date' || figure.kind === 'year';
  const wide = widened(context, whole);
  const own = index.stated.some(
    (one) =>
      one.fact === name &&
      one.kind === figure.kind &&
      Math.abs(one.value - figure.value) < 1e-6 &&
      (one.before === figure.before || one.after === figure.after || isCaseNamed(one, context)) &&
      saysElse(figure, one, context, whole, index) === null &&
      unsaid(figure, one, wide, index) === null,
  );
  return own || (dated && dateStands(figure, text)) ? { fact: name, fault: '' } : wrong(`that fact is ${valueOf(name, index)}`); // prettier-ignore
}

function dateStands({ key, value }: Figure, text: string): boolean {
  const said = key === '' ? String(value) : key;
  return said !== '' && (said.startsWith('-') ? text.endsWith(said) : text.includes(said));
}

const CURRENCIES = { GBP: /£|\bGBP\b|\bpounds\b/, EUR: /€|\bEUR\b|\beuros?\b/, JPY: /¥|\bJPY\b/, CHF: /\bCHF\b/ } as const; // prettier-ignore

/** The currency that an amount is written in, where it is not dollars. */
export const currencyOf = ({ kind, text }: Figure): string | null =>
  kind !== 'money' ? null : (Object.entries(CURRENCIES).find(([, written]) => written.test(text))?.[0] ?? null);

/** As the fact sheet has it, in few digits. */
function valueOf(name: string, { values, units }: FactIndex): string {
  const value = values.get(name);
  if (typeof value !== 'number') return `"${String(value ?? '').slice(0, 80)}"`;
  return `${Number(value.toPrecision(6))} (${units.get(name) ?? ''})`;
}
