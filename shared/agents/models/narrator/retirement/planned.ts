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
  const saved = contribute > 0 && yearsToRetirement > 0 ? ` ${stated(contribute)} a year is saved until then.` : '';
  const spent =
    income === 0
      ? `Spending is ${rule ?? 'nothing'}`
      : `Spending is ${stated(income)} a year in today’s dollars, ${taxWords} and other income included${rule === null ? '' : `, ${rule}`}`;
  const once = book.keys('goals.oneOff', 'amount').map((key) => {
    const at = `goals.oneOff.${key}`;
    const name = plain(book.text(`${at}.label`) ?? '');
    return `${stated(book.number(`${at}.amount`) ?? 0)} at ${(book.number(`${at}.age`) ?? 0).toString()} (${name})`;
  });
  return paragraph(
    `${sentence(who.join('; '))}.${saved}`,
    `${spent}.`,
    alone(reading),
    `It begins ${begins(plan)} and goes on ${until}, starting from ${money(value)}.`,
    once.length > 0 && `Once, on top of it: ${list(once)}.`,
  );
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

function begins({ yearsToRetirement, retireAt, people }: Retirement): string {
  if (yearsToRetirement === 0) return 'today';
  return people.length > 1 ? `when ${nameOf(people, 0)} is ${retireAt.toString()}` : `at ${retireAt.toString()}`;
}
