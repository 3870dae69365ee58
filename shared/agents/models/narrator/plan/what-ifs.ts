import { MOST_CHANGES, MOST_WHAT_IFS } from '../../../../schemas/analysis-plan.ts';
import type { AnalysisPlan, PlanChange } from '../../../../schemas/analysis-plan.ts';
import type { Clause } from './clauses.ts';
import type { Read } from './read-changes.ts';
import type { Untried } from './unread.ts';

/** What a question's changes come to, and what of them is too much to try. */
export interface WhatIfs {
  whatIfs: AnalysisPlan['whatIfs'];
  untried: Untried[];
}

/**
 * Several things are tried together, and each alone, so that a person sees which of them matters. Two figures for the same
 * thing ("at 60 or 62") are alternatives, each with all the rest; sums of money add up unless an "or" stands between them.
 * Where not all of that fits, each alone goes before another combination. How things are stands with each. Of one thing "or" another each
 * is tried alone.
 */
export function whatIfsOf(changes: readonly Read[], question: string): WhatIfs {
  const tried = changes.filter(({ given }) => !given);
  // Who retired and asks of an age to retire at has that tried.
  const [given] = changes.filter((one) => one.given && !tried.some(({ change }) => change.what === one.change.what));
  const apart = changes.filter((one) => one.given && one.change.what !== given?.change.what);
  const as = given === undefined ? [] : [given.change];
  const groups: PlanChange[][] = [];
  for (const { change, alternative } of tried) {
    // "$80,000, and 20% less after 80" are two things.
    const of = groups.find(([first]) => first?.what === change.what && !areOfTwo(first, change) && (ADDS.has(change.what) || isForATime(first) === isForATime(change))); // prettier-ignore
    if (of !== undefined && (alternative || !ADDS.has(change.what))) of.push(change);
    else groups.push([change]);
  }
  const parts = tried.filter(({ part }) => part === true).map(({ change }) => change);
  const single = tried.slice(0, MOST_WHAT_IFS).flatMap(({ change, part }) => (part === true || hangs(change, tried) ? [] : [[change]])); // prettier-ignore
  const alone = groups.length === 1 || single.length === 0 ? [] : [...single, ...(parts.length === 0 ? [] : [parts])];
  const room = MOST_WHAT_IFS - alone.length;
  const either = groups.length > 1 && areEither(tried, question);
  // Another level of spending than the one that a part has would be tried with the rest of it.
  const isMixed = parts.some(({ what }) => !ADDS.has(what) && tried.some(({ change, part }) => part !== true && change.what === what)); // prettier-ignore
  const together = either || isMixed || groups.length > MOST_CHANGES ? [] : combined(groups, room);
  const all = groups.reduce((count, group) => count * group.length, 1);
  const beyond = tried.slice(MOST_WHAT_IFS);
  const untried = [
    ...apart.map(({ start, end }) => ({ start, end, why: 'unclear' as const })),
    ...(beyond.length > 0 ? [{ ...stretch(beyond), why: 'many' as const }] : []),
    ...(groups.length > 1 && !either && together.length < all ? [{ ...stretch(tried), why: 'together' as const }] : []),
  ];
  const sets = tried.length === 0 && as.length > 0 ? [[]] : [...together, ...alone];
  return { whatIfs: sets.map((one) => ({ changes: [...as, ...one] })), untried };
}

/** "Retire at 63 or save 10k more": whether an "or" stands between any two that follow one another. */
function areEither(tried: readonly Read[], question: string): boolean {
  const [first, ...rest] = tried
    .filter(({ start }, at) => !tried.slice(0, at).some((one) => one.start === start))
    .toSorted((one, other) => one.start - other.start);
  let before = first;
  return (
    rest.length > 0 &&
    rest.every((one) => {
      const between = question.slice(before?.end, one.start);
      before = one;
      return one.alternative || (/\bor\b/i.test(between) && !/\b(?:and|with|while|if)\b/i.test(between));
    })
  );
}

/** "Laura retires at 60 and Tom at 67" are two things. */
const areOfTwo = ({ who: one = null }: PlanChange, { who: other = null }: PlanChange): boolean =>
  one !== null && other !== null && one !== other;

const isForATime = ({ when = null }: PlanChange): boolean => when !== null;

/** Work that begins when the other stops has no beginning without it. */
const hangs = ({ what, fromAge, source }: PlanChange, all: readonly Read[]): boolean =>
  what === 'otherIncome' &&
  source === 'work' &&
  all.some(({ change }) => change.what === 'retireAt' && (fromAge === null || (change.how === 'to' && change.value < fromAge))); // prettier-ignore

/** Of these a second is one more: a car and a boat, Social Security and a pension. */
const ADDS: ReadonlySet<PlanChange['what']> = new Set(['balance', 'stocks', 'price', 'otherIncome', 'cost', 'returns']);

/** One of each group, in all ways or the first so many of them. */
function combined(groups: readonly PlanChange[][], most: number): PlanChange[][] {
  if (groups.length === 0) return [];
  return groups.reduce<PlanChange[][]>(
    (sets, group) => sets.flatMap((set) => group.map((one) => [...set, one])).slice(0, most),
    [[]],
  );
}

/** From where the first of them is said to where the last is. */
const stretch = (reads: readonly Clause[]): Clause => ({
  start: Math.min(...reads.map(({ start }) => start)),
  end: Math.max(...reads.map(({ end }) => end)),
});
