import type { SnapshotLine } from '../../schemas/analysis.ts';
import { assetClasses } from '../../schemas/asset-classes.ts';
import { wordOf } from '../labels.ts';
import { listed } from '../listed.ts';
import { lookThrough } from '../look-through.ts';
import type { Instruments } from '../look-through.ts';
import { toMoney } from '../money.ts';
import { namedHoldings } from '../named-holdings.ts';
import { isGold } from '../risk/kinds.ts';
import { isCoin } from '../risk/single-names.ts';
import type { Holding, Valuation, ValuedLine } from '../valuation.ts';
import type { NamedPart, Part, Priced, Prices } from './price-move.ts';

/** How much of a holding is a part of what is held, a fraction. */
function shareIn(of: Part, holding: Holding, instruments: Instruments): number {
  if ('holdings' in of) return of.holdings.has(holding.key) ? 1 : 0;
  const { assetClasses: made } = lookThrough(holding, instruments);
  if ('assetClass' in of) return made[of.assetClass] ?? 0;
  const instrument = holding.kind === 'cash' ? undefined : instruments.get(holding.symbol);
  if (instrument === undefined) return 0;
  if (of.kind === 'gold') return isGold(instrument) ? (made.commodities ?? 0) : 0;
  return isCoin(instrument) ? (made.alternatives ?? 0) : 0;
}

const STOCKS: Part = { assetClass: 'equity' };

/** What a holding costs at other prices, as a multiple of today's: of a fund each of its parts moves by itself. */
function timesAt({ stockPrices = 1, priceMoves = [] }: Prices, holding: Holding, instruments: Instruments): number {
  return [{ of: STOCKS, times: stockPrices }, ...priceMoves].reduce(
    (all, { of, times }) => (times === 1 ? all : all * (1 + shareIn(of, holding, instruments) * (times - 1))),
    1,
  );
}

/** A line as it would be at other prices. */
export function atPrices({ line, holding }: ValuedLine, instruments: Instruments, prices: Prices): SnapshotLine {
  return line.price === null ? line : { ...line, price: line.price * timesAt(prices, holding, instruments) };
}

/** What of a portfolio words mean whose prices are to be other ones, and what that is worth. */
export function pricedParts({ holdings, unit }: Valuation, instruments: Instruments): Priced {
  const worth = (of: Part, at: Prices): number =>
    holdings.reduce((sum, one) => {
      const share = shareIn(of, one, instruments);
      return share === 0 ? sum : sum + toMoney(one.units, unit) * share * timesAt(at, one, instruments);
    }, 0);
  const part = (of: Part, label: string, many: boolean): NamedPart | string =>
    worth(of, {}) > 0 ? { of, label, many, inFunds: false } : `nothing is held in ${label}, as far as that is known`;
  const isCoinOf = (said: string, symbol: string, label = ''): boolean => {
    const instrument = instruments.get(symbol);
    return (
      instrument !== undefined &&
      isCoin(instrument) &&
      label
        .toLowerCase()
        .split(/[^a-z]+/)
        .includes(said)
    );
  };
  const find = (asset: string): NamedPart | string => {
    const said = asset.trim().toLowerCase();
    const assetClass = assetClasses.find((one) => one === said);
    if (assetClass === 'cash') return 'cash has no price that moves';
    if (assetClass !== undefined) return part({ assetClass }, wordOf(assetClass), assetClass !== 'real_estate');
    if (said === 'gold') return part({ kind: 'gold' }, 'gold', false);
    if (said === 'crypto') return part({ kind: 'crypto' }, 'cryptocurrencies', true);
    const priced = holdings.filter(({ kind, units }) => kind === 'holding' && units > 0);
    if (said === 'largest') return single(priced.slice(0, 1), asset, priced, instruments);
    const names = priced.map(({ key, symbol, name }) => {
      const instrument = instruments.get(symbol);
      return { key, symbol, label: instrument?.name ?? name ?? symbol, expenseRatio: instrument?.expenseRatio ?? null };
    });
    const coins = priced.filter(({ key, symbol }) =>
      isCoinOf(said, symbol, names.find((one) => one.key === key)?.label),
    );
    if (coins.length > 0)
      return { of: { holdings: new Set(coins.map(({ key }) => key)) }, label: asset, many: false, inFunds: false };
    // A capital tells a name from a word, but for the first of a sentence.
    const keys = new Set(namedHoldings(`of ${asset}`, names).map(({ key }) => key));
    const funds = keys.size > 0 ? [] : names.filter(({ symbol, label }) => isFund(symbol, instruments) && label.toLowerCase().startsWith(`${said} `)); // prettier-ignore
    if (funds.length > 0) return `${asset} is the house of ${funds.length > 1 ? 'several funds' : 'a fund'} here, whose assets are kept apart from it: name a fund instead`; // prettier-ignore
    return single(priced.filter(({ key }) => keys.has(key)), asset, priced, instruments); // prettier-ignore
  };
  return { find, worth };
}

/** One company's holdings or one fund; of several nobody knows which is meant. */
function single(found: readonly Holding[], asset: string, all: readonly Holding[], instruments: Instruments): NamedPart | string {
  const symbols = found.map(({ symbol }) => symbol);
  if (found.length === 0) return `none of the holdings is called ${asset}`;
  const funds = found.filter(({ symbol }) => isFund(symbol, instruments));
  if (found.length > 1 && funds.length > 0) return `several holdings are called so: ${listed(symbols)}`;
  const holdings = new Set(found.map(({ key }) => key));
  const inFunds = funds.length === 0 && all.some(({ symbol }) => isFund(symbol, instruments));
  return { of: { holdings }, label: listed(symbols), many: found.length > 1, inFunds };
} // prettier-ignore

const isFund = (symbol: string, instruments: Instruments): boolean =>
  ['etf', 'mutual_fund'].includes(instruments.get(symbol)?.type ?? '');
