// An amount in another currency than its holding's is no figure that could be reckoned with, however alike the numbers are.
import { expect, test } from '@jest/globals';
import { formatProblem } from '../../../shared/portfolio-files/file-problem.ts';
import { readPortfolioFile } from '../../../shared/portfolio-files/read-portfolio-file.ts';

function read(rows: string) {
  const bytes = new TextEncoder().encode(rows);
  const reading = readPortfolioFile({ name: 'my.csv', bytes, modifiedOn: '2026-10-30', asOf: '2026-11-15' });
  if (!reading.ok) throw new Error(reading.problems.map(formatProblem).join('\n'));
  const [position] = reading.portfolio.accounts.flatMap(({ positions }) => positions);
  return { position, said: reading.notes.map(({ topic, message }) => `${topic}: ${message}`) };
}

test.each([
  ['Cost basis', '"€2,000"'],
  ['Cost basis', 'EUR 2000'],
  ['Average cost', '€200'],
])('a cost (%s) of %s beside a price in dollars is left out, and told', (column, cost) => {
  const { position, said } = read(`Symbol,Quantity,Price,${column}\nVTI,10,USD 300.00,${cost}\n`);
  expect(position?.costBasis).toBeUndefined();
  expect(said).toContainEqual(
    'left_out: the cost is in EUR and the holding in USD: the cost was left out, so there is no gain; state it in USD',
  );
});

test.each(['"$2,000"', 'USD 2000', '2000'])('a cost of %s beside a price in dollars is one in dollars', (cost) => {
  expect(read(`Symbol,Quantity,Price,Cost basis\nVTI,10,$300,${cost}\n`).position?.costBasis).toBe('2000');
});

test('a cost in the holding’s own currency is kept', () => {
  const { position } = read('Symbol,Quantity,Price,Currency,Cost basis\nSAP.DE,10,200,EUR,"€1,500"\n');
  expect(position).toMatchObject({ currency: 'EUR', costBasis: '1500' });
});

test('a value in another currency than the price is not compared with it, and one that agrees with it is doubted', () => {
  const compared = read('Symbol,Quantity,Price,Market value\nVTI,10,USD 300,"€2,760"\n');
  expect(compared.said.join()).toContain('the value is in EUR and the price in USD, so they were not compared');
  const alike = read('Symbol,Quantity,Price,Market value\nVTI,10,$300,"€3,000"\n');
  expect(alike.said.join()).toContain('quantity times price is the value: one of the two is wrong');
});
