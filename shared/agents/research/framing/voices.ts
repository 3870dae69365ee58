/** Who has an interest in what is said, or is nobody that could be asked: what they say is theirs, and no report of the page that passes it on. */
export const VOICES =
  "(?:critics?|detractors?|opponents?|opposition|adversar(?:y|ies)|sk?c?eptics?|short[- ]?sellers?|(?:law ?)?suits?|class actions?|complaints?|indictments?|petitions?|plaintiffs?|claimants?|complainants?|accusers?|petitioners?|prosecut(?:ors?|ion)|whistle-?blowers?|activists?(?: (?:investors?|funds?|shareholders?))?|campaigners?|protest[eo]rs?|lobby(?:ists|ist)?|unions?|rivals?|competitors?|(?:former|ex-?|anonymous|unnamed|disgruntled|angry) ?(?:employees?|executives?|workers?|staff|insiders?|managers?|customers?|directors?|readers?|users?|accounts?|sources?)|insiders?|users?|commenters?|readers?|callers?|bloggers?|influencers?|tipsters?|trolls?|(?:plaintiffs?'? |opposing )?(?:lawyers?|attorneys?))";
/** Where anybody may write anything. */
const PLATFORMS =
  '(?:social media|twitter|reddit|facebook|tiktok|instagram|telegram|discord|stocktwits|whatsapp|youtube|4chan|message boards?|(?:an? |online |investor )?forums?|x(?=$|[\\s,.;:)]))';
/** Says something: a page that has this below a voice gives its words. */
const SPEAKS =
  '(?:say|says|said|claims?|claimed|alleges?|alleged|argues?|argued|contends?|insists?|complains?|charges?|speaks?|spoke|talks?|tells?|told|writes?|wrote|warns?|believes?|thinks?|sees?|saw|puts? it|wants?)';
const WORDS =
  '(?:case|views?|version|arguments?|account|side|words?|points?|position|thesis|report|stor(?:y|ies)|takes?|statements?|demands?|letters?|allegations?|accusations?|claims?|charges?|complaints?|theory|findings|testimony|opening|closing|pitch|presentation|slides|dossier|memo|opinions?|perspectives?|voices?|narrative)';
/** May speak of what they own or count, to those to whom they owe a report. */
const OWED =
  '(?:(?:our|the|all|fellow|its|their) )*(?:(?:share|stock|unit|bond|policy)-?(?:holders?|owners?)|investors?|owners?|(?:limited )?partners?|clients?|members?|customers?|employees?|colleagues?|subscribers?|readers?|friends?|team|all|everyone|the (?:chairman|chair|chief executive|ceo|president|cfo|founder|management|manager)\\b.*|(?:chairman|chair|chief executive|ceo|president|cfo|founder|management)\\b.*)';
const OFFICIAL =
  '(?:company|companies|filings?|data|figures|records|statements?|chief|ceo|cfo|management|bank|fund|issuer|group|firm|exchange|ministry|bureau|department|fed|federal reserve|treasury|sec|regulators?|government|officials?|analysts?|economists?|report|results|release|(?:10|8|20)-[kqf])';

/** Headings and titles alike: letters, which whoever likes may write. */
const LETTERS = new RegExp(
  `\\bopen letters?\\b|^(?:an? |the |our |your |reader'?s?'? )*(?:letters?|e-?mails?|messages?|appeals?) (?:to|from|by|of) (?!${OWED}(?:$|[\\s:,]))|^letters?$`,
  'u',
);
const HEADINGS = new RegExp(
  [
    // "The short seller's case", "What critics say", "A former employee speaks".
    `\\b${VOICES}(?:'s|s'|')? (?:(?:own|main|full|other|new|latest|open) )?(?:${WORDS}|${SPEAKS})\\b`,
    `^(?:according to|in the (?:own )?words of|as (?:told|seen) by|the view of|voices of|quoting|by|from) (?:the |an? |some |many )?${VOICES}\\b`,
    `^(?:according to|in the words of|as told by) (?!(?:[\\p{L}'.&-]+ ){0,3}${OFFICIAL}\\b)`,
    "^(?:the |all |its |their |new |more |other |serious |main |key |some |list of )*(?:allegations?|accusations?|claims made|charges made|complaints(?= (?:from|by|about|against|of)\\b)|grievances?|hearsay|charge sheet|indictment|complaint)(?:'s)?(?:$|:| (?:against|about|by|from|in|made|at a glance)\\b)",
    // Who only alleges, whoever it is.
    '^(?:what|how) .{0,40}\\b(?:alleges?|alleged|claims|claimed|accuses|accused)$',
    '\\bcase against\\b|\\bside of the (?:story|argument|dispute)\\b|\\bin (?:his|her|their) (?:own )?words\\b',
    `^(?:(?:what|how) [\\p{L}' ]{0,30})?(?:seen |heard |read |said |posted |trending |shared |found |posts? |comments? )*(?:on|from|via|across) ${PLATFORMS}$`,
  ].join('|'),
  'u',
);

/**
 * Whether a heading says that what is below it is said by somebody with an interest in it, or by nobody who could be asked: "What critics say",
 * "Allegations", "Letter to the editor". News of such people ("Activist wins two seats") and what a company tells its owners are none.
 *
 * @param text without marks and with straight apostrophes
 * @param isTitle of a whole page: there only a letter is told by it, for a title that has a voice is news of what it says
 */
export const isVoiceHeading = (text: string, isTitle: boolean): boolean => {
  const words = text
    .replace(/[:.]+$/u, '')
    .trim()
    .toLowerCase();
  return LETTERS.test(words) || (!isTitle && HEADINGS.test(words));
};

const NAMED_VOICE = new RegExp(
  `\\b(?:${VOICES}|anonymous|unnamed|${PLATFORMS}|posts?|posted (?:by|on)|tweets?|videos?)\\b|(?:^|\\s)[ur]/\\w|(?:^|\\s|\\()@\\w`,
  'u',
);

/** Whether words that say who somebody is name such a voice, or where anybody may write. */
export const namesVoice = (text: string): boolean => NAMED_VOICE.test(text.toLowerCase());
