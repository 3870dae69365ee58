/** Which way money went, as an account's holder sees it. */
export type Direction = 'in' | 'out';

/** Words that say which way, whatever else a row calls itself ("ACH Withdrawal", "Incoming wire"). */
const SAYS_OUT =
  /\bwithdr[ae]w\w*|\bout\b|\b(?:outgoing|outbound|outward|outflow|sent|paid(?! in\b))\b|\bpayment (?:sent|made|to)\b|\bpay ?outs?\b|\bdisburse\w*|\bcredit card\b|\bdebit(?:ed|s)?\b|\w*ausgang\b|(?<!\p{L})émis\w*|\bsortant\w*|\bsaliente\b|\buitgaand\w*/iu;
const SAYS_IN =
  /\bdeposit(?:s|ed)?\b|\bin\b(?! (?:kind|lieu|transit|full|part)\b)|\b(?:incoming|inbound|inward|inflow)\b|\breceiv\w+|\breceipts?\b|\bcontribut\w+|\bfund(?:ing|ed)\b|\bpay(?:roll|check|cheque)\b|\bcredit(?:ed|s)?\b(?! card)|\w*eingang\b|\breçu\w*|\bentrant\w*|\brecibid\w*|\bricevut\w*|\binkomend\w*/i;
/** The other side of it, where nothing plainer is said: a bank, or another account of the person's. */
const ELSEWHERE = String.raw`(?:(?!to |from )\w+ ){0,2}(?:bank|che(?:ck|qu)ing|current account|savings|external|outside)\b`;
const TO_ELSEWHERE = new RegExp(String.raw`\bto ${ELSEWHERE}`, 'i');
const FROM_ELSEWHERE = new RegExp(String.raw`\bfrom ${ELSEWHERE}`, 'i');
/** What mostly goes one way. */
const MOSTLY_OUT = /\bto\b|\bche(?:ck|que)s?\b|\batm\b|\bbills?\b|\bstanding order\b/i;
const MOSTLY_IN = /\bfrom\b|\brollover\b/i;

const either = (out: boolean, into: boolean): Direction | null => (out === into ? null : out ? 'out' : 'in');

/** The other way. */
export const opposite = (direction: Direction): Direction => (direction === 'in' ? 'out' : 'in');

/** What undoes what its other words name: "Deposit reversed", "ACH return". Not what companies return to shareholders. */
const TAKEN_BACK = /\brevers\w+|\breturn(?:ed|s)?\b(?! of)|\bbounced\b|\bnsf\b|\bcharge ?backs?\b|\bclawback\b/i;
/** The same of what was charged; a fee for a returned check is none. */
const GIVEN_BACK = /\brevers\w+|\brefund\w*|\brebate\w*|\breimburse\w*|\breclaim\w*|\bwaive[rd]?\b|\bcredit(?:ed)?$/i;

/** Whether words undo what they name, which an amount without a sign does not tell. */
export const isTakenBack = (words: string): boolean => TAKEN_BACK.test(words);

/** Whether words tell of a cost that came back: "Fee rebate", "Margin interest reversal". */
export const isCostGivenBack = (words: string): boolean => GIVEN_BACK.test(words.trim());

/** Which way the words of a payment say that its money went: "EFT withdrawal", "Transfer to bank"; null where they do not say, or say both. */
export function directionOf(text: string): Direction | null {
  const words = text.replace(/[_-]+/g, ' ');
  const plain = [
    [SAYS_OUT, SAYS_IN],
    [TO_ELSEWHERE, FROM_ELSEWHERE],
    [MOSTLY_OUT, MOSTLY_IN],
  ] as const;
  const level = plain.findIndex(([out, into]) => out.test(words) || into.test(words));
  const [out, into] = plain[level] ?? [];
  const direction = out && into ? either(out.test(words), into.test(words)) : null;
  if (direction === null || !isTakenBack(words)) return direction;
  // A returned check may be one that was paid in, and one that was written.
  return level === plain.length - 1 ? null : opposite(direction);
}

const CHARGED =
  /\b(?:margin|debit|borrow\w*|overdraft|short) (?:balance )?int(?:erest)?\b|\bint(?:erest)? (?:was )?(?:charge[ds]?|expenses?|debit(?:ed)?|owed|due)\b|\bint(?:erest)? on (?:a )?(?:margin|debit|loan|short|borrow\w*)\b/i;
/** A bank calls so what it pays, a broker what it takes; what a loan bears goes to whoever lent it. */
const EITHER_WAY = /\bint(?:erest)? paid\b|\bloan int(?:erest)?\b/i;

/** Which way interest went by its words: in, unless they say that it was charged or taken back; null where they may mean either. */
export function directionOfInterest(text: string): Direction | null {
  const words = text.replace(/[_-]+/g, ' ');
  if (CHARGED.test(words)) return isCostGivenBack(words) ? 'in' : 'out';
  if (EITHER_WAY.test(words)) return null;
  return isTakenBack(words) ? 'out' : 'in';
}
