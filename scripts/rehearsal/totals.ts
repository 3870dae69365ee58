import type { Queryable } from '../../shared/database/client.ts';
import { readRates } from '../../shared/database/job-history.ts';
import { readSnapshot } from '../../shared/database/job-lines.ts';
import type { JobResult } from '../../shared/schemas/job.ts';
import { money } from '../../shared/charts/figure-format.ts';
import { CheckFailed, expectThat } from './checks.ts';
import { counted } from '../terminal/counted.ts';

/**
 * The value of a job's snapshot, added up here line by line, against what the analysis says. US dollars; a cent a line may be lost to
 * rounding.
 */
export async function checkTotals(db: Queryable, jobId: string, { analysis }: JobResult): Promise<string> {
  if (analysis === null) throw new CheckFailed('The result has no analysis.');
  const lines = await readSnapshot(db, jobId);
  const rates = new Map((await readRates(db, jobId)).map(({ from, rate }) => [from, rate]));
  const values = lines.map(({ quantity, price, currency }) => {
    const rate = currency === 'USD' ? 1 : rates.get(currency);
    return price === null || rate === undefined ? undefined : quantity * price * rate;
  });
  const sum = values.reduce<number>((total, value) => total + (value ?? 0), 0);
  const unvalued = values.filter((value) => value === undefined).length;
  const { totals, excludedCount } = analysis;
  expectThat(
    Math.abs(totals.value - sum) <= 0.01 * lines.length,
    `The analysis says ${money(totals.value, 'USD', 2)}, and its lines add up to ${money(sum, 'USD', 2)}.`,
  );
  expectThat(
    excludedCount === unvalued,
    `${counted(excludedCount, 'line')} left out of the totals, and ${unvalued} without a value.`,
  );
  return `${counted(lines.length, 'line')} ${lines.length === 1 ? 'adds' : 'add'} up to ${money(sum, 'USD', 2)}, ${unvalued} without a price left out and said so`;
}
