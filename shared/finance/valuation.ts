import type { ExchangeRate, PriceConflict, PricedApart, SnapshotLine } from '../schemas/analysis.ts';
import { converterTo } from './exchange-rates.ts';
import { productInUnits, toMoney, unitFor } from './money.ts';
import type { MoneyUnit } from './money.ts';
import { instrumentKey, pricesOf } from './prices.ts';

/** A line with its value in the base currency, in whole units of money. */
export interface ValuedLine {
  line: SnapshotLine;
  /** What it is a part of. */
  holding: Holding;
  units: number;
  /** Cost of the line in units; null where it is not known. Converted at today's rate, so a gain leaves currency out. */
  costUnits: number | null;
}

/** All lines of one instrument, over all accounts; those at prices that cannot be of one thing are holdings of their own. */
export interface Holding {
  key: string;
  symbol: string;
  name: string | null;
  kind: 'holding' | 'cash';
  currency: string;
  quantity: number;
  /** One unit in base currency, the mean where its lines state prices of one day that are a little apart; null for cash. */
  price: number | null;
  priceAsOf: string | null;
  priceSource: string | null;
  units: number;
  /** Value less cost; null unless every line's cost is known. */
  gainUnits: number | null;
  accounts: string[];
}

export interface Valuation {
  unit: MoneyUnit;
  baseCurrency: string;
  lines: ValuedLine[];
  /** Largest first; equal values in the order of the snapshot. */
  holdings: Holding[];
  excluded: { line: SnapshotLine; reason: 'no_price' | 'no_exchange_rate' }[];
  totalUnits: number;
  cashUnits: number;
  conflicts: PriceConflict[];
  apart: PricedApart[];
  rates: ExchangeRate[];
}

/**
 * Market value of each line = quantity x price x exchange rate, rounded to the cent, half away from zero; everything
 * above a line is a sum of such whole cents, so holdings, accounts and totals reconcile exactly. A line without a dated
 * price, or in a currency without a rate, is left out and listed in `excluded`.
 */
export function valuePortfolio(
  lines: readonly SnapshotLine[],
  baseCurrency: string,
  exchangeRates: readonly ExchangeRate[] = [],
): Valuation {
  const convert = converterTo(baseCurrency, exchangeRates);
  const { used, conflicts, apart } = pricesOf(lines);
  const rates = new Map<string, ExchangeRate>();
  const excluded: Valuation['excluded'] = [];
  const priced: { line: SnapshotLine; price: number; factor: number }[] = [];

  for (const line of lines) {
    const price = line.kind === 'cash' ? 1 : used.get(line)?.price;
    if (price === undefined) {
      excluded.push({ line, reason: 'no_price' });
      continue;
    }
    const conversion = convert(line.currency);
    if (conversion === null) {
      excluded.push({ line, reason: 'no_exchange_rate' });
      continue;
    }
    if (conversion.rate !== null) rates.set(conversion.rate.from, conversion.rate);
    priced.push({ line, price, factor: conversion.factor });
  }

  const gross = priced.reduce((sum, { line, price, factor }) => sum + Math.abs(line.quantity * price * factor), 0);
  const unit = unitFor(gross);
  const valued: ValuedLine[] = [];
  const holdings = new Map<string, Holding>();
  const mixed = new Set<Holding>();
  let totalUnits = 0;
  let cashUnits = 0;
  for (const { line, price, factor } of priced) {
    const units = productInUnits([line.quantity, price, factor], unit);
    const costUnits = line.costBasis === null ? null : productInUnits([line.costBasis, factor], unit);
    totalUnits += units;
    if (line.kind === 'cash') cashUnits += units;

    const gainUnits = costUnits === null || line.kind === 'cash' ? null : units - costUnits;
    const quote = used.get(line);
    const key = quote?.key ?? instrumentKey(line);
    const known = holdings.get(key);
    if (known === undefined) {
      const holding: Holding = {
        key,
        symbol: line.symbol,
        name: line.name,
        kind: line.kind,
        currency: line.currency,
        quantity: line.quantity,
        price: quote === undefined ? null : tidy(price * factor),
        priceAsOf: quote?.asOf ?? null,
        priceSource: quote?.source ?? null,
        units,
        gainUnits,
        accounts: [line.accountName],
      };
      holdings.set(key, holding);
      valued.push({ line, holding, units, costUnits });
      continue;
    }
    valued.push({ line, holding: known, units, costUnits });
    known.quantity = tidy(known.quantity + line.quantity);
    known.name ??= line.name;
    known.units += units;
    known.gainUnits = known.gainUnits === null || gainUnits === null ? null : known.gainUnits + gainUnits;
    if (!known.accounts.includes(line.accountName)) known.accounts.push(line.accountName);
    if (quote === undefined || known.priceAsOf === null) continue;
    if (known.price !== tidy(price * factor)) mixed.add(known);
    if (quote.asOf < known.priceAsOf) known.priceAsOf = quote.asOf;
  }
  for (const holding of mixed) holding.price = tidy(toMoney(holding.units, unit) / holding.quantity);

  return {
    unit,
    baseCurrency,
    lines: valued,
    holdings: [...holdings.values()].sort((a, b) => b.units - a.units),
    excluded,
    totalUnits,
    cashUnits,
    conflicts,
    apart,
    rates: [...rates.values()].sort((a, b) => (a.from < b.from ? -1 : 1)),
  };
}

/** Drops the last binary digits, so that 0.1 + 0.2 shares read 0.3. */
function tidy(value: number): number {
  return Number(value.toPrecision(15));
}

/** Share of a whole, a fraction; 0 where the whole is not positive and a share of it has no meaning. */
export function shareOf(units: number, wholeUnits: number): number {
  return wholeUnits > 0 ? units / wholeUnits : 0;
}
