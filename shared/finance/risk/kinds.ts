import type { AssetClass, Instrument } from '../../schemas/classification.ts';
import type { StressKind } from '../../schemas/risk.ts';
import type { Instruments } from '../look-through.ts';
import type { Valuation } from '../valuation.ts';
import { isCoin, MOSTLY } from './single-names.ts';

/** How much of their asset class the kinds are that do otherwise in bad times, fractions of the class. */
export interface KindShares {
  /** Of commodities. */
  gold: number;
  /** Of alternatives. */
  crypto: number;
}

export const NO_KINDS: KindShares = { gold: 0, crypto: 0 };

/** What an asset class is made of in bad times, with its shares of the class, none of them nothing. */
export function partsOf(one: AssetClass, { gold, crypto }: KindShares): [StressKind, number][] {
  const apart: [StressKind, number] | null =
    one === 'commodities' ? ['gold', gold] : one === 'alternatives' ? ['crypto', crypto] : null;
  if (apart === null) return [[one, 1]];
  const parts: [StressKind, number][] = [[one, 1 - apart[1]], apart];
  return parts.filter(([, share]) => share > 1e-9);
}

/** Whose price is gold's: of several metals, or of mines, a name says more. */
export function isGold({ name, classification }: Instrument): boolean {
  return (
    (classification?.assetClasses.commodities ?? 0) >= MOSTLY &&
    /\bgold\b|krugerrand/i.test(name) &&
    !/silver|platinum|palladium|\bprecious metals\b|\bdiversified\b|\bbroad\b/i.test(name)
  );
}

/** How much of what is held in commodities is gold, and of alternatives cryptocurrencies. */
export function kindSharesOf(valuation: Valuation, instruments: Instruments): KindShares {
  const share = (one: AssetClass, isSuch: (instrument: Instrument) => boolean): number => {
    let [whole, such] = [0, 0];
    for (const { symbol, units, kind } of valuation.holdings) {
      const instrument = instruments.get(symbol);
      if (kind === 'cash' || units <= 0 || instrument === undefined) continue;
      const held = units * (instrument.classification?.assetClasses[one] ?? 0);
      whole += held;
      if (isSuch(instrument)) such += held;
    }
    return whole > 0 ? such / whole : 0;
  };
  return { gold: share('commodities', isGold), crypto: share('alternatives', isCoin) };
}
