import { currencyOf } from '../column-names.ts';
import { readCurrency, type QuotedCurrency } from '../currency-text.ts';
import { canonical, quotient, shifted } from '../decimal-number.ts';
import { isMissing } from '../missing-text.ts';
import type { Amount } from '../read-cells.ts';
import type { TableRow } from '../table-row.ts';
import { datedRates, type StatedRate } from '../with-exchange-rates.ts';
import type { ListedTransaction } from './listed-transaction.ts';
import { absolute, negated } from './signs.ts';

/** Money as it moved in the account, in the account's currency. */
export interface Settlement {
  currency: string;
  /** As the file signs it. */
  amount: string;
  /** What one of this currency cost in the price's, where the file says. */
  rate?: string;
}

/**
 * What moved in the account where a row states it in a currency of its own ("Total" beside "Currency (Total)", "Total (GBP)"),
 * perhaps not the one of the price. Null where it states no such currency.
 */
export function readSettlement(row: TableRow, amount: Amount | null | undefined): Settlement | null {
  if (!amount) return null;
  const accounts = isMissing(row.text('currency')) ? readCurrency(row.text('accountCurrency')) : null;
  const stated = readCurrency(row.text('amountCurrency')) ?? codeOnly(amount.currency ?? currencyIn(row)) ?? accounts;
  if (stated === null) return null;
  const { code, perUnit } = stated;
  return { currency: code, amount: perUnit === 100 ? canonical(shifted(amount.value, -2)) : amount.value };
}

const currencyIn = (row: TableRow): string | null => currencyOf(row.header('amount') ?? '');
const codeOnly = (code: string | null): QuotedCurrency | null => (code === null ? null : { code, perUnit: 1 });

/** What a transaction did to which currency's cash: a purchase in another currency is paid from the account's own. */
export function cashMoved({ kind, cash, currency, settled }: ListedTransaction): { currency: string; cash: string } {
  if (settled === null || (kind !== 'buy' && kind !== 'sell')) return { currency, cash };
  const size = absolute(settled.amount);
  return { currency: settled.currency, cash: kind === 'buy' ? negated(size) : size };
}

/** A stated rate and the one that a trade was settled at differ by the broker's fee at most. */
const NEAR = 0.02;

/** The exchange rate of a trade: price's currency for one of the settlement's, by whichever way round the file states it. */
export function settledRate(stated: string | null, gross: string, settled: string): string | null {
  const implied = Math.abs(Number(gross) / Number(settled));
  if (!Number.isFinite(implied) || implied <= 0) return null;
  const near = (rate: number): boolean => Math.abs(rate / implied - 1) <= NEAR;
  if (stated === null || Number(stated) <= 0) return null;
  if (near(Number(stated))) return stated;
  return near(1 / Number(stated)) ? quotient('1', stated) : null;
}

/** The exchange rates at which a list's trades were settled, each with its day, for what is held in those currencies. */
export function ratesOfSettlements(listed: readonly ListedTransaction[], file: string): StatedRate[] {
  return datedRates(
    listed.flatMap(({ settled, currency, date }) =>
      settled?.rate === undefined
        ? []
        : [
            {
              from: settled.currency,
              to: currency,
              rate: settled.rate,
              asOf: date,
              source: `${file} (a trade's own rate)`,
            },
          ],
    ),
  );
}
