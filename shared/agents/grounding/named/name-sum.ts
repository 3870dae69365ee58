import { contradiction } from '../agrees.ts';
import type { Context } from '../context.ts';
import { nounAfter } from '../count-fits.ts';
import type { FactIndex } from '../fact-index.ts';
import type { Meaning } from '../fact-meaning.ts';
import type { Figure } from '../figure.ts';
import { NAMED, kindOf } from '../subject-kinds.ts';
import { saidElse } from '../support.ts';
import { SumFault } from './evaluate.ts';
import { writeExpression } from './expression.ts';
import type { Expression } from './expression.ts';
import { currencyOf, isPlainlySo, saysElse } from './name-fact.ts';
import type { Naming } from './name-figure.ts';
import { isOfSomethingElse } from './outside-things.ts';
import { fitsIn } from './size-of.ts';
import { formOf } from './sum-form.ts';
import type { SumForm } from './sum-form.ts';
import { sumIsSaid } from './sum-is-said.ts';
import type { WholeText } from './whole-text.ts';

const wrong = (fault: string): Naming => ({ fact: null, fault });

/** Whether a figure is the sum of facts that its writer named for it. */
export function nameSum(
  figure: Figure,
  expression: Expression,
  context: Context,
  whole: WholeText,
  index: FactIndex,
): Naming {
  // prettier-ignore
  const written = writeExpression(expression);
  const form = formOrFault(expression, index);
  if (typeof form === 'string') return wrong(form);
  const currency = currencyOf(figure);
  const base = String(index.values.get('portfolio.currency') ?? 'USD');
  const foreign = form.right.map((name) => /^exchangeRate\.(\w+)$/.exec(name)?.[1]).find(Boolean) ?? base;
  if (figure.kind === 'money' && (currency ?? base) !== foreign) return wrong(`it is in ${foreign}`);
  const fit = fitsIn(figure, form.worth, context, form.kind === 'difference' || form.kind === 'rest');
  if (fit === null) return wrong(`it comes to ${shown(form, figure)}`);
  const said = sumSaysElse(fit.figure, form, written, context, whole, index);
  if (said !== null) return wrong(said);
  return { fact: fit.periods === 1 ? written : `${bracketed(written)} / ${fit.periods}`, fault: '' };
}

const bracketed = (written: string) => (/ [-+] /.test(written) ? `(${written})` : written);

function formOrFault(expression: Expression, index: FactIndex): SumForm | string {
  try {
    return formOf(expression, index);
  } catch (error) {
    if (error instanceof SumFault) return error.message;
    throw error;
  }
}

/** What the sum is, for a writer who has it wrong. */
function shown({ worth: { value, unit } }: SumForm, { kind }: Figure): string {
  const percent = unit === 'fraction' || unit === 'points' || (unit === 'quotient' && kind !== 'number');
  return percent ? `${Number((100 * value).toPrecision(4))}%` : String(Number(value.toPrecision(6)));
}

function sumSaysElse(
  figure: Figure,
  form: SumForm,
  written: string,
  context: Context,
  whole: WholeText,
  index: FactIndex,
): string | null {
  // prettier-ignore
  const meaning = meaningOfSum(form, index);
  const quantity = { value: figure.value, fact: written, meaning };
  if (figure.kind === 'number' && !countsIt(form, context, index)) return 'something else is counted there';
  const counted = figure.kind === 'number' ? { ...figure, kind: 'points' as const } : figure;
  if (contradiction(counted, meaning, context, index.topics.number) !== null || saidElse(figure, quantity, context, index) !== null || isOfSomethingElse(context, index)) return 'the words around it say that it is something else'; // prettier-ignore
  const [one = '', ...others] = new Set([...form.left, ...form.right]);
  // A month's part of a fact, or half of it, is of what the fact is of.
  if (others.length === 0) {
    const fact = { value: figure.value, fact: one, meaning: index.meanings(one) };
    // Half of it is lost where it halves.
    const part = form.numbers.length === 0 ? fact : { ...fact, meaning: { ...fact.meaning, topic: null } };
    const own = isPlainlySo(part, context, whole, index)
      ? saysElse(figure, fact, context, whole, index)
      : 'the words say that it is something else';
    if (own !== null) return own;
  }
  return sumIsSaid(figure, form, context, whole, index);
}

const AT = /\b(?:at|age|aged|until|till|by|turn\w*|are|were)(?: age)? $/i;
const COUNTED = { years: /^(?:years?|decades?)$/, age: /^years?$/, quotient: /^(?:times|places|years?|months?|weeks?|decades?|of)$/ } as const; // prettier-ignore

/** Whether the noun behind a number is what the sum counts. */
function countsIt({ worth: { unit }, left, right }: SumForm, { after, before }: Context, index: FactIndex): boolean {
  const noun = nounAfter(after);
  // Years are no age, and an age that is reckoned is not the one of a plan.
  if (noun === undefined && unit === 'years' && AT.test(before)) return false;
  if (unit === 'age' && /\bretir\w+(?: \w+)? (?:at|by) (?:age )?$/i.test(before) && left[0] !== 'goals.retireAt')
    return false;
  if (noun === undefined) return true;
  if (unit === 'years' || unit === 'age' || unit === 'quotient') return COUNTED[unit].test(noun);
  return unit !== 'count' || [...left, ...right].every((name) => index.meanings(name).nouns?.test(noun) === true);
}

/** A sum is of all the things that its parts are of; so much a year where all of them are. */
function meaningOfSum({ left, right, worth }: SumForm, index: FactIndex): Meaning {
  const subjects = [...left, ...right].flatMap((name) => index.meanings(name).subjects).filter((one) => NAMED.has(kindOf(one))); // prettier-ignore
  const yearly = worth.sort === 'yearly' || worth.sort === 'periodic';
  return { subjects: [...new Set(subjects)], topic: null, ...(yearly && { yearly: true }) };
}
