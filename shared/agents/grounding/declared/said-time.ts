import { FIGURE } from '../polarity/placed.ts';

const COUNT = String.raw`(?:\d+|an?|one|two|three|four|five|six|ten|twelve|fifteen|twenty|twenty-five|thirty|forty|a few|several|many)`;
const PERSON = String.raw`(?:you|they|he|she|we)(?: both)?(?:['’]re| are)?`;
/** "When you stop working", "once you are 65". */
const STOPPING = String.raw`${PERSON} (?:\w+ly |finally |both )?(?:retired?\b|stop\w*\b|hit|turn|reach|leave work|quit\b|\d\d\b)`;
const MIDDLE = '(?:median|middle|typical|central|average)';

/** Words of retirement: a later time for whoever still works. */
const retiring: readonly string[] = [
  String.raw`(?:by the time|when|once|after|as soon as|the (?:day|year|moment)) ${STOPPING}`,
  String.raw`(?:at|by|in|into|during|upon|throughout|reach(?:es)?) (?:your |the |early |late )?retirement(?! (?:accounts?|plans?|savings|funds?|money|dates?|portfolio))`,
];
/** Words of any later time. */
const later: readonly string[] = [
  String.raw`${COUNT} (?:more )?(?:years?|decades?) (?:from now|later|hence|ahead|into)`,
  String.raw`(?<!once )in (?:about |another |some )?${COUNT} (?:more )?(?:years|decades?)(?:['’]? time)?(?! (?:of|in|to)\b)`,
  String.raw`at the (?:very )?end(?= of (?:the|your) (?:plan|life|projection|simulation|horizon)|[,.;]|$)`,
  String.raw`to (?:your|the) heirs|by then|eventually|some ?day|one day`,
  String.raw`(?:in|of) the ${MIDDLE} (?:simulated )?(?:futures?|case|scenario|outcome|simulation|run|path)`,
  String.raw`the ${MIDDLE} (?:simulated )?(?:future|balance|outcome|scenario|path|simulation)|${MIDDLE} balance`,
  String.raw`(?:will|shall|['’]ll|(?:are|is) going to|can expect to|expect to) (?:\w+ly |still |then |only |have )?(?:have|own|hold|be worth|be left|reach|grown? to|amount to|total|stand at|leave you|become|inherit|make up|account for|end up|live on|draw on|be)\b`,
];
const LATER = new RegExp(String.raw`\b(?:${later.join('|')})`, 'i');
const RETIRING = new RegExp(String.raw`\b(?:${retiring.join('|')})`, 'i');
const AGE = /\b(?:at|by|age|aged|turn(?:ing)?) (?:age )?(\d\d)\b(?!\s?%|[.,]\d| (?:percent|points?|years?|times|days|cents|shares|units|holdings|positions|accounts|funds|basis))/gi; // prettier-ignore
const YEAR = /\b(?:by|in|until|come) (20\d\d)\b/gi;

const PRESENT = String.raw`(?:today(?!['’]s (?:dollars|money|prices|terms|purchasing))|(?<!from )now(?! on\b)|currently|current|at present|present|already|so far|at the moment|these days)`;
/** How today's figure is said in a sentence about later: as what is started from, compared with or spoken of again. */
const starts: readonly string[] = [
  String.raw`\b${PRESENT}\b`,
  String.raw`\b(?:start|begin|began)\w*\b`,
  String.raw`\b(?:from|the|your|this|these|those|that|its|their|than|against|versus|with the|compared (?:with|to)|times|double|triple|twice|turns?|turned|turning|grows?|growing|beyond|(?<!\b(?:live|liv\w+|draw\w*) )on|out of)(?: about| around| roughly| some| nearly| almost| only)* ${FIGURE}`,
  String.raw`^\W*with(?: about| around| roughly| only| just)* ${FIGURE}`,
  String.raw`\bfrom (?:an?|the|your|this) (?:\w+ ){1,3}of ${FIGURE}`,
  // What is to become of it: it is the subject, and not what is left.
  String.raw`${FIGURE}(?: (?:in|of|from) [\w()' -]{1,30})? (?:would|could|might|will|may|should|can|has|have|must|needs?)\b(?! (?:still )?(?:be (?:left|there|waiting|available|in)|remain|await|survive))`,
];
const STARTS = new RegExp(starts.join('|'), 'i');

/** A statement in the present, "Right now you have …", and no "in today's dollars". */
const NOW = "(?:today(?!s? dollars|['’]s)|right now|now(?! on)|currently|at present|at the moment|these days)";
const HAVE = '(?:is|are|have|has|hold|holds|own|owns|worth|amounts? to|stands? at|totals?|comes? to)';
const PRESENTLY = new RegExp(String.raw`\b${NOW}\b[^.;${FIGURE}]{0,40}\b${HAVE}\b[^.;,${FIGURE}]{0,25}${FIGURE}|\b${HAVE} (?:\w+ ){0,3}${FIGURE}[^.;,]{0,15}\b${NOW}\b|\b(?:today['’]s|(?:your|the) (?:current|present)) (?:balance|value|portfolio|savings|total|worth)\b[^.;,${FIGURE}]{0,15}${FIGURE}|${FIGURE} of (?:(?:your|the) (?:current|present) |today['’]s (?!dollars)|(?:what|all|everything|(?:all )?the (?:money|savings|wealth))(?: that)? you (?:now |currently |already )?(?:own|have|hold|(?:have )?saved)\b(?! at| then| when)|(?:your|the) (?:portfolio|savings|money|nest egg|balance) (?:today|now|at present))`, 'i'); // prettier-ignore

/** When a text is written, for whoever reads it. */
export interface Today {
  age: number;
  year: number;
  retired: boolean;
}

/** The words that say of a figure of today that it is of a later time; null where none do. */
export function saidLater(clause: string, { age, year, retired }: Today): string | null {
  const words = LATER.exec(clause)?.[0] ?? (retired ? null : RETIRING.exec(clause)?.[0]) ?? laterNumber(clause, AGE, age) ?? laterNumber(clause, YEAR, year); // prettier-ignore
  return words === null || STARTS.test(clause) ? null : words;
}

/** The words that say of a figure of a later time that it is today's; null where none do. */
export const saidToday = (clause: string): string | null => PRESENTLY.exec(clause)?.[0].replace(FIGURE, '…') ?? null;

function laterNumber(clause: string, said: RegExp, today: number): string | null {
  for (const match of clause.matchAll(said)) if (Number(match[1]) > today) return match[0];
  return null;
}
