import type { Reading, Retirement } from '../reading/reading.ts';
import { list, paragraph, sentence } from '../wording/list.ts';
import { plain } from '../wording/markdown.ts';
import { percent } from '../wording/percent.ts';
import { nameOf } from '../../../../finance/retirement/name-of.ts';

/** What a whole plan says: who, when, how much and for how long. */
export function planned(reading: Reading, plan: Retirement): string {
  const { money, stated, value, book } = reading;
  const { people, contribute, yearsToRetirement, until, income, rule, taxWords } = plan;
  const one = people.length === 1;
  const who = people.map(({ name, age, retireAt }) => {
    const are = one && name === 'You' ? 'are' : 'is';
    const retires = one && name === 'You' ? 'retire' : 'retires';
    return `${name} ${are} ${age.toString()} and ${retireAt <= age ? 'retired' : `${retires} at ${retireAt.toString()}`}`;
  });
  const own = savings(reading, people);
  const saved =
    own ?? (contribute > 0 && yearsToRetirement > 0 ? `${stated(contribute)} a year is saved until then.` : null);
  const spent =
    income === 0
      ? `Spending is ${rule ?? 'nothing'}`
      : `Spending is ${plan.amountIs === null ? '' : 'reckoned from '}${stated(income)} a year in today’s dollars, ${taxWords} and other income included${rule === null ? '' : `, ${rule}`}`;
  const once = book.keys('goals.oneOff', 'amount').map((key) => {
    const at = `goals.oneOff.${key}`;
    const name = plain(book.text(`${at}.label`) ?? '');
    return `${stated(book.number(`${at}.amount`) ?? 0)} at ${(book.number(`${at}.age`) ?? 0).toString()} (${name})`;
  });
  return paragraph(
    `${sentence(who.join('; '))}.`,
    saved,
    `${spent}.`,
    alone(reading),
    `It begins ${begins(plan)} and goes on ${until}, starting from ${money(value)}.`,
    once.length > 0 && `Once, on top of it: ${list(once)}.`,
  );
}

/** Who saves how much and when, where it is not one sum until retirement. */
function savings({ book, stated }: Pick<Reading, 'book' | 'stated'>, people: Retirement['people']): string | null {
  const each = book.keys('goals.saving', 'amount').map((key) => {
    const at = `goals.saving.${key}`;
    const who = book.text(`${at}.whose`) ?? people[0]?.name ?? 'You';
    const saves = who === 'You' ? 'you save' : `${plain(who)} saves`;
    const grows = book.number(`${at}.growth`) === null ? '' : ',';
    return `${saves} ${stated(book.number(`${at}.amount`) ?? 0)} a year${grows} ${book.text(`${at}.goesOn`) ?? ''}`;
  });
  return each.length === 0 ? null : `${sentence(each.join('; '))}.`;
}

/** What one of two spends once the other has died, where that is less. */
function alone({ book, stated }: Pick<Reading, 'book' | 'stated'>): string | null {
  const bounds = book.number('goals.plan.survivorBounds');
  if (bounds !== null)
    return `For whoever is left alone, the floor and the ceiling are ${percent(bounds)} of what they are for two.`;
  const share = book.number('goals.plan.survivorShare');
  const amount = book.number('goals.plan.survivorSpending');
  if (share === null) return null;
  return `Whoever is left alone spends ${percent(share)} of that${amount === null ? '' : `, ${stated(amount)} a year`}.`;
}

function begins({ yearsToSpending, spendingFrom, people }: Retirement): string {
  if (yearsToSpending === 0) return 'today';
  return people.length > 1
    ? `when ${nameOf(people, 0)} is ${spendingFrom.toString()}`
    : `at age ${spendingFrom.toString()}`;
}
