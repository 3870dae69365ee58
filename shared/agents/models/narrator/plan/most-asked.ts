const COST =
  'most expensive|least expensive|dearest|priciest|cheapest|(?:highest|lowest)[- ](?:cost|fee|priced|expense)';
const SIZE = 'biggest|largest|smallest|tiniest|main|top|most valuable|least valuable';
const THING = '(?:holdings?|positions?|investments?|stocks?|shares|funds?|etfs?|bonds?|securit(?:y|ies)|assets?|ones?)';

/** Each superlative of a question, in small letters. */
export const MOST_OF = new RegExp(
  `\\b(?:(?<ordinal>second|third|fourth|fifth|2nd|3rd|next)[- ])?(?<most>${COST}|${SIZE})\\b`,
  'g',
);
/** What is named behind "in my". */
export const PLACE = /\b(?:in|inside|within|of) (?:my|our|the) ([a-z0-9][a-z0-9() .'-]{1,40}?)(?=\s*(?:$|[?.,!]| and (?:what|which|my|the)\b| (?:is|are|has|costs?)\b))/; // prettier-ignore

const ORDINALS: Readonly<Record<string, number>> = { second: 1, '2nd': 1, next: 1, third: 2, '3rd': 2, fourth: 3, fifth: 4 }; // prettier-ignore
const CLASS = '(?:stock|bond|equity|gold|real estate|fixed income|commodity)';

const HAS_ORDINAL = new RegExp(`\\b(?:second|third|fourth|fifth|next)[- ](?:${COST}|${SIZE})\\b`);
const IS_OF_THING = new RegExp(`\\b(?:${COST}|${SIZE}) (?:[a-z-]+ ){0,2}?${THING}\\b|\\b${THING}\\b[^.?]*\\b(?:is|are|has|have)\\b[^.?]*\\b(?:${COST}|${SIZE})\\b`); // prettier-ignore
const OF_SMALL = /\b(?:smallest|tiniest|least valuable)\b/;
const OF_COST = new RegExp(`\\b(?:${COST})\\b`);
const IN_CLASS = new RegExp(`\\b${CLASS} (?:funds?|etfs?|holdings?|positions?|investments?)\\b`);
/** Of the account itself, and no thing in it. */
const OF_ACCOUNT = new RegExp(`\\b(?:${COST}|${SIZE}) (?:[a-z-]+ ){0,2}?accounts?\\b`);
const IN_PLACE = /\b(?:in|inside|within) (?:my|our|the) (?!(?:portfolio|holdings?|investments|savings|accounts|market|world|plan|report)\b)/; // prettier-ignore

/** Whether a question asks for the most of some of what is held, or for another than the first; the most of all has its own answer. */
export function asksMostOfSome(said: string): boolean {
  if (!IS_OF_THING.test(said) || OF_ACCOUNT.test(said)) return false;
  return HAS_ORDINAL.test(said) || OF_SMALL.test(said) || IN_PLACE.test(said) || (OF_COST.test(said) && IN_CLASS.test(said)); // prettier-ignore
}

/** What a superlative is by, from which end, and which one of that order: 0 the first. */
export function rankOf({ groups = {} }: RegExpMatchArray): { by: 'cost' | 'size'; least: boolean; place: number } {
  const { ordinal = '', most = '' } = groups;
  return {
    by: OF_COST.test(most) ? 'cost' : 'size',
    least: /^(?:least|cheapest|lowest|smallest|tiniest)/.test(most),
    place: ORDINALS[ordinal] ?? 0,
  };
}
