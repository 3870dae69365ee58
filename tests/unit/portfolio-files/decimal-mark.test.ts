// A decimal mark read wrongly is a portfolio a thousand times too large: what decided it is told.
import { expect, test } from '@jest/globals';
import { formatProblem } from '../../../shared/portfolio-files/file-problem.ts';
import { readPortfolioFile } from '../../../shared/portfolio-files/read-portfolio-file.ts';

function read(rows: string): { quantities: string[]; said: string[] } {
  const bytes = new TextEncoder().encode(rows);
  const reading = readPortfolioFile({ name: 'my.csv', bytes, modifiedOn: '2026-10-30', asOf: '2026-11-15' });
  if (!reading.ok) return { quantities: [], said: reading.problems.map(formatProblem) };
  const { portfolio, notes } = reading;
  return {
    quantities: portfolio.accounts.flatMap(({ positions }) => positions.map(({ quantity }) => quantity)),
    said: notes.filter(({ topic }) => topic === 'reading' || topic === 'left_out').map(formatProblem),
  };
}

test('one number that decides for a comma is named, with what it makes of another', () => {
  expect(read('Symbol,Quantity,Price\nVTI,"1,234",300\nBND,"1.234","70,5"\n')).toEqual({
    quantities: ['1.234', '1234'],
    said: [
      'my.csv: "1,234" (line 2, Quantity) was read as 1.234, "1.234" (line 3, Quantity) was read as 1234, because "70,5" (line 3, Price) shows that the decimal mark is a comma',
    ],
  });
});

test('a file that contradicts itself is refused', () => {
  const { said } = read('Symbol,Quantity,Price\nVTI,"1,5",300.25\nBND,2.5,70.5\n');
  expect(said).toEqual(['my.csv:2: Quantity: "1,5" does not fit a file whose decimal mark is "."']);
});

test('a thousand that nothing confirms is told of', () => {
  expect(read('Symbol,Quantity,Price\nVTI,"1,234",300\n')).toEqual({
    quantities: ['1234'],
    said: [expect.stringContaining('"1,234" (line 2, Quantity) was read as 1234')],
  });
});

test('an ordinary file is told nothing', () => {
  expect(read('Symbol,Quantity,Price\nVTI,"1,234",300.50\nBND,12.345,70\n').said).toEqual([]);
});

test('a question names the number as it stands, where it stands', () => {
  expect(read('Symbol;Quantity;Price\nVTI;1.234;300\n').said).toEqual([
    'my.csv:2: Quantity: "1.234" could mean 1234 or 1.234 here, and no number of the file decides it; write 1234,00 or 1.2340 in its place',
  ]);
});

test('what is too small to be kept is not called zero', () => {
  const { said } = read('Symbol,Quantity,Price\nVTI,0.000000001,300\nBND,1,73\n');
  expect(said.join('\n')).toContain('8 decimals');
});

test('each number that could be a thousand times as large is told of, not the first alone', () => {
  const { quantities, said } = read('Symbol,Quantity,Price\nVTI,"1,500",300\nBND,"2,5",70\nAAPL,1.000,200\n');
  expect(quantities).toEqual(['1.5', '2.5', '1000']);
  expect(said).toEqual([
    'my.csv: "1,500" (line 2, Quantity) was read as 1.5, "1.000" (line 4, Quantity) was read as 1000, because "2,5" (line 3, Quantity) shows that the decimal mark is a comma',
  ]);
});

test('of many such numbers the first are told, and how many there are beyond', () => {
  const rows = Array.from({ length: 9 }, (_, at) => `F${at},"1,${at}00",300`).join('\n');
  expect(read(`Symbol,Quantity,Price\n${rows}\nBND,"2,5",70\n`).said[0]).toContain('6 more in the same way, because');
});
