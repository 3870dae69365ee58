import type { AccountType } from '../schemas/portfolio.ts';

/** Words of an account's name, and how accounts that are called so are taxed. */
export type TaxWords = readonly [pattern: RegExp, type: AccountType];

/** A kind of account that is a number (457, 529), and not the end of an account's number. */
const kind = (numbered: string): RegExp =>
  new RegExp(`(?<!\\d|[#*.-]\\s?|(?:ending|account|acct|no|nr|x+)\\.?\\s)${numbered}(?![-\\w])`, 'i');

/**
 * Firms whose names hold a word that elsewhere says what an account is: Empower Retirement keeps taxable accounts, too, and an
 * account at E*TRADE or IRA Financial is what the rest of its name says.
 */
export const BRANDS =
  /\be[*\s-]?trade\b|\bwells ?trade\b|\btrading ?212\b|\bira (?:financial|services|club)\b|\broth capital\b|\b(?:empower|voya|milliman) retirement\b|\bteachers insurance and annuity\b|\bsimple invest(?:ing|or)?\b/gi;

/**
 * What says plainly how an account is taxed. Windows into brokerage that exist within employers' plans alone are taxed as those:
 * Fidelity's BrokerageLink, Schwab's PCRA, T. Rowe Price's TradeLink. Abroad: as the country that gives an account its name does.
 */
export const PLAIN: readonly TaxWords[] = [
  [
    /\broth(?:ira)?\b|\bh\.?s\.?a\b|\bhsba\b|(?:health|medical) savings|\b(?:tfsa|celi)\b|tax[- ]?free(?! (?:bond|fund|income|money|muni))/i,
    'tax_free',
  ],
  [/\b(?:[JLI]?ISA|isa|NISA)\b(?!['’])/, 'tax_free'],
  [/\b(?:shares|cash|lifetime|junior|flexible|invest\w*) isa\b/i, 'tax_free'],
  [kind('529\\s?a?'), 'other'],
  [/coverdell|\beducation(?:al)? (?:savings|ira)\b|\bcollege savings plan\b/i, 'other'],
  [/\b(?:IRA|ira)\b(?!['’])/, 'tax_deferred'],
  [
    /\b(?:rollover|trad|traditional|contributory|inherited|beneficiary|spousal|sep|simple)[ -]?ira\b|\bi\.r\.a\b/i,
    'tax_deferred',
  ],
  [
    /\b(?:irra|rcma|sar[- ]?sep|keogh|tsp|nqdc|esop)\b|\b(?:solo|uni|individual|self[- ]employed)[- ]k\b/i,
    'tax_deferred',
  ],
  [/40[13][\s-]*\(?[abk](?!\p{L})/iu, 'tax_deferred'],
  [kind('457(?:\\s*\\(?[bf]\\)?)?'), 'tax_deferred'],
  [/\bbrokerage ?links?\b|\bpcra\b|\btrade ?link\b|personal choice retirement/i, 'tax_deferred'],
  [/pension|profit[- ]sharing|money purchase|defined (?:benefit|contribution)|deferred comp/i, 'tax_deferred'],
  [/\brollover\b|\btraditional\b(?! (?:brokerage|portfolio|bank|saving|invest))|\bqualified plan\b/i, 'tax_deferred'],
  [
    /tax[- ]?(?:deferred|sheltered)|\btda (?:plan|program)\b|\bpre[- ]?tax\b|\bthrift (?:saving|plan|incentive)/i,
    'tax_deferred',
  ],
  [/individual retirement|retirement (?:plan|annuity|savings (?:plan|account))\b/i, 'tax_deferred'],
  [/\b(?:RSP|RIF|SMSF)\b|\b[Ss]elf[- ][Mm]anaged [Ss]uper/, 'tax_deferred'],
  [/\b(?:rrsp|rrif|reer|ferr|lrsp|dpsp|sipps?|ssas|prsa|superannuation)\b/i, 'tax_deferred'],
  [/riester|\br(?:ü|ue)rup|basisrente|\bb ?av\b|altersvorsorge|betriebsrente|direktversicherung/i, 'tax_deferred'],
  [/(?:säule|saeule|pillar) 3a\b|pensi[oó]n(?:es)?\b|pensioen|lijfrente/i, 'tax_deferred'],
];

/** What hints at how an account is taxed and is not plain: told as assumed. Abbreviations only in capitals, "Ira" may be a person. */
export const HINTS: readonly TaxWords[] = [
  [/\bfhsa\b|\bnon[- ]?taxable\b|\bnot taxable\b|\btax[- ]exempt\b(?! (?:bond|fund|income|money|muni))/i, 'tax_free'],
  [/\bIsa\b(?!['’])/, 'tax_free'],
  [/\beducation\b|\bcollege (?:savings|fund)\b/i, 'other'],
  [/\b(?:ESA|ABLE|RESP|RDSP)\b/, 'other'],
  [/\bsdba\b|\b(?:brokerage|mutual fund|self[- ]directed) (?:window|option)\b/i, 'tax_deferred'],
  [/\bretirement\b|\bretraite\b|\bannuit(?:y|ies)\b|\bdeferred\b|\btax[- ]advantaged\b|\bqualified\b/i, 'tax_deferred'],
  [/\b(?:savings?|incentive|investment|thrift) (?:(?:and|&) \w+ )?(?:plan|plus)\b/i, 'tax_deferred'],
  [/\bcash balance plan\b|\bprovident fund\b|\bsuper(?: fund)?$|\b\w+super\b/i, 'tax_deferred'],
  [/\b(?:SEP(?! ?\d)|SIMPLE|TSA|GSRA|GRA|SRA|VBO|LIRA|LRIF|LIF|PRPP|RPP|SRS|EPF|PPF|CPF)\b/, 'tax_deferred'],
  [/\bIra\b(?!['’])/, 'tax_deferred'],
  [/\btrad\b/i, 'tax_deferred'],
  [/(?<![\w#*.-]|[#*.-]\s|(?:ending(?: in)?|account|acct|no|nr|x+)\.?\s)40[13](?![-\w])/i, 'tax_deferred'],
];

/** "Non-taxable": no tax, though the word is in it. */
export const SAYS_NO_TAX = /\b(?:non[- ]?|not )taxable\b/i;

/** What says that an account is taxed. */
export const TAXED = /\btaxable\b|\bg\.?i\.?a\b|general investment account/i;

/** How accounts are called that are taxed, where nothing says that they shelter. */
export const ORDINARY =
  /\b(?:brokerage|individual|joint|custodial|jtwros|wros|tenants)|\b(?:trusts?|savings?|checking|current account|cash|margin|regular|banks?|dealing|tod|utma|ugma|community property)\b/i;

/** What accounts are called that do not shelter, beside a mere hint that they do. */
export const HARDLY_SHELTERED =
  /\b(?:brokerage|individual|joint|custodial|jtwros|tod|utma|ugma|margin|checking|banks?)\b/i;

/** How people call accounts of many kinds: taxable as far as one knows. */
export const VAGUE = /\b(?:personal|investments?|investing|self[- ]directed|after[- ]?tax|post[- ]?tax)\b/i;

/** What a column of kinds of accounts says of those that no law shelters, and a name of something else as well: shares of an employer, coins, a firm's. */
export const UNSHELTERED =
  /^(?:(?:employee )?(?:espp|rsus?|stock (?:purchase )?plans?|equity (?:awards?|plans?)|stock awards?)|(?:crypto|digital|coin)(?: (?:wallet|account|exchange))?|wallet|business|corporate|company|llc|partnership|sole prop\w*|cash management|cma|(?:bank )?cds?|certificates?(?: of deposit)?|(?:money|mm) market(?: (?:fund|deposit))?|(?:emergency|rainy[- ]day|vacation|house|car|travel) funds?|treasury ?direct|(?:series )?[ie][- ]?bonds?|savings bonds?|us savings bonds?|hysa|t-?bills?|treasuries|cash reserve|sinking funds?|non[- ]?registered)(?: accounts?)?$/i;

/** What an account of several people is called, or that of a family's trust. */
export const OF_SEVERAL = /\b(?:joint|jtwros|wros|tenants|utma|ugma|(?:family|living|revocable|irrevocable) trust)\b/i;

/** What was paid in has been taxed. */
export const AFTER_TAX = /\b(?:after|post)[- ]?tax/i;

const SHELTERS =
  'roth|ira|isa|sipp|tfsa|rrsp|hsa|40[13][\\s-]*\\(?[abk]\\)?|529|457|sheltered|pension|retirement|qualified|registered|tax[- ]?(?:deferred|free|advantaged|sheltered)';
/** "Non-IRA", "not a 401(k)", "outside my IRA": what the account is said not to be. */
export const DENIED = new RegExp(
  `\\b(?:non|not|no|outside|(?:outside|instead|out) of|except|excluding|excl\\.?)(?:\\s+(?:an?|my|in|the|for))*[-\\s]*(?:${SHELTERS})(?![\\p{L}\\d])`,
  'giu',
);
