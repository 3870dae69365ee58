import type { PlanChange, UnreadPart } from '../../../../schemas/analysis-plan.ts';

/** That something comes or goes again and again: "every year", "a yearly bonus", "twice a year". */
export const EVERY_YEAR =
  /\b(?:every|each) (?:(?:other|second|third|single|few|couple of) )?(?:#·* )?(?:years?|months?|summers?|winters?|springs?|falls?|autumns?|christmas|quarters?|weeks?|decades?)\b|\b(?:yearly|annual(?:ly)?|monthly|quarterly)\b|(?<!\b(?:in|for|after|within|half|of|off|about) )\b(?:a|per) year\b(?! (?:from (?:now|today)|later|after|before|ago|earlier|sooner|or (?:two|so)))/;
/** More often than once a year, or less: of how much a year nothing is made. */
const NOT_ONCE =
  /\b(?:every|each) (?:(?:other|second|third|few|couple of)\b|#|months?\b|quarters?\b|weeks?\b|decades?\b)|\b(?:monthly|quarterly|twice|thrice|several times|times a year|two|three|four)\b/;
/** To an end that no age and no year tells. */
const UNTIL = /\b(?:until|till|before|while|as long as|up to)\b/;

/** Whether so much is paid once each year, for as long as the plan goes on or to an age that has been read. */
export const isEveryYear = (said: string): boolean =>
  EVERY_YEAR.test(said) && !NOT_ONCE.test(said) && !UNTIL.test(said);

const ACCOUNT = /\b(?:(?:401|403|457)\w*|iras?|roth|tsp|hsa|brokerage|accounts?|retirement (?:fund|plan|saving)s?)\b/;
const PAY = /\b(?:bonus\w*|commissions?|refunds?|overtime|rsus?|stock options|vest\w*|severance|prizes?)\b/;

/** Why a sum that comes or goes every year is not tried: it would be tried once. */
export function whyNotOnce({ how }: Pick<PlanChange, 'how'>, said: string): UnreadPart['why'] {
  if (how === 'up') return PAY.test(said) ? 'earned' : 'unclear';
  return ACCOUNT.test(said) ? 'account' : 'cost';
}
