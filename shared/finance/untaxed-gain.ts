import type { UntaxedGain } from '../schemas/analysis.ts';
import { toMoney } from './money.ts';
import type { Valuation } from './valuation.ts';

/**
 * The gains that taxable accounts hold today and that a sale would be taxed on: value less cost over the lines whose cost is
 * known, losses against gains, never below 0. Undefined where such accounts hold nothing but cash.
 */
export function untaxedGainOf({ lines, unit }: Valuation): UntaxedGain | undefined {
  const taxable = lines.filter(
    ({ line, units }) =>
      line.kind !== 'cash' && units > 0 && (line.accountType === 'taxable' || line.accountType === 'other'),
  );
  let [whole, known, gain] = [0, 0, 0];
  for (const { units, costUnits } of taxable) {
    whole += units;
    if (costUnits === null) continue;
    known += units;
    gain += units - costUnits;
  }
  return whole === 0 ? undefined : { value: toMoney(Math.max(0, gain), unit), coverage: known / whole };
}
