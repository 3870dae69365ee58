import { clausesOf } from './clauses.ts';
import { NO_NAME } from './names.ts';
import type { Refused } from './refused.ts';

const WINDFALL =
  '(?:bonus(?:es)?|inheritance|inherit|windfall|severance|settlement|pay-?out|lump sum|legacy|refund|trust fund)';
const NOT = "(?:lose|loses|losing|lost|(?:do|does|did|will|would)(?:n't| not)|won't|never|without|not|no|miss(?:ing)? out on)"; // prettier-ignore
/** A sum that does not come is in no plan, and so takes nothing from it. */
const ABSENT = new RegExp(
  `\\b${NOT}\\b(?: [a-z']+){0,4} [$]·* (?:[a-z]+ )?${WINDFALL}\\b|\\b${NOT}\\b(?: [a-z']+){0,3} ${WINDFALL}\\b[^$.?!]*[$]|[$]·* (?:[a-z]+ )?${WINDFALL}\\b[^.?!]*\\b(?:cancell?ed|denied|gone|falls? through|does not come|doesn't come|never comes)\\b`,
);
/** When something that the plan receives ends. */
const ENDS =
  /\b(?:income|rent|rental|pension|annuity|alimony|royalties|disability|benefits?)\b[^.?!]*\b(?:ends?|ending|stops?|stopping|runs out|expires?|goes away)\b/;
/** What one of two people saves, inherits or buys. */
const OWN_MONEY =
  /(?<name>[a-z][a-z'-]+) (?:(?:would|will|only|also|just) )*(?:(?:stops?|quits?) (?:saving|contributing|investing)|(?:saves?|contributes?|invests?|puts|inherits?|(?:receives?|gets)(?! [^.?!]*\b(?:pensions?|social security)\b)|buys?|sells?|gives?)(?= [^.?!]*[$]))/d;
/** Of which account something is paid: all are one here. */
const WHICH_ACCOUNT =
  /\b(?:with|using|on|from) (?:only|just) (?:my|our) (?:[a-z]+ )?(?:401\s?\(?k\)?|403\s?\(?b\)?|457|iras?|roth|hsa|brokerage|taxable|retirement accounts?|savings account)(?: ira)?(?: and (?:my )?(?:401\s?\(?k\)?|roth|ira|brokerage|hsa))?\b|\bwithout (?:touching|using|tapping|drawing on|withdrawing from|selling)(?: (?:any|all|of|my|our|the))* (?:401\s?\(?k\)?|403\s?\(?b\)?|457|iras?|roth|hsa|brokerage|stocks?|bonds?|investments?|shares|accounts?)(?: ira)?\b/g;

/** What a plan cannot tell apart: a sum that does not come, the end of an income, one person's savings, one account's money. */
export function notToldApartIn(text: string, question: string): Refused[] {
  const accounts = [...text.matchAll(WHICH_ACCOUNT)].map((match): Refused => {
    return { start: match.index, end: match.index + match[0].length, why: 'account' };
  });
  const clauses = clausesOf(text).flatMap((clause): Refused[] => {
    const said = text.slice(clause.start, clause.end);
    if (ABSENT.test(said)) return [{ ...clause, why: 'absent' }];
    if (said.includes('$') && ENDS.test(said)) return [{ ...clause, why: 'ends' }];
    const [from, to] = OWN_MONEY.exec(said)?.indices?.groups?.name ?? [];
    if (from === undefined || to === undefined) return [];
    const name = question.slice(clause.start + from, clause.start + to);
    return /^[A-Z]\p{Ll}/u.test(name) && !NO_NAME.test(name) ? [{ ...clause, why: 'whose' }] : [];
  });
  return [...clauses, ...accounts];
}
