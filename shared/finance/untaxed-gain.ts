import type { UntaxedGain } from '../schemas/analysis.ts';
import type { Instruments } from './look-through.ts';
import { toMoney } from './money.ts';
import { growsForEducation } from './rebalancing/purpose.ts';
import { isStableValue } from './stable-value.ts';
import type { Valuation, ValuedLine } from './valuation.ts';

/**
 * The gains that taxable accounts hold today and that a sale would be taxed on: value less cost over the lines whose cost is
 * known, losses against gains, never below 0. Undefined where such accounts hold nothing but cash.
 */
export function untaxedGainOf({ lines, unit }: Valuation, instruments: Instruments): UntaxedGain | undefined {
  const taxable = lines.filter(
    ({ line, units }) =>
      line.kind !== 'cash' &&
      units > 0 &&
      (line.accountType === 'taxable' || line.accountType === 'other') &&
      !growsForEducation(line),
  );
  let [whole, known, gain] = [0, 0, 0];
  for (const line of taxable) {
    const gained = lineGain(line, instruments);
    whole += line.units;
    if (gained === null) continue;
    known += line.units;
    gain += gained;
  }
  return whole === 0 ? undefined : { value: toMoney(Math.max(0, gain), unit), coverage: known / whole };
}

/** What a line would gain if it were sold, in units; null where its cost is not known. A money market fund at 1.00 cost what it is worth. */
export function lineGain({ holding, units, costUnits }: ValuedLine, instruments: Instruments): number | null {
  if (costUnits !== null) return units - costUnits;
  return isStableValue(instruments.get(holding.symbol), holding.price) ? 0 : null;
}
