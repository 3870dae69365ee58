import { VOICES } from './voices.ts';

/** What a sentence before may be called, with what points at it. */
const SAYING =
  '(?:claims?|figures?|numbers?|reports?|reporting|allegations?|accusations?|statements?|assertions?|stor(?:y|ies)|accounts?|versions?|rumou?rs?|counts?|totals?|tall(?:y|ies)|posts?|sentences?|quotations?|quotes?|information|suggestions?|characteri[sz]ations?|charges?|headlines?|accuracy|authenticity)';
const IT = `(?:it|this|that|them|these|those|(?:the|this|that|these|those|such|any such|its|their) (?:\\p{L}+ )?${SAYING}(?! of\\b| for\\b| in (?!full)\\b))`;
const THAT = `(?:it|this|that|they|these|those|none of (?:it|this|that|these|them)|(?:the|this|that|these|those|such) (?:\\p{L}+ )?${SAYING})`;
const NOT =
  "(?:not|never|n't|cannot|unable to|nobody|no one|nor|yet to|fail(?:s|ed) to|without being able to|impossible to)";
const CHECKED =
  '(?:verif(?:y|ied)|confirm(?:ed)?|corroborat(?:e|ed)|substantiat(?:e|ed)|authenticat(?:e|ed)|fact-check(?:ed)?)';
const VERY =
  '(?:completely|entirely|totally|simply|utterly|flatly|just|dead|plain|plainly|all|sheer|pure|quite|demonstrably|also|still|long|outright|partly|only|merely)';
const WRONG =
  '(?:wrong(?! to\\b)|false|untrue|incorrect|inaccurate|fake|fiction|nonsense|rubbish|bogus|misleading(?! to\\b)|(?:much |greatly |grossly )?exaggerated|made[- ]up|debunked|baseless|unfounded|unproven|unverified|unconfirmed|disputed|(?:an? )?(?:pure |total |complete )?(?:lie|myth|hoax|fabrication|invention|joke|misreading|misunderstanding|mix-up|legend|misprint|exaggeration)|lies)';
const TRUE =
  '(?:true|correct|right(?! away| now| after)|accurate|so(?=[.,;!]|$)|the case|quite (?:so|right|true)|what happened|how it (?:was|happened))';
const SAYS = `(?:claim\\w*|alleg\\w*|say|says|argues?|believes?|contends?|insists?|maintains?|thinks?|wrote|writes?|would have (?:you|us) believe|posts?|tweets?|rumou?rs?|${VOICES})`;

/** A verdict and nothing else: "Wrong!", "Not true.", "Nope." */
const VERDICT = new RegExp(
  `^(?:but |and |yet |well, |no, |sadly, )?(?:(?:it|that|this)(?:'s| is| was| are) )?(?:(?:${VERY},? ){0,2}${WRONG}|(?:not|never) (?:even )?(?:remotely |quite |exactly |entirely |really |at all |even |in the least )?(?:${TRUE}|so fast|close|by a long shot)|not (?:quite|exactly|really)|nope|no|hardly|no way)["”']?[.!]+["”']?$`,
  'u',
);
/** Of a sentence in small letters: made without regard to them, these take three times as long to be ready. */
const BEHIND: readonly RegExp[] = [
  VERDICT,
  // "It was never true", "No, Mike, that is not correct."
  new RegExp(
    `^(?:[^.;:]{0,40}, |so |but |and |yet )?${THAT}(?:'s| is| was| are| were| has| have| had|)(?: \\p{L}+ly)? ?(?:(?:not|n't|never)(?: \\p{L}+ly)?(?: been| be)? ${TRUE}|(?:been |be |seems? |looks? |proved (?:to be )?)?(?:${VERY} )*${WRONG})`,
    'u',
  ),
  new RegExp(`\\b(?:is|was|are|were)n't ${TRUE}[.!]`, 'u'),
  /^no, [^.]{0,60}\b(?:not|never|n't|none|nothing|wrong|false)\b|^no, [^.]{0,60}n't\b/u,
  // "Reuters could not verify this", "the claim could not be independently confirmed".
  new RegExp(`${NOT}\\b[^.;]{0,40}\\b${CHECKED} (?:whether )?(?:${IT}|any of (?:it|this|these))`, 'u'),
  new RegExp(`\\b${THAT}\\b[^.;,]{0,30}${NOT}\\b[^.;,]{0,20}\\b(?:been |be )(?:\\p{L}+ )?${CHECKED}`, 'u'),
  new RegExp(`${NOT}\\b[^.;]{0,30}\\bindependently ${CHECKED}`, 'u'),
  // "The chain disputes the number."
  new RegExp(
    `\\b(?:disput(?:es|ed)|contest(?:s|ed)|den(?:ies|ied)|reject(?:s|ed)|refut(?:es|ed)|rebut(?:s|ted)|dismiss(?:es|ed)|contradict(?:s|ed)|challeng(?:es|ed)|disown(?:s|ed)|retract(?:s|ed)|debunk(?:s|ed)) ${IT}`,
    'u',
  ),
  // "Or so its slides say", "So says a report by a short seller", "That, at least, is what an investor wrote".
  /^or so\b|^so (?:(?:says?|said|claims?|claimed|wrote)\b(?! (?:the|its) (?:company|group|bank|firm|filing|chief|management)\b)|goes|went|runs|ran|at least|(?:it (?:was|is|has been)|they|many|some|people) (?:said|say|claimed?|reported|told))\b/u,
  new RegExp(
    `^(?:that|this|such)\\b[^.;]{0,60}\\b(?:is|was|are|were)(?: at least| only)? (?:what|how|the words)\\b[^.]*\\b${SAYS}\\b`,
    'u',
  ),
  new RegExp(
    `^(?:that|this|it|these|they)(?:'s)?(?: figure| number| claim| report)? ?(?:is|was|are|were|comes?|came|stems?|stemmed|rests?|rested|originat\\w+)\\b[^.;]{0,30}\\b(?:the|an?|one|from|on) (?:\\p{L}+ ){0,2}(?:claims?|allegations?|assertions?|accusations?|opinions?|${VOICES}|anonymous|posts?)\\b(?! (?:by|from|of) (?:the |its )?company)`,
    'u',
  ),
  new RegExp(
    `^(?:the|its|their) (?:only |sole )?(?:sources?|origin|basis|authors?) (?:of|for|behind) [^.;]{0,40}\\b(?:is|was|are|were)\\b[^.;]{0,30}\\b(?:anonymous|unnamed|unknown|posts?|tweets?|videos?|${VOICES})\\b`,
    'u',
  ),
  new RegExp(
    `^(?:\\p{L}+ ){0,4}(?:reports?|articles?|stor(?:y|ies)|headlines?|posts?|rumou?rs?|tweets?|websites?|${VOICES})\\b[^.;]{0,30}\\b(?:(?:put|puts|had|has|tells?|told|saw) it\\b|(?:said|says|say|claimed|claims?|wrote|believed?) (?:so|that|it|this|as much)[.,])`,
    'u',
  ),
  // "In fact, it cut none": in fact it was also the best year, which takes nothing back.
  /^(?:in fact|actually|in actual fact|as a matter of fact|the fact is)\b,?[^.;]{0,60}(?:\b(?:none|nobody|neither|nothing(?! (?:like|new))|not(?! (?:the|since|only|even|alone|surpris\w+|all)\b)|never(?! (?:been|before|had)\b)|no(?! (?:other|one|longer|surprise|company|rival|retailer|bank)\b)|zero|wrong|false|the opposite|the reverse)\b|n't\b|\b(?:only|just|fewer than|less than|no more than) (?:about |some )?(?:[$€£]?\d|one\b|two\b|three\b|four\b|five\b|six\b|half\b|a (?:few|handful|third|quarter|tenth|fraction)))/u,
  /^(?:but |and |yet )?(?:(?:quite |just )?(?:the|on the) (?:very |exact )?(?:opposite|reverse|contrary)(?: (?:is|was) (?:true|the case|so)|[.,!]|$))/u,
  /^(?:that|this|it) (?:is|was) (?:an? |our )(?:\p{L}+ )?(?:typo|glitch|(?:error|mistake|slip) (?:of|in|on|by) (?:our|the (?:system|feed|wire|page|headline|post|table))|(?<=our (?:\p{L}+ )?)(?:error|mistake))\b/u,
  /^(?:except|only)(?: that)? (?:it|they|he|she|none|nothing|no|this|that) ?[^.]{0,30}(?:\b(?:not|never|none|nothing|no)\b|n't)/u,
  /^(?:but |and |yet )?(?:not a single|nothing of the (?:kind|sort)|no such (?:\p{L}+ ){1,2}(?:took place|takes place|happened|occurred|existed|exists?(?=[.,])|(?:was|were) (?:ever )?(?:made|paid|sold|closed|sent|signed|struck|cut|found)))\b/u,
  new RegExp(
    `\\bno (?:\\p{L}+ )?(?:evidence|basis|truth|proof|trace|record|sign|confirmation|grounds?|foundation) (?:for|of|to|in|behind|that supports) ${IT}`,
    'u',
  ),
  new RegExp(
    `(?:\\bnot|n't|\\bnever) (?:bear|back|support|show|match|agree with|square with|contain|mention|reflect)\\b[^.;]{0,12}\\b${IT}`,
    'u',
  ),
  // "None of that holds up", "It never happened", "There is one problem: it never happened."
  /(?:\b(?:not|never|none|nothing|nor|hardly)\b|n't\b)[^.;]{0,30}\b(?:holds?|stands?|adds?|checks?) (?:up|out)\b|\b(?:it|this|that|they|these|none of (?:it|this|that)) (?:never|did not|didn't|has not|had not) (?:ever |yet )?happen/u,
  /^(?:it|there|they) (?:was|were|is|are|did|had),? (?:in fact|actually|in reality|in truth)\b|^at least,? (?:that|this|so|according)\b|^(?:do not|don't|never) (?:believe|trust|fall for) (?:it|this|that|them|a word)\b|^(?:his|her|their|its|the) (?:only )?(?:sources?|proof|evidence)\?/u,
  new RegExp(
    `\\b(?:calls?|called|rates?|rated|labell?ed|deemed|considers?|termed|branded) ${IT}(?: as)? ["“']?(?:${VERY} )*${WRONG}`,
    'u',
  ),
  new RegExp(
    `^${IT} (?:was|were|has been|have been|is being)(?: \\p{L}+ly| later| since| soon| quickly){0,2} (?:withdrawn|retracted|pulled|deleted|removed|taken down|disowned|amended|corrected)\\b`,
    'u',
  ),
  new RegExp(
    `\\bwhether (?:or not )?${THAT} (?:is|was|are|were|has|have)(?: been| also)? (?:${TRUE}|so\\b)|^(?:it is|it remains) unclear (?:whether|if|where|who)\\b`,
    'u',
  ),
  /(?:\b(?:has|have|had|did) not|n't) (?:been able to )?(?:see|seen|review(?:ed)?|obtain(?:ed)?|examined?) (?:the|any|its|a copy of the) (?:\p{L}+ )?(?:documents?|letters?|complaint|evidence|records?|recordings?|e-?mails?|memos?|data|report)\b/u,
  /\bturn(?:s|ed) out\b[^.;]{0,40}\b(?:mis\w+|wrong|false|an? (?:error|mistake|joke|hoax|fake)|untrue|not|never|otherwise|fake|satire|made[- ]up|invented|nothing)\b/u,
];
/** Marks that editors of a page set behind what nobody has shown. */
const FLAGGED =
  /\[(?:citation needed|disputed|dubious|unreliable|better source|verification|failed verification|not verified|unverified|unsourced|according to whom|by whom|who\?|original research|clarification needed)/iu;
const SOURCE = /\((?:source|via|by|from|according to)\b:? ?([^)]{1,120})\)/iu;

/** Stands before what somebody says, "Adobe's spokeswoman:", or when: "10:15 ET:". */
const LABEL = /^(?:[^:.!?]{1,60}|\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)? ?(?:[a-z]{1,3}t)?)(?::|\s[–—-])\s+["“'‘]?/u;

/**
 * Whether a sentence judges what stands before it: that it is wrong, that nobody could confirm it, that it is disputed, or only what somebody with
 * an interest in it says. In doubt it does: what is taken back is not quoted. "In fact" that only adds takes nothing back.
 *
 * @param sentence without marks and with straight apostrophes
 */
export function judgesBefore(sentence: string): boolean {
  const judges = (text: string) => BEHIND.some((words) => words.test(text));
  const said = sentence.toLowerCase();
  return judges(said) || (LABEL.test(said) && judges(said.replace(LABEL, '')));
}

/** What a sentence says itself of where it is from: "[disputed]", "(Source: an anonymous post)". */
export const flagOf = (sentence: string): { isFlagged: boolean; source: string } => ({
  isFlagged: FLAGGED.test(sentence),
  source: SOURCE.exec(sentence)?.[1] ?? '',
});
