import type { StatedTransaction } from '../../schemas/portfolio.ts';
import type { TableRow } from '../table-row.ts';
import { ACTION_CODES, RULES_ABROAD } from './action-words.ts';

/**
 * What the words of an action mean. `reinvestment`: shares bought with a dividend, which the same row or another states;
 * `transfer`: the direction is in the row's sign or its other words (`money-direction.ts`); `sweep`: money moved between an account and its own settlement fund;
 * `conversion`: one coin was changed into another; `in_kind`: shares that a company gave out or took back for others; `exchange`: one
 * fund of a plan or a family was sold, or bought, for another; `refund`: what comes back of what was paid; `nothing`: what its funds
 * gained, or what it comes to, which moves nothing.
 */
export type Action =
  | StatedTransaction['kind']
  | 'reinvestment'
  | 'transfer'
  | 'sweep'
  | 'conversion'
  | 'in_kind'
  | 'exchange'
  | 'refund'
  | 'nothing';

/** The match that stands first in the text decides, for brokers write the security's name after the action. */
const RULES: readonly [pattern: RegExp, action: Action][] = [
  [/\bsweep\b/i, 'sweep'],
  [/\bsplit\b/i, 'split'],
  [/\bchange in (?:market )?value\b|\b(?:un)?realized gains?\b|\bgains?\/loss(?:es)?\b/i, 'nothing'],
  [/^(?:fund )?exchanged?s?\b/i, 'exchange'],
  [
    /\bspin-? ?off\b|\b(?:stock|share|scrip) dividend\b|\bbonus (?:issue|shares?)\b|\bmergers?\b|\bmandatory exchange\b/i,
    'in_kind',
  ],
  [/\breinv(?:est\w*)?\b|\bdrip\b/i, 'reinvestment'],
  [/\brewards?\b|\bstak(?:e|ing) (?:rewards?|income)\b|\blearning rewards?\b|\bairdrops?\b/i, 'reinvestment'],
  [/(?<!\b(?:foreign|withholding|withheld) )\btax refund\b|\bbeginning balance\b|\bopening balance\b/i, 'deposit'],
  [/\b(?:closing|ending|end of day) balance\b/i, 'nothing'],
  [/\bsubscription fees?\b/i, 'fee'],
  [
    /(?:\b(?:dividends?|div|interest) (?:withholding )?)?(?<!\b(?:after|before|pre|post) )\btax(?:es)?\b(?! (?:free|exempt|deferred|advantaged|year)\b)|\bwithholding\b|\bfees?\b|\bcommissions?\b|\bcharges?\b|\bexpenses?\b/i,
    'fee',
  ],
  [/\brefunds?\b|\brebates?\b|\breimbursements?\b|\breclaim\w*/i, 'refund'],
  [
    /\brmds?\b|\brequired minimum\b|\bqcd\b|\bqualified charitable\b|\bexcess (?:\w+ )?(?:contribution|deferral)s?\b|\breturn of (?:\w+ )?contributions?\b/i,
    'withdrawal',
  ],
  [
    /\b(?:ira|roth|retirement|401 ?\(?k\)?|403 ?\(?b\)?|457 ?\(?b\)?|529|hsa|pension|plan|normal|early|premature|hardship|in service|lump sum|death|beneficiary|periodic|systematic|partial) distr(?:ibution)?s?\b|\bdistr(?:ibution)?s? from (?:\w+ )?(?:ira|401|403|529|hsa|plan|account)\b/i,
    'withdrawal',
  ],
  [/\bbought\b|\bbuy\b|\bpurchased?\b|\bsubscription\b|\bsavings plan\b/i, 'buy'],
  [/\bsold\b|\bsell\b|\bsale\b|\bredemption\b|\bredeemed\b|\bmatur(?:ed|ity)\b/i, 'sell'],
  [
    /\bdividends?\b|\bdiv\b|\bdistribution\b|\bcap(?:ital)?\.? gains?\b|\breturn of capital\b|\b(?:cash |payments? )?in lieu\b|\bsubstitute payments?\b/i,
    'dividend',
  ],
  [
    /(?:\b(?:margin|debit|credit|borrow\w*|overdraft|short|bank|broker|deposit|loan) (?:balance )?)?\bint(?:erest)?\b|\bcoupons?\b|\b(?:stocks?|shares?|securities|fully paid) lending\b/i,
    'interest',
  ],
  [/\b(?:transfer(?:red)?|received?|delivery) (?:\w+ )?(?:in|from)\b/i, 'transfer_in'],
  [/\b(?:transfer(?:red)?|delivered) (?:\w+ )?(?:out|to)\b/i, 'transfer_out'],
  [/^(?:send|sent)\b/i, 'transfer_out'],
  [/^receive\b/i, 'transfer_in'],
  [/^convert(?:ed)?\b/i, 'conversion'],
  [
    /\btransfer(?:red|s)?\b|\bjournal\w*\b|\bacats?\b|\bach\b|\bwire[ds]?\b|\beft\b|\belectronic funds\b|\bmoneylink\b/i,
    'transfer',
  ],
  // An employer's shares that came: Schwab's "Stock Plan Activity".
  [
    /\bstock plan activity\b|\b(?:rsus?|restricted stock(?: units?)?|restricted shares?|shares?|stock) (?:vest(?:s|ed|ing)?|releas(?:es?|ed)|lapse[ds]?)\b|^(?:vest(?:ed|ing)?|releas(?:es?|ed)|lapse[ds]?)$/i,
    'transfer',
  ],
  [/\bfunds (?:received|paid)\b|\brollover\b|\bconversion\b/i, 'transfer'],
  [
    /^(?:e )?che(?:ck|que)s?\b(?! ?points?\b)|^(?:mobile|cashed|returned|cashiers?|bounced) che(?:ck|que)s?\b|\batm\b|\bpayments?\b(?! in lieu)|\bbill ?pay\b|\bdirect debit\b|\bstanding order\b|\bzelle\b|\bvenmo\b|^paypal\b|\bgifts?\b/i,
    'transfer',
  ],
  [/^(?:incoming|outgoing|inbound|outbound)\b/i, 'transfer'],
  [
    /\bdeposit(?:s|ed)?\b|\bcontribut(?:ions?|ed)\b|\b(?:cash|money|funds|paid|pay) in\b|\binflows?\b|\btop ?ups?\b|\badd(?:ed)? (?:money|cash|funds)\b|\bfund(?:ing|ed)\b|\bpay(?:roll|check|cheque)s?\b|\bsalary\b|\bdeferrals?\b|\bsocial security\b|^(?:cash )?receipts?$|\bcredits?$|\bwages\b|\bbonus(?:es)?\b|\bcash ?back\b|\breferrals?\b|\bincentives?\b|\bpromotion(?:al)?\b|\b(?:employer|company|employee|matching) (?:match|contribution)\b|^(?:credit|inheritance)\b(?! card)/i,
    'deposit',
  ],
  [
    /\bwithdr[ae]w\w*|\b(?:cash|cashed|money|funds|paid|pay) out\b|\boutflows?\b|\bpayouts?\b|\bdisburse\w*|\bdistr\b|\bdebit card\b|\bcredit card\b|\b(?:card|visa|mastercard|pos) (?:purchase|payment)s?\b|\bdebits?$|\bspent\b|\bspending\b|\bdonations?\b|^debit\b/i,
    'withdrawal',
  ],
  ...RULES_ABROAD,
];

/** What a file's word for an action means: "YOU BOUGHT ...", "Qualified Dividend", "Reinvest Shares". Null where Alex knows none. */
export function readAction(text: string): Action | null {
  const words = text.slice(0, 200).replace(/[_-]+/g, ' ');
  const code = ACTION_CODES.get(words.trim().toUpperCase());
  if (code !== undefined) return code;
  let first: { index: number; action: Action } | null = null;
  for (const [pattern, action] of RULES) {
    const index = pattern.exec(words)?.index;
    if (index !== undefined && (first === null || index < first.index)) first = { index, action };
  }
  // "Wire fee" is no wire.
  if (first?.action === 'transfer' && /\b(?:fees?|charges?|commission)\b/i.test(words)) return 'fee';
  if (first?.action === 'transfer' && /\brefund|\brebate|\breimburse/i.test(words)) return 'refund';
  const paid = first?.action === 'dividend' || first?.action === 'interest';
  return paid && /\breinvest\w*\b/i.test(words) ? 'reinvestment' : (first?.action ?? null);
}

/** The words of a row for what happened: where the column of them is empty those of a second one, if they are known. */
export function actionWords(row: TableRow): string {
  const beside = row.text('actionBeside');
  return row.text('action') || (readAction(beside) === null ? '' : beside);
}

/** Whether words may tell of shares where they tell of income: Fidelity's "DISTRIBUTION", which is a split where it brings shares and no money. */
export const mayBringShares = (text: string): boolean => /\bdistributions?\b/i.test(text);

/** Whether shares went for money alone, where a merger may also bring others. */
export const isCashMerger = (text: string): boolean => /\bcash merger\b/i.test(text);

/** Whether one company's shares went for another's. */
export const isMerger = (text: string): boolean => /\bmergers?\b|\bmandatory exchange\b/i.test(text);

/** Whether shares are sold that are not held: "Sell Short", "Short Sale"; a fund's name may have "Short-Term" in it. */
export const isShortSale = (text: string): boolean =>
  /\b(?:sell|sold) short\b(?![ -]*(?:term|dur|mat))|\bshort (?:sale|sell)\b/i.test(text);

/** Whether a reinvestment's own words speak of the dividend, and not only of the shares: "Reinvested dividend", "Reward income". */
export const namesTheIncome = (text: string): boolean =>
  /\bdiv(?:idends?)?\b|\bdistributions?\b|\bgains?\b|\bdrip\b|\brewards?\b|\bincome\b|\bairdrops?\b/i.test(text);
