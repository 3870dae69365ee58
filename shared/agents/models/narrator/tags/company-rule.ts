import type { Region } from '../../../../schemas/classification.ts';
import { isEmployersStock, isNamedStock, isStockOfMany } from './company-stock.ts';
import { allIn } from './name-rule.ts';
import type { Beside, Composition, NameRule } from './name-rule.ts';

/** How American brokers and companies write common stock: "COINBASE GLOBAL INC COM CL A", "FORD MTR CO DEL COM", "Acme Inc.". */
const AMERICAN =
  /^\S+.*(?:\binc\b|\bincorporated\b|\bcorp\b|\bcorporation\b|\bco(?:mpany)?\b(?:[.,]|$|\s(?:com|cl|class|del|de|new|the|inc|md|nj|ny|pa|va|oh|tex|cap)\b)|\bcom\b(?:\s(?:stk|stock|npv|new|cl|class|shs|ser|usd?)\b|$)|\bcommon (?:stock|shares?)\b|\bcl(?:ass)? [abc]$)/;

/** Forms that companies have in some countries and no others, by where those are. */
const BY_FORM: readonly (readonly [Region, RegExp])[] = [
  [
    'europe',
    /\b(?:a\.?g|s\.?e)\b(?=$|[\s,.(]*(?:na|inh|vzo|nam|namens|reg|registered|adrs?|ads|spon\w*|ord|o\.?n|act|akt|class|cl|shs|n|i|p|eur|chf)\b)|\bk\.?g\.?a\.?a\b|\bgmbh\b|\basa\b|\boyj\b|\babp\b|\bs\.?p\.?a\b(?!.*\binc\b)|\ba\/s\b|\bab\b(?:\s\(?publ|\s(?:ser\.?\s?)?[ab]\b|$)|\bsgps\b|\b(?:na|inh|vzo)\.? ?o\.? ?n\b|\bord(?:inary)?\b.*(?:\d\s?p\b|\bgbp|\bgbx)/,
  ],
  ['pacific', /\bk\.?k\b|\bkabushiki\b|\bpty\b/],
  ['emerging_markets', /\bbhd\b|\bberhad\b|\btbk\b|\bpcl\b|\bpjsc\b|\bde c\.?\s?v\b/],
];
/** Forms of more than one region, and receipts for the shares of companies abroad. */
const ANYWHERE =
  /\bplc\b|\bltd\b|\blimited\b|\bn\.?v\b|\bs\.?a\b|\bb\.?v\b|\bs\.?c\.?a\b|\bordinary shares?\b|\bord shs?\b|\bo\.\s?n\.?$|\bregistered shares?\b|\bnamens-?aktien?\b|\bnam\.?-?akt/;
const RECEIPT = /\badrs?\b|\badss?\b|\bgdrs?\b|\bdepositary\b|\bsponsored\b|\bspon\b/;

const FORMS = new RegExp(
  `^\\S+.*(?:${[AMERICAN.source.slice(4), ...BY_FORM.map(([, form]) => form.source), ANYWHERE.source, RECEIPT.source].join('|')})`,
);

/** What is no common stock, or an owner of other things than a business, whatever else its name says. */
const OTHERWISE =
  /\bfunds?\b|\bfds?\b|\betfs?\b|\betns?\b|\betcs?\b|\bindex\b|\bucits\b|\bsicav\b|\bfonds\b|\bportfolio\b|\btrust\b|\btr\b|\bpool\b|\bbonds?\b|\bnotes?\b|\bnts?\b|\bdebentures?\b|%|\bpfd\b|\bpreferred\b|\bpreference\b|\bconv\b|\bwarrants?\b|\bwts?\b|\brights?\b|\bunits?\b|\blp\b|\bl\.p|\bllc\b|\bpartners\b|\bpartnership\b|\bacquisition\b|\breits?\b|\brealty\b|\breal estate\b|\bpropert(?:y|ies)\b|\bphysical\b|\bbullion\b|\bbitcoin\b|\bcrypto|\bprivate\b|\bholdings? inc\b.*\bseries\b|\binsured\b|\bdeposit\b(?!ary)|\bincome (?:strategy|opportunit)|\bcommodit|\bloan\b|\bannuity\b|\bsavings\b|\bmsci (?!inc)|\bs&p \d/;

/** What is beside common stock, whoever's it is. */
const NO_STOCK = /\boptions?\b|\bwarrants?\b|\bpreferred\b|\bbonds?\b|\bnotes?\b|\bprivate\b/;

function regionOf(name: string, { isin }: Beside): Region | 'unknown' {
  // Nothing is called by its form first: ASA Gold, AB InBev.
  const byForm = BY_FORM.find(([, form]) => form.test(name.replace(/^\S+\s+/, '')))?.[0];
  // The receipt has an American number of its own, whatever the company's country is.
  if (RECEIPT.test(name)) return byForm ?? 'unknown';
  return byForm ?? isin ?? (ANYWHERE.test(name) || !AMERICAN.test(name) ? 'unknown' : 'north_america');
}

function stockOf(name: string, beside: Beside): Composition {
  return allIn('equity', regionOf(name, beside), 'unknown');
}

/** A company's stock by the form of its name: what the company does is not said, and its country only by where companies of this form are. */
export const companyRules: readonly NameRule[] = [
  {
    id: 'employer-stock',
    says: /\b(?:company|employer)(?:['’]s)?(?: common)? stock\b|\besops?\b|\bespp\b|\brsus?\b|\brestricted stock\b|\bemployee stock (?:ownership|purchase)\b|\b(?:inc|corp|co)\.?(?: common)? stock fund\b/,
    where: (name) => !/\b(?:company|employer)(?:['’]s)?(?: common)? stock\b/.test(name) || isEmployersStock(name),
    composition: allIn('equity', 'unknown', 'unknown'),
    type: 'stock',
    confidence: 0.8,
    rationale: 'The name says stock of one company, an employer’s; what it does and where the name does not say.',
  },
  {
    id: 'stock-abroad',
    says: FORMS,
    unless: new RegExp(
      `${OTHERWISE.source}|^(?!\\S+.*(?:${[...BY_FORM.map(([, form]) => form.source), ANYWHERE.source, RECEIPT.source].join('|')}))`,
    ),
    composition: stockOf,
    type: 'stock',
    confidence: 0.8,
    rationale:
      'The name has the form of a company’s stock. What the company does it does not say, so the sector is not known; its region is that of companies of this form, or of its ISIN, and not known where neither says it.',
  },
  {
    id: 'common-stock',
    says: AMERICAN,
    unless: OTHERWISE,
    where: (name) => !isStockOfMany(name),
    composition: stockOf,
    type: 'stock',
    confidence: 0.5,
    withIsin: 0.8,
    rationale:
      'The name has the form of an American company’s common stock. What the company does it does not say, so the sector is not known; its country is a guess by that form, or by its ISIN.',
  },
  {
    id: 'stock-of-a-name',
    says: /\bstock\b/,
    unless: NO_STOCK,
    where: isNamedStock,
    composition: allIn('equity', 'unknown', 'unknown'),
    type: 'stock',
    confidence: 0.5,
    rationale:
      'What stands before "stock" in the name is no size, style or place, as in names of broad funds, but what a company may be called, an employer perhaps: it is counted as stock of one company. If it is a fund of many, it is less risky than that.',
  },
];
