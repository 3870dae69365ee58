import type { FactIndex } from '../fact-index.ts';
import { FIGURE } from '../polarity/placed.ts';

type Values = FactIndex['values'];

const SOME = '(?: (?:about|around|roughly|only|just|some|nearly|almost|over|under))*';
const USUAL = '(?:typical|usual|normal|standard|customary|common|average)';
/** No one's own, up to the figure. */
const ON = String.raw`(?:(?!\b(?:you|yours?|we|ours?)\b|\b(?:stocks|bonds|cash) (?:are|is|make|come|stand|sit)\b)[^,;:])*?`;
/** "The typical mix holds 85%", "against a typical 85%", "people your age hold 85%", "85% in stocks is typical". */
const OF_OTHERS = [
  String.raw`(?:^|\b(?:against|versus|vs\.?|than|to|with|beside|and|while|whereas|but|that|because|though) |[.,;:(] ?)(?:an?|the|what is) ${USUAL}\b${ON} ${FIGURE}`,
  String.raw`\b(?:people|investors?|someone|somebody|others|those|savers|households|portfolios|funds|mix(?:es)?|persons?)\b (?:of |for |at )?(?:people of )?(?:(?:the|that|this|their) (?:same )?)?age\b${ON}\b(?:hold|have|has|own|keep|put|is|are)s?(?: in)?${SOME} ${FIGURE}`,
  String.raw`\b(?:target[- ]date|life-?cycle) funds?\b${ON} for (?:(?:the|that|this) )?(?:age|people|someone)\b${ON}\b(?:hold|have|keep|put)s?${SOME} ${FIGURE}`,
  String.raw`\b(?:the )?(?:world|global|whole)(?:['’]s)? (?:stock )?(?:markets?|index)(?: as a whole)? (?:hold|have|has|put)s?${SOME} ${FIGURE}`,
  String.raw`(?<!\b(?:you|your|with|hold|own|have|the|this|that)${SOME} )${FIGURE}[^,;:]*? (?:is|are|would be) (?:the )?${USUAL}\b`,
].map((form) => new RegExp(form, 'i'));
/** "For your age" makes nothing one's own. */
const AGE_OF = /\b(your|our|my|his|her) (?=(?:own )?age\b)/gi;

const ONE_ACCOUNT = new RegExp(
  String.raw`\b(?:your|the|this|that|its|one) (?:[\w-]+ ){0,3}?(?:account|ira|401\(?k\)?|403\(?b\)?|457|hsa|roth|brokerage|tsp)(?: (?:alone|itself|already))* (?:has|have|had|shows?|is|carries|holds?|sits?|gained|made|earned)\b[^,;]*${FIGURE}|${FIGURE}[^,;.]*\b(?:in|on|inside|within) (?:your|the|this|that|one) (?:[\w-]+ ){0,3}?(?:account|ira|401\(?k\)?|403\(?b\)?|457|hsa|roth|brokerage|tsp)\b`,
  'i',
);
const FUNDS_ALONE = new RegExp(String.raw`\b(?:your|the|these|those|all) (?:[\w-]+ ){0,2}?(?:funds|etfs) (?:alone |together |already )*(?:has|have|had|show|are|carry|gained|made|earned)\b[^,;]*${FIGURE}`, 'i'); // prettier-ignore
const PAID = new RegExp(String.raw`\b(?:cost(?: you)?|you (?:have )?paid|cost basis (?:of|is))(?: (?:a total of|in all))?${SOME} ${FIGURE}`, 'i'); // prettier-ignore
/** What is gained on paper, said to be paid, or taken home. */
const TAKEN = new RegExp(String.raw`\b(?:pa(?:y|id)|reali[sz]ed|pocketed|cashed in|locked in|banked)(?: a total of)?${SOME} ${FIGURE}[^,;]*\b(?:gains?|profits?|tax\w*)\b|\b(?:reali[sz]ed|pocketed|cashed in|locked in|banked)${SOME} ${FIGURE}`, 'i'); // prettier-ignore
/** A target that nobody gave, said to be one's own. */
const CHOSEN = new RegExp(String.raw`(?<!\b(?:age|ages|horizon|plan|goals?|date) )\byou(?: (?:have|yourself))* (?:set|chose|chosen|picked|gave|given|decided on)\b(?! no)[^;]*${FIGURE}|${FIGURE}[^;]*(?:(?<!\b(?:age|ages|horizon|plan|goals?|date) )\byou (?:have )?(?:set|chose|chosen|picked|gave|given)\b(?! no)|\byourself\b)|\byour own (?:\w+ )?targets?\b[^;]*${FIGURE}`, 'i'); // prettier-ignore
const OUT_OF_STOCKS = new RegExp(String.raw`${FIGURE} (?:out of|from) (?:your )?(?:stocks|equities)(?=[.;,]|$| (?:in)?to (?:bonds|cash))`, 'i'); // prettier-ignore
const FROM_PORTFOLIO = new RegExp(String.raw`\b(?:withdraw|tak|draw|pull)\w*(?: out)?${SOME} ${FIGURE}[^,;]*\b(?:from|out of) (?:the|your) (?:portfolio|savings|investments|nest egg)\b|${FIGURE}[^,;]*\b(?:from|out of) (?:the|your) (?:portfolio|savings|investments|nest egg) alone\b|${FIGURE}[^,;]*\bon top of (?:your )?(?:social security|pension)`, 'i'); // prettier-ignore

const first = (forms: readonly RegExp[], clause: string): string | null =>
  forms.map((form) => form.exec(clause)?.[0]).find((said) => said !== undefined) ?? null;

/** Of which facts what is said is of somebody or something else, by which words, and where that cannot be the same. */
const OTHERS: readonly (readonly [fact: RegExp, said: (clause: string, values: Values) => string | null])[] = [
  [/^(?:1 - )?(?:(?:allocation|drift)\.(?:assetClass|region)|assumption)\.\w+\.weight$/, (clause) => first(OF_OTHERS, clause.replace(AGE_OF, ''))],
  [/^portfolio\.gain(?:\.ratio)?$/, (clause, values) => first([TAKEN, ...(values.get('portfolio.accounts') === 1 ? [] : [ONE_ACCOUNT]), ...(Number(values.get('concentration.singleStock.weight') ?? 0) > 0.01 ? [FUNDS_ALONE] : [])], clause)],
  [/^assumption\.untaxedGain$/, (clause) => first([TAKEN], clause)],
  [/^drift\.assetClass\.\w+\.target$/, (clause, values) => (values.get('drift.assetClass.source') === 'default' ? first([CHOSEN], clause) : null)],
  [/^drift\.region\.\w+\.target$/, (clause, values) => (values.get('drift.region.source') === 'default' ? first([CHOSEN], clause) : null)],
  [/^drift\.region\.toMove$/, (clause) => first([OUT_OF_STOCKS], clause)],
  [/^portfolio\.value$|^retirement\.startingBalance$|^question\.whatIf\.\d+\.balance$/, (clause) => first([PAID], clause)],
  [/^retirement\.sustainableIncome$|^goals\.income$/, (clause, values) => (values.has('goals.otherIncome.1.amount') ? first([FROM_PORTFOLIO], clause) : null)],
]; // prettier-ignore

/** The words that say a fact's figure of others than it is of: what is typical, one account, what was paid; null where there are none. */
export function saidOfOthers(fact: string, clause: string, values: Values): string | null {
  const row = OTHERS.find(([name]) => name.test(fact));
  return row?.[1](clause, values)?.replace(FIGURE, '…') ?? null;
}
