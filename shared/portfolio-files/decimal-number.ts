/**
 * Exact arithmetic on decimal strings, so that no digit of a quantity is lost to a binary fraction on its way in.
 * A number is `units` times ten to the power of minus `scale`.
 */
interface DecimalNumber {
  units: bigint;
  scale: number;
}

/** What the schemas hold: `decimal` in shared/schemas/decimal.ts. */
const MOST_DECIMALS = 8;
const MOST_DIGITS = 12;

function read(text: string): DecimalNumber {
  const [whole = '0', decimals = ''] = text.split('.');
  return { units: BigInt(whole + decimals), scale: decimals.length };
}

function write({ units, scale }: DecimalNumber): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const decimals = digits.slice(digits.length - scale).replace(/0+$/, '');
  const sign = units < 0n ? '-' : '';
  return `${sign}${whole}${decimals === '' ? '' : `.${decimals}`}`;
}

/** units / 10^by, rounded half away from zero. */
function shrink(units: bigint, by: number): bigint {
  const divisor = 10n ** BigInt(by);
  const half = divisor / 2n;
  return (units < 0n ? units - half : units + half) / divisor;
}

function round(number: DecimalNumber): DecimalNumber {
  const excess = number.scale - MOST_DECIMALS;
  return excess <= 0 ? number : { units: shrink(number.units, excess), scale: MOST_DECIMALS };
}

/** The same number in its shortest form, rounded to eight decimals, half away from zero. */
export const canonical = (text: string): string => write(round(read(text)));

/** Whether a number in its shortest form fits a `decimal` of the schemas: at most 12 digits before the point. */
export const fits = (text: string): boolean => (text.replace('-', '').split('.')[0] ?? '').length <= MOST_DIGITS;

/** text * 10^by */
export function shifted(text: string, by: number): string {
  const { units, scale } = read(text);
  return by >= scale
    ? write({ units: units * 10n ** BigInt(by - scale), scale: 0 })
    : write({ units, scale: scale - by });
}

export function sum(left: string, right: string): string {
  const [a, b] = [read(left), read(right)];
  const scale = Math.max(a.scale, b.scale);
  const aligned = ({ units, scale: own }: DecimalNumber): bigint => units * 10n ** BigInt(scale - own);
  return write(round({ units: aligned(a) + aligned(b), scale }));
}

export function product(left: string, right: string): string {
  const [a, b] = [read(left), read(right)];
  return write(round({ units: a.units * b.units, scale: a.scale + b.scale }));
}

/** left / right, to eight decimals; `right` is not zero. */
export function quotient(left: string, right: string): string {
  const [a, b] = [read(left), read(right)];
  const guard = MOST_DECIMALS + 4;
  const units = (a.units * 10n ** BigInt(guard + b.scale)) / b.units;
  return write(round({ units, scale: guard + a.scale }));
}
