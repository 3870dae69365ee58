import type { Context } from '../context.ts';
import type { FactIndex } from '../fact-index.ts';
import { isThing } from '../subject-kinds.ts';
import type { SumForm } from './sum-form.ts';

export const MORE =
  /\b(?:more|above|over(?!all)|higher|ahead|larger|bigger|greater|exceeds?|heavier|better|later|longer|older|beats?|tops?|outweighs?|overweight|rais\w+|lift\w*|adds?|gain\w*|improv\w+|ris(?:e|es|ing)|up)\b/i;
export const LESS =
  /\b(?:less|fewer|below|under|lower|behind|smaller|short|shy|worse|earlier|sooner|younger|trails?|lags?|underweight|cheaper|lowers?|cuts?|costs?|drops?|falls?|reduc\w+|down)\b/i;
const NEGATED = /\b(?:not|never|no|neither|nor)\b|n['’]t\b/i;

/**
 * Whether "more" or "less" is said of two things the wrong way round: the thing named before the figure is what is compared, with
 * the one named behind it. Where the words do not tell which is which, nothing is.
 */
export function goesAgainst(form: SumForm, context: Context, index: FactIndex): boolean {
  const way = wayOf(context);
  if (way === 0 || form.kind !== 'difference') return false;
  const aimed = aimedAt(form, index);
  if (aimed !== null) return Math.sign(aimed) !== way;
  const than = thanPlanned(form, context, index);
  if (than !== null) return Math.sign(than) !== way;
  const order = orderOf(form, context, index);
  return order !== 0 && Math.sign(order * (form.sides[0] - form.sides[1])) !== way;
}

function wayOf({ own, before, after }: Context): -1 | 0 | 1 {
  const near = `${before.slice(-25)} ${after.slice(0, 30)}`;
  if (NEGATED.test(own)) return 0;
  for (const said of [near, own]) {
    const [more, less] = [MORE.test(said), LESS.test(said)];
    if (more !== less) return more ? 1 : -1;
  }
  return 0;
}

/** A weight less its target, which is above or below it. */
function aimedAt({ left, right, sides }: SumForm, index: FactIndex): number | null {
  const [one, other] = [left[0] ?? '', right[0] ?? ''].map((name) => index.meanings(name).topic);
  if (other === 'target' && one === 'share') return sides[0] - sides[1];
  return one === 'target' && other === 'share' ? sides[1] - sides[0] : null;
}

const PLANNED =
  /\b(?:than|as) (?:you )?(?:planned|plan|intended|want\w*|wish\w*|hop\w+|meant|aimed)\b|\bthan (?:the|your) (?:plan|goal|target)\b/i;

/** "Four years later than planned": an age, or an income, beside the one of the goals. */
function thanPlanned({ left, right, sides }: SumForm, { passage }: Context, _index: FactIndex): number | null {
  if (!PLANNED.test(passage)) return null;
  const isGoal = (names: readonly string[]) => names.every((name) => /^goals\.(?:retireAt|income|contribute|lifeExpectancy|people)/.test(name)); // prettier-ignore
  if (isGoal(left) === isGoal(right)) return null;
  return isGoal(right) ? sides[0] - sides[1] : sides[1] - sides[0];
}

/** 1 where the left side of a difference is what is compared, -1 where the right one is, 0 where it cannot be told. */
function orderOf({ left, right }: SumForm, { names, before, sentence }: Context, index: FactIndex): -1 | 0 | 1 {
  if (!/\b(?:than|over|above|below|short of|behind|ahead of)\b/i.test(sentence)) return 0;
  const of = (facts: readonly string[]) => facts.flatMap((name) => index.meanings(name).subjects.filter(isThing));
  const place = (subjects: readonly string[]) => names.find(({ subjects: own }) => own.some((one) => subjects.includes(one)))?.start; // prettier-ignore
  const [one, other] = [place(of(left)), place(of(right))];
  if (one === undefined || other === undefined || one === other || before === '') return 0;
  // "Than bonds, stocks are ..." is rare enough.
  return one < other ? 1 : -1;
}
