// A plan's line for a brokerage account whose holdings the same file lists, counted beside them; and a line taken for one that is none.
import { expect, test } from '@jest/globals';
import { readLines } from './read-lines.ts';

const HEADER = 'Account,Symbol,Name,Shares,Price,Value';
const read = (...rows: string[]) => {
  const { held, cash, said } = readLines(HEADER, 'Acme 401(k),FXAIX,Fidelity 500 Index,100,230,23000', ...rows);
  const invested = held.reduce((sum, { quantity, price = '0' }) => sum + Number(quantity) * Number(price), 0);
  return { worth: invested + cash.reduce((sum, { amount }) => sum + Number(amount), 0), said };
};
const inside = (account: string, value = 15_000): string => `${account},VTI,Total Stock,50,${value / 50},${value}`;

test.each([
  ['BROKERAGELINK,BROKERAGELINK,,,15000', 'BrokerageLink'],
  [',BROKERAGELINK,15000,1.00,15000', 'Fidelity BrokerageLink'],
  ['BLINK,BROKERAGELINK,15000,$1.00,15000', 'BROKERAGELINK ROTH'],
  ['PCRA,Schwab PCRA,,,15000', 'Personal Choice Retirement Account'],
  ['SDBA,SDBA,,,15000', 'PCRA'],
  [',Self-directed brokerage account,,,15000', 'Self-Directed Brokerage'],
  // An account without a name of its own, of the same sum.
  ['BROKERAGELINK,BROKERAGELINK,,,15000', '652-123456'],
  // Priced at another hour.
  ['BROKERAGELINK,BROKERAGELINK,,,15120', 'BrokerageLink'],
])('what %s stands for is counted twice beside the account %s', (line, account) => {
  const { worth, said } = read(`Acme 401(k),${line}`, inside(account));
  expect(worth).toBe(38_000);
  expect(said).toMatch(
    /my\.csv:3: Symbol: ".*" was left out of every total: it stands for account ".*" \(from line 4 on\)/,
  );
  expect(said).not.toContain('though that is');
});

test('of two plans with windows the one whose account is not there is left out as well', () => {
  const lines = ['Acme 401(k)', 'Other 401(k)'].map(
    (account, at) => `${account},BROKERAGELINK,,,,${15_000 + at * 5000}`,
  );
  const { worth, said } = read(...lines, inside('BrokerageLink'));
  expect(worth).toBe(58_000);
  expect(said).toContain('my.csv:4: Symbol: "BROKERAGELINK" is a window into a brokerage account, and no account');
});

test('one line for two accounts leaves one of them counted twice', () => {
  const { worth } = read(
    'Acme 401(k),BROKERAGELINK,,,,25000',
    inside('BrokerageLink'),
    inside('BrokerageLink Roth', 10_000),
  );
  expect(worth).toBe(48_000);
});

test('where the two differ, nothing says so, or both are counted', () => {
  const { worth, said } = read('Acme 401(k),BROKERAGELINK,,,,20000', inside('BrokerageLink'));
  expect(worth).toBe(38_000);
  expect(said).toContain('though that is 15,000.00 USD and this 20,000.00 USD');
});

test.each([
  // No such account is there.
  ['BROKERAGELINK,BROKERAGELINK,,,15000', 'Roth IRA', true],
  ['BROKERAGELINK,BROKERAGELINK,,,14000', '652-123456', true],
  ['PCRA,Schwab PCRA,,,15000', 'Her BrokerageLink', true],
  // No window: a share at a price of its own, funds and money.
  ['BLNK,Blink Charging,50,300,15000', 'BrokerageLink', false],
  ['SCHD,Held in BrokerageLink,50,300,15000', 'BrokerageLink', false],
  [',Brokerage fund,50,300,15000', 'BrokerageLink', false],
  ['SNSXX,Schwab Treasury Money,15000,1,15000', 'PCRA', false],
])('%s is left out beside the account %s, which does not hold it', (line, account, isWindow) => {
  const { worth, said } = read(`Acme 401(k),${line}`, inside(`"${account}"`));
  expect(worth).toBe(23_000 + Number(line.split(',').at(-1)) + 15_000);
  expect(said.includes('is a window into a brokerage account')).toBe(isWindow);
});
