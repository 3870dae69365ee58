import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { InputFile } from '../../../shared/portfolio-files/input-file.ts';
import { readPortfolioFile } from '../../../shared/portfolio-files/read-portfolio-file.ts';
import { readPricesFile } from '../../../shared/portfolio-files/read-prices-file.ts';
import { portfolio } from '../../../shared/schemas/portfolio.ts';
import { anyDialect, writeCsv } from './csv-dialect.ts';
import { anyPortfolio } from './portfolio-arbitrary.ts';

const file = (bytes: Uint8Array): InputFile => ({ name: 'x', bytes, modifiedOn: '2026-11-01', asOf: '2026-11-15' });

/** Either a portfolio that fits the schema or at least one problem; the same for prices. Anything thrown fails the test. */
function expectAnAnswer(bytes: Uint8Array): void {
  const held = readPortfolioFile(file(bytes));
  if (held.ok) expect(portfolio.safeParse(held.portfolio).success).toBe(true);
  else expect(held.problems.length).toBeGreaterThan(0);
  const quoted = readPricesFile(file(bytes));
  expect(quoted.ok ? quoted.quotes.length : quoted.problems.length).toBeGreaterThan(0);
}

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);

test('no bytes make the reader throw', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), expectAnAnswer), { numRuns: 300 });
});

test('no text of separators, quotes and digits makes the reader throw', () => {
  const unit = fc.constantFrom(
    ...Array.from(',;\t|"\n\r0123456789.-+%$€()=@ aE'),
    'Symbol',
    'Quantity',
    'Price',
    'VTI',
    'CASH',
    'USD',
  );
  const body = fc.string({ unit, maxLength: 200 });
  const header = fc.constantFrom('', 'Symbol,Quantity,Price\n', 'Account;Ticker;Shares;Price date;Currency\n');
  fc.assert(
    fc.property(header, body, (first, rest) => {
      expectAnAnswer(encoded(first + rest));
    }),
    { numRuns: 1000 },
  );
});

test('no JSON value makes the reader throw', () => {
  const near = fc.record(
    {
      accounts: fc.array(
        fc.record(
          { name: fc.string(), type: fc.anything(), positions: fc.array(fc.anything()), cash: fc.anything() },
          { requiredKeys: [] },
        ),
      ),
      goals: fc.anything(),
      targets: fc.anything(),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.json(),
        near.map((value) => JSON.stringify(value)),
      ),
      (text) => {
        expectAnAnswer(encoded(text));
      },
    ),
    { numRuns: 500 },
  );
});

test('a good file with some bytes overwritten is read or refused', () => {
  fc.assert(
    fc.property(
      anyPortfolio,
      anyDialect,
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }),
      (held, dialect, hits) => {
        const bytes = Uint8Array.from(writeCsv(held, dialect));
        for (const [place, byte] of hits) bytes[place % bytes.length] = byte;
        expectAnAnswer(bytes);
      },
    ),
    { numRuns: 200 },
  );
});

test.each([
  ['brackets nested without end', '['.repeat(500_000)],
  ['objects nested without end', '{"a":'.repeat(300_000)],
  ['a quotation mark on every line', 'Symbol,Quantity\n' + '"VTI,1\n'.repeat(20_000)],
  ['quotation marks and nothing else', '"'.repeat(1_000_000)],
  ['separators and nothing else', ',;\t|'.repeat(100_000)],
  ['short lines that are no positions', 'Symbol,Quantity\n' + 'a\n'.repeat(15_000)],
  ['more lines than any portfolio has', 'Symbol,Quantity\n' + 'a\n'.repeat(500_000)],
  ['one enormous number', `Symbol,Quantity\nVTI,${'9'.repeat(1_000_000)}`],
  ['one enormous header', `${'Symbol '.repeat(100_000)},Quantity\nVTI,1`],
  ['blanks around one letter', `${' '.repeat(2_000_000)}a`],
])('%s neither hang the reader nor exhaust the stack', (_name, text) => {
  // What takes more than linear time in these sizes takes minutes: the test would not end.
  expectAnAnswer(encoded(text));
});
