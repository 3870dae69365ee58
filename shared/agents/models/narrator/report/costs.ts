import type { Section } from '../../../../schemas/text.ts';
import type { Reading } from '../reading/reading.ts';
import { body, list, paragraph } from '../wording/list.ts';
import { percent, ratio } from '../wording/percent.ts';

/** A yearly cost from which a fund is dear beside index funds, which cost a tenth of that or less. */
export const DEAR = 0.005;

export function costs(reading: Reading): Section | null {
  const { book, money, holdings } = reading;
  const weighted = book.number('costs.expenseRatio');
  const yearly = book.number('costs.yearly');
  const coverage = book.number('costs.coverage') ?? 0;
  if (weighted === null || yearly === null) return null;
  const [years, growth, total] = ['years', 'growth', 'cost'].map((leaf) => book.number(`costs.overYears.${leaf}`));
  const interest = book.number('cash.interest.yearly');
  const dear = holdings.filter(({ expenseRatio }) => (expenseRatio ?? 0) >= DEAR).slice(0, 5);
  const known = coverage < 1 ? `, as far as costs are known (${percent(coverage)} of what is invested)` : '';
  const text = body(
    paragraph(
      weighted === 0
        ? `The funds you hold charge nothing a year${known}.`
        : `Holding your investments costs ${ratio(weighted)} a year${known}: ${money(yearly)} at today’s value, taken out of the funds’ returns without a bill.`,
      weighted > 0 && typeof years === 'number' && typeof growth === 'number' && typeof total === 'number' && total >= 1
        ? `Over ${years.toString()} years, if what you hold grew by ${percent(growth)} a year before costs, they would take ${money(total)}, the growth lost on them included: an illustration, not a forecast.`
        : null,
    ),
    interest !== null && interest >= 1 && weighted > 0
      ? `Against that, cash brings about ${money(interest)} a year in interest at the rates given.`
      : null,
    dear.length > 0
      ? `The dearest ${dear.length === 1 ? 'is' : 'are'} ${list(dear.map(({ title, expenseRatio }) => `${title} at ${ratio(expenseRatio ?? 0)}`))} a year.`
      : null,
  );
  return { id: 'costs', title: 'What it costs', body: text };
}
