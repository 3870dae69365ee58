import type { Plan } from '../../../schemas/retirement-plan/plan.ts';
import { nameOf } from '../name-of.ts';
import { spendsAsWorkStops } from '../work-stops.ts';

/**
 * Says what becomes of the ages that a plan gives beside those of retirement where others are tried: the earliest one, what-ifs,
 * questions. Empty where nobody works any more, or none is given.
 */
export function otherRetirements(plan: Plan): string[] {
  const { people, savings } = plan;
  const working = people.map(({ age, retireAt }) => retireAt > age);
  if (!working.includes(true)) return [];
  const fromPay = savings.some(({ owner, amount, to }) => {
    const { age = 0, retireAt = 0 } = people[owner] ?? {};
    return working[owner] === true && amount > 0 && to !== undefined && to > age && to <= retireAt;
  });
  return [
    ...ofSpending(plan),
    ...(fromPay
      ? [
          'Saving that the plan ends by a retirement is out of pay: where another age of retirement is tried, it ends then at the latest.',
        ]
      : []),
  ];
}

function ofSpending(plan: Plan): string[] {
  const { people, spending } = plan;
  const { from } = spending;
  if (from === undefined) return [];
  if (from <= (people[0]?.age ?? 0)) {
    return [
      'Spending has begun, though not all work has stopped: where another age of retirement is tried, it goes on from today.',
    ];
  }
  const at = people.length > 1 ? `when ${nameOf(people, 0)} is ${from}` : `at ${from}`;
  return spendsAsWorkStops(plan)
    ? [
        `Spending begins ${at}, as work stops: where another age of retirement is tried, it begins when work then stops.`,
      ]
    : [`Spending begins ${at}, whenever work stops: where another age of retirement is tried, it still begins then.`];
}
