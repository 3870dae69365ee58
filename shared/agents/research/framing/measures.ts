/** What sentences tell of a security, by the words that they use for it; what moves is told by its verb, where nothing else says what does. */
const MEASURES: readonly (readonly [measure: string, words: RegExp])[] = [
  ['yield', /\byield(?:s|ed|ing)?\b|\bdistribution rate\b/iu],
  ['dividend', /\bdividends?\b|\bpay-?outs?\b|\bdistributions?\b(?! rate)/iu],
  ['fee', /\b(?:fees?|charg(?:es?|ed)|costs?|expense ratios?|expenses)\b/iu],
  ['duration', /\b(?:duration|maturit(?:y|ies))\b/iu],
  ['flows', /\b(?:in|out)?flows?\b|\b(?:took in|takes in|attracted|drew in|pulled in|redemptions|withdr[ae]w\w*)\b/iu],
  ['holdings', /\b(?:hold(?:s|ings?)?|held|owns?|owned|consists?|contains?|weight\w*)\b/iu],
  ['assets', /\bassets\b/iu],
  ['sales', /\b(?:revenues?|sales|turnover|s[eo]ll(?:s|ing)?|sold|deliver\w*|ship(?:s|ped|ments?)?|bought|buys?|orders?)\b/iu], // prettier-ignore
  ['profit', /\b(?:profits?|earn(?:s|ed|ings)|income|loss(?:es)?|margins?|eps|per share|a share)\b/iu],
  ['price', /\b(?:prices?|clos(?:e|ed|es) at|trad(?:e|ed|es) at|settled at)\b/iu],
  ['staff', /\b(?:employs?|employees|staff|workers|jobs|headcount)\b/iu],
  ['forecast', /\b(?:guidance|forecasts?|outlook|expects?|estimates?|targets?)\b/iu],
];
const MOVES =
  /\b(?:return(?:s|ed|ing)?|gain(?:s|ed)?|r[oi]se(?:s|n)?|climb(?:s|ed)?|jump(?:s|ed)?|rall(?:y|ied)|grew|grow(?:s|th)?|advanced?|f[ae]ll(?:s|en)?|lost|loses?|drop(?:s|ped)?|sl[iu]d|declin(?:e|ed)|slipped|sank|tumbled|plunged|mov(?:e|es|ed)|up|down|performance)\b/iu;

/** Which measures a sentence tells of; none where its words do not say. */
export function measuresIn(sentence: string): string[] {
  const told = MEASURES.flatMap(([measure, words]) => (words.test(sentence) ? [measure] : []));
  return told.length > 0 ? told : MOVES.test(sentence) ? ['move'] : [];
}

/** Whether two sentences plainly tell of different measures. Where one of them does not say of which, they may be of the same. */
export function tellOtherMeasures(one: readonly string[], other: readonly string[]): boolean {
  return one.length > 0 && other.length > 0 && !one.some((measure) => other.includes(measure));
}
