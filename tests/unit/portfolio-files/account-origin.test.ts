import { describe, expect, test } from '@jest/globals';
import { groupNotes, inputNotesOf } from '../../../shared/portfolio-files/group-notes.ts';
import { readPortfolioFile, type PortfolioFile } from '../../../shared/portfolio-files/read-portfolio-file.ts';

function read(name: string, text: string): PortfolioFile {
  const bytes = new TextEncoder().encode(text);
  const reading = readPortfolioFile({ name, bytes, modifiedOn: '2026-10-30', asOf: '2026-11-15' });
  if (!reading.ok) throw new Error(reading.problems.map(({ message }) => message).join('; '));
  return reading;
}
const told = ({ notes }: PortfolioFile, topic: string): string[] =>
  notes.filter((note) => note.topic === topic).map(({ message }) => message);

describe('how an account is taxed is never a fact that nothing says', () => {
  const file = read(
    'my.csv',
    'Account,Symbol,Quantity,Price\n87654321,VTI,1,300\nWork plan,BND,1,70\nMein Depot,VXUS,2,60\nRoth IRA,VTI,1,300\nJoint,VTI,1,300\n',
  );

  test('accounts whose names say nothing are assumed to be taxable, each in a note of its own', () => {
    expect(told(file, 'taxation')).toEqual(
      ['87654321', 'Work plan', 'Mein Depot'].map(
        (name) => `"${name}" is assumed to be taxable: nothing says how it is taxed`,
      ),
    );
  });

  test('only what a name says is said to be from the name', () => {
    expect(told(file, 'account')).toEqual([
      'how accounts are taxed was taken from their names: "Roth IRA" tax-free, "Joint" taxable',
    ]);
    expect(file.origins.map(({ typeFrom }) => typeFrom)).toEqual(['assumed', 'assumed', 'assumed', 'name', 'name']);
  });

  test('the notes of a job count every account that is assumed', () => {
    const rows = Array.from({ length: 50 }, (_, at) => `Depot ${at},VTI,1,300`).join('\n');
    const many = read('many.csv', `Account,Symbol,Quantity,Price\n${rows}\n`);
    const [group] = groupNotes(inputNotesOf(many.notes)).filter(({ topic }) => topic === 'taxation');
    expect((group?.items.length ?? 0) + (group?.more ?? 0)).toBe(50);
  });
});

test('an account of a JSON file without a type is told of, like one of a CSV', () => {
  const positions = [{ symbol: 'VTI', quantity: '1', price: '300', priceAsOf: '2026-10-01' }];
  const accounts = [
    { name: 'Rollover IRA', positions },
    { name: 'Main', positions },
    { name: 'Roth', type: 'taxable', positions },
  ];
  const file = read('my.json', JSON.stringify({ accounts }));
  expect(file.portfolio.accounts.map(({ type }) => type)).toEqual(['tax_deferred', 'taxable', 'taxable']);
  expect(told(file, 'account')).toEqual([
    'how accounts are taxed was taken from their names: "Rollover IRA" tax-deferred',
  ]);
  expect(told(file, 'taxation')).toEqual(['"Main" is assumed to be taxable: nothing says how it is taxed']);
});

test.each(['Account Type', 'Type of account', 'Account kind', 'Account registration'])(
  'an account that a column "%s" calls individual is said to be assumed taxable',
  (header) => {
    const file = read('my.csv', `Account,${header},Symbol,Quantity,Price\nGrowth,Individual,VTI,1,300\n`);
    expect(file.origins).toMatchObject([{ name: 'Growth', type: 'taxable', typeFrom: 'column' }]);
    expect(told(file, 'taxation')).toEqual([]);
  },
);
