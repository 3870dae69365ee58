import { debtRateOf, type DebtRate } from '../finance/market-assumptions/debt-rates.ts';
import { looksLikeSymbol } from './symbol-text.ts';
import type { TableRow } from './table-row.ts';

/** Cards by the names of their networks; the companies of these names are shares. */
const CARDS =
  /\b(?:visa|mastercard|amex|american express)\b(?!.*\b(?:inc|corp|co|class|cl|stock|shares?|rsus?|espp|esop)\b)/i;
/** What invests in debts, or is owed to a person, is no debt of theirs. */
const INVESTED =
  /\b(?:funds?|fds?|etfs?|trust|reits?|securities|notes?|bonds?|receivable|income|backed|tr|inc|corp|to|lent|given|senior|floating|peer|p2p|crowd\w*|portfolio|class|series|participations?)\b/i;

/** Money that is not invested, as people call it in their own lists. */
const CASH =
  /^(?:[\p{L}\d'’&.-]+ ){0,3}(?:(?:checking|chequing|savings?|current|bank|giro)(?: (?:acc(?:oun)?ts?|a\/c|bank))?|hysa|high[- ]yield savings?(?: acc(?:oun)?t)?|(?:emergency|rainy[- ]day|vacation|holiday|travel) (?:fund|savings?|cash|money)|cash (?:on hand|at home|savings)|(?:brokerage|petty|broker) cash|(?:(?:spar|giro|privat|lohn|gehalts|tagesgeld|extra-|(?<!\S ))konto|kontokorrent(?:konto)?|(?<!\S )compte)(?: (?:in |en )?(?:CHF|EUR|USD|GBP))?|sparbuch|compte (?:courant|d['’]épargne|épargne|privé)|livret [a-z])(?: \([^)]*\))?$/iu;
/** Savings in the names of what is no balance at a bank. */
const NOT_CASH = /\bbonds?\b|\bcollege\b|\b529\b|\bthrift\b|\bretirement\b|\bplan\b/i;

/** What is lived in or used: its worth pays for nothing while it is. What is let is an investment. */
const BELONGING =
  /^(?:(?:my|our|primary|principal|family|main|own|the|\d{4}) )*(?:house|home|residence|condo(?:minium)?|apartment|flat|home (?:value|equity)|house value|car|cars|vehicles?|automobiles?|truck|suv|boat|motorcycle|furniture|jewel(?:le)?ry|household (?:goods|items|contents)|personal property|eigenheim|maison|résidence principale)(?: \([^)]*\)| (?:value|worth))?$/iu;

/** A car by its maker and model: "2019 Toyota RAV4", and no "Toyota Motor" or "Ford stock", which are shares. */
const CAR =
  /^(?:(?:my|our|\d{4}) )*(?:toyota|honda|subaru|mazda|nissan|hyundai|kia|lexus|acura|jeep|chevrolet|chevy|gmc|volvo|audi|bmw|mercedes(?:-benz)?|vw|volkswagen|ford|tesla) (?:model [3sxy]|(?=[\p{L}-]*\d)(?!\d{4})[\p{L}\d-]{1,5}|f-?\d{3}|camry|corolla|prius|highlander|tacoma|tundra|sienna|4runner|civic|accord|cr-v|hr-v|pilot|odyssey|outback|forester|crosstrek|impreza|altima|rogue|sentra|sonata|elantra|tucson|santa fe|telluride|sportage|wrangler|(?:grand )?cherokee|silverado|equinox|tahoe|suburban|malibu|mustang|explorer|escape|bronco|ranger|jetta|golf|tiguan|passat)(?: \([^)]*\))?$/iu;

/** What a line calls what it holds: a name where there is one, else what stands in place of a ticker, else its account. */
export const householdLabel = (row: TableRow): string =>
  (row.text('name') || row.text('symbol') || row.text('account')).trim();

/** What a bank pays, behind its account's name: "Savings 4.1% APY". */
const RATE =
  /[\s,–—-]*(?:\bat |@ ?)?\(?\d{1,2}(?:[.,]\d{1,3})? ?%(?: ?(?:apy|apr|aer|interest|yield|rate|p\.?a\.?))*\)?$/i;

/** Whether words stand where a ticker would: CAR in capitals is a share. */
const isWords = (row: TableRow): boolean => row.text('symbol') === '' || !looksLikeSymbol(row.text('symbol'));

const digits = (text: string): string => text.replace(/[^\d.,]/g, '');
const isOne = (text: string): boolean => /^0*1(?:[.,]0*)?$/.test(digits(text));

/** Whether the line states an amount of money, and not units at a price. */
export function isAmountAlone(row: TableRow): boolean {
  const [quantity, price] = [row.text('quantity'), row.text('price')];
  return digits(price) === '' || isOne(price) || digits(quantity) === '' || isOne(quantity);
}

/** A debt that a line names. */
export interface NamedDebt {
  label: string;
  /** Null of what a broker lends against what is held. */
  rate: DebtRate | null;
}

/** The debt that a line names by its symbol or its name, or where both are blank by its account; null where it names none. Whether it owes anything, its amount says. */
export function debtNamed(row: TableRow): NamedDebt | null {
  const labels = [row.text('name'), row.text('symbol')].filter((text) => text !== '');
  for (const label of labels.length === 0 ? [row.text('account')] : labels) {
    if (label === '') continue;
    const rate = debtRateOf(CARDS.test(label) ? 'credit card' : label);
    if (rate !== undefined) return { label, rate };
    if (/\bmargin (?:debit|loan)\b|\bsecurit(?:y|ies)[- ]based (?:loan|line)\b/i.test(label))
      return { label, rate: null };
  }
  return null;
}

const NEGATIVE = /^\D*[-−–(]\D*\d|\d[-−]$/;

/**
 * What a household owes on a line: its quantity, value or price is below zero, or nothing else can be meant by what it is called,
 * whatever the sign ("Mortgage"). Null where the line is no debt.
 */
export function debtOf(row: TableRow): NamedDebt | null {
  const debt = isAmountAlone(row) ? debtNamed(row) : null;
  if (debt === null) return null;
  const isNegative = (['quantity', 'marketValue', 'price'] as const).some((field) => NEGATIVE.test(row.text(field)));
  return isNegative || isOwedBySaying(row, debt) ? debt : null;
}

/** Whether a debt is one though its amount is above zero; a loan that a person gave is called "Loan to Ana". */
export const isOwedBySaying = (row: TableRow, { label, rate }: NamedDebt): boolean =>
  rate !== null && isWords(row) && !INVESTED.test(label);

/** What is owed on a home, by what it is called; a loan on what is let is a debt like others. */
const ON_A_HOME =
  /\bmortgages?\b|h[iy]pote(?:ca|k)|hypothe[ck]|\b(?:home|house|housing) (?:loan|equity)|\bheloc\b|baufinanzierung|prêt immobilier|crédit (?:immobilier|hypothécaire)|\bmutuo\b/i;
const LET = /\b(?:rentals?|rented|investment|let|letting|btl|tenants?|commercial|business)\b/i;

/** Whether a line is owed on the home that is lived in, which is no part of what pays for a retirement either. */
export function isHomeLoan(row: TableRow): boolean {
  const debt = debtOf(row);
  if (debt === null) return false;
  const words = `${row.text('account')} ${row.text('name')} ${row.text('symbol')}`;
  return ON_A_HOME.test(debt.label) && !LET.test(words);
}

/** Whether a line is money at a bank by what people call it ("Emergency fund", "Joint checking"). */
export function isHouseholdCash(row: TableRow): boolean {
  const label = householdLabel(row);
  // "HYSA" is written as a ticker is; without a quantity or a price it is none.
  const isNoTicker = isWords(row) || digits(`${row.text('quantity')}${row.text('price')}`) === '';
  return isAmountAlone(row) && isNoTicker && CASH.test(label.replace(RATE, '')) && !NOT_CASH.test(label);
}

/** A street and a number, as a house is listed by its address. */
const ADDRESS =
  /^\d{1,5}[a-z]? (?:[\p{L}\d.'’-]+ ){1,4}(?:st|street|ave|avenue|rd|road|dr|drive|ln|lane|blvd|boulevard|ct|court|way|pl|place|cir|circle|ter|terrace|pkwy|parkway)\b\.?/iu;

/** Whether a line is a house that is lived in, a car or the like. */
export function isBelonging(row: TableRow): boolean {
  const name = row.text('name');
  if (!isAmountAlone(row) || (name === '' && !isWords(row))) return false;
  const label = householdLabel(row);
  return BELONGING.test(label) || (ADDRESS.test(label) && !LET.test(label)) || CAR.test(label);
}
