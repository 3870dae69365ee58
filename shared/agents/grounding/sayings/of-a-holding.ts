import type { FactIndex } from '../fact-index.ts';
import type { Mention } from '../mentions.ts';
import type { Saying } from './saying.ts';

const UNPRICED = /^(?: \([^)]*\))? (?:has|have) no price\b|^(?: \([^)]*\))? (?:is|are) (?:unpriced|without a price)\b/i;
/** A company of gold or of real estate is a stock nonetheless, and so is a trust that owns buildings. */
const CALLED = /^(?: \([^)]*\))?(?:, [^.;]{0,40},)? (?:is|remains) (?:an? |the )?(?:(?!not\b|no\b|neither\b)[\w-]+ ){0,4}?((?:bond|stock|equity|money[ -]market|real[ -]estate|gold|commodit(?:y|ies)) (?:fund|etf|partnership|(?<!estate )trust|note))\b/i; // prettier-ignore
const CLASSES: Readonly<Record<string, RegExp>> = { Stocks: /stock|equity/i, Bonds: /bond/i, 'Real estate': /estate/i, Commodities: /gold|commodit/i, Cash: /market/i }; // prettier-ignore

/** What is said of a holding by its name and is not so: that it has no price, or is a fund of another kind. */
export function falseOfHoldings(text: string, mentions: readonly Mention[], { values }: FactIndex): Saying[] {
  return mentions.flatMap(({ start, end, subjects }): Saying[] => {
    const key = subjects.find((one) => one.startsWith('holding:'))?.slice('holding:'.length);
    // Of the smaller ones only the value is told.
    if (key === undefined || !values.has(`holding.${key}.name`)) return [];
    const said = text.slice(end, end + 90);
    const fault = UNPRICED.test(said) && values.has(`holding.${key}.price`) ? `it has one (holding.${key}.price)` : ofAnotherClass(said, key, values); // prettier-ignore
    return fault === null ? [] : [{ start, end, fault }];
  });
}

/** "Green Tidal is a low-risk bond fund" of what no file classifies, or of a stock fund. */
function ofAnotherClass(said: string, key: string, values: FactIndex['values']): string | null {
  const called = CALLED.exec(said)?.[1];
  if (called === undefined) return null;
  const name = `holding.${key}.assetClass`;
  const assetClass = values.get(name);
  if (assetClass === undefined) return `no fact says that it is ${/^e/i.test(called) ? 'an' : 'a'} ${called}`;
  return typeof assetClass === 'string' && CLASSES[assetClass]?.test(called) === false ? `it is of the class ${assetClass} (${name}), no ${called}` : null; // prettier-ignore
}
