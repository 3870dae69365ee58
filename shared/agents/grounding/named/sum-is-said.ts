import type { Context } from '../context.ts';
import type { FactIndex } from '../fact-index.ts';
import { speaksOf } from '../fact-meaning.ts';
import type { Figure } from '../figure.ts';
import { periodsAYear, periodsBefore } from '../per-period.ts';
import { NAMED, isThing, kindOf } from '../subject-kinds.ts';
import { unsaid } from '../support.ts';
import { LESS, MORE, goesAgainst } from './sum-direction.ts';
import type { SumForm } from './sum-form.ts';
import { otherMeant } from './name-fact.ts';
import { isNumberSaid } from './said-numbers.ts';
import { ADDED, APART, COMPLEMENT, GROWN, LEFT, LOST_OR_HALVED, MANY_YEARS, OF_IT, TIMES } from './sum-words.ts';
import { widened } from './whole-text.ts';
import type { WholeText } from './whole-text.ts';

/** Why the words do not say the sum that a figure is; null where they do. */
export function sumIsSaid(
  figure: Figure,
  form: SumForm,
  context: Context,
  whole: WholeText,
  index: FactIndex,
): string | null {
  const number = form.numbers.find((one) => !isNumberSaid(one, context, whole));
  if (number !== undefined) return `nothing in the text says the ${number} in it`;
  const things = thingsBeside(form, context, index);
  if (things !== null) return things;
  const words = wordsAllow(figure, form, context, index);
  if (words !== null) return words;
  if (goesAgainst(form, context, index)) return 'the words turn it round';
  const facts = [...form.left, ...form.right];
  if (new Set(facts).size === 1 || isCost(form)) return null;
  const silent = facts.filter((name) => !isSpokenOf(figure, name, form, context, whole, index));
  const [first] = silent;
  // "After inflation that is 0.9%": what has been spoken of before may be one of them.
  if (first === undefined || (silent.length < facts.length && TOLD.test(context.sentence))) return null;
  return `nothing in the text speaks of ${first}`;
}

/** What stands for something that was spoken of. */
const TOLD = /\b(?:that|this|it|its|they|them|these|those|which|rest|both|others?|so|therefore|thus|then)\b/i;

/** The words that a step needs, where leaving them out would say something else. */
function wordsAllow(figure: Figure, form: SumForm, context: Context, index: FactIndex): string | null {
  const { clause, sentence, passage, before, after } = context;
  const says = (words: RegExp) => words.test(sentence) || words.test(clause);
  switch (form.kind) {
    case 'period':
      return periodsAYear(before, after) !== null || periodsBefore(passage) !== null || /\b(?:month|week|quarter|dai|day)(?:s|ly)?\b/i.test(passage) ? null : 'the words do not say what period it is of'; // prettier-ignore
    case 'sum':
      if (/^ (?:short|too (?:little|few|much|many)|less)\b/i.test(after)) return 'a sum is not what is missing';
      return says(ADDED) || namesAllOrNone(form, context, index) ? null : 'it is said of a part of the sum';
    case 'rest':
      return says(COMPLEMENT) || says(LEFT) ? null : 'the words do not say that it is the rest';
    case 'difference':
      if (isCost(form))
        return speaksOf('paid', sentence) && !GAINS.test(before) ? null : 'what was paid is not said to be that';
      return says(APART) || says(LEFT) || says(MORE) || says(LESS) || says(COMPLEMENT) || APART.test(passage) || otherMeant(figure, '', context, index) === null ? null : 'the words compare nothing'; // prettier-ignore
    case 'growth':
      return says(GROWN) || says(APART) ? null : 'the words compare nothing';
    case 'quotient':
      return figure.kind === 'number' ? (TIMES.test(after) || TIMES.test(before + figure.text + after) || says(TIMES) ? null : 'the words do not say how many times what it is') : ofItsWhole(form, context, index); // prettier-ignore
    case 'product':
      return form.numbers.length > 0 || form.right.length === 0 || form.worth.unit !== 'usd' || says(MANY_YEARS) || says(LOST_OR_HALVED) || isShareOfMoney(form, index) ? null : 'the words do not say over how many years'; // prettier-ignore
  }
}

/** What something is worth less what it has gained. */
const isCost = ({ left, right }: SumForm): boolean =>
  /(?:value|invested)$/.test(left[0] ?? '') && (right[0] ?? '').endsWith('.gain');
const GAINS =
  /\b(?:gains?|profits?)(?: \w+){0,2} (?:is|are|of|comes? to|totals?|stands? at)(?: about| around| roughly)? $/i;

const isShareOfMoney = ({ left, right }: SumForm, index: FactIndex): boolean =>
  [...left, ...right].some((name) => index.units.get(name) === 'fraction');

/** "Of the Roth", "of the portfolio": what a share is said to be of is what is divided by. */
function ofItsWhole({ right }: SumForm, context: Context, index: FactIndex): string | null {
  const subjects = right.flatMap((name) => index.meanings(name).subjects);
  if (context.of.length > 0 && subjects.some(isThing) && !context.of.some((one) => subjects.includes(one))) return 'it is said to be a part of something else'; // prettier-ignore
  if (OF_IT.test(context.after) && subjects.some(isThing)) return 'it is said to be a part of the whole portfolio';
  return null;
}

/** What is named beside the figure must be something that the sum is of; a rest may be called by another name. */
function thingsBeside({ left, right, kind }: SumForm, context: Context, index: FactIndex): string | null {
  const named = [...context.beside, ...context.attached].filter(isThing);
  const subjects = new Set([...left, ...right].flatMap((name) => index.meanings(name).subjects));
  if (named.length === 0 || kind === 'rest' || ![...subjects].some(isThing)) return null;
  return named.some((one) => subjects.has(one)) ? null : 'it is said of something that is not in the sum';
}

/** Whether a sum's things are all named in the passage, or none of them beside the figure. */
function namesAllOrNone({ left }: SumForm, { beside, attached, around, runs }: Context, index: FactIndex): boolean {
  const things = left.map((name) => index.meanings(name).subjects.filter(isThing)).filter((own) => own.length > 0);
  const near = new Set([...beside, ...attached]);
  const here = things.filter((own) => own.some((one) => near.has(one)));
  if (here.length === 0) return true;
  const joined = runs.some((run) => things.every((own) => own.some((one) => run.some(({ subjects }) => subjects.includes(one))))); // prettier-ignore
  return here.length === things.length || joined || things.every((own) => own.some((one) => around.has(one) && near.has(one))); // prettier-ignore
}

const GENERIC = /\b(?:stocks?|shares?|funds?|positions?|holdings?|coins?|compan(?:y|ies)|accounts?|investments?|etfs?|ticker|names?)\b/i; // prettier-ignore

/** Whether a text speaks of what a fact of a sum is of at all: its thing, its crisis or age, or a word of its topic. */
function isSpokenOf(
  figure: Figure,
  name: string,
  form: SumForm,
  context: Context,
  whole: WholeText,
  index: FactIndex,
): boolean {
  // prettier-ignore
  const meaning = index.meanings(name);
  const wide = widened(context, whole);
  const named = new Set([...wide.named, ...wide.here]);
  const all = [...form.left, ...form.right].flatMap((one) => index.meanings(one).subjects);
  const cases = meaning.subjects.filter((one) => !NAMED.has(kindOf(one)) && kindOf(one) !== 'plan' && kindOf(one) !== 'day'); // prettier-ignore
  const spoken = cases.every((one) => {
    const same = [...named].filter((other) => kindOf(other) === kindOf(one));
    return same.length === 0 || all.some((other) => kindOf(other) === kindOf(one) && named.has(other));
  });
  if (!spoken) return false;
  if (meaning.needsTopic === true && meaning.topic !== null && !speaksOf(meaning.topic, whole.text)) return false;
  const thing = unsaid(figure, { value: figure.value, fact: name, meaning }, wide, index) === 'thing';
  const own = meaning.subjects.some((one) => /^(?:holding|account|issuer):/.test(one));
  return !thing || (own && GENERIC.test(context.sentence));
}
