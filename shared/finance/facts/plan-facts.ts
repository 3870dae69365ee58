import type { RetirementResult } from '../../schemas/analysis.ts';
import type { PlanOutline } from '../../schemas/plan-outline.ts';
import { termsOf } from '../retirement/terms.ts';
import type { FactDraft } from './fact-list.ts';
import { incomeLabels, incomeName } from '../retirement/income-name.ts';
import { nameOf } from '../retirement/name-of.ts';
import { howSaved } from '../retirement/saved.ts';

const how = 'Given by the plan.';
const real = { unit: 'usd', basis: 'real' } as const;
const text = { unit: 'text', how } as const;

/** What a whole plan says: who, how long, what is spent, saved and received. Ages are each person's own. */
export function planFacts(result: RetirementResult, plan: PlanOutline): FactDraft[] {
  const { people, spending, spendingFrom, saved, horizon } = plan;
  const { until, futures, age, taxWords, workStops, spendingYears } = termsOf(result);
  const [first, second] = people;
  const names = people.map((_, index) => whoIs(plan, index));
  return [
    { name: 'goals.plan.until', label: 'The money has to last', value: until, ...text },
    { name: 'goals.plan.horizon', label: 'Which end the plan has', value: horizon.kind, ...text },
    { name: 'goals.plan.futures', label: 'What is counted', value: futures, ...text },
    { name: 'goals.plan.spending', label: 'How spending goes', value: spending.how, ...text },
    { name: 'goals.plan.rule', label: 'Rule of spending', value: spending.rule, ...text },
    ...(spending.amountIs === undefined
      ? []
      : [
          {
            name: 'goals.plan.amountIs',
            label: 'What the yearly amount is',
            value: spending.amountIs,
            ...text,
          } as const,
        ]),
    { name: 'goals.plan.tax', label: 'What is wanted is', value: taxWords, ...text },
    ...(plan.glidePath
      ? [{ name: 'goals.plan.mix', label: 'The mix', value: 'goes along the plan’s glide path', ...text } as const]
      : []),
    { name: 'goals.plan.returns', label: 'How returns are drawn', value: returnsWords(plan), ...text },
    ...people.flatMap((person, index): FactDraft[] => {
      const name = `goals.people.${index + 1}`;
      const whose = names[index] ?? '';
      const who = upperFirst(whose);
      return [
        { name: `${name}.name`, label: 'Person of the plan', value: whose, ...text },
        { name: `${name}.age`, label: `${who}, age today`, value: person.age, unit: 'age', how },
        { name: `${name}.retireAt`, label: `${who}, age at retirement`, value: person.retireAt, unit: 'age', how },
        { name: `${name}.lives`, label: `${who}, how long`, value: `lives ${person.lives}`, ...text },
      ];
    }),
    {
      name: 'goals.age',
      label: second === undefined ? 'Age today' : `Age of ${names[0] ?? ''} today`,
      value: age,
      unit: 'age',
      how,
    },
    second === undefined
      ? { name: 'goals.retireAt', label: 'Age at retirement', value: first?.retireAt ?? workStops, unit: 'age', how }
      : {
          name: 'goals.retireAt',
          label: `Age of ${names[0] ?? ''} when both have retired`,
          value: workStops,
          unit: 'age',
          how: 'When the last of them retires; today where both have.',
        },
    ...(spendingFrom !== (second === undefined ? first?.retireAt : workStops)
      ? [
          {
            name: 'goals.spendingFrom',
            label:
              second === undefined ? 'Age at which spending begins' : `Age of ${names[0] ?? ''} when spending begins`,
            value: spendingFrom,
            unit: 'age',
            how: 'At retirement, unless the plan gives an age; today where that has passed.',
          } as const,
        ]
      : []),
    ...(horizon.kind === 'age'
      ? [
          {
            name: 'goals.lifeExpectancy',
            label: 'Age the money must last to',
            value: horizon.age,
            unit: 'age',
            how,
          } as const,
        ]
      : []),
    ...(spending.amount === null
      ? []
      : [
          {
            name: 'goals.income',
            label: `Yearly spending wanted ${spendingYears === 'retirement' ? 'in retirement' : 'once it begins'}, ${taxWords}, other income included`,
            value: spending.amount,
            ...real,
            how,
          },
        ]),
    ...boundFacts(plan),
    ...survivorFacts(plan),
    ...(plan.terms ?? []).map((value, index): FactDraft => ({
      ...{ name: `goals.plan.term.${index + 1}`, label: 'Another term of the plan', value },
      ...text,
    })),
    {
      name: 'goals.contribute',
      label: plan.savings === undefined ? 'Saved each year until retirement' : 'Saved a year today, all together',
      value: saved,
      ...real,
      how,
    },
    ...savingFacts(plan),
    ...incomeFacts(plan),
    ...spending.goals.slice(0, 10).flatMap(({ name, age: at, amount }, index): FactDraft[] => {
      const goal = `goals.oneOff.${index + 1}`;
      return [
        { name: `${goal}.label`, label: 'Spent once, on top', value: name, ...text },
        { name: `${goal}.amount`, label: `${name}, once`, value: amount, ...real, how },
        { name: `${goal}.age`, label: `${name}, at age`, value: at, unit: 'age', how },
      ];
    }),
    {
      name: 'goals.yearsToRetirement',
      label: second === undefined ? 'Years until retirement' : 'Years until both have retired',
      value: workStops - age,
      unit: 'years',
      how: 'Age at which work stops - age today.',
    },
    ...(spendingYears === 'retirement'
      ? []
      : [
          {
            name: 'goals.yearsToSpending',
            label: 'Years until spending begins',
            value: spendingFrom - age,
            unit: 'years',
            how: 'Age at which spending begins - age today.',
          } as const,
        ]),
  ];
}

/** What is saved, where it is not one sum a year until retirement. */
const savingFacts = ({ savings = [] }: PlanOutline): FactDraft[] =>
  savings.slice(0, 10).flatMap((saving, index): FactDraft[] => {
    const { whose, amount, growth, from, to } = saving;
    const name = `goals.saving.${index + 1}`;
    const label = whose === null ? 'Saving' : `${upperFirst(whose)}’s saving`;
    return [
      ...(whose === null ? [] : [{ name: `${name}.whose`, label: 'Who saves', value: whose, ...text } as const]),
      { name: `${name}.amount`, label: `${label}, a year, as of today`, value: amount, ...real, how },
      { name: `${name}.goesOn`, label: `${label}, how it goes on`, value: howSaved(saving), ...text },
      ...(growth === 0
        ? []
        : [
            {
              name: `${name}.growth`,
              label: `${label}, growth a year beyond inflation`,
              value: growth,
              unit: 'fraction',
              how,
            } as const,
          ]),
      ...(from === null
        ? []
        : [
            { name: `${name}.from`, label: `${label}, age at which it begins`, value: from, unit: 'age', how } as const,
          ]),
      { name: `${name}.to`, label: `${label}, age at which it ends`, value: to, unit: 'age', how },
    ];
  });

/** What spending never goes below or above, together and, of two, for one alone. */
const boundFacts = ({ people, spending: { floor, ceiling, survivorShare } }: PlanOutline): FactDraft[] =>
  Object.entries({ floor, ceiling }).flatMap(([bound, value]): FactDraft[] => {
    if (value === undefined) return [];
    const label = `Yearly spending is never ${bound === 'floor' ? 'below' : 'above'} this`;
    const all: FactDraft = { name: `goals.plan.${bound}`, label, value, ...real, how };
    if (people.length < 2 || survivorShare >= 1) return [all];
    const alone = { name: `goals.plan.${bound}.alone`, label: `${label}, of one alone`, value: value * survivorShare };
    return [all, { ...alone, ...real, how }];
  });

/** Of two people, what one alone spends, where that is less. */
function survivorFacts({ people, spending }: PlanOutline): FactDraft[] {
  const { survivorShare, amount, bounds } = spending;
  if (people.length < 2 || survivorShare >= 1) return [];
  if (bounds) {
    const label = 'Of the floor and the ceiling of two, what they are for one alone once the other has died';
    return [{ name: 'goals.plan.survivorBounds', label, value: survivorShare, unit: 'fraction', how }];
  }
  return [
    {
      name: 'goals.plan.survivorShare',
      label: 'Of the spending of two, what one alone spends once the other has died',
      value: survivorShare,
      unit: 'fraction',
      how,
    },
    {
      name: 'goals.plan.survivorSpending',
      label: 'Yearly spending wanted by one alone once the other has died',
      value: amount === null ? null : amount * survivorShare,
      ...real,
      how,
    },
  ];
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a person of the plan is called; who is alone in it and has no name is spoken to. */
const whoIs = ({ people }: PlanOutline, index: number): string =>
  people.length === 1 ? (people[0]?.name ?? 'You') : nameOf(people, index);

function returnsWords({ returns, history }: PlanOutline): string {
  const period = history === undefined ? 'history' : `the history of ${history.first} to ${history.last}`;
  switch (returns) {
    case 'lognormal':
      return 'drawn at random, lognormal';
    case 'student_t':
      return 'drawn at random, with the fatter tails of a Student-t law';
    case 'bootstrap':
      return `blocks of years drawn from ${period}`;
    case 'historical':
      return `every sequence of ${period}, once each`;
  }
}

function incomeFacts({ incomes }: PlanOutline): FactDraft[] {
  const kinds = new Set(incomes.map(({ kind }) => kind));
  return [
    ...incomes
      .slice(0, 20)
      .flatMap(({ whose, kind, amount, basis, from, to, paidAlready, taxRate, cut }, index): FactDraft[] => {
        const name = `goals.otherIncome.${index + 1}`;
        const what = incomeLabels[kind];
        const label = whose === null ? what : `${upperFirst(whose)}’s ${incomeName(kind)}`;
        return [
          { name: `${name}.label`, label: 'Income beside the portfolio', value: what, ...text },
          ...(whose === null ? [] : [{ name: `${name}.whose`, label: 'Whose it is', value: whose, ...text } as const]),
          {
            name: `${name}.amount`,
            label: `${label}, paid each year, before tax${basis === 'nominal' ? ', not raised with inflation' : ''}`,
            value: amount,
            unit: 'usd',
            basis,
            how,
          },
          {
            name: `${name}.from`,
            label: `${label}, age from which it is paid${paidAlready ? ' (already)' : ''}`,
            value: from,
            unit: 'age',
            how,
          },
          ...(taxRate === undefined
            ? []
            : [
                {
                  name: `${name}.taxRate`,
                  label: `${label}, tax on it`,
                  value: taxRate,
                  unit: 'fraction',
                  how,
                } as const,
              ]),
          ...(cut === undefined
            ? []
            : [
                {
                  name: `${name}.cutAmount`,
                  label: `${label}, paid each year once it is cut, before tax`,
                  value: cut.amount,
                  unit: 'usd',
                  basis,
                  how,
                } as const,
                {
                  name: `${name}.cutFrom`,
                  label: `${label}, age from which less of it is paid`,
                  value: cut.from,
                  unit: 'age',
                  how,
                } as const,
              ]),
          ...(to === null
            ? []
            : [{ name: `${name}.to`, label: `${label}, age at which it ends`, value: to, unit: 'age', how } as const]),
        ];
      }),
    ...(kinds.has('social_security')
      ? []
      : [
          {
            name: 'goals.notCounted',
            label: 'Income that the projection does not count',
            value: kinds.has('pension') ? 'Social Security' : 'Social Security and pensions',
            unit: 'text',
            how: 'The plan has none.',
          } as const,
        ]),
  ];
}
