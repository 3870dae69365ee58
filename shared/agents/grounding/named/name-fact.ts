import { agrees, contradiction } from '../agrees.ts';
import type { Context } from '../context.ts';
import type { FactIndex, Quantity, Shelf } from '../fact-index.ts';
import type { Meaning } from '../fact-meaning.ts';
import type { Figure } from '../figure.ts';
import { isSupported, saidElse, unsaid } from '../support.ts';
import type { Naming } from './name-figure.ts';
import { isOfSomethingElse } from './outside-things.ts';
import { fitsIn } from './size-of.ts';
import { widened } from './whole-text.ts';
import type { WholeText } from './whole-text.ts';
import { worthOfFact } from './worth.ts';

/** Whether a figure is the fact that its writer named for it. */
export function nameFact(figure: Figure, name: string, context: Context, whole: WholeText, index: FactIndex): Naming {
  const worth = worthOfFact(name, index);
  if (worth === null) return stands(figure, name, index);
  const foreign = currencyOf(figure);
  if (foreign !== null && foreign !== index.values.get('portfolio.currency') && !name.startsWith('exchangeRate.')) {
    return wrong(`${name} is in ${String(index.values.get('portfolio.currency') ?? 'USD')}`);
  }
  const fit = fitsIn(figure, worth, context);
  if (fit === null) return wrong(`that fact is ${valueOf(name, index)}`);
  const meaning = index.meanings(name);
  const said = saysElse(fit.figure, { value: fit.figure.value, fact: name, meaning }, context, whole, index);
  if (said !== null) return wrong(said);
  return { fact: fit.periods === 1 ? name : `${name} / ${fit.periods}`, fault: '' };
}

const wrong = (fault: string): Naming => ({ fact: null, fault });

/** Why the words do not let a figure be a fact; null where they do. */
function saysElse(figure: Figure, fact: Quantity, context: Context, whole: WholeText, index: FactIndex): string | null {
  const topics = index.topics[shelfOf(figure)];
  const against = contradiction(figure, unasked(fact.meaning), context, topics);
  if (against !== null) return `the words around it are against that fact (${AGAINST[against]})`;
  if (saidElse(figure, fact, context, index) !== null || isOfSomethingElse(context, index)) return 'the words around it say that it is something else than that fact'; // prettier-ignore
  const wide = widened(context, whole);
  if (agrees(figure, fact.meaning, wide, topics) && unsaid(figure, fact, wide, index) === null) return null;
  const meant = otherMeant(figure, fact, context, index);
  return meant === null ? null : `the words around it speak of ${meant}`;
}

const AGAINST = {
  sign: 'its sign',
  count: 'what is counted',
  subject: 'the thing that it is said of',
  case: 'the age, crisis or change that it is said of',
  topic: 'what kind of figure they speak of',
  direction: 'the direction',
} as const;

/** A fact that is named needs no word of its own. */
function unasked({ needsTopic: _needsTopic, also: _also, ...meaning }: Meaning): Meaning {
  return meaning;
}

/** Another fact that the words speak of plainly, where they leave unsaid what the named one is of: a chance as it is, not that of a changed plan. */
function otherMeant(figure: Figure, { fact }: Quantity, context: Context, index: FactIndex): string | null {
  const shelf = shelfOf(figure);
  const other = index[shelf].find(
    (one) =>
      one.fact !== fact &&
      index.values.has(one.fact) &&
      agrees(figure, one.meaning, context, index.topics[shelf]) &&
      isSupported(figure, one, context, index),
  );
  return other?.fact ?? null;
}

const shelfOf = ({ kind }: Figure): Shelf =>
  kind === 'money' || kind === 'points' ? kind : kind === 'percent' || kind === 'odds' ? 'percent' : 'number';

/** A day or a text: the figure must stand in it. */
function stands(figure: Figure, name: string, index: FactIndex): Naming {
  const value = index.values.get(name);
  const text = typeof value === 'string' ? value : '';
  const own =
    figure.kind === 'date' || figure.kind === 'year'
      ? dateStands(figure, text)
      : index.stated.some((one) => one.fact === name && one.kind === figure.kind && Math.abs(one.value - figure.value) < 1e-6); // prettier-ignore
  return own ? { fact: name, fault: '' } : wrong(`that fact is ${valueOf(name, index)}`);
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
