import { COST_YEARS } from '../../../../finance/costs.ts';
import type { Clause } from './clauses.ts';
import { slotted } from './slots.ts';

/** Where a question asks what its funds cost, and what of it is a time for which that is not worked out. */
export interface CostsAsked extends Clause {
  untold: Clause | null;
}

/** Small words of such a question: any other may make it one of school fees, of a sum, or of what was paid. */
const SMALL =
  '(?: (?:will|would|do|does|are|is|am|be|can|could|i|we|me|us|it|my|our|the|all|these|those|pay|paying|los(?:e|ing)|giv(?:e|ing)|takes?|taking|eats?|eating|up|away|costs?|costing|adds?|comes?|amounts?|to|in|on|for|of|from|out|total|each|every|a|per|year|annually|really|actually|fund|investment|money|returns?|portfolio)\\b)';
const HELD = '(?:(?:index|mutual|bond|stock) )?(?:funds?|etfs?|investments?|portfolio|holdings)';
const TIME =
  '(?<time>,? (?:over|in|during|for|within)(?: (?:the|next|coming|following|a|period|of))* (?<years>#·*) years?)';
const ASKED = new RegExp(
  `\\b(?:how much|what)(?:${SMALL}{0,6} (?:fees?|expense ratios?)${SMALL}{0,7}?|${SMALL}{1,4}? ${HELD}${SMALL}{0,2}? (?:cost|costing|charge|charging)${SMALL}{0,5}?)${TIME}?(?=\\s*(?:[?.!,;]|$|and\\b))`,
  'd',
);

/** Where a question asks what the funds cost, a year or over years; null where it does not. */
export function costsAsked(question: string): CostsAsked | null {
  const { text, numbers } = slotted(question);
  const asked = ASKED.exec(text);
  if (asked === null) return null;
  const { time, years } = asked.indices?.groups ?? {};
  const told = years === undefined || numbers.get(years[0])?.value === COST_YEARS;
  return {
    start: asked.index,
    end: asked.index + asked[0].length,
    untold: told || time === undefined ? null : { start: time[0], end: time[1] },
  };
}
