import { withPrices } from '../../shared/portfolio-files/with-prices.ts';
import type { StatedRate } from '../../shared/portfolio-files/with-exchange-rates.ts';
import type { ReadFiles } from './read-files.ts';

type Rated = Pick<ReadFiles, 'held' | 'prices' | 'rates' | 'stated'>;

/** Exchange rates of the command line that value nothing that is held or was traded, not even by way of another rate. */
export function unusedRates({ held, prices, rates, stated }: Rated): StatedRate[] {
  const { accounts, exchangeRates } = withPrices(held.portfolio, prices?.quotes ?? []);
  const needed = new Set([
    ...accounts.flatMap(({ cash, positions }) => [...cash, ...positions].map(({ currency }) => currency)),
    ...stated.map(({ currency }) => currency),
  ]);
  // What an account exchanged and has no more of is told of by its currency alone.
  const told = held.notes.filter(({ topic }) => topic === 'account' || topic === 'left_out');
  for (const { message } of told) for (const [code] of message.matchAll(/\b[A-Z]{3}\b/g)) needed.add(code);
  needed.delete('USD');
  const all = [...rates, ...(prices?.rates ?? []), ...exchangeRates];
  let before: number;
  do {
    before = needed.size;
    for (const { from, to } of all) {
      if (to !== 'USD' && needed.has(from)) needed.add(to);
      if (from !== 'USD' && needed.has(to)) needed.add(from);
    }
  } while (needed.size > before);
  return rates.filter(({ from, to }) => !needed.has(from) && !needed.has(to));
}

/** Why a rate was not used, and what it is of. */
export function whyUnused({ from, to }: StatedRate): string {
  const currencies = [from, to].filter((code) => code !== 'USD').join(' or ');
  return `not used: nothing that is held or was traded is in ${currencies}; a column Currency in a file says what is`;
}
