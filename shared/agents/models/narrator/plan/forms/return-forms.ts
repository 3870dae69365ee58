import type { PlanChange } from '../../../../../schemas/analysis-plan.ts';
import { form } from '../slots.ts';
import type { Form } from './form-of.ts';
import { STOCKS } from './market-forms.ts';

/** What returns: a class, or the portfolio as a whole. */
const ASSETS: readonly (readonly [asset: string | null, words: string, kind: string])[] = [
  ['equity', STOCKS, '(?:stock|stock market|equity|market)'],
  ['fixed_income', '(?:(?:(?:my|our|the|all) )*(?:bonds|bond funds?|fixed income)(?! \\w+ing))', '(?:bond|fixed[- ]income)'],
  ['cash', '(?:(?:(?:my|our|the|all) )*cash)', 'cash'],
  [null, '(?:(?:(?:my|our|the) )+(?:(?:whole|entire|total|overall) )?(?:portfolio|investments?|nest egg|money)(?! market)|everything)', '(?:portfolio|investment|annual|average|yearly|overall|annualized)'],
]; // prettier-ignore

const words = {
  would: '(?:(?:will|would|only|just|were to|was to|should|ever|then|instead|can|could|to) )*',
  about: '(?: (?:only|just|about|around|roughly|at most|at best|say|an|a|average|of|nominal|by|on average|to|at|is|are|be|was|were|fall|falls|drop|drops))*',
  year: '(?:,? (?:(?:a|per|each|every) year|annually|yearly|p\\.a\\.|on average|average|nominal))*',
  every: ',? (?:(?:a|per|each|every) year|annually|yearly|on average)',
  kinds: '(?:(?:annual|average|yearly|annualized|expected|nominal|rate of|long[- ]term) )*',
  step: '(?<way>lower|higher|less|more|worse|better)(?: than (?:expected|assumed|planned))?',
}; // prettier-ignore
/** What is told after prices have risen is another figure. */
const NOMINAL =
  '(?! (?:(?:a|per) year )?(?:real\\b|after|above|over|beyond|net|(?:from|on|in) (?!an? average|average)|(?:for|in|until|till) (?!that|it|case)))';

/** Not "tech stocks return". */
const ALONE =
  '(?<=(?:^|[,.;?!~%·] ?|\\b(?:if|with|and|but|assum\\w+|what|when|only|of|lower|higher|less|more|a|an|expected|real)\\s+))';

const read =
  (asset: string | null): Form['read'] =>
  ({ value, way }): PlanChange | null =>
    value > 50
      ? null
      : { what: 'returns', how: way ?? 'to', value, per: null, fromAge: null, ...(asset !== null && { asset }) };

/** "What if stocks return only 4% a year?", "if returns are two points lower". */
export const returnForms: readonly Form[] = ASSETS.flatMap(([asset, name, kind]) => {
  const whole = asset === null;
  const of = whole ? `(?:(?:(?:my|our|the|${kind}) )+|${ALONE})` : `(?:(?:my|our|the) )?${kind} `;
  const patterns = [
    ...['{percent}', '{points}'].flatMap((slot) => [
      `${of}returns? (?:(?:is|are|was|were|be) )?(?:about )?${slot} <step>`,
      `<asset> <would>(?:return|earn|yield)s? ${slot} (?:a year )?<step>`,
      `${slot} <step> ${of}returns?`,
    ]),
    `<asset> <would>(?:return|earn|yield|average)s?(?: me)?<about> {percent}<year>${NOMINAL}`,
    `<asset> <would>(?:grow|gain|make|rise|goe?s? up|get)s?(?: me)?<about> {percent}<every>${NOMINAL}`,
    `(?<!real )${of}returns?(?: (?:on|from|of|for) <asset>)?<about> {percent}<year>${NOMINAL}`,
    `(?:get|getting|earn|earning|make|making|assum\\w+|expect\\w*) (?:only |just |an? |about )*{percent} <kinds>(?:returns? )?(?:(?:a|per) year )?(?:on|from|out of) <asset>`,
    `{percent} <kinds>${of}(?:returns?|growth)(?: (?:on|from) <asset>)?<year>${NOMINAL}`,
  ];
  return patterns.map((pattern) => ({ pattern: form(pattern, { ...words, asset: name }), read: read(asset) }));
});
