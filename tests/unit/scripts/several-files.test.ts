// Several brokers' files are one portfolio: accounts of one name must not become one, and one account must not count twice unsaid.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { CommandError } from '../../../scripts/analysis/command-error.ts';
import { readOptions } from '../../../scripts/analysis/options.ts';
import { describePreview } from '../../../scripts/analysis/preview.ts';
import { readFiles } from '../../../scripts/analysis/read-files.ts';
import { readRequest } from '../../../scripts/analysis/read-request.ts';
import { formatProblem } from '../../../shared/portfolio-files/file-problem.ts';

const folder = mkdtempSync(join(tmpdir(), 'alex-several-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const write = (name: string, ...lines: readonly string[]): string => {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
};
const HEADER = 'Account,Symbol,Quantity,Price,Price date';
const LISTED = 'Date,Action,Account,Symbol,Quantity,Price';
const fidelity = write('fidelity.csv', HEADER, 'Roth IRA,VTI,10,300,2026-11-19', 'Brokerage,BND,40,72,2026-11-19');
const schwab = write('schwab.csv', HEADER, 'ROTH IRA,SCHB,50,26,2026-11-20', 'Joint,VTI,5,301,2026-11-20');
const bare = write('bare.csv', 'Symbol,Quantity', 'VXUS,30');

const asOf = '2026-11-20';
const read = (files: string[], transactions: string[] = [], prices?: string) =>
  readFiles({ files, transactions, prices, asOf });
const said = (files: string[], transactions: string[] = []): string[] => {
  const { held, transactions: lists } = read(files, transactions);
  return [held, ...lists].flatMap(({ notes }) => notes).map(formatProblem);
};
function refused(...args: Parameters<typeof read>): string {
  try {
    read(...args);
  } catch (error) {
    if (error instanceof CommandError) return [error.message, ...error.lines].join('\n');
  }
  throw new Error('these files are not refused');
}

describe('accounts of several files', () => {
  test('of one name, whatever its case, are one account, or the portfolio is refused for its second one', () => {
    const { held } = read([fidelity, schwab, bare]);
    expect(held.portfolio.accounts.map(({ name, type, positions }) => [name, type, positions.length])).toEqual([
      ['Roth IRA (fidelity)', 'tax_free', 1],
      ['Brokerage', 'taxable', 1],
      ['ROTH IRA (schwab)', 'tax_free', 1],
      ['Joint', 'taxable', 1],
      ['Portfolio (bare)', 'taxable', 1],
    ]);
    expect(said([fidelity, schwab, bare])).toEqual(
      expect.arrayContaining([
        'fidelity.csv: called after the file, to be told from accounts of the others: "Roth IRA (fidelity)"',
        'schwab.csv: called after the file, to be told from accounts of the others: "ROTH IRA (schwab)"',
      ]),
    );
  });

  test('of files of one name in two folders, or that differ by their endings, take each other’s name', () => {
    const here = write('here/all.csv', HEADER, 'Main,VTI,1,300,2026-11-19');
    const there = write('there/all.csv', HEADER, 'Main,BND,1,72,2026-11-19');
    const list = write('here/all.txt', HEADER, 'Main,VXUS,1,70,2026-11-19');
    const { held } = read([here, there, list]);
    expect(held.portfolio.accounts.map(({ name, positions }) => [name, positions[0]?.priceSource])).toEqual([
      ['Main (here/all)', 'here/all.csv'],
      ['Main (there/all)', 'there/all.csv'],
      ['Main (all)', 'all.txt'],
    ]);
  });

  test('have names too long for a portfolio once their files’ names are behind them', () => {
    const long = 'x'.repeat(100);
    const files = ['one', 'two'].map((name) => write(`${name}-${'y'.repeat(60)}.csv`, HEADER, `${long},${name},1,2,2026-11-19`)); // prettier-ignore
    const names = read(files).held.portfolio.accounts.map(({ name }) => name);
    expect(new Set(names).size).toBe(2);
    expect(names.map(({ length }) => length)).toEqual([100, 100]);
  });

  test('a single file’s account is called after its file', () => {
    expect(read([bare]).held.portfolio.accounts[0]?.name).toBe('Portfolio');
    expect(said([fidelity]).join('\n')).not.toContain('called after');
  });
});

describe('what is in two files', () => {
  test('a file given twice, under another path or as a copy, counts twice', () => {
    const link = join(folder, 'link.csv');
    symlinkSync(fidelity, link);
    const copy = write('fidelity (1).csv', HEADER, 'Roth IRA,VTI,10,300,2026-11-19', 'Brokerage,BND,40,72,2026-11-19');
    expect(refused([fidelity, join(folder, '.', 'fidelity.csv')])).toBe('fidelity.csv is given twice: leave one of the two out.'); // prettier-ignore
    expect(refused([fidelity, schwab, link])).toContain('is given twice');
    expect(refused([fidelity, copy])).toBe(
      'fidelity.csv and fidelity (1).csv are one file, byte for byte: leave one of the two out.',
    );
    const list = write('list.csv', LISTED, '2026-01-05,Buy,Brokerage,BND,40,70');
    expect(refused([fidelity, list], [list])).toContain('as what is held and with --transactions');
  });

  test('an account that another file gathers under another name counts twice without a word', () => {
    const all = write('all.csv', HEADER, 'IRA at F,VTI,10,300,2026-11-20', 'IRA at F,BND,40,72,2026-11-20', 'Bank,GLD,1,380,2026-11-20'); // prettier-ignore
    const one = write('one.csv', HEADER, 'Roth,BND,40.0,72,2026-11-19', 'Roth,VTI,10,299,2026-11-19');
    expect(said([one, all])).toContain(
      'all.csv: account "IRA at F" has the same 2 holdings, as many of each, as account "Roth" of one.csv; if they are one account it is counted twice: leave one of the two files out',
    );
    const { notes } = readRequest({ files: [one, all], prices: undefined, asOf, goals: undefined, seed: 1 }).request;
    expect(notes?.find(({ topic }) => topic === 'twice')?.items.join()).toContain('counted twice');
  });

  test('an older export of an account counts beside the newer one without a word', () => {
    const header = 'Account number,Account,Symbol,Quantity,Price,Price date';
    const older = write('may.csv', header, 'Z12345678,Main,VTI,10,300,2026-05-19', 'Z12345678,Main,GLD,2,300,2026-05-19'); // prettier-ignore
    const newer = write('june.csv', header, 'Z12-345678,Main,VTI,11,300,2026-06-19');
    expect(said([older, newer]).join('\n')).toContain(
      'june.csv: leave may.csv out: of 2026-05-19, it seems an earlier copy of an account than of 2026-06-19, counted twice; account "Main (june)" has the number and holdings of account "Main (may)" of may.csv',
    );
    const topicsOf = (files: string[]): string[] =>
      readRequest({ files, prices: undefined, asOf, goals: undefined, seed: 1 }).request.notes?.map(({ topic }) => topic) ?? []; // prettier-ignore
    expect(topicsOf([older, newer])).toContain('older_copy');
    expect(topicsOf([newer, older])).toContain('older_copy');
    // Of one day, neither is the older.
    const again = write('june-2.csv', header, 'Z12345678,Main,VTI,12,300,2026-06-19');
    expect(topicsOf([newer, again])).toContain('twice');
    expect(topicsOf([newer, again])).not.toContain('older_copy');
    // A broker that hides the number shows its end, beside the same name.
    const masked = ['2026-05-19', '2026-06-19'].map((day, at) => write(`masked-${at.toString()}.csv`, HEADER, `Individual ...123,VTI,${(10 + at).toString()},300,${day}`, `Individual ...123,BND,9,72,${day}`)); // prettier-ignore
    expect(topicsOf(masked)).toContain('older_copy');
  });

  test('a plan’s line that stands for an account of another file counts that account again without a word', () => {
    const plan = write('plan.csv', 'Account,Symbol,Name,Quantity,Price,Price date', '401k,VFIFX,Target 2050,100,60,2026-11-19', '401k,,BROKERAGELINK,4880,1,2026-11-19'); // prettier-ignore
    const told = expect.stringMatching(/^plan\.csv:3: .*"BROKERAGELINK" stands for a brokerage account; if another/);
    expect(said([plan, fidelity])).toContainEqual(told);
    expect(said([plan])).not.toContainEqual(told);
  });

  test('two accounts with a fund in common are taken for one', () => {
    expect(said([fidelity, schwab]).join('\n')).not.toContain('counted twice');
    const hers = write('hers.csv', 'Symbol,Quantity', 'VXUS,30', 'BND,7');
    expect(said([bare, hers]).join('\n')).not.toContain('counted twice');
  });

  test('a list of transactions in place of a second portfolio counts what it bought again', () => {
    const header = 'Account number,Symbol,Quantity,Price,Price date';
    const positions = write('held.csv', header, '123456789,VTI,10,300,2026-11-19');
    const list = write('trades.csv', 'Date,Action,Account number,Symbol,Quantity,Price', '2026-01-05,Buy,123456789,VTI,10,290'); // prettier-ignore
    for (const files of [
      [positions, list],
      [list, positions],
    ]) {
      expect(refused(files)).toContain(
        'trades.csv: it lists the transactions of account "Account ending 6789", whose positions held.csv has: give it with --transactions',
      );
    }
  });
});

describe('transactions beside several files', () => {
  const ofFidelity = write('fidelity-list.csv', LISTED, '2026-01-05,Buy,Roth IRA,VTI,10,290');
  const ofSchwab = write('schwab-list.csv', LISTED, '2026-01-05,Buy,Roth IRA,SCHB,50,25', '2026-01-05,Buy,Joint,VTI,5,290'); // prettier-ignore

  test('of an account whose name several files have go to the first, or to none', () => {
    const { stated, transactions, held } = read([fidelity, schwab], [ofSchwab, ofFidelity]);
    expect(stated.map(({ account, symbol }) => [account, symbol])).toEqual([
      ['ROTH IRA (schwab)', 'SCHB'],
      ['Joint', 'VTI'],
      ['Roth IRA (fidelity)', 'VTI'],
    ]);
    expect(transactions.map(({ used }) => used)).toEqual([2, 1]);
    expect(held.portfolio.accounts.map(({ positions }) => positions[0]?.costBasis)).toEqual(['2900', undefined, '1250', '1450']); // prettier-ignore
    expect(said([fidelity, schwab], [ofSchwab])).toContain(
      'schwab-list.csv: "Roth IRA" was taken for "ROTH IRA (schwab)", of whose positions alone it tells',
    );
  });

  test('that name no account are left out, though one account alone holds what they list', () => {
    const list = write('bare-list.csv', 'Date,Action,Symbol,Quantity,Price', '2026-01-05,Buy,VXUS,30,60');
    expect(read([fidelity, bare], [list]).stated).toMatchObject([{ account: 'Portfolio (bare)', symbol: 'VXUS' }]);
    const other = write('other-list.csv', 'Date,Action,Symbol,Quantity,Price', '2026-01-05,Buy,GLD,30,60');
    expect(said([fidelity, bare], [other]).join('\n')).toContain('the list names no account');
  });

  test('of one account in two lists, or in its own file and a list, count twice', () => {
    const rest = write('rest.csv', LISTED, '2026-02-05,Buy,Joint,VTI,1,290');
    expect(refused([fidelity, schwab], [ofSchwab, rest])).toContain(
      'rest.csv: the transactions of account "Joint" are listed in schwab-list.csv, too; put them all into one file',
    );
    const own = write('own.csv', LISTED, '2026-02-05,Buy,Third,VXUS,1,60');
    const again = write('again.csv', LISTED, '2026-02-05,Buy,Third,VXUS,1,61');
    expect(refused([fidelity, own], [again])).toContain('of account "Third" are listed in own.csv, too');
  });
});

describe('what files say of the whole', () => {
  const json = (name: string, age: number, symbol: string): string =>
    write(name, JSON.stringify({ accounts: [{ name, positions: [{ symbol, quantity: 1 }] }], goals: { age, retireAt: 65, income: 50000 } })); // prettier-ignore

  test('goals of two files: the first one’s count, whatever the other says', () => {
    expect(read([json('a.json', 40, 'VTI'), fidelity]).held.goals?.age).toBe(40);
    expect(refused([json('a.json', 40, 'VTI'), json('b.json', 41, 'BND')])).toContain(
      'b.json: goals: a.json states other goals: keep them in one of the two',
    );
  });

  test('a rate of one file is not there for another’s holding, or contradicts it unsaid', () => {
    const rate = (name: string, value: number): string => write(name, HEADER, `${name},VTI,1,300,2026-11-20`, `,EUR/USD,,${value},2026-11-20`); // prettier-ignore
    const [first, near, far] = [rate('first.csv', 1.16), rate('near.csv', 1.17), rate('far.csv', 1.61)];
    expect(read([first, near]).held.portfolio.exchangeRates).toMatchObject([{ rate: '1.17', source: 'near.csv' }]);
    expect(said([first, near]).join('\n')).not.toContain('EUR/USD');
    expect(said([first, far])).toContain('far.csv: EUR/USD of 2026-11-20 is 1.61 here, which is used, and 1.16 in first.csv'); // prettier-ignore
  });

  test('problems of all files are told, each with its file', () => {
    const wrong = ['x', 'y'].map((name) => write(`${name}.csv`, 'Symbol,Quantity', `${name},abc`));
    expect(refused([...wrong, fidelity])).toMatch(/^2 problems in x\.csv and y\.csv;.*\n.*x\.csv:2: .*\n.*y\.csv:2: /);
  });

  test('more accounts than one portfolio may have', () => {
    const many = (name: string): string =>
      write(name, HEADER, ...Array.from({ length: 101 }, (_, at) => `${name} ${at},VTI,${at + 1},300,2026-11-19`));
    expect(refused([many('m1.csv'), many('m2.csv')])).toContain('the files together: accounts: ');
  });

  test('an own file beside an example of the project makes the report one of an example', () => {
    const example = join(import.meta.dirname, '../../../examples/portfolio.csv');
    const request = (...files: string[]) => readRequest({ files, prices: undefined, asOf, goals: undefined, seed: 1 }).request; // prettier-ignore
    expect(request(example).example).toBe(true);
    expect(request(example, fidelity).example).toBeUndefined();
  });
});

test('a preview tells each file by itself, and what all hold together', () => {
  const lines = describePreview(
    read([fidelity, schwab], [], write('px.csv', 'Symbol,Price,Date', 'VTI,305,2026-11-20')),
  );
  expect(lines).toEqual(
    expect.arrayContaining([
      'fidelity.csv: positions, separated by comma',
      '    VTI in Roth IRA (fidelity): 10 units, 305 USD each on 2026-11-20, of px.csv',
      'schwab.csv: positions, separated by comma',
      '    VTI in Joint: 5 units, 305 USD each on 2026-11-20, of px.csv',
      '2 files together',
      '  4 accounts with 4 positions (0 without a price), 0 cash balances, 0 transactions, 0 dated prices, 0 exchange rates',
    ]),
  );
});

test('the command line takes files wherever they stand, and says why half of an amount is no file', () => {
  const { files, transactions } = readOptions([fidelity, '--transactions', 'a.csv', schwab, '--transactions', 'b.csv']);
  expect({ files, transactions }).toEqual({ files: [fidelity, schwab], transactions: ['a.csv', 'b.csv'] });
  expect(refused([fidelity, '000'])).toBe(
    'Cannot read 000: there is no such file.\nEach word that is neither a flag nor its value is taken for a file: write amounts without blanks (80000, 80k), and texts in quotes.',
  );
});
