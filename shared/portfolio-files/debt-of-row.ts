import type { NamedSecurity } from './debt-security.ts';
import { isMissing } from './missing-text.ts';
import type { TableRow } from './table-row.ts';

/** Headers of quantities that are face values. Swiss and German banks head shares so too where they say "Nominal". */
const FACE = /\b(?:face|par)\b/i;

/** A row's security under its code, with all that the row says of whether it is a single bond: in its names and in columns of their own. */
export function securityOf(row: TableRow, code: string): NamedSecurity {
  const [symbol, name] = [row.text('symbol'), row.text('name')];
  // "AAPL 3.85 05/04/43" in place of a ticker, beside "APPLE INC".
  const words = symbol === name || symbol.toUpperCase() === code || !/\s/.test(symbol) ? '' : symbol;
  const [coupon, maturity] = [row.text('coupon'), row.text('maturity')];
  // A line that leaves such columns blank is no bond among bonds.
  const isOther = (row.header('coupon') ?? row.header('maturity')) !== null && isMissing(coupon) && isMissing(maturity);
  return {
    symbol: code,
    name: [name, words].filter((text) => !isMissing(text)).join(' '),
    kind: row.text('instrumentType'),
    ...(!isMissing(coupon) && { coupon }),
    ...(!isMissing(maturity) && { maturity }),
    ...(!isOther && FACE.test(row.header('quantity') ?? '') && { isFace: true }),
  };
}
