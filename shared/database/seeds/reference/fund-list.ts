import type { InstrumentType } from '../../../schemas/classification.ts';
import type { FundRow } from './funds.ts';
import type { Mix } from './mix.ts';

/** Rows of funds of one make-up: on each line a symbol, what it costs a year in percent ("?" where that is not known for certain), its name. */
export function fundList(type: InstrumentType, mix: Mix, lines: string): FundRow[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .map(([symbol = '', cost = '?', ...words]): FundRow => [
      symbol,
      words.join(' '),
      type,
      // 0.03 % is 0.0003, and not 0.00029999999999999995.
      cost === '?' ? null : Number(`${cost}e-2`),
      mix,
    ]);
}
