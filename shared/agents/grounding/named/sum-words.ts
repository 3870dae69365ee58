export { APART, LEFT } from '../difference-of.ts';
export { MANY_YEARS } from '../product-of.ts';

/** Parts taken together; beside those of `sum-of.ts` what only a writer who names the parts may leave it at. */
export const ADDED =
  /\b(?:together|combined|both|all|sum\w*|add\w*|total\w*|jointly|plus|with|another|so|top|well as|comes?|came|mak(?:e|es|ing)|brings?|collectively|rais\w+|fre(?:e|es|eing)|fetch\w*|including|counting|between|in all|two|three|four|five|six|each|or)\b|[+&]/i;

/** What a share leaves of the whole. */
export const COMPLEMENT =
  /\b(?:rest|remaining|remainder|others?|otherwise|elsewhere|outside|left|leav\w+|without|besides|except|apart from|not|non|un\w+|beyond|everything else|(?:any|every)thing but|anything else|all but|fail\w*|short|runs? (?:out|dry)|abroad|foreign|international\w*|overseas|balance|remains?|nothing|no longer|excluding|other than|diversified|missing|away)\b|n['’]t\b/i;
/** What one thing is of another. */
export const TIMES =
  /\b(?:times|fold|twice|double[ds]?|triple[ds]?|multiple|x|ratio|for (?:every|each)|years?|months?|decades?|weeks?|coverage|covers?)\b|×|\bx\b/i;
export const GROWN =
  /\b(?:more|less|higher|lower|larger|smaller|bigger|above|below|gr[eo]w\w*|ris\w+|rose|up|increas\w+|fall\w*|fell|drop\w*|cut\w*|down|gain\w*|shr[iau]nk\w*|raise\w*|reduc\w+|jump\w*|short|gap|beyond|exceed\w*|over|under|fewer)\b/i;
export const LOST_OR_HALVED =
  /\b(?:to (?:zero|nothing)|worthless|wiped out|bankrupt\w*|fails?|failed|halv\w+|by half|in half|half)\b/i;
/** "Of the portfolio", "of everything you own". */
export const OF_IT =
  /^ of (?:the|your|this|its|all|everything)(?: \w+)? ?(?:portfolio|total|money|wealth|assets|everything|you (?:own|have))\b/i;
