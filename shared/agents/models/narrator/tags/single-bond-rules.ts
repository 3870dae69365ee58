import { allIn } from './name-rule.ts';
import type { NameRule } from './name-rule.ts';

/** What is no single bond, though its name may state a rate and a day. */
const otherwise =
  /\bfunds?\b|\bfds?\b|\betfs?\b|\betns?\b|\bindex\b|\bportfolio\b|\bpfd\b|\bpreferred\b|\bconv(?:ertible)?\b|\bwarrants?\b|\btarget\b(?! corp)|\bmoney (?:market|mkt)\b/;

const DATE = String.raw`(?:\d{1,2}\/\d{1,2}\/(?:\d{4}|\d{2})\b|\d{4}-\d{2}-\d{2}\b|\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?\s?(?:\d{1,2},?\s)?\d{4}\b|\bdue\b|\bmatur|\b20\d{2}$)`;
const COUPON = String.raw`(?:\d\s?%|\bzero[- ](?:cpn|coupon)\b)`;
/** A coupon and a day, in either order; a coupon with its year, "5.15%45"; or a coupon without its mark before the last day, "4 1/4 11/15/34". */
const COUPON_AND_DAY = String.raw`(?:${COUPON}.*${DATE}|${DATE}.*${COUPON}|\d%\s?\d{2}\b|\s\d{1,2}(?:\.\d{1,5}|\s\d{1,2}\/\d{1,2})?\s\d{1,2}\/\d{1,2}\/(?:\d{4}|\d{2})$)`;
const ISSUED_BY_A_COMPANY =
  /\b(?:inc|corp|co|company|llc|ltd|limited|cos|plc|n\.?v|group|grp|notes?|nts?|mtns?|debentures?|debs?)\b/.source;

/** Bodies of the United States government, or sponsored by it, whose debts indices count with the government's. */
const AGENCY = String.raw`\b(?:fed(?:eral|l)?|fedl) (?:home (?:ln|loan)s?|natl mtg|national mortgage|farm (?:cr|credit)|agric\w*)\b|\b(?:fhlb|fhlmc|fnma|ffcb|freddie mac|fannie mae|tennessee valley auth\w*|tva)\b`;
/** States, cities, counties, school districts and what they found, as brokers cut their names. */
const PUBLIC_BODY = String.raw`\S\s+(?:go|g\.o\.)\b(?! daddy)|\S\s+(?:st|state|cnty|county|unltd|txbl) .*|\b(?:sch(?:ool)? dist(?:rict)?|isd|cmnty (?:college|dev)|wtr|swr|turnpike|tpk|arpt|airport|hsg|transit|transn|auth(?:ority)?|hosp|ctfs? partn|tax alloc|rev(?:enue)?)\b`;
/** A word that says a debt, and the whole date that it is due on. */
const DEBT_AND_DAY = String.raw`\b(?:nts?|notes?|bds?|bonds?|debs?|debentures?|mtns?)\b.*\d{1,2}\/\d{1,2}\/(?:\d{4}|\d{2})\b`;

/** Notes of a bank whose pay hangs on an index or a stock. */
export const structuredNoteRules: readonly NameRule[] = [
  {
    id: 'structured-note',
    says: /\bstructured (?:nts?|notes?|products?|invest\w*)\b|\b(?:market|equity|index|stock|commodity)[- ]linked (?:nts?|notes?|securit\w*)\b|\bauto-?call\w*|\breverse conv\w*|\bcontingent (?:coupon|income|int(?:erest)?|cpn)\b|\b(?:buffered?|barrier|trigger|leveraged|enhanced|accelerated|digital|phoenix|dual directional)\b.*\b(?:nts?|notes?|sparns|sprns)\b/,
    unless: /\betfs?\b|\bfunds?\b|\bcds?\b|\bcertificates? of deposit\b/,
    composition: null,
    type: 'bond',
    confidence: 0,
    rationale:
      'The name says a structured note: a bank’s debt whose pay hangs on something that the name does not say.',
  },
];

/** Deposits at a bank until a day. */
export const depositRules: readonly NameRule[] = [
  {
    id: 'certificate-of-deposit',
    says: new RegExp(
      String.raw`\bcertificates? of deposit\b|\bctf dep\b|\bcds?\b.*(?:${COUPON}|${DATE})|${COUPON}.*\bcds?\b|\b\d{1,3}[- ]?(?:m|mos?|months?|y|yrs?|years?)\b.*\bcds?\b|\bcds?\b.*\b\d{1,3}[- ]?(?:months?|mos?|years?|yrs?)\b|^(?:my |our )?(?:\S+ )?(?:bank|credit union) cds?$|\(cds?\)$`,
    ),
    unless: otherwise,
    composition: allIn('cash', 'global', 'cash'),
    type: 'bond',
    confidence: 0.9,
    rationale: 'The name says a certificate of deposit, a deposit at a bank until a day, which is counted as cash.',
  },
];

/** Single bonds, which brokers name by issuer, coupon and the day that they are due. */
export const singleBondRules: readonly NameRule[] = [
  {
    id: 'savings-bond',
    says: /^(?:(?:us|u\.s\.|treasury|savings|series|my|our) )*(?:(?:i|ee|hh|e)[- ]?bonds?|savings bonds?|series (?:i|ee|hh|e))\b(?: (?:series )?(?:i|ee|hh|e))?(?: \([^)]*\))?$|\b(?:us|u\.s\.|treasury|series (?:i|ee|hh)) savings bonds?\b/,
    unless: otherwise,
    composition: allIn('fixed_income', 'north_america', 'government_bonds'),
    type: 'bond',
    confidence: 0.9,
    rationale: 'The name says savings bonds of the United States Treasury, which no market prices.',
  },
  {
    id: 'treasury-bond',
    // TreasuryDirect's own names: "10-Year Note", "2-Year FRN".
    says: new RegExp(
      String.raw`^t \d.*\d{1,2}\/\d{1,2}\/|\(treasur(?:y|ies)\)$|^\d{1,2}[- ](?:years?|yrs?) (?:notes?|bonds?|frns?|floating rate notes?)$`,
    ),
    unless: otherwise,
    composition: allIn('fixed_income', 'north_america', 'government_bonds'),
    type: 'bond',
    confidence: 0.9,
    rationale: 'The name says a security of the United States Treasury.',
  },
  {
    id: 'agency-bond',
    says: new RegExp(`(?:${AGENCY}).*(?:${COUPON}|${DATE})`),
    unless: new RegExp(`${otherwise.source}|\\bpools?\\b|\\bremics?\\b|\\bmbs\\b|\\bpass[- ]?thr`),
    composition: allIn('fixed_income', 'north_america', 'government_bonds'),
    type: 'bond',
    confidence: 0.8,
    rationale: 'The name says a debt of an agency or an enterprise of the United States government.',
  },
  {
    id: 'municipal-bond',
    says: new RegExp(
      String.raw`(?:${PUBLIC_BODY}).*${COUPON}.*${DATE}|\S\s+go\b.*${COUPON}|\bgen(?:eral)? obl|\brev(?:enue)? (?:bds?|bonds?|ref)\b.*${COUPON}|\((?:munis?|municipals?|municipal bonds?)\)$`,
    ),
    unless: new RegExp(
      `${otherwise.source}|^(?!.*\\S\\s+(?:rev|go)\\b).*\\b(?:inc|corp|corporation|co|cos|company|llc|plc|ltd|bancorp|bank|bk|group|grp|l\\.?p)\\b.*\\d\\s?%`,
    ),
    composition: allIn('fixed_income', 'north_america', 'municipal_bonds'),
    type: 'bond',
    confidence: 0.8,
    rationale: 'The name says a general obligation or a revenue bond, which American states and cities issue.',
  },
  {
    id: 'corporate-bond',
    says: new RegExp(
      `${ISSUED_BY_A_COMPANY}.*(?:${COUPON_AND_DAY}|${DEBT_AND_DAY})|${COUPON_AND_DAY}.*${ISSUED_BY_A_COMPANY}`,
    ),
    unless: otherwise,
    composition: allIn('fixed_income', 'north_america', 'corporate_bonds'),
    type: 'bond',
    confidence: 0.7,
    rationale:
      'The name states a coupon and the day that it is due, and the form of a company; without another country in it, that means the United States by convention.',
  },
  {
    id: 'single-bond',
    says: new RegExp(`${COUPON_AND_DAY}|${DEBT_AND_DAY}|\\((?:fixed income|bonds?|corporate bonds?|notes?|debt)\\)$`),
    unless: otherwise,
    composition: allIn('fixed_income', 'north_america', 'unknown'),
    type: 'bond',
    confidence: 0.6,
    rationale:
      'The name, or the file beside it, says a bond; who issued it is not said, so the sector is not known, and its country is the United States by convention.',
  },
];
