import { pricesIn, quotesOf } from '../../../shared/database/quotes-of.ts';
import { analyze } from '../../../shared/finance/analyze.ts';
import { datedRates, inDollars } from '../../../shared/finance/performance/in-dollars.ts';
import type { Transaction } from '../../../shared/finance/performance/transactions.ts';
import { formatProblem } from '../../../shared/portfolio-files/file-problem.ts';
import type { InputFile } from '../../../shared/portfolio-files/input-file.ts';
import { readPortfolioFile } from '../../../shared/portfolio-files/read-portfolio-file.ts';
import { readPricesFile } from '../../../shared/portfolio-files/read-prices-file.ts';
import { quotesForReturns, withPrices } from '../../../shared/portfolio-files/with-prices.ts';

const numberOf = (decimal: string | undefined): number | undefined =>
  decimal === undefined ? undefined : Number(decimal);

/**
 * What an analysis as of a day says of a portfolio file and a file of prices, each given as its lines: as a job has it, without
 * a database between.
 */
export function analysed(lines: readonly string[], prices: readonly string[] = [], asOf = '2025-11-21') {
  const file = (name: string, of: readonly string[]): InputFile => {
    const bytes = new TextEncoder().encode(of.join('\n'));
    return { name, bytes, modifiedOn: asOf, asOf };
  };
  const reading = readPortfolioFile(file('my.csv', lines));
  if (!reading.ok) throw new Error(reading.problems.map(formatProblem).join('\n'));
  const priced = prices.length === 0 ? undefined : readPricesFile(file('prices.csv', prices));
  if (priced?.ok === false) throw new Error(priced.problems.map(formatProblem).join('\n'));
  const { portfolio: held, notes } = reading;
  const quotes = priced?.quotes ?? [];
  const exchangeRates = [
    ...held.exchangeRates,
    ...(priced?.rates ?? []).map(({ from, to, rate, asOf: day, source }) => ({ from, to, rate, asOf: day, source })),
  ];
  const portfolio = {
    ...withPrices(held, quotes),
    exchangeRates,
    quotes: quotesForReturns(held, held.transactions, quotes),
  };
  const rateOn = datedRates(exchangeRates);
  const priceOf = pricesIn(portfolio, asOf);
  const transactions = inDollars(portfolio.transactions, rateOn).map(
    ({ account, quantity, price, amount, ...one }): Transaction => ({
      ...{ ...one, accountName: account, quantity: numberOf(quantity), price: numberOf(price) },
      amount: numberOf(amount),
    }),
  );
  const history = new Map<string, { date: string; price: number }[]>();
  for (const { symbol, currency, price, day = '' } of quotesOf(portfolio)) {
    const rate = rateOn(currency, day);
    const dated = history.get(symbol) ?? [];
    if (rate === null || dated.some(({ date }) => date === day)) continue;
    history.set(symbol, [...dated, { date: day, price: Number(price) * (symbol.includes('/') ? 1 : rate) }]);
  }
  const analysis = analyze({
    ...{ asOf, baseCurrency: 'USD', instruments: new Map(), seed: 1 },
    exchangeRates: exchangeRates
      .filter(({ to }) => to === 'USD')
      .map(({ rate, ...one }) => ({ ...one, rate: Number(rate), source: one.source ?? '' })),
    lines: portfolio.accounts.flatMap(({ name, type, cash, positions }) => [
      ...positions.map((position) => {
        const { symbol, currency, quantity, costBasis, ...one } = position;
        const best = priceOf(position);
        return {
          ...{ accountName: name, accountType: type, kind: 'holding' as const, symbol, currency },
          ...{ name: one.name ?? null, quantity: Number(quantity), price: numberOf(best?.price) ?? null },
          ...{ priceAsOf: best?.day ?? null, priceSource: best?.source ?? null },
          costBasis: numberOf(costBasis) ?? null,
        };
      }),
      ...cash.map(({ currency, amount }) => ({
        ...{ accountName: name, accountType: type, kind: 'cash' as const, symbol: `CASH:${currency}`, currency },
        ...{ name: null, quantity: Number(amount), price: 1, priceAsOf: null, priceSource: null, costBasis: null },
      })),
    ]),
    ...(transactions.length > 0 && { history: { transactions, prices: history } }),
  });
  const holding = (symbol: string) => analysis.holdings.find((one) => one.symbol === symbol);
  return {
    ...{ analysis, holding, notes: notes.map(formatProblem).join('\n') },
    value: analysis.totals.value,
    whole: analysis.performance?.whole,
  };
}
