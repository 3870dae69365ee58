import type { ClaimKind } from './compliance.ts';

/** What of a person's is called safe. */
const OWN =
  '(?:money|savings|assets?|portfolio|nest egg|plan|income|spending|wealth|capital|retirement|future|principal|funds?|dollars?)';
/** However markets go: there is no such money. */
const WHATEVER =
  '(?:no matter (?:what|how|where|which)\\b|regardless of (?:what|how|the markets?)\\b|whatever (?:happens|comes|the markets?)\\b|in any (?:market|event)\\b|come rain or shine\\b)';
const UNBREAKABLE =
  '(?:bullet-?proof|crash-?proof|recession-?proof|inflation-?proof|market-?proof|fool-?proof|bomb-?proof|iron-?clad|rock[- ]solid|untouchable|unshakeable|unassailable|locked in|set in stone|beyond (?:doubt|question))';

/** Assurances by what they say, of whatever subject: protection whatever happens, things that cannot break, falls that cannot be. */
const assurances: readonly RegExp[] = [
  new RegExp(`\\b${OWN}\\b[^.!?;]{0,40}\\b(?:safe|secure[d]?|protected|covered|fine|paid|there|intact|guarded|lasts?|holds?)\\b[^.!?;]{0,20} ${WHATEVER}`, 'giu'),
  new RegExp(`${WHATEVER}[^.!?;]{0,30}, (?:your|the) ${OWN} (?:is|are|stays?|remains?|will be|lasts?|holds?)\\b`, 'giu'),
  new RegExp(`\\b(?:is|are|'s|'re|stays?|remains?|looks?|makes? \\w+) (?:(?!nearly|almost|hardly|barely|not|never)\\w+ )?${UNBREAKABLE}\\b`, 'giu'),
  new RegExp(`\\b${UNBREAKABLE} (?:${OWN}|for (?:life|good|ever))\\b`, 'giu'),
  /\b(?:stocks?|bonds?|markets?|funds?|gold|portfolio|prices?|income|money|savings|plan) (?:cannot|can't|can not|can never|could never) (?:\w+ly |ever )?(?:fall|drop|shrink|decline|crash|be lost|be touched|be wiped out|go (?:down|away|under))\b/giu,
  /\bwith (?:complete|total|full|absolute|utter|perfect|every) (?:confidence|certainty|peace|security|safety)\b/giu,
  /\byou can (?:\w+ly )?(?:count|rely|bank|depend) on (?:it|this|that|them|these|those|(?:about |around |roughly )?\$)/giu,
]; // prettier-ignore

const MONEY =
  '(?:your|the) (?:401\\(?k\\)?|roth|iras?|hsa|brokerage|bond|stock|index|\\w+ )?\\s?(?:funds?|money|holdings?|bonds?|stocks?|shares|account)';
/** An order to change one holding for another, or to put all into one. */
const orders: readonly RegExp[] = [
  new RegExp(`(?:^|[,:;] |\\b(?:and|so|then|consider|better) )(?:swap(?:ping)?|exchange|trade(?: in)?|switch(?:ing)?|replace|replacing) ${MONEY} (?:for|with|into) [\\w ]*[A-Z]{2,5}\\b`, 'giu'),
  /\b(?:mov|putt|shift|switch|pour|roll)ing (?:everything|it all|all of it|all your \w+|your (?:whole|entire) \w+) (?:in)?to\b(?! one\b)/giu,
]; // prettier-ignore

/** Where a sentence assures of what nobody can, or orders a swap. Offsets are those of the sentence. */
export function assurancesIn(sentence: string): { kind: ClaimKind; text: string; index: number }[] {
  const found = (patterns: readonly RegExp[], kind: ClaimKind) =>
    patterns.flatMap((pattern) => [...sentence.matchAll(pattern)].map(({ 0: text, index }) => ({ kind, text: text.trim(), index }))); // prettier-ignore
  return [...found(assurances, 'promise'), ...found(orders, 'push')];
}
