import fc from 'fast-check';
import type { Portfolio } from '../../../shared/schemas/portfolio.ts';

/** One way in which programs write the same table. */
export interface Dialect {
  separator: string;
  quoteAll: boolean;
  mark: '.' | ',';
  grouping: string;
  negative: 'before' | 'after' | 'parentheses';
  money: 'plain' | 'code before' | 'code after';
  date: 'iso' | 'compact' | 'points' | 'words';
  lineEnd: string;
  encoding: 'utf-8' | 'utf-8 with mark' | 'utf-16le' | 'utf-16be';
  headers: Record<Column, string>;
  order: Column[];
  preamble: boolean;
}

const columns = ['account', 'type', 'symbol', 'name', 'quantity', 'price', 'date', 'currency', 'cost'] as const;
type Column = (typeof columns)[number];

const headers = fc.record({
  account: fc.constantFrom('Account', 'ACCOUNT NAME', 'account_name', 'Acct'),
  type: fc.constantFrom('Account type', 'AccountType', 'tax-treatment'),
  symbol: fc.constantFrom('Symbol', 'ticker', 'Ticker Symbol', 'Instrument', 'Símbolo', 'Kürzel'),
  name: fc.constantFrom('Name', 'DESCRIPTION', 'Security', 'Investment Name', 'Bezeichnung', 'Libellé'),
  quantity: fc.constantFrom(
    'Quantity',
    'Qty (Quantity)',
    'shares',
    'Units',
    '# of shares'.replace('#', 'No.'),
    'Stück',
    'Aantal',
  ),
  price: fc.constantFrom('Price', 'Last Price', 'Market price', 'Price ($)', 'MarkPrice', 'Kurs', 'PREZZO'),
  date: fc.constantFrom('Price date', 'As of', 'as_of_date', 'Date', 'Kursdatum', 'Fecha'),
  currency: fc.constantFrom('Currency', 'CCY', 'currency code', 'Währung', 'Devise'),
  cost: fc.constantFrom('Cost basis', 'Total Cost', 'cost_basis_total', 'Book value', 'Einstandswert'),
});

export const anyDialect: fc.Arbitrary<Dialect> = fc
  .record({
    separator: fc.constantFrom(',', ';', '\t', '|'),
    quoteAll: fc.boolean(),
    mark: fc.constantFrom('.' as const, ',' as const),
    grouping: fc.constantFrom('', 'thousands', "'", '\u00a0', ' '),
    negative: fc.constantFrom('before' as const, 'after' as const, 'parentheses' as const),
    money: fc.constantFrom('plain' as const, 'code before' as const, 'code after' as const),
    date: fc.constantFrom('iso' as const, 'compact' as const, 'points' as const, 'words' as const),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    encoding: fc.constantFrom('utf-8' as const, 'utf-8 with mark' as const, 'utf-16le' as const, 'utf-16be' as const),
    headers,
    order: fc.shuffledSubarray([...columns], { minLength: columns.length }),
    preamble: fc.boolean(),
  })
  .map((dialect) => ({
    ...dialect,
    grouping: dialect.grouping === 'thousands' ? (dialect.mark === '.' ? ',' : '.') : dialect.grouping,
  }));

/** No number is left that could be read two ways: decimals are padded away from exactly three. */
function number(value: string, { mark, grouping, negative }: Dialect): string {
  const [whole = '', decimals = ''] = value.replace('-', '').split('.');
  const grouped = grouping === '' ? whole : whole.replace(/\B(?=(\d{3})+$)/g, grouping);
  const padded = decimals.length === 3 ? `${decimals}0` : decimals.padEnd(2, '0');
  const size = `${grouped}${mark}${padded}`;
  if (!value.startsWith('-')) return size;
  return { before: `-${size}`, after: `${size}-`, parentheses: `(${size})` }[negative];
}

function money(value: string, currency: string, dialect: Dialect): string {
  const size = number(value, dialect);
  return { plain: size, 'code before': `${currency} ${size}`, 'code after': `${size} ${currency}` }[dialect.money];
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function date(iso: string, form: Dialect['date']): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  const name = MONTHS[Number(month) - 1] ?? '';
  return { iso, compact: year + month + day, points: `${day}.${month}.${year}`, words: `${name} ${day}, ${year}` }[
    form
  ];
}

function encode(text: string, encoding: Dialect['encoding']): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-8 with mark') return new TextEncoder().encode(`\ufeff${text}`);
  const little = Buffer.from(`\ufeff${text}`, 'utf16le');
  return encoding === 'utf-16le' ? little : Buffer.from(little).swap16();
}

/** A portfolio as a file in one dialect; accounts one after another, each with its cash first. */
export function writeCsv({ accounts }: Portfolio, dialect: Dialect): Uint8Array {
  const rows = accounts.flatMap(({ name: account, type, cash, positions }) => [
    ...cash.map(({ currency, amount }) => ({
      ...{ account, type, symbol: 'CASH', name: '', quantity: money(amount, currency, dialect) },
      ...{ price: '', date: '', currency, cost: '' },
    })),
    ...positions.map((held) => ({
      ...{ account, type, symbol: held.symbol, name: held.name ?? '', quantity: number(held.quantity, dialect) },
      price: held.price === undefined ? '' : money(held.price, held.currency, dialect),
      date: held.priceAsOf === undefined ? '' : date(held.priceAsOf, dialect.date),
      currency: held.currency,
      cost: held.costBasis === undefined ? '' : money(held.costBasis, held.currency, dialect),
    })),
  ]);
  const cell = (value: string): string =>
    dialect.quoteAll || /["\n\r]/.test(value) || value.includes(dialect.separator)
      ? `"${value.replaceAll('"', '""')}"`
      : value;
  const lines = [dialect.headers, ...rows].map((row) =>
    dialect.order.map((column) => cell(row[column])).join(dialect.separator),
  );
  const preamble = dialect.preamble ? ['My positions', ''] : [];
  return encode([...preamble, ...lines, ''].join(dialect.lineEnd), dialect.encoding);
}
