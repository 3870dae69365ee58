import type { Section } from '../../../../schemas/text.ts';
import { priceSourceIn } from '../../../named-in-facts.ts';
import type { Reading } from '../reading/reading.ts';
import { longDate } from '../wording/date.ts';
import { list } from '../wording/list.ts';
import { bullets, plain } from '../wording/markdown.ts';

/** Where the figures come from. Methods are quoted from the facts themselves. */
export function sources(reading: Reading): Section {
  const { book, asOf } = reading;
  const method = (name: string) => plain(book.how(name) ?? '');
  const items: (string | false | null)[] = [
    `**Positions:** as you gave them for the analysis of ${longDate(asOf)}, each at its own price, whose date is below.`,
    prices(reading),
    book.how('portfolio.value') && `**Value:** ${method('portfolio.value')}`,
    reading.breakdown.assetClass.length > 0 &&
      '**Spread:** each fund is divided into what it holds, by its classification from the reference set, from you, or read from its name.',
    book.number('score.diversification') === null &&
      book.how('concentration.herfindahl') &&
      `**Concentration:** ${method('concentration.herfindahl')}`,
    book.how('costs.expenseRatio') && `**Costs:** ${method('costs.expenseRatio')}`,
  ];
  const said = items.filter((item) => typeof item === 'string').filter((item) => item !== '');
  return { id: 'sources-and-method', title: 'Sources and method', body: bullets(said) };
}

function prices({ book, holdings }: Reading): string | null {
  const [oldest, newest] = [book.text('portfolio.prices.oldest'), book.text('portfolio.prices.newest')];
  if (oldest === null || newest === null || holdings.length === 0) return null;
  const from = [...new Set(book.facts.map(priceSourceIn))].filter((source) => source !== null).map(plain);
  const dated = oldest === newest ? `of ${longDate(oldest)}` : `of ${longDate(oldest)} to ${longDate(newest)}`;
  const named =
    from.length > 0 ? ` Source: ${from.length > 5 ? `${from.slice(0, 5).join(', ')} and others` : list(from)}.` : '';
  return `**Prices:** ${dated}.${named}`;
}
