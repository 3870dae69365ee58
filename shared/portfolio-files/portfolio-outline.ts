import * as z from 'zod';
import { symbol } from '../schemas/classification.ts';
import { account, position, type PortfolioInput } from '../schemas/portfolio.ts';

const list = z.array(z.unknown()).catch([]);
const anything = z.unknown().optional();
const loosePortfolio = z.object({ accounts: list.optional(), transactions: list.optional() }).catch({});
const looseTransaction = z.object({ account: anything }).catch({});
const looseAccount = z.object({ name: anything, positions: list.optional() }).catch({});
const loosePosition = z.object({ symbol: anything, price: anything, priceAsOf: anything }).catch({});
const { name: accountName } = account.shape;
const { price: ownPrice, priceAsOf: ownDate } = position.shape;

/**
 * The same accounts, positions and transactions with every wrong field replaced by a harmless one that is like no other,
 * so that the schema can still say what is wrong between fields: a symbol twice, a price without its date.
 */
export function outlineOf(value: unknown): PortfolioInput {
  const { accounts, transactions } = loosePortfolio.parse(value);
  const outlined = (accounts ?? []).map((one, index) => {
    const { name, positions } = looseAccount.parse(one);
    const known = accountName.safeParse(name);
    return { name: known.data ?? `account ${index}`, positions: (positions ?? []).map(outlineOfPosition) };
  });
  const unnamed = outlined[0]?.name ?? '';
  return {
    accounts: outlined,
    transactions: (transactions ?? []).map((one) => {
      const { account: of } = looseTransaction.parse(one);
      return { account: accountName.safeParse(of).data ?? unnamed, date: '2000-01-01', kind: 'deposit', amount: '1' };
    }),
  };
}

function outlineOfPosition(one: unknown, index: number): z.input<typeof position> {
  const { symbol: ticker, price, priceAsOf } = loosePosition.parse(one);
  const known = symbol.safeParse(ticker);
  return {
    symbol: known.success ? known.data : `0=${index}`,
    quantity: '1',
    ...(price !== undefined && { price: ownPrice.safeParse(price).data ?? '1' }),
    ...(priceAsOf !== undefined && { priceAsOf: ownDate.safeParse(priceAsOf).data ?? '2000-01-01' }),
  };
}
