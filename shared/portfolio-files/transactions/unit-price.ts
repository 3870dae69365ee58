import { quotedFor, type NamedSecurity } from '../debt-security.ts';
import { canonical, product, shifted } from '../decimal-number.ts';
import type { CellReader } from '../read-cells.ts';

/** What a trade's row states; decimals without sign. */
export interface StatedTrade {
  security: NamedSecurity;
  quantity: string;
  price: string;
  /** What it did to cash, in the price's currency; null where the row does not say. */
  amount: string | null;
}

/**
 * How far an amount may be from a price that is taken for 100 of face value: a bond's buyer pays the coupon that has accrued, half a
 * year of it at most, and fees besides.
 */
const FOR_A_HUNDRED = { least: 0.0085, most: 0.012 };
/** The same of a quantity in bonds of 1,000 each, quoted for 100. */
const IN_BONDS = { least: 8.5, most: 12 };

const within = (ratio: number, { least, most }: { least: number; most: number }): boolean =>
  ratio >= least && ratio <= most;

/**
 * The price of one unit of a trade. What the trade did to cash tells whether its price is of one unit or for 100 of face value, as
 * bonds, bills and certificates of deposit are quoted; where the row states no amount, what it is of does, and a note says so.
 */
export function unitPrice({ security, quantity, price, amount }: StatedTrade, cells: CellReader): string {
  const gross = Number(product(quantity, price));
  if (!(gross > 0)) return price;
  if (amount !== null && Number(amount) !== 0) {
    const ratio = Math.abs(Number(amount)) / gross;
    if (within(ratio, FOR_A_HUNDRED)) return hundredth(price);
    const isInBonds = within(ratio, IN_BONDS) && quotedFor(security, Number(price), 1000) === 'hundred';
    return isInBonds ? canonical(shifted(price, 1)) : price;
  }
  const quoted = quotedFor(security, Number(price), Number(quantity));
  if (quoted === 'hundred') {
    const one = hundredth(price);
    const told = `${price} was read as the price for 100 of face value, as bonds are quoted: ${quantity} of face value for ${product(quantity, one)}`;
    cells.note('price', 'price', `${told}. A column with the amount would settle it`);
    return one;
  }
  if (quoted === 'doubtful') {
    const doubt =
      'this looks like a bond, which is quoted for 100 of face value, but its quantity or its price does not fit that';
    cells.note('unsure', 'price', `${doubt}; ${price} was used as the price of one unit`);
  }
  return price;
}

const hundredth = (price: string): string => canonical(shifted(price, -2));
