import type { Context } from '../context.ts';
import type { FactIndex } from '../fact-index.ts';

/** What people own or owe that no portfolio file lists, said to be so much; and people other than its owner. */
const OUTSIDE =
  /\b(?<thing>(?:your|the|his|her|their|our|my|an?) (?:\w+ )?(?:houses?|home(?! (?:country|market|bias))|mortgages?|cars?|inheritance|art|jewel\w+|boat|farm|business|practice|clinic|rental|land|condo|apartment|salary|wages?|paycheck|lottery|students? loans?|credit cards?|neighbou?rs?|peers|average (?:american|investor|household|saver)|children|kids|parents|emergency fund|rainy[- ]day fund|college fund|life insurance|tax refund|bonus))\b[^.;,:]*$/i;

/** Words of such a phrase that are in names too and tell nothing. */
const ORDINARY: ReadonlySet<string> = new Set(['your', 'their', 'fund', 'average', 'credit', 'home', 'money', 'life']);

/** Whether what stands before a figure in its clause says it of something that is in no fact. */
export function isOfSomethingElse({ before }: Context, { names }: FactIndex): boolean {
  const said = OUTSIDE.exec(before)?.groups?.thing;
  if (said === undefined) return false;
  return !said.toLowerCase().split(/[^a-z]+/).some((word) => word.length > 3 && !ORDINARY.has(word) && names.has(word)); // prettier-ignore
}
