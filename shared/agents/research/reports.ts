import { claimsIn } from '../compliance/compliance.ts';
import { viewOf } from '../grounding/text-view.ts';
import { isAddressed } from './addressed.ts';
import { isDressedPush } from './dressed-pushes.ts';
import { isDisguised } from './disguise/is-disguised.ts';
import { isEnglish } from './disguise/is-english.ts';
import { plainReading } from './disguise/plain-reading.ts';
import { givesOrders } from './orders.ts';
import { isAbsurd } from './prices/is-absurd.ts';
import { isSmallPrint } from './small-print.ts';
import { namesOn } from './strangers/names-in.ts';
import { setBeside } from './strangers/set-beside.ts';

/** A number to call, an address to write to or to go to: no report of a market has one. */
const CONTACT =
  /(?:\+|\b00)\d[\d ()-]{6,}\d|\b1?[ -]?\(?8(?:00|88|77|66|55)\)?[ -]\d{3}[ -]?\d{2,4}|[\p{L}\p{N}._-]+@[\p{L}\p{N}-]+\.|\b[\p{L}\p{N}-]+\.(?:com|net|org|io|co|info|biz|app|xyz|finance|money|shop|online|site)\b(?!['’])|\b(?:whats ?app|telegram|hotline|toll-free|webinar|coupon|voucher|discount code)\b/iu;
/** What a sentence without any figure tells has happened, is so, or was said: verbs that reports of markets have. */
const TELLS =
  /\b(?:ros|ris|fell|fall|gain|lost|los|climb|slip|drop|jump|surg|rall|slid|slump|declin|decreas|increas|grew|grow|shr[aiu]nk|narrow|wid|eas|edg|advanc|retreat|recover|rebound|outperform|underperform|lag|trail|beat|miss|top|exceed|clos|open|end|trad|hover|stall|stagnat|held|hold|kept|keep|rais|lower|cut|hik|left|paus|pay|paid|yield|return|earn|charg|cost|track|follow|consist|contain|cover|compris|includ|exclud|own|invest|spread|weigh|account|mak|made|buy|bought|sell|sold|issu|borrow|lend|lent|spen[dt]|report|post|publish|said|say|told|announc|expect|forecast|estimat|project|predict|warn|note|show|show[ns]|suggest|indicat|measur|reflect|signal|point|attribut|explain|mov|react|respond|depend|affect|support|weaken|strengthen|boost|hurt|help|drag|driv|drove|lift|press|push|pull|dr[aeiou]w|flow|reach|hit|touch|remain|stay|stand|stood|continu|began|begin|start|launch|found|tend|var[iy]|differ|swing|fluctuat|compar|rank|lead|led|shift|turn|adjust|rebalanc|tax|default|matur|expir|redeem|mean|caus|result|reduc|limit|protect|provid|offer|allow|requir|us|cam|com|go|went|happen|occur|doubl|tripl|halv|add|contribut|combin|repres|form|typically|usually|historically|on average|volatil\w+|record|highest|lowest|largest|smallest|weakest|strongest|slowest|fastest|steepest|pass|overt[ao]ok|done|fared|performed|did)(?:e|es|ed|en|n|s|ied|ies|ing|y|t|ting|ted|ned|ped|ping|ning|ged|ging|red|ring|lled|lling|ly|er|ents?|ings?)?\b/iu;

/** What a text may name. */
export interface Subject {
  /** Words in lower case of what is held or asked about: symbols and the words of names. */
  own: ReadonlySet<string>;
  /** Words in lower case that are names elsewhere on the page. */
  others?: ReadonlySet<string>;
}

/**
 * What is held or asked about, by symbols and names.
 *
 * @param page the whole text that sentences are of, where it is known
 */
export function subjectOf(texts: Iterable<string>, page?: string): Subject {
  const words = new Set(
    [...texts]
      .join(' ')
      .toLowerCase()
      .split(/[\s,()/“”"]+/u),
  );
  const own = [...words].flatMap((word) => [word, word.replace(/\.$|['’]s$/u, '')]).filter((word) => word.length > 1);
  return { own: new Set(own), ...(page !== undefined && { others: namesOn(page) }) };
}

/**
 * Whether a sentence of a page reports something: it promises and sells nothing, speaks to nobody, orders nothing, neither openly nor
 * in disguise, puts no other security beside what it is about, says no price that cannot be, is no small print, and tells a measure or an event. It is
 * English, which is what these rules read. What does not pass is quoted nowhere.
 *
 * @param subject see `subjectOf`
 */
export function isReport(sentence: string, subject: Subject): boolean {
  const { text } = viewOf(sentence);
  return (/\d/u.test(text) || TELLS.test(text)) && !isSmallPrint(text) && isInnocent(sentence, subject);
}

/** The same of words that need not tell anything, such as a title. */
export function isInnocent(written: string, { own, others }: Subject): boolean {
  const { text } = viewOf(written);
  const plain = plainReading(written);
  return (
    !isDisguised(written) &&
    isEnglish(text) &&
    asksNothing(text) &&
    (plain === text || asksNothing(plain)) &&
    !CONTACT.test(text) &&
    !isAbsurd(text) &&
    setBeside(text, own, others).length === 0
  );
}

const asksNothing = (text: string): boolean =>
  claimsIn(text).length === 0 && !isAddressed(text) && !givesOrders(text) && !isDressedPush(text);
