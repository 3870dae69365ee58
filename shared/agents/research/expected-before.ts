/** Whoever it is that expected: words before the first verb of a sentence, with or without a time in front. */
const OPENING = String.raw`^["“‘'(]*(?:(?:[Ii]n|[Oo]n|[Aa]t|[Bb]y|[Aa]s of|[Dd]uring|[Ff]or|[Aa]n?|[Ll]ast|[Ee]arlier|[Bb]efore|[Oo]nly) [^,.;:]{2,40}, )?`;
const WHO = String.raw`${OPENING}(?:(?!(?:than|what|as|which|who|that|how|beat|met|top|level|number|(?!survey|poll)\p{Ll}+ed)\b)[\p{L}\p{N}&.’'-]+ ){1,7}?`;
const ADVERB = '(?:previously |earlier |initially |originally |already |once |also |only |long |first )';
const EXPECTS =
  '(?:expected|forecast(?:ed)?|projected|guided|estimated|predicted|anticipated|targeted|planned|hoped|aimed|called for|been (?:expecting|forecasting|projecting|guiding|targeting|aiming|looking|calling|planning))';
const SAYS = '(?:said|told|warned|indicated|signaled|signalled|suggested)';
/** What was said then was of what was to come. */
const TO_COME = String.raw`[^;]*\b(?:expect(?:s|ed|ing)?|forecast|would|could|should|might|planned|plans|projected|targeted|aimed|outlook|guidance)\b`;
const BEFORE = new RegExp(
  [
    `${WHO}had ${ADVERB}*${EXPECTS}\\b`,
    `${WHO}had ${ADVERB}*${SAYS}\\b${TO_COME}`,
    `${WHO}(?:previously|earlier|initially|originally) ${EXPECTS}\\b`,
    `${WHO}${EXPECTS} (?:earlier|previously|originally|initially)\\b`,
    String.raw`^["“‘'(]*(?:(?:[Tt]he|[Aa]n?) |\p{Lu}[^\s,]*['’]s? )(?:company['’]s )?(?:previous|prior|earlier|former|original|initial|old) (?:\p{L}+ ){0,2}(?:forecast|guidance|outlook|estimate|target|projection|range)\b`,
  ].join('|'),
  'u',
);
/** Says itself what came of it, or what is expected now. */
const NOW = /\b(?:but|now|instead|still|has since|since (?:cut|raised|lowered)|reaffirm\p{L}*|reiterat\p{L}+|today)\b/u;
const EXPECTED =
  /\b(?:expect\p{L}*|forecast\p{L}*|guid\p{L}+|outlook|project\p{L}+|predict\p{L}*|target\p{L}*|estimat\p{L}+|sees?)\b/u;

/**
 * Whether a sentence tells what somebody had expected, and not what became of it: "Home Depot had said in August that it expected 2% growth",
 * "Analysts had expected revenue of $41 billion". By itself it is read as what is expected today.
 */
export const wasExpectedBefore = (sentence: string): boolean => BEFORE.test(sentence) && !NOW.test(sentence);

/** Whether the sentence before says what is expected now, or what it came to. */
export const saysWhatBecame = (sentence: string): boolean =>
  EXPECTED.test(sentence) ||
  /\b(?:was|were|rose|fell|grew|came|totall?ed|reported|posted|earned|reached|climbed|dropped|declined|increased)\b/u.test(
    sentence,
  );
