/**
 * Money as whole numbers of a smallest unit, so that sums are exact whatever their order. The unit is the cent; only
 * where a portfolio is so large that doubles could not hold its cents (above 4.5e13) it is the next power of ten that fits.
 * A value is rounded to the unit once, half away from zero, as account statements do, and never again.
 */
export interface MoneyUnit {
  /** 10 ^ decimals units make one of the currency: 2 for cents, 0 for whole dollars, -1 for tens of dollars. */
  decimals: number;
}

/** Sums of up to twice this stay exact in a double. */
const LARGEST = 2 ** 52;

/** The finest unit, cents at best, in which amounts of this gross size (sum of absolute values) add up exactly. */
export function unitFor(gross: number): MoneyUnit {
  let decimals = 2;
  while (gross * 10 ** decimals > LARGEST) decimals -= 1;
  return { decimals };
}

/** Units to currency, correctly rounded. */
export function toMoney(units: number, { decimals }: MoneyUnit): number {
  const money = decimals >= 0 ? units / 10 ** decimals : units * 10 ** -decimals;
  return money === 0 ? 0 : money;
}

/** Currency to units, half away from zero by the number's decimal digits (1.005 is 101 cents, though the double is below). */
export function toUnits(money: number, unit: MoneyUnit): number {
  return productInUnits([money], unit);
}

/**
 * The product of factors (quantity, price, exchange rate) in units, half away from zero. The fast path is one floating
 * multiplication; where that lands too near a half to be trusted, the factors' decimal digits are multiplied exactly.
 */
export function productInUnits(factors: readonly number[], { decimals }: MoneyUnit): number {
  let product = 10 ** decimals;
  for (const factor of factors) product *= factor;
  const size = Math.abs(product);
  if (size >= 2 ** 53) return product;
  const nearHalf = Math.abs(size - Math.floor(size) - 0.5);
  // Each multiplication errs by at most 2^-53 of the product; 2^-49 covers five of them with room.
  const rounded = nearHalf > size * 2 ** -49 ? Math.round(size) : exactProduct(factors, decimals);
  return product < 0 && rounded !== 0 ? -rounded : rounded;
}

/** |product| x 10^decimals, half up, by whole-number arithmetic on the shortest decimal form of each factor. */
function exactProduct(factors: readonly number[], decimals: number): number {
  let digits = 1n;
  let exponent = decimals;
  for (const factor of factors) {
    const [mantissa = '0', power = '0'] = Math.abs(factor).toExponential().split('e');
    const [whole = '0', places = ''] = mantissa.split('.');
    digits *= BigInt(whole + places);
    exponent += Number(power) - places.length;
  }
  if (exponent >= 0) return Number(digits * 10n ** BigInt(exponent));
  // Far below half a unit: the power of ten need not be computed.
  if (-exponent > digits.toString().length + 1) return 0;
  const scale = 10n ** BigInt(-exponent);
  return Number((2n * digits + scale) / (2n * scale));
}
