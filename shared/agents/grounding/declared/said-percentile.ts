const MIDDLE = /\b(?:(?:in|at) the (?:median|middle|typical|average|central)\b|typical(?:ly)?|the (?:median|middle)\b|half of (?:the|them|all|those)\b|on average|usual(?:ly)?|as a rule)/i; // prettier-ignore
const RANKED = /\b(?:worst|best|bad|poor|good|luck\w*|unluck\w*|percentile|tenth|twentieth|quarter|one in|(?:5|10|25|75|90|95) ?(?:%|percent)|or (?:more|less)|at (?:least|most)|top|bottom|upper|lower|severe\w*|range|between|middle half|(?:less|more) than|under|over|chance)\b/i; // prettier-ignore

/** The words that say of an end of the range that it is its middle; null where none do. */
export function saidMiddle(clause: string, sentence: string): string | null {
  if (/\btypical (?:good|bad)\b/i.test(clause)) return MIDDLE.exec(clause)?.[0] ?? null;
  return RANKED.test(sentence) ? null : (MIDDLE.exec(clause)?.[0] ?? null);
}
