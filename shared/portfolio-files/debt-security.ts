import { EUROPEAN_FORMS } from './european-fund.ts';

/** How a row of a file names what it holds. */
export interface NamedSecurity {
  symbol: string;
  name: string;
  /** A column of kinds, such as "Fixed Income"; empty where there is none. */
  kind: string;
  /** What columns of their own say of a bond; empty or missing where there are none. */
  coupon?: string;
  maturity?: string;
  /** The quantity stands under a header of face values. */
  isFace?: boolean;
}

/** What bonds cost for 100 of face value, but for those that mature in decades or are hardly expected to be paid. */
const USUAL = { least: 50, most: 150 };
/** Treasuries have no units of $25 as some notes of companies do: a strip of thirty years costs little, an old bond much. */
const OF_TREASURIES = { least: 2, most: 250 };
/** The same of what only its name says to be a state's. */
const OF_STATES = { least: 20, most: 200 };
/** The least face value that bonds come in (TreasuryDirect: $100), and from which less than a coupon and a year tell one. */
const LEAST_FACE = { sure: 100, likely: 1000 };

/**
 * How a price of a security is to be taken: of one unit; for 100 of face value, as single bonds are quoted; or, where it is a
 * bond but price or quantity do not fit that, doubtful. What costs a dollar or two is of one unit already, and so is what is dearer than
 * 100 of face value ever are and held by the dozen: bonds of 1,000 each.
 */
export function quotedFor(security: NamedSecurity, price: number, quantity: number): 'one' | 'hundred' | 'doubtful' {
  const evidence = price < 2 ? null : debtEvidence(security);
  if (evidence === null) return 'one';
  const { least, most } = isTreasury(security) ? OF_TREASURIES : OF_A_STATE.test(security.name) ? OF_STATES : USUAL;
  const fits = price >= least && price <= most;
  if (fits && quantity >= LEAST_FACE[evidence]) return 'hundred';
  const isByTheDozen = price > most && quantity < LEAST_FACE.sure;
  return isByTheDozen || (evidence === 'likely' && !fits) ? 'one' : 'doubtful';
}

/**
 * The name of a security, with the file's word for its kind behind it where that says a bond or a coin and the name does not: whoever
 * reads only the name would not know what it is.
 */
export function nameWithKind({ symbol, name: stated, kind, ...columns }: NamedSecurity): string {
  if (COIN_KIND.test(kind) && !FUND.test(stated)) return `${stated === '' ? symbol : stated} (${kind})`;
  const name = wordsOfBond({ symbol, name: stated, kind, ...columns }) ?? stated;
  const tells = MATURITY.test(name) && COUPON.test(name);
  if (!tells && KIND_ABROAD.test(kind) && !FUND.test(name)) return `${name === '' ? symbol : name} (Bond)`;
  if (tells || !KIND_ALONE.test(kind) || debtEvidence({ symbol, name, kind }) === null) return name;
  return `${name === '' ? symbol : name} (${kind})`;
}

/**
 * What a bond is called with the coupon and the day that stand in columns of their own: its issuer's name alone is that of the issuer's
 * shares, and of its other bonds. Null where there are no such columns, or what is held is none.
 */
export function wordsOfBond({ symbol, name, kind, coupon = '', maturity = '' }: NamedSecurity): string | null {
  if (debtEvidence({ symbol, name, kind, coupon, maturity }) === null) return null;
  const rate = /\d/.test(coupon) && !COUPON.test(name) ? ` ${coupon.replace(/\s*%?$/, '%')}` : '';
  const day = isDay(maturity) && !MATURITY.test(name) ? ` ${maturity}` : '';
  return rate === '' && day === '' ? null : `${name || symbol}${rate}${day}`;
}

/** "Crypto", "Cryptocurrency", "Digital Asset". */
const COIN_KIND =
  /^(?:crypto ?(?:currenc(?:y|ies)|assets?|coins?)?|digital (?:assets?|currenc(?:y|ies))|coins?|stablecoins?)$/i;
const KIND_ALONE =
  /^(?:fixed income|(?:corporate |municipal |government )?bonds?|treasur(?:y|ies)|notes?|t-?bills?|cds?|munis?|municipals?|gilts?|debt)$/i;
/** A single bond, or bonds as a class, in the words of banks abroad, where a fund of them is one by its name. */
const KIND_ABROAD =
  /^(?:(?:staats|bundes|unternehmens|inhaber)?anleihen?|schuldverschreibung|rentenpapiere?|obligations?|obbligazion[ei]|bonos?|obligaties?)$/i;
const MONTH = '(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*';
const MATURITY = new RegExp(
  `\\b\\d{1,2}/\\d{1,2}/\\d{2}(?:\\d{2})?\\b|\\b\\d{4}-\\d{2}-\\d{2}\\b|\\b\\d{1,2}\\.\\d{1,2}\\.(?:\\d{4}|\\d{2})\\b|\\b${MONTH}\\.?\\s?(?:\\d{1,2},?\\s)?\\d{4}\\b|\\b(?:due|maturity|matures)\\b`,
  'i',
);
/** Less than a day: the year alone, "03/27", "Nov-33". */
const DUE_IN = new RegExp(`\\b20[2-9]\\d\\b|\\b(?:0?[1-9]|1[0-2])/\\d{2}\\b|\\b${MONTH}\\.?[ '’-]+\\d{2}\\b`, 'i');
/** A coupon that is no other figure: "4.5%", "4 1/4". */
const PERCENT = /\d\s?%|\b\d{1,2}[ -][1-9]\d?\/(?:2|4|8|16|32|64)\b/;
/** "4.5%", "4.875", "4 1/4", and what has none. */
const COUPON =
  /\d\s?%|(?<![.\d])\d{1,2}\.\d{2,5}\b(?!\.\d)|\b\d{1,2}[ -][1-9]\d?\/(?:2|4|8|16|32|64)\b|\b(?:zero[- ]coupon|strips?)\b/i;
const DEBT =
  /\b(?:treas\w*|t-?(?:bills?|notes?|bonds?)|tips|notes?|nts?|bonds?|bds?|bills?|debentures?|muni\w*|cds?|certificates? of deposit|ctf dep|gilts?)\b/i;
const DEBT_ABROAD =
  /\b(?:\w*anleihen?|(?:bundes)?(?:anl|obl)|bunds?|bobls?|\w*schatz\w*|\w*schuldverschr\w*|\w*pfandbriefe?|oats?|btps?|bonos?|obligaci[oó]n(?:es)?|obligations?|obbligazion[ei]|obligaties?|staatslening)(?![\w])/iu;
const DEBT_KIND =
  /\b(?:fixed income|bonds?|treasur(?:y|ies)|notes?|(?:t-?)?bills?|cds?|certificates? of deposit|munis?|municipals?|gilts?|debt)\b/i;
/** A kind of one thing: whoever writes "Bonds" may mean a class of assets, and a fund of it. */
const KIND_OF_ONE =
  /^(?:(?:corporate |municipal |government |treasury |single |individual )?(?:bond|note|bill)|treasury|t-?bills?|cds?|muni|gilts?|certificates? of deposit)$/i;
/** One security by its words, without a year: "Treasury bill 6 month", "UK gilt", "Ally CD"; and no fund of "20+ Year Treasury". */
const OF_ONE =
  /\bt-?(?:bills?|note|bond)\b|\btreasury (?:bills?|note|bond)\b|\b\d{1,3}[- ]?(?:weeks?|wks?|days?|months?|mos?|years?|yrs?)[- ](?:t-?|treasury |gov\w* )?(?:bills?|notes?|bonds?|treasury|cds?)\b|\bgilt\b|\b(?:bund|bundesanleihe)\b|\bcds?\b(?! projekt)|\bcertificate of deposit\b/i;
const OF_A_STATE = /\b(?:treas\w*|t-?(?:bill|note|bond)s?|tips|gilts?|bunds?|bundes\w*|oats?|btps?)\b|^T \d/i;
const FUND = new RegExp(
  `\\b(?:funds?|fds?|etfs?|etns?|index|idx|portfolio|trust|tr|\\w*fonds|fondos?|${EUROPEAN_FORMS})\\b`,
  'i',
);
/** What a fund may be called whose name does not say that it is one, and what is quoted a share though it has a coupon or a year. */
const FUND_LIKE =
  /\b(?:vanguard|ishares|spdr|pimco|proshares|wisdomtree|ibonds|bulletshares|dimensional|doubleline|amundi|xtrackers|lyxor|vaneck|baird|t\.? rowe|(?:target|retire\w*|freedom|lifepath|lifecycle)(?= (?:date|retirement|income|index|fund|20\d\d))|aggregate|total (?:return|bond|market|us|u\.s\.|intl|international|world)|admiral|adm|instl?|institutional|investor|class|r\d|ucits|duration|etcs?|etps?|\d{1,2}(?:\+|-\d{1,2}) ?(?:years?|yrs?))(?![\w])/i;
const PREFERRED = /\b(?:preferred|preference|prefs?|pfd|vorzug\w*|warrants?)\b/i;
/** What the Treasury sells to savers is worth what it says. */
const FOR_SAVERS = /\bsavings? bonds?\b|\bseries (?:i|e|ee|hh)\b|\b(?:i|e|ee|hh)[- ]?bonds?\b/i;

/** Whether a column of days says when a bond is due: a day or a year, and not "8.3 years". */
const isDay = (text: string): boolean =>
  /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$|^\d{4}-\d{2}-\d{2}/.test(text) || MATURITY.test(text) || DUE_IN.test(text);

/**
 * What tells that a security is a single bond, note, bill or certificate of deposit, which brokers quote for 100 of face value, and
 * not a fund of them, which is quoted a share: `sure` where its CUSIP or ISIN does, or a coupon or a word for debt with when it is due, in
 * its name or in columns; `likely` where less does. Null where nothing tells it.
 */
export function debtEvidence(security: NamedSecurity): 'sure' | 'likely' | null {
  const { symbol, name, kind } = security;
  if (FUND.test(name)) return null;
  if (isDebtByCode(security) || KIND_ABROAD.test(kind)) return 'sure';
  const isTicker = /^[A-Z.]+$/i.test(symbol);
  const isOwed = DEBT.test(name) || DEBT_KIND.test(kind);
  const isLikeFund = FUND_LIKE.test(name);
  if (MATURITY.test(name) && (COUPON.test(name) || (!isTicker && isOwed && !isLikeFund))) return 'sure';
  return isLikeFund || PREFERRED.test(name) || FOR_SAVERS.test(name) ? null : debtByLess(security, isTicker);
}

/** What people write of their own bonds, and columns beside the name. */
function debtByLess(security: NamedSecurity, isTicker: boolean): 'sure' | 'likely' | null {
  const { symbol, name, kind, coupon = '', maturity = '', isFace = false } = security;
  const [pays, isDue] = [/[1-9]/.test(coupon), isDay(maturity)];
  if (isDue && /\d/.test(coupon)) return 'sure';
  if (isTicker) return null;
  const isOwed = DEBT.test(name) || DEBT_ABROAD.test(name) || DEBT_KIND.test(kind);
  if (isDue || (DUE_IN.test(name) && (PERCENT.test(name) || pays || isOwed))) return 'sure';
  const isOne = OF_ONE.test(name) || KIND_OF_ONE.test(kind) || EUROBOND.test(symbol);
  return isOne || pays || isFace || (isOwed && PERCENT.test(name)) ? 'likely' : null;
}

/** An ISIN that international clearing houses give, nearly always of debt. */
const EUROBOND = /^XS[A-Z0-9]{9}\d$/i;

/** Whether a CUSIP, or an ISIN that holds one, is of debt. */
function isDebtByCode({ symbol, name, kind }: NamedSecurity): boolean {
  const cusip = cusipIn(symbol.toUpperCase());
  return cusip !== null && (isDebtCusip(cusip) || DEBT.test(name) || DEBT_KIND.test(kind));
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
