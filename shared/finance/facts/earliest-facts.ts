import type { RetirementResult } from '../../schemas/analysis.ts';
import { termsOf } from '../retirement/terms.ts';
import type { FactDraft } from './fact-list.ts';
import { nameFirst, nameOf } from '../retirement/name-of.ts';

/** How early work could stop with the chosen confidence, the spending as it is: one age, or of a couple one for each who works. */
export function earliestFacts(result: RetirementResult): FactDraft[] {
  const { earliestRetirement: found, confidence } = result;
  const { historical } = termsOf(result);
  if (found === undefined) return [];
  const how = `Solved on the same ${historical ? 'starts' : 'futures'} for a ${historical ? 'share' : 'chance'} of ${confidence}, by whole years.`;
  if (found === null) {
    if (!isSought(result)) return [];
    const value = 'none: no age at which work could stop lasts as often as that';
    const label = 'Earliest age of retirement with the chosen confidence';
    return [{ name: 'retirement.earliestNone', label, value, unit: 'text', how }];
  }
  return [
    ...(found.ages === undefined ? [ageFact(found.age, how)] : agesOf(result, found.ages, how)),
    ...aloneOf(result, found.alone ?? [], how),
    {
      name: 'retirement.earliestSuccess',
      label: `${historical ? 'Share of historical starts from which' : 'Chance that'} the money lasts if work stops as early as that`,
      value: found.success,
      unit: 'fraction',
      how,
    },
    ...spendingThen(result, found.spendingFrom),
  ];
}

/** From when such a retirement is spent in, of a plan with an age of its own for that. */
function spendingThen({ plan }: RetirementResult, value: number | undefined): FactDraft[] {
  if (value === undefined || plan === undefined) return [];
  const stays = value === plan.spendingFrom;
  const whose = plan.people.length > 1 ? `, age of ${nameOf(plan.people, 0)}` : '';
  return [
    {
      name: 'retirement.earliestSpendingFrom',
      label: `Age at which spending begins with that retirement${stays ? ', as planned' : ''}${whose}`,
      value,
      unit: 'age',
      how: stays
        ? 'The plan’s own: it stays where another retirement is tried.'
        : 'When work then stops, as the plan’s own age is the one at which work stops in it.',
    },
  ];
}

/** Whether an age was looked for: somebody works, and something is wanted that can run out. */
function isSought(result: RetirementResult): boolean {
  const { goals, plan } = result;
  const { income } = termsOf(result);
  const works = plan === undefined ? [goals ?? []].flat() : plan.people;
  return works.some(({ age, retireAt }) => retireAt > age) && income !== null && income > 0;
}

const ageFact = (value: number, how: string): FactDraft => ({
  name: 'retirement.earliestAge',
  label: 'Earliest age of retirement with the chosen confidence',
  value,
  unit: 'age',
  how,
});

/** How early each of two could stop, the other's age as planned. */
const aloneOf = ({ plan }: RetirementResult, alone: readonly ({ age: number } | null)[], how: string): FactDraft[] =>
  alone.flatMap((one, index) => {
    const people = plan?.people ?? [];
    if (one === null || people[index] === undefined) return [];
    const label = `${nameFirst(people, index)}, earliest age of retirement with the chosen confidence, the other person retiring as planned`;
    return [{ name: `retirement.earliestAge.alone.${index + 1}`, label, value: one.age, unit: 'age', how } as const];
  });

/** Both stop by as many years sooner or later than planned: an age for each who still works, and the years where they are the same. */
function agesOf({ plan }: RetirementResult, ages: readonly number[], how: string): FactDraft[] {
  const people = plan?.people ?? [];
  const working = people.flatMap(({ age, retireAt }, index) => {
    const then = ages[index];
    const who = nameFirst(people, index);
    return then === undefined || retireAt <= age ? [] : [{ index, who, then, shift: then - retireAt }];
  });
  const [first] = working;
  const together = working.length > 1 ? ', both stopping as many years sooner or later than planned' : '';
  const years = first === undefined || working.some(({ shift }) => shift !== first.shift) ? null : first.shift;
  return [
    ...working.map(({ index, who, then }): FactDraft => ({
      name: `retirement.earliestAge.${index + 1}`,
      label: `${who}, earliest age of retirement with the chosen confidence${together}`,
      value: then,
      unit: 'age',
      how,
    })),
    {
      name: 'retirement.earliestShift',
      label: `Years ${(years ?? 0) > 0 ? 'later' : 'sooner'} than planned that this is`,
      value: years === null ? null : Math.abs(years),
      unit: 'years',
      how: 'Earliest age of retirement - age at retirement in the plan.',
    },
  ];
}
