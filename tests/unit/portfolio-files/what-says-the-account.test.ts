// What a file says of its accounts beside a column "Account": a plan's name or its funds say how it is taxed, and a name what is not yet owned.
import { expect, test } from '@jest/globals';
import { formatProblem } from '../../../shared/portfolio-files/file-problem.ts';
import { readPortfolioFile } from '../../../shared/portfolio-files/read-portfolio-file.ts';
import { tickerByName } from '../../../shared/portfolio-files/reference-names.ts';
import { referenceInstruments } from '../../../shared/database/seeds/instruments.ts';
import { readLines } from './read-lines.ts';

const tickers = tickerByName(referenceInstruments);
function read(...lines: readonly string[]) {
  const bytes = new TextEncoder().encode(lines.join('\n'));
  const found = readPortfolioFile({ name: 'my.csv', bytes, modifiedOn: '2026-11-20', asOf: '2026-11-20', tickers });
  if (!found.ok) throw new Error(found.problems.map(formatProblem).join('\n'));
  const said = (topic: string) => found.notes.filter((note) => note.topic === topic).map(({ message }) => message);
  return { accounts: found.portfolio.accounts.map(({ name, type }) => [name, type]), said };
}

const TSP = ['Fund,Shares,Share Price', 'G Fund,20,19.4', 'C Fund,80,104', 'L 2045,10,62.4'];

test('the Thrift Savings Plan’s own page, by its title or its funds alone, is taken to be taxable', () => {
  const titled = read('Thrift Savings Plan,,', ...TSP);
  expect(titled.accounts).toEqual([['Thrift Savings Plan', 'tax_deferred']]);
  const bare = read(...TSP);
  expect(bare.accounts).toEqual([['Portfolio', 'tax_deferred']]);
  expect(bare.said('taxation')).toEqual([]);
  expect(bare.said('account').join()).toContain('all that it holds is of the Thrift Savings Plan');
  const roth = read('Account,Fund,Shares,Share Price', 'Roth TSP,C Fund,80,104', 'Roth TSP,G Fund,80,19');
  expect(roth.accounts).toEqual([['Roth TSP', 'tax_free']]);
});

test('an account of other things beside a fund of the plan is called tax-deferred for that fund', () => {
  expect(read('Symbol,Shares,Price', 'TSP C Fund,80,104', 'VTI,10,300').accounts).toEqual([['Portfolio', 'taxable']]);
});

test('a column "Plan Name" is not read as the account', () => {
  const plan = read('Plan Number,Plan Name,Symbol,Shares,Share Price', '090123,BIGCO SAVINGS PLAN,VTI,3,305');
  expect(plan.accounts).toEqual([['BIGCO SAVINGS PLAN', 'tax_deferred']]);
  const both = read('Account Name,Plan Name,Symbol,Shares,Price', 'My 401(k),BIGCO PLAN,VTI,3,305');
  expect(both.accounts).toEqual([['My 401(k)', 'tax_deferred']]);
});

test('a class of assets with cash in its name is blamed for a type that is assumed', () => {
  const { said } = read('Account,Asset Class,Symbol,Shares,Price', 'Main,Equity,SPY,5,665', 'Main,Fixed Income & Cash,BND,2,72'); // prettier-ignore
  expect(said('taxation')).toEqual(['"Main" is assumed to be taxable: nothing says how it is taxed']);
});

test.each([
  ['Company,Company stock (unvested),ACME,400,55', '"Company stock (unvested)" is counted in full'],
  ['Company,ACME non-vested RSUs,ACME,400,55', '"ACME non-vested RSUs" is counted in full'],
  ['E*Trade unvested,Microsoft RSU,MSFT,300,498', 'account "E*Trade unvested" is counted in full'],
  ['Grants not yet vested,Microsoft,MSFT,300,498', 'account "Grants not yet vested" is counted in full'],
])('%s is counted as if it were owned, without a word', (line, told) => {
  const { said } = read('Account,Holding,Symbol,Shares,Price', line, 'Fidelity,Vanguard,VTI,200,331');
  expect(said('unvested').map((text) => text.slice(0, told.length))).toEqual([told]);
});

test('vested shares are doubted', () => {
  expect(read('Account,Holding,Symbol,Shares,Price', 'E*Trade,Vested RSU,MSFT,100,498').said('unvested')).toEqual([]);
});

test('a column Accounts is passed over, and all is in one account; of counts it names none', () => {
  const held = (...ends: string[]) =>
    readLines('Symbol,Quantity,Price,Accounts', `VTI,10,300,${ends[0]}`, `BND,5,70,${ends[1]}`).accounts;
  expect(held('...4521', '...8810').map(({ name }) => name)).toEqual(['...4521', '...8810']);
  expect(held('2', '1').map(({ name }) => name)).toEqual(['Portfolio']);
});

test('a bank’s deposit among kinds of assets is told to be a kind of account', () => {
  const { said } = readLines(
    ...['Asset Strategy Detail,Symbol,Quantity,Price', 'ETF,VTI,10,300', 'Bank Deposit,QACDS,500,1'],
  );
  expect(said).not.toContain('Asset Strategy Detail');
});
