// The cash of an activity statement, or its margin debt, is lost or counted twice.
import { describe, expect, test } from '@jest/globals';
import { readLines } from './read-lines.ts';

const HELD = [
  'Open Positions,Header,DataDiscriminator,Asset Category,Currency,Symbol,Quantity,Cost Basis,Close Price,Value',
  'Open Positions,Data,Summary,Stocks,USD,VTI,100,25000,300,30000',
];
const CASH = 'Cash Report,Header,Currency Summary,Currency,Total';
const cash = (currency: string, total: string): string => `Cash Report,Data,Ending Cash,${currency},${total}`;
const base = (currency: string): string[] => [
  'Account Information,Header,Field Name,Field Value',
  `Account Information,Data,Base Currency,${currency}`,
];
const statement = (...lines: readonly string[]) => readLines(...lines, ...HELD);

test.each(['-10000', '5100'])('%s in the base currency alone is no cash', (total) => {
  const { cash: held, said } = statement(...base('USD'), CASH, cash('Base Currency Summary', total));
  expect(held).toEqual([{ currency: 'USD', amount: total }]);
  expect(said).toContain(`its cash of ${total} as one sum of all currencies: it was read as USD`);
});

test('the sum of all currencies counts beside them', () => {
  const lines = [CASH, cash('Base Currency Summary', '1300'), cash('EUR', '1000'), cash('USD', '150')];
  expect(statement(...base('USD'), ...lines).cash).toEqual([
    { currency: 'EUR', amount: '1000' },
    { currency: 'USD', amount: '150' },
  ]);
});

test('a statement without a report of cash owes nothing, though what it is worth says so', () => {
  const worth = ['Net Asset Value,Header,Asset Class,Current Total', 'Net Asset Value,Data,Cash ,-2500'];
  expect(statement(...base('EUR'), ...worth).cash).toEqual([{ currency: 'EUR', amount: '-2500' }]);
});

test('a sum in a currency that nothing names is taken for dollars, or left out without a word', () => {
  const { cash: held, said } = statement(CASH, cash('Base Currency Summary', '-10000'));
  expect(held).toEqual([]);
  expect(said).toContain('its cash of -10000 as one sum of all currencies, and does not say its base currency');
});

test('a sum of nothing is told as cash that was left out, or that was read', () => {
  const { cash: held, said } = statement(CASH, cash('Base Currency Summary', '0'));
  expect(held).toEqual([]);
  expect(said).not.toContain('one sum of all currencies');
});

test('a statement that says nothing of cash is read without a word', () => {
  expect(statement(...base('USD')).said).toContain('the statement has no section Cash Report');
});

test('of several accounts one whose currencies are not listed loses its cash, or their total counts as well', () => {
  const { accounts } = readLines(
    ...base('USD'),
    'Open Positions,Header,DataDiscriminator,Asset Category,Currency,Account,Symbol,Quantity,Cost Basis,Close Price,Value',
    'Open Positions,Data,Summary,Stocks,USD,U1,VTI,100,25000,300,30000',
    'Open Positions,Data,Summary,Stocks,USD,U2,BND,10,700,73,730',
    'Cash Report,Header,Currency Summary,Account,Currency,Total',
    'Cash Report,Data,Ending Cash,U1,EUR,100',
    'Cash Report,Data,Ending Cash,U1,Base Currency Summary,115',
    'Cash Report,Data,Ending Cash,U2,Base Currency Summary,-50',
    'Cash Report,Data,Ending Cash,,Base Currency Summary,65',
  );
  expect(accounts.map(({ name, cash: held }) => [name, held])).toEqual([
    ['U1', [{ currency: 'EUR', amount: '100' }]],
    ['U2', [{ currency: 'USD', amount: '-50' }]],
  ]);
});

describe('a statement without a report of cash that lists balances of currencies', () => {
  const FOREX =
    'Forex Balances,Header,Asset Category,Currency,Description,Quantity,Cost Price,Close Price,Value in USD';
  const euros = 'Forex Balances,Data,Forex,USD,EUR,500,1.05,1.1,550';
  const worth = ['Net Asset Value,Header,Asset Class,Current Total', 'Net Asset Value,Data,Cash ,1660'];

  test('has none of them, or all of them in its own currency', () => {
    const { cash: held } = statement(...base('USD'), ...worth, FOREX, euros);
    expect(held).toEqual([
      { currency: 'USD', amount: '1110' },
      { currency: 'EUR', amount: '500' },
    ]);
  });

  test('has its own currency twice where that is among them', () => {
    const own = 'Forex Balances,Data,Forex,USD,USD,1110,0,1,1110';
    expect(statement(...base('USD'), ...worth, FOREX, euros, own).cash).toEqual([
      { currency: 'EUR', amount: '500' },
      { currency: 'USD', amount: '1110' },
    ]);
  });

  test('has no more than those, without a word of its own currency', () => {
    const { cash: held, said } = statement(...base('USD'), FOREX, euros);
    expect(held).toEqual([{ currency: 'EUR', amount: '500' }]);
    expect(said).toContain('what the account has or owes in USD is not listed, and not counted');
    expect(said).not.toContain('no section Cash Report');
  });

  test('is told a rest that nothing tells, where one of them states no value', () => {
    const { cash: held } = statement(
      ...base('USD'),
      ...worth,
      FOREX,
      'Forex Balances,Data,Forex,USD,EUR,500,1.05,1.1,',
    );
    expect(held).toEqual([{ currency: 'USD', amount: '1660' }]);
  });

  test('counts them beside a report of cash', () => {
    const { cash: held } = statement(...base('USD'), CASH, cash('USD', '10'), FOREX, euros);
    expect(held).toEqual([{ currency: 'USD', amount: '10' }]);
  });
});
