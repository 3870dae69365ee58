import type { AccountType } from '../../schemas/portfolio.ts';
import { isAnnuity } from '../contract-value.ts';
import { expenseRatioOf } from '../costs.ts';
import type { Instruments } from '../look-through.ts';
import { isMunicipal } from './representatives.ts';
import type { Place } from './seats.ts';

/**
 * Sales by what they cost: none of cash, no tax inside tax-advantaged accounts, no gain, a taxed gain, and last a gain that nobody
 * knows: without a cost it may be nearly all that the sale brings.
 */
export const PHASES = { cash: 0, taxAdvantaged: 1, withoutGain: 2, taxed: 3, unknownGain: 4, never: 9 } as const;

/** Whether gains and income inside such an account go untaxed until they are withdrawn, or for good. */
export function isAdvantaged(type: AccountType): boolean {
  return type === 'tax_deferred' || type === 'tax_free';
}

/** A fund above this yearly cost is sold rather than an equal one. */
const DEAR = 0.005;

/**
 * Says of a place when it may be sold, whether more may be bought of it (funds only, the cheaper rather), and how gladly
 * it is sold: one company's stock and a dear fund before their equals, in a taxable account the smaller gain first.
 */
export function rankPlace(place: Place, instruments: Instruments, onlyNewMoney: boolean): void {
  const { holding, accountType, gain, held } = place;
  if (holding === null) return;
  const { type, name } = instruments.get(holding.symbol) ?? {};
  // What an insurer pays back in instalments alone can be no part of a trade.
  if (isAnnuity(name ?? '')) return;
  const advantaged = isAdvantaged(accountType);
  const fund = type === 'etf' || type === 'mutual_fund' || type === 'other';
  place.buyable = fund && !(advantaged && isMunicipal(holding, instruments));
  place.buyRank = expenseRatioOf(holding, instruments) ?? 2 * DEAR;
  if (onlyNewMoney) return;
  place.sellFrom = advantaged ? PHASES.taxAdvantaged : taxedFrom(gain);
  const gainRatio = advantaged || gain === null || held <= 0 ? 0 : Math.max(0, gain / held);
  place.sellPreference = (type === 'stock' ? 1.5 : place.buyRank > DEAR ? 1.2 : 1) / (1 + gainRatio);
}

function taxedFrom(gain: number | null): number {
  if (gain === null) return PHASES.unknownGain;
  return gain <= 0 ? PHASES.withoutGain : PHASES.taxed;
}
