import { CURRENCY_SIGNS, readCurrency } from './currency-text.ts';
import { canonical, fits, shifted } from './decimal-number.ts';
import type { DecimalMark } from './decimal-mark.ts';
import { isMissing } from './missing-text.ts';

export type NumberReading =
  | { kind: 'missing' }
  | { kind: 'wrong'; why: string }
  /**
   * `value` in its shortest form, at most eight decimals; `currency` where the cell states one; `dollar` where it has "$" alone,
   * which is many countries' and no other's; `vanished`
   * where it is not zero but rounds to it; `unit` what the cell counts in, where it says so: pounds are whole, pence are not.
   */
  | {
      kind: 'number';
      value: string;
      percent: boolean;
      currency: string | null;
      dollar: boolean;
      vanished: boolean;
      unit: MoneyUnit | null;
    };

/** Whole units of a currency, or the hundredths that London quotes in. */
export type MoneyUnit = 'whole' | 'hundredth';

const SIGN_BEFORE = new RegExp(`^(?:${CURRENCY_SIGNS}|\\$|[A-Z]{3}(?![A-Z]))\\s*`, 'i');
const SIGN_AFTER = new RegExp(`\\s*(?:${CURRENCY_SIGNS}|\\$|[A-Z]{3})$`, 'i');
/** Pence as British brokers write them: 412.35p. */
const PENCE_AFTER = /(?<=\d)\s?(?:p|[Pp]ence)$/;
/** What a person writes behind a figure: "10 shares", "$72.10/share", "70*". */
const UNIT_AFTER = /(?<=\d)\s?(?:shares?|shs?|units?|coins?|(?:\/|per )\s?(?:shares?|sh|units?|oz|coin)|[*†‡]+)$/i;
/** More characters than any number has that fits. */
const LONGEST = 60;

const GROUPS: Record<DecimalMark, string> = { '.': ",'’\\s", ',': ".'’\\s" };

/** Digits in groups of three (or India's twos) or none, then the decimals, then an exponent. */
function pattern(mark: DecimalMark): RegExp {
  const group = GROUPS[mark];
  const grouped = `\\d{1,3}(?:(?<mark>[${group}])\\d{3}(?:\\k<mark>\\d{3})*)?`;
  const indian = mark === '.' ? '|\\d{1,2}(?:,\\d{2})+,\\d{3}' : '';
  return new RegExp(
    `^(?<whole>${grouped}${indian}|\\d*)(?:[${mark}](?<decimals>\\d*))?(?:e(?<exponent>[+-]?\\d{1,2}))?$`,
    'i',
  );
}
const PATTERNS = { '.': pattern('.'), ',': pattern(',') };

/** "250k", "1.2 million"; "$1.2M", for of a number without a sign an M may be a thousand. */
const SCALED = /(?<=\d)\s?(?:(k|thousand)|(millions?|mio\.?))$/i;
const MILLIONS = /(?<=\d)\s?(?:M|mm|MM)$/;

/** Whether a cell says that it counts in thousands or millions. */
export const isScaled = (cell: string): boolean => /\d\s?(?:k|thousand|M|mm|MM|millions?|mio\.?)(?!\p{L})/u.test(cell);

interface Scaled {
  rest: string;
  places: number;
}

function withoutScale(text: string, isMoney: boolean): Scaled {
  const [, thousand] = SCALED.exec(text) ?? [];
  if (SCALED.test(text)) return { rest: text.replace(SCALED, ''), places: thousand === undefined ? 6 : 3 };
  return isMoney && MILLIONS.test(text) ? { rest: text.replace(MILLIONS, ''), places: 6 } : { rest: text, places: 0 };
}

interface Signed {
  negative: boolean;
  rest: string;
}

/** Takes off a minus before or after, a plus, or the accountant's parentheses. */
function unsigned(text: string): Signed {
  const inside = /^\((.*)\)$/.exec(text)?.[1];
  if (inside !== undefined) return { negative: true, rest: inside.trim() };
  if (/^[-−–]/.test(text)) return { negative: true, rest: text.slice(1).trim() };
  if (/[-−]$/.test(text)) return { negative: true, rest: text.slice(0, -1).trim() };
  return { negative: false, rest: text.startsWith('+') ? text.slice(1).trim() : text };
}

interface Money {
  rest: string;
  currency: string | null;
  dollar: boolean;
  unit: MoneyUnit | null;
}

/** Takes off a currency before or after. */
function withoutCurrency(text: string): Money {
  if (PENCE_AFTER.test(text)) {
    return { rest: text.replace(PENCE_AFTER, ''), currency: 'GBP', dollar: false, unit: 'hundredth' };
  }
  const found = SIGN_BEFORE.exec(text)?.[0] ?? SIGN_AFTER.exec(text)?.[0];
  const stated = found === undefined ? null : readCurrency(found);
  if (found === undefined || stated === null) return { rest: text, currency: null, dollar: false, unit: null };
  const rest = text.startsWith(found) ? text.slice(found.length) : text.slice(0, -found.length);
  if (found.trim() === '$') return { rest: rest.trim(), currency: null, dollar: true, unit: null };
  const unit = stated.perUnit === 100 ? 'hundredth' : 'whole';
  return { rest: rest.trim(), currency: stated.code, dollar: false, unit };
}

/**
 * A number as brokers and spreadsheets write it: thousands separators, currency signs and codes, parentheses for
 * negatives, percent, exponents; "--", "n/a" and blank are missing.
 */
export function readNumber(cell: string, mark: DecimalMark): NumberReading {
  const text = cell.trim().replace(UNIT_AFTER, '');
  if (isMissing(text)) return { kind: 'missing' };
  if (text.length > LONGEST) return { kind: 'wrong', why: 'is not a number' };
  const outer = unsigned(text);
  const first = withoutCurrency(outer.rest);
  const inner = unsigned(first.rest);
  const second = withoutCurrency(inner.rest);
  const percent = second.rest.endsWith('%');
  const isMoney = [first, second].some((one) => one.dollar || one.currency !== null);
  const { rest, places } = withoutScale(percent ? second.rest.slice(0, -1).trim() : second.rest, isMoney);
  const match = PATTERNS[mark].exec(rest);
  const { whole = '', decimals = '', exponent = '0' } = match?.groups ?? {};
  if (match === null || whole + decimals === '' || (outer.negative && inner.negative)) {
    const swapped = /\d/.test(second.rest) && PATTERNS[mark === '.' ? ',' : '.'].test(second.rest) && match === null;
    return { kind: 'wrong', why: swapped ? `does not fit a file whose decimal mark is "${mark}"` : 'is not a number' };
  }
  const digits = `${outer.negative || inner.negative ? '-' : ''}${whole.replace(/\D/g, '') || '0'}.${decimals}`;
  const value = canonical(shifted(digits, Number(exponent) + places));
  if (!fits(value)) return { kind: 'wrong', why: 'has more than 12 digits before the decimal mark' };
  const vanished = value === '0' && /[1-9]/.test(whole + decimals);
  const { currency, unit } = first.currency === null ? second : first;
  const dollar = currency === null && (first.dollar || second.dollar);
  return { kind: 'number', value, percent, vanished, currency, dollar, unit };
}
