import { isStockOfMany } from './company-stock.ts';
import type { InstrumentType } from '../../../../schemas/classification.ts';

/** The kind of instrument, where its name says so; null where not. Lower case in. */
export function typeFromName(name: string): InstrumentType | null {
  if (/\betfs?\b|\bspdr\b|\bishares\b|exchange[- ]traded|\bqqq\b/.test(name)) return 'etf';
  if (/money market|\bsweep\b|bank deposit/.test(name)) return 'cash';
  if (
    /\bfund\b|\bindex\b|\badmiral\b|investor shares|\binstl?\b|institutional|\bportfolio\b|\btarget\b(?! corp)|\bpool\b|\bcollective\b|\bsicav\b|\boeic\b|fonds\b|\bfcp\b|\b(?:growth|value|equity|bond|stock|blue chip|income|retirement)\b.*\btrust\b/.test(
      name,
    )
  )
    return 'mutual_fund';
  if (isStockOfMany(name)) return 'mutual_fund';
  if (/\d(?:\.\d+)?\s?%.*(?:note|bond|due|\d{2}\/\d{2}|\b20\d{2}\b)|\bdue \d/.test(name)) return 'bond';
  if (/^(?:bitcoin|ethereum|ether|solana|litecoin)$/.test(name)) return 'crypto';
  if (/\binc\b\.?|\bcorp(?:oration)?\b\.?|\bplc\b|\bcompany\b|\bcommon stock\b|\bco\b\.?$|\badr\b|\bltd\b/.test(name))
    return 'stock';
  return null;
}
