import { nasdaq100, sp500, usTotalMarket } from '../../../../database/seeds/reference/stock-indices.ts';
import type { Mix } from '../../../../database/seeds/reference/mix.ts';
import type { NameRule } from './name-rule.ts';

/** Words that make a fund of something else than the whole index, or more than it: "S&P 500 Growth", "S&P 500 Equal Weight". */
const NOT_WHOLE =
  /growth|value|equal|\beq(?:ual)?[- ]?w|dividend|aristocrat|quality|momentum|factor|volatility|vol\b|beta|esg|screened|sustainab|climate|catholic|paris|shari|sector|technolog|health|financ|energy|utilit|small|mid[- ]?cap|high|covered|buy[- ]?write|buffer|hedged?\b|income|bonds?\b|balanced|target|\bex[- ]|\b[23](?:\.5)?x\b|ultra|bull|bear|inverse|short|leverag|top \d|mega|futures|next/;

function indexFund(
  id: string,
  says: RegExp,
  { assetClasses, regions, sectors, citation, asOf }: Mix,
  name: string,
): NameRule {
  return {
    ...{ id, says, unless: NOT_WHOLE, confidence: 0.9 },
    composition: { assetClasses, regions, sectors },
    rationale: `The name says a fund of ${name}; it is taken to be made as that index was on ${asOf} (${citation}).`,
  };
}

/** Funds that follow an index of which it is known what it is made of: a plan's own share class of one has no ticker to look up. */
export const indexRules: readonly NameRule[] = [
  indexFund('index-sp-500', /s ?& ?p 500|\bsp ?500\b|\b500 (?:index|idx)\b/, sp500, 'the S&P 500'),
  indexFund(
    'index-us-total-market',
    /(?:total|entire) (?:u\.?s\.? )?(?:stock|equity) (?:market|mkt)|\brussell 3000\b|\bwilshire 5000\b|\bcrsp us total\b/,
    usTotalMarket,
    'all of the United States’ stocks',
  ),
  indexFund('index-nasdaq-100', /\bnasdaq[- ]?100\b|\bqqq\b/, nasdaq100, 'the Nasdaq-100'),
];
