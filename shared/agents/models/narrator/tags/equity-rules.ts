import { GLOBAL_MARKET, GLOBAL_MARKET_AS_OF } from '../../../../finance/target-mix.ts';
import type { Region, Sector, Weights } from '../../../../schemas/classification.ts';
import { isStockOfMany } from './company-stock.ts';
import { inFund, MIXED } from './fund-words.ts';
import { allIn } from './name-rule.ts';
import type { Beside, NameRule } from './name-rule.ts';
import { isSoldAbroad, regionByConvention, regionIn } from './places.ts';

const bonds =
  /\bbonds?\b|\bbds?\b|\bdebt\b|fixed income|treasur|\bcredit\b|income trust|anleihe|\brenten|\boblig|\breits?\b|real estate|\bgold\b|\bsilver\b|commodit|bitcoin|ethereum|crypto|\bprivate\b|\bventure\b|hedge fund|absolute return|long[- /]short|\buranium\b/;
const noStocks = new RegExp(`${bonds.source}|${MIXED.source}`);

function market(id: string, says: RegExp, region: Region, name: string, confidence = 0.85): NameRule {
  const rationale = `The name says shares of ${name}; how they are spread over sectors it does not say, so the sector is not known.`;
  return { id, says, unless: noStocks, composition: allIn('equity', region, 'unknown'), confidence, rationale };
}

function sectorFund(sector: Sector, says: string, name: string): NameRule {
  return {
    id: `sector-${sector.replaceAll('_', '-')}`,
    says: inFund(says),
    unless: noStocks,
    composition: (text, beside) => allIn('equity', regionByConvention(text, beside), sector),
    confidence: 0.7,
    rationale: `The name says a fund of ${name} shares. Where it names no place, that means the United States by the convention of funds sold there; of funds sold elsewhere the region is not known.`,
  };
}

/** The markets of a fund of the world's stocks, as the reference set's world funds and the usual target have them. */
const { emerging_markets: emerging = 0, north_america: america = 0, ...others } = GLOBAL_MARKET.weights;
type Regions = Weights['regions'];
const scaled = (weights: Regions, whole: number): Regions => {
  const sum = Object.values(weights).reduce((total, weight) => total + weight, 0);
  return Object.fromEntries(Object.entries(weights).map(([region, weight]) => [region, (weight / sum) * whole]));
};
const ofDeveloped = scaled({ north_america: america, ...others }, 1);
/** Canada's part of the stocks outside the United States (FTSE Global All Cap ex US, fact sheet of 2025-06-30), rounded. */
const CANADA_ABROAD = 0.075;
const outsideUs: Regions = {
  north_america: CANADA_ABROAD,
  ...scaled({ ...others, emerging_markets: emerging }, 1 - CANADA_ABROAD),
};
const developedAbroad = scaled(others, 1);

/** Words that say that it is a part of the world's stocks after all. */
const part =
  /small|value|growth|dividend|quality|momentum|factor|volatility|infrastructure|clean|water|mining|technolog|innovation|healthcare|health care|energy|utilities/;

function spreadFund(
  id: string,
  says: string,
  regions: Regions,
  what: string,
  { unless = noStocks, confidence = 0.8, where }: Partial<Pick<NameRule, 'unless' | 'confidence' | 'where'>> = {},
): NameRule {
  return {
    id,
    says: inFund(says),
    unless,
    ...(where && { where }),
    composition: { assetClasses: { equity: 1 }, regions, sectors: { unknown: 1 } },
    confidence,
    rationale: `The name says a fund of ${what}; its regions are taken as those markets divided by size on ${GLOBAL_MARKET_AS_OF}, and how it is spread over sectors the name does not say, so the sector is not known.`,
  };
}

const EX_US = String.raw`\bex[- ]?\s?u\.?s|\bex[- ]united states|\bex[- ]america`;
const soldHere = (name: string, beside: Beside): boolean => !isSoldAbroad(name, beside);
/** In names of funds sold in the United States "international" means outside it. */
const ABROAD = String.raw`\binternational\b|\bint'?l\b|\bforeign\b|\boverseas\b`;
const whole = new RegExp(`${noStocks.source}|${part.source}|\\bex\\b|ex-|${ABROAD}`);
/** Of parts of the markets outside the United States the regions are a rougher guess. */
const notAbroad = new RegExp(
  `${noStocks.source}|\\bucits\\b|\\bemerging\\b|\\bsicav\\b|\\boeic\\b|\\beurope|\\bjapan|\\bpacific\\b|\\basia`,
);

const STOCKS = String.raw`\bequit(?:y|ies)\b|\beq\b|\bstocks?\b|\baktien\w*|\bactions\b|\bazionari\w+|\bacciones\b|\blarge[- ]?cap\b|\bmid[- ]?cap\b|\bsmall[- ]?cap\b|\bsmaller companies\b|\bblue chip\b|\bgrowth\b|\bvalue\b|\bdividend(?:e|en|s)?\b|\bcontrafund\b|\bmsci\b|\bftse\b|\bstoxx\b|\brussell\b|\bcac\b|\b[mst]?dax\b|\bsmi\b|\baex\b|\bibex\b|\bnikkei\b|\btopix\b|\basx\b|\bhang seng\b|\btsx\b|\bkospi\b|\bnifty\b|\b(?:uk|us|japan|europe(?:an)?|pacific) index\b`;
/** The style boxes of American funds. */
const STYLE =
  /\b(?:large|mid|small)[- ]?cap\b|\b(?:large|mid|medium|mid-sized|small|smaller)[- ]company\b|\bblue chip\b|\bgrowth fund of america\b/;

const ofAPlace: Omit<NameRule, 'id' | 'says'> = {
  unless: noStocks,
  composition: (name, beside) =>
    allIn('equity', STYLE.test(name) ? regionByConvention(name, beside) : (regionIn(name) ?? 'unknown'), 'unknown'),
  confidence: 0.7,
  rationale:
    'The name says a fund of shares. Its region is the one that the name says, or the United States where it has the words of funds sold there; what it says of neither, and how it is spread over sectors, is not known.',
};

export const equityRules: readonly NameRule[] = [
  market(
    'emerging-markets',
    /\bemerg(?:ing)? (?:mark(?:ets?)?|mkts?)|\bmsci em\b|\bmsci emerging\b/,
    'emerging_markets',
    'emerging markets',
    0.9,
  ),
  spreadFund(
    'developed-world',
    String.raw`\bmsci (?:world|wld)\b|\bdeveloped world\b|\bftse developed\b(?! (?:europe|asia|ex))`,
    ofDeveloped,
    'the developed world’s stocks',
    { unless: new RegExp(`${whole.source}|\\bex\\b|${EX_US}`) },
  ),
  spreadFund(
    'whole-world',
    String.raw`\ball[- ]world\b|\ba\.?-?wo?\b(?=.*ftse)|\bftse a\.?-?wo|\btotal world stock\b|\bacwi\b|\bglobal all[- ]cap\b|\ball[- ]country\b`,
    GLOBAL_MARKET.weights,
    'the world’s stocks',
    { unless: whole },
  ),
  spreadFund(
    'developed-abroad',
    String.raw`\beafe\b|\bdeveloped (?:markets|mkts)\b(?=.*${EX_US})|\bdeveloped ex-?\s?u\.?s`,
    developedAbroad,
    'the developed markets outside North America',
    { unless: new RegExp(`${noStocks.source}|${part.source}|ucits|\\bex[- ]?uk\\b`) },
  ),
  spreadFund(
    'developed-abroad-by-convention',
    String.raw`\bdeveloped (?:markets|mkts)\b(?=.*(?:index|vanguard))`,
    developedAbroad,
    'the developed markets outside North America, as funds sold in the United States call them',
    { unless: new RegExp(`${noStocks.source}|${part.source}|ucits|\\bex[- ]?uk\\b`), where: soldHere },
  ),
  spreadFund('outside-the-united-states', EX_US, outsideUs, 'stocks outside the United States', {
    unless: notAbroad,
    confidence: 0.7,
  }),
  spreadFund('international', ABROAD, outsideUs, 'stocks outside the United States, as funds sold there mean it', {
    unless: notAbroad,
    confidence: 0.7,
    where: soldHere,
  }),
  {
    id: 'international-sold-abroad',
    says: inFund(ABROAD),
    unless: new RegExp(`${noStocks.source}|${MIXED.source}|\\bemerging\\b|\\beurope|\\bjapan|\\bpacific\\b|\\basia`),
    where: isSoldAbroad,
    composition: allIn('equity', 'unknown', 'unknown'),
    confidence: 0.7,
    rationale:
      'The name says an international fund, sold outside the United States: that is the world, most of it often the United States, without the fund’s own country; the regions are not known.',
  },
  sectorFund('information_technology', String.raw`technology|\btech\b|semiconductor|software`, 'technology'),
  sectorFund('health_care', String.raw`health ?care|biotech|pharma`, 'health care'),
  sectorFund('financials', String.raw`financials?\b(?! services)|\bbanks?\b(?!ing)|insurance`, 'financial'),
  sectorFund('energy', String.raw`\benergy\b(?! transition)|oil & gas`, 'energy'),
  sectorFund('utilities', 'utilit(?:y|ies)', 'utility'),
  sectorFund('industrials', String.raw`\bindustrials\b|industrial select`, 'industrial'),
  sectorFund('materials', String.raw`\bmaterials\b`, 'materials'),
  sectorFund('consumer_staples', 'consumer staples', 'consumer staples'),
  sectorFund('consumer_discretionary', 'consumer discretionary', 'consumer discretionary'),
  sectorFund('communication_services', 'communication services|telecom', 'communication services'),
  market(
    'us-shares',
    /s&p (?:500|400|600|1500)|s & p 500|\bsp ?500\b|russell (?:1000|2000|3000|midcap|mid cap)|\b500 (?:index|idx)\b|nasdaq[- ]?100|\bqqq\b|dow jones industrial|(?:total|entire) (?:u\.?s\.? )?(?:stock|equity) (?:market|mkt)|total (?:stock|market index)|extended market|(?:\bu\.?s\.?a?\b|\bamerican\b) (?:equity|stocks?|large|small|mid|total|core|broad|dividend|market|value|growth)\b(?! invest)|\bmsci usa\b|crsp us|(?:\btsp\b|thrift savings).*\b[cs][- ]fund\b/,
    'north_america',
    'United States companies',
    0.9,
  ),
  { ...ofAPlace, id: 'stocks-of-a-place', says: inFund(STOCKS) },
  { ...ofAPlace, id: 'stocks-of-a-kind', says: /\bstock\b/, where: isStockOfMany },
];
