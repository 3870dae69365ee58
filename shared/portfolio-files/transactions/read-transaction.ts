import type { CashBalance } from '../../schemas/portfolio.ts';
import { currencyOf } from '../column-names.ts';
import { securityOf } from '../debt-of-row.ts';
import { nameWithKind } from '../debt-security.ts';
import { canonical, product, shifted, sum } from '../decimal-number.ts';
import { quotation } from '../file-problem.ts';
import type { InputFile } from '../input-file.ts';
import { isMissing } from '../missing-text.ts';
import type { Amount, CellReader } from '../read-cells.ts';
import { plainName } from '../read-position.ts';
import { holdingCode, isNameAlone, pairOf, tickerOrCompany, type KnownNames } from '../security-code.ts';
import type { TableRow } from '../table-row.ts';
import type { ListedTransaction, SplitRatio } from './listed-transaction.ts';
import type { ListSigns } from './list-signs.ts';
import { absolute } from './signs.ts';
import { readSettlement, settledRate, type Settlement } from './settlement.ts';
import { readSplitRatio } from './split-ratio.ts';
import { actionWords, readAction } from './transaction-kind.ts';
import { unitPrice } from './unit-price.ts';

/** What a row states, before it is known what happened. */
export type Stated = Omit<ListedTransaction, 'kind' | 'cash'> &
  ListSigns & {
    /** As the file signs them. */
    signedQuantity: string | null;
    amount: string | null;
    fees: string;
    words: string;
    notes: string;
    /** Nothing in the row or over it says its currency, so that it was taken to be in dollars. */
    isInDollarsUnsaid: boolean;
    /** What the file says is in the account after it. */
    balance: CashBalance | null;
    /** The file is of a plan without cash: contributions, fees and dividends are units of a fund that come or go. */
    inUnits: boolean;
    /** Nothing is listed of its account before its day. */
    isFirst: boolean;
  };

/** What a row states by itself; how its file writes things, all rows together tell. */
export type StatedRow = Omit<Stated, keyof ListSigns | 'inUnits' | 'isFirst'>;

type Account = Pick<ListedTransaction, 'account' | 'accountType'>;

/** The cells of a row of transactions, without its symbol where it is not `ofSecurity`; null, with problems, where any of them is wrong. */
export function readStated(
  row: TableRow,
  cells: CellReader,
  account: Account,
  { asOf: latest, ...names }: Pick<InputFile, 'asOf'> & KnownNames,
  ofSecurity = true,
): StatedRow | null {
  const words = row.section.columns.signed ? bySign(row) : actionWords(row);
  const isSplit = readAction(words) === 'split';
  const ratio = isSplit ? ratioOf(row) : null;
  // Robinhood counts contracts that were sold as "1S".
  const quantity = !ofSecurity || (isSplit && ratio !== null) ? null : cells.number('quantity');
  const [price, amount] = [readFilledPrice(row, cells), cells.number('amount')];
  const [fee, commission, cost] = [cells.number('fee'), cells.number('commission'), cells.number('costBasis')];
  const dateField = row.header('tradeDate') === null ? 'priceDate' : 'tradeDate';
  const date = cells.day(dateField, latest);
  if (date === null) cells.problem(dateField, 'the date is missing');
  const { code, perUnit, from } = cells.currency();
  const text = ofSecurity ? row.text('symbol') : '';
  const byName = isNameAlone(row);
  // A plan's list names its trusts, which have no ticker: what moves units of one is of that.
  const { positions } = row.section.columns;
  const isNamed = byName || !(positions.has('symbol') || positions.has('identifier'));
  const isHeldByName = isNamed && /[1-9]/.test(row.text('quantity'));
  const found = isHeldByName ? holdingCode(row, names) : tickerOrCompany(row, names);
  const symbol = ofSecurity ? (found?.code ?? null) : null;
  if (symbol === null && !isMissing(text) && !byName)
    cells.problem('symbol', `"${quotation(text)}" is not a ticker such as VTI`);
  if (cells.failed() || !date) return null;
  const money = (value: string): string => (perUnit === 100 ? canonical(shifted(value, -2)) : value);
  const whole = (read: Amount | null | undefined): string => {
    const size = absolute(read?.value ?? '0');
    return read?.isWhole === true ? size : money(size);
  };
  const quoted = !price || Number(price.value) <= 0 ? null : money(price.value);
  const signed = quantity?.value ?? null;
  const moved = readSettlement(row, amount);
  const said =
    from !== null ? code : (pairOf(row)?.quote ?? price?.currency ?? moved?.currency ?? amount?.currency ?? null);
  const own = said ?? code;
  const inOwn = moved === null || moved.currency === own;
  const paid = moved?.amount ?? (amount ? (amount.isWhole ? amount.value : money(amount.value)) : null);
  const kind = row.text('instrumentType');
  const name = plainName(row.text('name')).slice(0, 170).trim();
  const each =
    quoted === null || signed === null || signed === '0' || symbol === null || isSplit
      ? quoted
      : unitPrice(
          {
            security: { ...securityOf(row, symbol), name: name || text, kind },
            quantity: absolute(signed),
            price: quoted,
            amount: inOwn ? paid : null,
          },
          cells,
        );
  const trades = ['buy', 'sell'].includes(readAction(words) ?? '') && signed !== null && each !== null;
  const isForeign = moved !== null && moved.currency !== own && trades;
  return {
    ...account,
    line: row.row.line,
    date,
    symbol,
    name: symbol === null ? name : nameWithKind({ ...securityOf(row, symbol), name, kind }),
    quantity: signed === null || signed === '0' ? null : isSplit ? signed : absolute(signed),
    signedQuantity: signed,
    ratio,
    price: each,
    amount: isForeign ? null : paid,
    // What was paid in another currency has the fees in it, in that currency.
    fees: isForeign ? '0' : sum(whole(fee), whole(commission)),
    settled: isForeign ? withRate(moved, product(signed, each), row, cells) : null,
    costBasis: cost ? whole(cost) : null,
    // What a split is worth moves no money, whatever it is stated in.
    currency: isForeign || isSplit || moved === null ? own : moved.currency,
    isInDollarsUnsaid: said === null,
    words,
    notes: row.text('notes'),
    balance: balanceOf(row, cells),
  };
}

/** What was settled, with the exchange rate that the row states for it. */
function withRate(moved: Settlement, gross: string, row: TableRow, cells: CellReader): Settlement {
  const stated = /\d/.test(row.text('settlementRate')) ? cells.number('settlementRate') : null;
  const rate = settledRate(stated?.value ?? null, gross, moved.amount);
  return rate === null ? moved : { ...moved, rate };
}

const AVERAGE = /^(?:avg|average)\.?\W*(?:fill(?:ed)?\W*)?price$/i;

/** What was paid for one unit: of an order the average of what was filled, beside which stands the limit that was set. */
function readFilledPrice(row: TableRow, cells: CellReader): Amount | null | undefined {
  const filled = AVERAGE.test(row.header('costPerUnit') ?? '') ? cells.number('costPerUnit') : null;
  return filled ?? cells.number('price');
}

/** What is in the account after the transaction, where the file says; words such as "Processing" are no balance. */
function balanceOf(row: TableRow, cells: CellReader): CashBalance | null {
  if (!/\d/.test(row.text('cashBalance'))) return null;
  const read = cells.number('cashBalance');
  const { code } = cells.currency();
  return read
    ? { currency: read.currency ?? currencyOf(row.header('cashBalance') ?? '') ?? code, amount: read.value }
    : null;
}

const bySign = (row: TableRow): string => (/^[-−–]/.test(row.text('quantity')) ? 'sell' : 'buy');

/** A split's ratio, from where people and brokers write it. */
function ratioOf(row: TableRow): SplitRatio | null {
  const ratio =
    readSplitRatio(row.text('quantity')) ?? readSplitRatio(row.text('action')) ?? readSplitRatio(row.text('name'));
  if (ratio === null) return null;
  // "Reverse split 10:1" is written as often as "1:10", and both mean fewer shares.
  const { after, before } = ratio;
  const isReverse = /\breverse\b/i.test(`${row.text('action')} ${row.text('name')}`);
  return isReverse && Number(after) > Number(before) ? { after: before, before: after } : ratio;
}
