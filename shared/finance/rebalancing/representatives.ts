import { assetClasses, regions } from '../../schemas/classification.ts';
import { lookThrough } from '../look-through.ts';
import type { Instruments, LookThrough } from '../look-through.ts';
import type { Holding } from '../valuation.ts';
import { PURE } from './exposure.ts';
import type { MakeUps } from './make-ups.ts';

/** Whether a fund is mostly municipal bonds, whose lower yield pays for a tax exemption that a tax-advantaged account wastes. */
export function isMunicipal(holding: Holding, instruments: Instruments): boolean {
  return (lookThrough(holding, instruments).sectors.municipal_bonds ?? 0) >= 0.5;
}

/** Houses of funds that are brokers too: in an account that holds one of their mutual funds the others can be bought. */
const HOUSES = /^(?:vanguard|fidelity|schwab|t\. ?rowe price)\b/i;

/** Plans at work have a list of funds of their own, whosever funds are on it. */
const PLAN_AT_WORK = /\b(?:401|403|457)(?!\d)|\b(?:tsp|plan)\b/i;

export const isPlanAtWork = (accountName: string): boolean => PLAN_AT_WORK.test(accountName);

/** The house of a mutual fund, lower case; null of others' funds and of what is no mutual fund. */
export function houseOf({ symbol, name }: Holding, instruments: Instruments): string | null {
  const known = instruments.get(symbol);
  if (known?.type !== 'mutual_fund') return null;
  return HOUSES.exec(known.name)?.[0].toLowerCase() ?? HOUSES.exec(name ?? '')?.[0].toLowerCase() ?? null;
}

/** The houses whose mutual funds may be bought in an account that holds these. */
export function housesOf(accountName: string, held: Iterable<Holding>, instruments: Instruments): Set<string> {
  if (isPlanAtWork(accountName)) return new Set();
  return new Set([...held].map((holding) => houseOf(holding, instruments)).filter((house) => house !== null));
}

/**
 * Of each asset class (and region of stocks, and stocks of several regions), the fund that the person holds most of: of the
 * exchange-traded ones, which may be bought in any account, or of one house's mutual funds, which other brokers and plans may not sell.
 *
 * @param makeUps of the holdings, largest first
 * @param suits of a fund that would be chosen
 * @param house of mutual funds; null: exchange-traded funds
 */
export function representatives(
  { of }: MakeUps,
  instruments: Instruments,
  withRegions: boolean,
  suits: (holding: Holding) => boolean = () => true,
  house: string | null = null,
): Set<Holding> {
  const wanted: ((seen: LookThrough) => number)[] = assetClasses.map((key) => (seen) => seen.assetClasses[key] ?? 0);
  if (withRegions) {
    for (const key of regions) {
      wanted.push(({ assetClasses: classes, regions: places }) => Math.min(classes.equity ?? 0, places[key] ?? 0));
    }
    wanted.push(({ assetClasses: classes, regions: places }) => {
      const several = Object.values(places).every((share) => share < PURE);
      return several ? (classes.equity ?? 0) : 0;
    });
  }
  const chosen = new Map<number, Holding>();
  let open = [...wanted.entries()];
  // What one fund of a make-up does not stand for, no other of it does.
  const barren = new Set<number>();
  for (const [holding, { exposure, tradable }] of of) {
    if (open.length === 0) break;
    if (!tradable || barren.has(exposure)) continue;
    const offered =
      house === null ? instruments.get(holding.symbol)?.type === 'etf' : houseOf(holding, instruments) === house;
    if (!offered) continue;
    const seen = lookThrough(holding, instruments);
    const found = open.filter(([, shareIn]) => shareIn(seen) >= PURE);
    if (found.length === 0) barren.add(exposure);
    if (found.length === 0 || !suits(holding)) continue;
    for (const [index] of found) chosen.set(index, holding);
    open = open.filter(([index]) => !chosen.has(index));
  }
  return new Set([...chosen].sort(([one], [other]) => one - other).map(([, holding]) => holding));
}
