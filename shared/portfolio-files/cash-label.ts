import { currenciesIn, withoutCurrencies } from './currency-mentions.ts';
import { currencyNamed, isCurrencyCode } from './currency-text.ts';
import { debtOf, isAmountAlone, isHouseholdCash } from './household-line.ts';
import { isMissing } from './missing-text.ts';
import { looksLikeSymbol } from './symbol-text.ts';
import type { TableRow } from './table-row.ts';

/** What brokers write in place of a ticker, or as the name where there is no ticker, for money that is not invested. */
const LABELS = [
  /^\$?cash\$?$/i,
  /^cash\s*(?:&|and|\/|\+).*$/i,
  /^cash\s*(?:balances?|held|available|position|reserves?|account|sweep|equivalents?)\b.*$/i,
  /^cash\s*\(.*\)$/i,
  /\(cash\)$/i,
  /^(?:fcash|core|sweep|core cash|core position|settlement fund|pending activity|pending trades?)\**$/i,
  /^(?:uninvested|settled|unsettled|free|available|total|account|brokerage|sweep) cash\b.*$/i,
  /^(?:un)?settled (?:funds?|money)$/i,
  /^(?:money accounts?|margin(?: (?:balance|loan|debit))?)$/i,
  /^(?:margin |cash |net )?(?:debit|credit)(?: balance)?$|^(?:cash|margin) (?:debit|credit)$/i,
  /^(?:bank|cash) (?:deposit|sweep)\b.*$/i,
  /\b(?:direct|bank|insured|preferred|brokerage) dep(?:osits?|s)? (?:prog(?:ra?m?)?s?|prgm|pgm|accounts?|accts?|sweep)\b/i,
  /\b(?:deposit|bank) sweep\b|\bsweep (?:program|account|acct|deposits?|balance)\b/i,
  /^(?:(?:konto|bar|kassen)?guthaben|barbestand|barmittel|bargeld|liquide mittel|liquidit[äa]t|verrechnungskonto|tagesgeld)\b.*$/i,
  // French and Italian capitals often lack their accents.
  /^(?:liquidit[ée]s?|(?:(?:solde|compte) )?(?:en )?esp[èe]ces|efectivo|liquidez|saldo en efectivo|liquidit[àa]['’]?|contanti|kasgeld|contant geld)(?:\s.*)?$/i,
  /** Fidelity marks the fund that holds an account's cash with two stars. */
  /^[A-Z]{4}X\*\*$/i,
];
/** "USD", "USD cash", "cash USD", "CUR:USD", "$ EUR". */
const CURRENCY_LABEL = /^(?:cur(?:rency)?\s*:\s*|cash[\s:._/-]*|\$)?\s*([a-z]{3})(?:[\s:._/-]*cash)?$/i;
/** What is left of "EUR account" or "Pound wallet" without its currency: alone it would name nothing that is held. */
const KEPT_IN =
  /^(?:(?:my|our|bank|foreign|foreign currency|multi-?currency) )?(?:accounts?|accts?|wallet|pocket|balances?|money|deposits?|bank)$/i;

/** Codes that stand for cash on their own. Of other currencies' codes many are tickers as well: AMD, BND, COP, ALL. */
const BARE_CODES = new Set('USD EUR GBP CHF JPY CAD AUD NZD SEK NOK DKK HKD SGD CNY'.split(' '));

/** Money market funds that hold a broker's customers' cash at one dollar a share; cash where the file gives no price. */
const CORE_FUNDS = new Set('SPAXX FDRXX FZFXX FDLXX SPRXX VMFXX VMRXX VUSXX SWVXX SNVXX SNSXX'.split(' '));

/** Codes that brokers give to what their bank keeps for an account, a dollar a unit: Merrill's in IRAs, J.P. Morgan's, TD's. */
const DEPOSIT_CODES = new Set('IIAXX QACDS MMDA1 QCERQ'.split(' '));

/** Whether a fund holds a broker's customers' cash. */
export const isCoreFund = (symbol: string): boolean => CORE_FUNDS.has(symbol.toUpperCase());

const SAYS_MONEY =
  /cash|guthaben|konto|liquid|esp[eè]ces|efectivo|contant|currenc|dollar|euro|pound|franc|yen|money|balance|sweep|deposit/i;

/** What brokers call the bank that keeps what is not invested, at a dollar a unit, whatever they put in place of a ticker. */
const SWEPT =
  /\bdeposit (?:prog\w*|prgm|pgm)\b|\bbdps?\b|\bsweep\b|\b(?:fdic[- ])?insured (?:bank )?dep(?:osits?)?\b|\bbank\b.*\bdep(?:osits?)?\b|\bfdic\b.*\bdep(?:osits?)?\b|\bdep(?:osits?)? (?:acct|account)\b|\binsured (?:cash (?:acct|account)|money market)\b|\bbank,? n\.?a\b/i;
/** A bank that cannot be held as a share: listed is the company that owns it. */
const NATIONAL_BANK = /\bbank,? (?:n\.?\s?a\b|national association\b)/i;
/** A column of kinds that begins with cash: "Cash, MMF and BDP", "Cash & Sweep". */
const CASH_KIND = /^cash\b(?!\s*-?\s*(?:secured|flow|settled))/i;
/** What is a holding though its kind says cash: a fund with its own ticker, a deposit until a day, a bill. */
const OWN_TICKER = /^[A-Z]{3}XX$/i;
const UNTIL_A_DAY = /%|\bcds?\b|\bcertificates? of deposit\b|\btreas|\bt-?bills?\b|\bfunds?\b|\betfs?\b|\d\/\d/i;

/** Whether a row at a price of 1, or of an amount alone, is what a bank keeps for an account, by its name or kind. */
function isSwept(row: TableRow, price: string): boolean {
  const [symbol, name] = [row.text('symbol'), row.text('name')];
  const isOne = /^0*1(?:[.,]0*)?$/.test(price);
  if (DEPOSIT_CODES.has(symbol.toUpperCase())) return isOne || price === '';
  const isAmount = price === '' && isMissing(row.text('quantity'));
  if (!(isOne || isAmount) || OWN_TICKER.test(symbol) || UNTIL_A_DAY.test(name)) return false;
  const [isNamed, isKind] = [SWEPT.test(name), CASH_KIND.test(row.text('instrumentType'))];
  // An amount alone beside a symbol may be a bank's own shares ("BANK OZK DEP SHS").
  if (NATIONAL_BANK.test(name)) return true;
  // Schwab's "Futures Cash": words for money in place of a ticker, of a kind that is cash.
  const isWords = !looksLikeSymbol(symbol) && SAYS_MONEY.test(symbol) && !UNTIL_A_DAY.test(symbol);
  return SWEPT.test(symbol) || (isOne || isMissing(symbol) ? isNamed || isKind : isKind && (isNamed || isWords));
}

/** The row as it would be read if its label named no currency; null where it names none. */
function withoutCurrency(row: TableRow): TableRow | null {
  const field = isMissing(row.text('symbol')) ? 'name' : 'symbol';
  const label = row.text(field);
  const bare = withoutCurrencies(label);
  if (bare === label || bare === '' || currenciesIn(label).length === 0) return null;
  return { ...row, text: (asked) => (asked === field ? bare : row.text(asked)) };
}

/** Whether a row at a price of 1, or of an amount alone, is cash by what stands beside the currency in its label: "Bank account GBP". */
function isCashBesideCurrency(row: TableRow): boolean {
  const bare = isAmountAlone(row) ? withoutCurrency(row) : null;
  if (bare === null) return false;
  const label = isMissing(bare.text('symbol')) ? bare.text('name') : bare.text('symbol');
  return KEPT_IN.test(label) || readLabel(bare) !== null;
}

/**
 * The currency of a row that is a cash balance ("" where only a column, words beside it or the default can tell), or null where
 * the row is none. A ticker that reads like one (USD, CASH) is a holding where it has a price and another name.
 */
export function cashLabel(row: TableRow): string | null {
  return readLabel(row) ?? (isCashBesideCurrency(row) ? '' : null);
}

function readLabel(row: TableRow): string | null {
  const symbol = row.text('symbol');
  const label = isMissing(symbol) ? row.text('name') : symbol;
  const code = CURRENCY_LABEL.exec(label)?.[1]?.toUpperCase() ?? '';
  const isCode = label.toUpperCase() === code ? BARE_CODES.has(code) : isCurrencyCode(code);
  const currency = isCode ? code : currencyNamed(label);
  const price = row.text('price').replace(/[^\d.,]/g, '');
  if (CORE_FUNDS.has(label.toUpperCase()) && price === '') return 'USD';
  // A broker's own code, and beside it what it is: J.P. Morgan's QCERQ, "US DOLLAR", at 1.
  const money = currency === null && /^0*1(?:[.,]0*)?$/.test(price) ? currencyNamed(row.text('name')) : null;
  if (money !== null) return money;
  if (currency === null && (debtOf(row) !== null || isSwept(row, price) || isHouseholdCash(row))) return '';
  if (currency === null && !LABELS.some((pattern) => pattern.test(label))) return null;
  const name = row.text('name');
  const isHolding = price !== '' && !/^0*1(?:[.,]0*)?$/.test(price) && name !== '' && !SAYS_MONEY.test(name);
  return isHolding && /^[A-Z]+$/i.test(symbol) ? null : (currency ?? '');
}
