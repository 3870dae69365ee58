import type { IsoDate } from '../schemas/decimal.ts';
import { readDate } from './date-text.ts';
import { EUROPEAN_FORMS } from './european-fund.ts';

/** How a row of a file names what it holds. */
export interface NamedSecurity {
  symbol: string;
  name: string;
  /** A column of kinds, such as "Fixed Income"; empty where there is none. */
  kind: string;
}

/** What bonds cost for 100 of face value, but for those that mature in decades or are hardly expected to be paid. */
const USUAL = { least: 50, most: 150 };
/** Treasuries have no units of $25 as some notes of companies do: a strip of thirty years costs little, an old bond much. */
const OF_TREASURIES = { least: 2, most: 250 };
/** The least face value that bonds come in (TreasuryDirect: $100). */
const LEAST_FACE = 100;

/**
 * How a price of a security is to be taken: of one unit; for 100 of face value, as single bonds are quoted; or, where it is a
 * bond but price or quantity do not fit that, doubtful. What costs a dollar or two is of one unit already.
 */
export function quotedFor(security: NamedSecurity, price: number, quantity: number): 'one' | 'hundred' | 'doubtful' {
  if (price < 2 || !isDebtSecurity(security)) return 'one';
  const { least, most } = isTreasury(security) ? OF_TREASURIES : USUAL;
  return price >= least && price <= most && quantity >= LEAST_FACE ? 'hundred' : 'doubtful';
}

/**
 * The name of a security, with the file's word for its kind behind it where that says a bond or a coin and the name does not: whoever
 * reads only the name would not know what it is.
 */
export function nameWithKind({ symbol, name, kind }: NamedSecurity): string {
  if (COIN_KIND.test(kind) && !FUND.test(name)) return `${name === '' ? symbol : name} (${kind})`;
  const tells = MATURITY.test(name) && COUPON.test(name);
  if (!tells && KIND_ABROAD.test(kind) && !FUND.test(name)) return `${name === '' ? symbol : name} (Bond)`;
  if (tells || !KIND_ALONE.test(kind) || !isDebtSecurity({ symbol, name, kind })) return name;
  return `${name === '' ? symbol : name} (${kind})`;
}

/** The day on which a single bond is due, by the last date of its name; null where it is none or its name states no day. */
export function dueOn(security: NamedSecurity): IsoDate | null {
  if (!isDebtSecurity(security)) return null;
  const last = security.name.match(DAY)?.at(-1);
  return last === undefined ? null : readDate(last, 'mdy');
}

const DAY = /\b\d{1,2}\/\d{1,2}\/(?:\d{4}|\d{2})\b|\b\d{4}-\d{2}-\d{2}\b/g;
/** "Crypto", "Cryptocurrency", "Digital Asset". */
const COIN_KIND =
  /^(?:crypto ?(?:currenc(?:y|ies)|assets?|coins?)?|digital (?:assets?|currenc(?:y|ies))|coins?|stablecoins?)$/i;
const KIND_ALONE =
  /^(?:fixed income|(?:corporate |municipal )?bonds?|treasur(?:y|ies)|notes?|cds?|munis?|municipals?|debt)$/i;
/** A single bond, or bonds as a class, in the words of banks abroad, where a fund of them is one by its name. */
const KIND_ABROAD =
  /^(?:(?:staats|bundes|unternehmens|inhaber)?anleihen?|schuldverschreibung|rentenpapiere?|obligations?|obbligazion[ei]|bonos?|obligaties?)$/i;
const MONTH = '(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*';
const MATURITY = new RegExp(
  `\\b\\d{1,2}/\\d{1,2}/\\d{2}(?:\\d{2})?\\b|\\b\\d{4}-\\d{2}-\\d{2}\\b|\\b${MONTH}\\.?\\s?(?:\\d{1,2},?\\s)?\\d{4}\\b|\\b(?:due|maturity|matures)\\b`,
  'i',
);
const COUPON = /\d\s?%|\b\d{1,2}\.\d{2,5}\b|\b(?:zero[- ]coupon|strips?)\b/i;
const DEBT =
  /\b(?:treas\w*|t-?bills?|notes?|nts?|bonds?|bds?|bills?|debentures?|muni\w*|cds?|certificates? of deposit|ctf dep|gilts?)\b/i;
const DEBT_KIND = /\b(?:fixed income|bonds?|treasur(?:y|ies)|notes?|bills?|cds?|munis?|municipals?|debt)\b/i;
const FUND = new RegExp(
  `\\b(?:funds?|fds?|etfs?|etns?|index|idx|portfolio|trust|tr|\\w*fonds|fondos?|${EUROPEAN_FORMS})\\b`,
  'i',
);

/**
 * Whether a security is a single bond, note, bill or certificate of deposit, which brokers quote for 100 of face value, and
 * not a fund of them, which is quoted a share. It is by its CUSIP or ISIN, or by a name that states when it is due with its coupon.
 */
function isDebtSecurity({ symbol, name, kind }: NamedSecurity): boolean {
  if (FUND.test(name)) return false;
  if (KIND_ABROAD.test(kind)) return true;
  const cusip = cusipIn(symbol.toUpperCase());
  if (cusip !== null && (isDebtCusip(cusip) || DEBT.test(name) || DEBT_KIND.test(kind))) return true;
  const isTicker = /^[A-Z.]+$/i.test(symbol);
  return MATURITY.test(name) && (COUPON.test(name) || (!isTicker && (DEBT.test(name) || DEBT_KIND.test(kind))));
}

/** A CUSIP by itself or in an American ISIN; null where the check digit says that it is none. */
function cusipIn(symbol: string): string | null {
  const cusip = /^(?:US)?([0-9A-Z]{8}\d)\d?$/.exec(symbol.length === 12 ? symbol : symbol.slice(0, 9))?.[1] ?? null;
  return cusip !== null && (symbol.length === 9 || symbol.length === 12) && isChecked(cusip) ? cusip : null;
}

const isTreasury = ({ symbol }: NamedSecurity): boolean => /^912[7-8]/.test(cusipIn(symbol.toUpperCase()) ?? '');

/** Treasury issues are 912…; of others the seventh and eighth places are digits for shares and have a letter for debt. */
const isDebtCusip = (cusip: string): boolean => /^912[7-8]/.test(cusip) || /[A-Z]/.test(cusip.slice(6, 8));

/** The "modulus 10 double add double" check of ANSI X9.6; letters count from 10. */
function isChecked(cusip: string): boolean {
  const sum = Array.from(cusip.slice(0, 8), (sign, at) => {
    const value = parseInt(sign, 36) * (at % 2 === 1 ? 2 : 1);
    return Math.floor(value / 10) + (value % 10);
  }).reduce((total, value) => total + value, 0);
  return (10 - (sum % 10)) % 10 === Number(cusip[8]);
}
