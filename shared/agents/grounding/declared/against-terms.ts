import type { Context } from '../context.ts';
import type { FactIndex } from '../fact-index.ts';
import type { Figure } from '../figure.ts';
import { placed } from '../polarity/placed.ts';
import { termsOf } from './fact-terms.ts';
import type { Terms } from './fact-terms.ts';
import { clauseOf } from './figure-clause.ts';
import { otherBase } from './said-base.ts';
import { saidOfAll } from './said-of-failing.ts';
import { saidOfOthers } from './said-of-whom.ts';
import { saidEarned, saidMoved, saidToFall } from './said-movement.ts';
import { otherShare, saidMiddle } from './said-percentile.ts';
import { otherSpan } from './said-span.ts';
import { saidLater, saidToday } from './said-time.ts';
import type { Today } from './said-time.ts';
import { tradedElsewhere } from './traded-where.ts';

/** The words against the terms on which a fact holds: another time, base, movement, rank or place; null where there are none. */
export function againstTerms(figure: Figure, fact: string, context: Context, index: FactIndex): string | null {
  if (fact.startsWith('rebalancing.')) return tradedElsewhere(fact, clauseOf(figure, context).own, context, index); // prettier-ignore
  const others = saidOfOthers(fact, clauseOf(figure, context).own, index.values);
  if (others !== null) return others;
  const terms = termsOf(fact);
  return terms === null ? null : against(terms, figure, fact, context, index);
}

function against(terms: Terms, figure: Figure, fact: string, context: Context, index: FactIndex): string | null {
  const { values } = index;
  const { own: clause, onward } = clauseOf(figure, context);
  const { base, standing, percentile, span, failing, twoSided } = terms;
  const time = isOfToday(fact, index) ? 'today' : terms.time;
  // Whose retirement begins today takes it from what there is today.
  if (time !== undefined && !(fact === 'retirement.withdrawalRate' && todayOf(index).retired)) {
    const words = time === 'today' ? saidLater(clause, todayOf(index)) : saidToday(clause);
    if (words !== null) return words;
  }
  if (base !== undefined) {
    const words = otherBase(base, index.meanings(fact).subjects, onward, context, values);
    if (words !== null) return words;
  }
  if (standing === true) {
    const words = saidEarned(clause) ?? (hasHistory(fact, values) ? null : saidMoved(clause, gainOf(fact, values)));
    if (words !== null) return words;
  }
  if (percentile !== undefined && percentile !== 50 && time !== 'today') {
    const words = saidMiddle(clause, placed(figure, context).wide);
    if (words !== null) return words;
  }
  if (percentile !== undefined && figure.kind === 'money') {
    const words = otherShare(clause, percentile);
    if (words !== null) return words;
  }
  if (span !== undefined) {
    const words = otherSpan(span, clause, onward);
    if (words !== null) return words;
  }
  // Where most futures fail, so does the one in the middle.
  if (failing === true && figure.kind === 'number' && Number(values.get('retirement.failure') ?? 0) <= 0.5) {
    const words = saidOfAll(placed(figure, context), context);
    if (words !== null) return words;
  }
  return twoSided === true ? saidToFall(clause) : null;
}

type Values = FactIndex['values'];

/** Without an age no age is a later one. */
function ageOf(values: Values): number {
  const ages = ['goals.age', 'goals.people.1.age', 'goals.people.2.age'].map((name) => values.get(name));
  const known = ages.filter((age) => typeof age === 'number');
  return known.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...known);
}

const known = new WeakMap<FactIndex, Today>();

/** Today, as the facts know it. */
function todayOf(index: FactIndex): Today {
  const { values } = index;
  const found = known.get(index) ?? {
    age: ageOf(values),
    year: Number.parseInt(String(values.get('portfolio.asOf') ?? '9999'), 10),
    retired: values.get('goals.yearsToRetirement') === 0,
  };
  known.set(index, found);
  return found;
}

/** The simulated balance at the age of today, which is the first person's. */
const isOfToday = (fact: string, { ages }: FactIndex): boolean =>
  fact.startsWith('retirement.balance.') && Number(fact.split('.').at(-1)) === ages.today;

/** Transactions tell how the whole has done. */
const hasHistory = (fact: string, values: Values): boolean =>
  fact === 'portfolio.value' && values.has('performance.covered.value');

/** What a holding, or the whole, is known to have gained; null where that is not known. */
function gainOf(fact: string, values: Values): number | null {
  const key = /^holding\.([^.]+)\./.exec(fact)?.[1];
  const gain = values.get(key === undefined ? 'portfolio.gain' : `holding.${key}.gain`);
  return (key === undefined && fact !== 'portfolio.value') || typeof gain !== 'number' ? null : gain;
}
