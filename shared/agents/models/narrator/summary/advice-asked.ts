import type { Reading } from '../reading/reading.ts';
import { recommend } from '../report/recommend.ts';
import type { Recommendation } from '../report/recommendation.ts';
import { body } from '../wording/list.ts';

/** Who asks so asks for what the report would have done. */
const ADVICE = /\bwhat (?:should|would|could|can|must|do) (?:i|we|you) (?:(?:do|change)(?: (?:first|next|now|differently|today|about (?:it|this|that)|with (?:my|our) (?:portfolio|money|savings|investments)))*|fix|improve|recommend|suggest|advise)(?: first| next| now)?\s*(?:[?.!]|$)|\b(?:your|any) (?:recommendations?|advice|suggestions?)\b|\bhow (?:can|could|do|should) (?:i|we) improve (?:my|our|the) (?:portfolio|plan|investments?|situation|finances)\b/i; // prettier-ignore

/** So many are told; the report has all. */
const MOST = 3;
const SENTENCES = 2;

/** The first sentences of why, but for those that speak of where they stand in the report. */
const inShort = (text: string): string =>
  text
    .split(/(?<=[.!?]) (?=[\p{Lu}“])/u)
    .filter((sentence) => !/\b(?:this|that) section\b|\blisted under\b/.test(sentence))
    .slice(0, SENTENCES)
    .join(' ');

/** "What should I do first?", answered with what the report recommends, in its order; null where a question asks for none of it. */
export const adviceAsked = (reading: Reading, question: string): string | null =>
  ADVICE.test(question) ? adviceIn(reading) : null;

export const adviceIn = (reading: Reading): string =>
  told(recommend(reading), 'What the figures suggest', 'Nothing in these figures asks to be changed.');

/** The first recommendations in short, after what they are; what to say where there is none. */
export function told(all: readonly Recommendation[], what: string, none: string): string {
  if (all.length === 0) return none;
  const first = all
    .slice(0, MOST)
    .map(({ title, text }, at) => `${(at + 1).toString()}. **${title}.** ${inShort(text)}`);
  return body(`${what}${all.length > 1 ? ', what matters most first' : ''}:`, first.join('\n'));
}
