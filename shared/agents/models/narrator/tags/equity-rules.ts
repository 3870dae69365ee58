import { GLOBAL_MARKET, GLOBAL_MARKET_AS_OF } from '../../../../finance/target-mix.ts';
import type { Region, Sector } from '../../../../schemas/classification.ts';
import { allIn } from './name-rule.ts';
import type { NameRule } from './name-rule.ts';

const bonds = /bond|debt|fixed income|treasur|credit|income trust/;
/** More than one market, or a mix of shares and bonds. */
const mixed =
  /global|international|world|ex-?\s?u\.?s|balanced|allocation|income fund|wellington|wellesley|conservative|moderate/;

function market(id: string, says: RegExp, region: Region, name: string, confidence = 0.85): NameRule {
  const rationale = `The name says shares of ${name}; how they are spread over sectors it does not say, so the sector is Other.`;
  return { id, says, unless: bonds, composition: allIn('equity', region, 'other'), confidence, rationale };
}

function sectorFund(sector: Sector, says: RegExp, name: string): NameRule {
  return {
    id: `sector-${sector.replaceAll('_', '-')}`,
    says,
    unless: new RegExp(`${bonds.source}|${mixed.source}|china|europe|japan|emerging`),
    composition: allIn('equity', 'north_america', sector),
    confidence: 0.7,
    rationale: `The name says a fund of ${name} shares and no region, which by convention means the United States.`,
  };
}

/** A word that shows that a name is a fund's and not a company's. */
const fund = String.raw`(?=.*(?:\betf\b|\bfund\b|\bindex\b|\bsector\b|\bspdr\b|\bishares\b|\bvanguard\b|\bfidelity\b|\bportfolio\b))`;
const inFund = (words: string) => new RegExp(`^${fund}.*(?:${words})`);

/** The markets of a fund of the world's stocks, as the reference set's world funds and the usual target have them. */
const { emerging_markets: emerging = 0, ...developed } = GLOBAL_MARKET.weights;
const ofDeveloped: typeof developed = Object.fromEntries(
  Object.entries(developed).map(([region, weight]) => [region, weight / (1 - emerging)]),
);
/** Words that say that it is a part of the world's stocks after all. */
const part =
  /ex-?\s?u\.?s|\bex\b|international|small|value|growth|dividend|income|balanced|allocation|conservative|moderate|quality|momentum|factor|volatility|technology|health|energy|financials|materials|industrials|utilities|reits?\b|real estate|infrastructure|clean|water|gold|mining/;

function worldFund(id: string, says: string, regions: NonNullable<NameRule['composition']>['regions']): NameRule {
  return {
    id,
    says: inFund(says),
    unless: new RegExp(`${bonds.source}|${part.source}`),
    composition: { assetClasses: { equity: 1 }, regions, sectors: { other: 1 } },
    confidence: 0.8,
    rationale: `The name says a fund of the world’s stocks; its regions are taken as the world’s markets divided by size on ${GLOBAL_MARKET_AS_OF}, and how it is spread over sectors the name does not say, so the sector is Other.`,
  };
}

export const equityRules: readonly NameRule[] = [
  market('emerging-markets', /emerging (?:markets?|mkts?)/, 'emerging_markets', 'emerging markets', 0.9),
  market(
    'europe',
    inFund(String.raw`\beurope(?:an)?\b|\beurozone\b|euro stoxx|stoxx europe`),
    'europe',
    'European companies',
  ),
  market('japan', inFund(String.raw`\bjapan(?:ese)?\b|\bnikkei\b|\btopix\b`), 'pacific', 'Japanese companies'),
  worldFund('developed-world', String.raw`\bmsci world\b|\bdeveloped world\b`, ofDeveloped),
  worldFund(
    'whole-world',
    String.raw`\ball[- ]world\b|\btotal world stock\b|\bacwi\b|\bglobal all cap\b`,
    GLOBAL_MARKET.weights,
  ),
  {
    id: 'outside-the-united-states',
    says: /international|\beafe\b|developed (?:markets|mkts|ex)|ex-?\s?u\.?s|all[- ]world|total world|global|acwi|\bworld\b/,
    composition: null,
    confidence: 0,
    rationale: 'The name says several regions but not how it is spread between them.',
  },
  sectorFund('information_technology', inFund(String.raw`technology|\btech\b|semiconductor|software`), 'technology'),
  sectorFund('health_care', inFund(String.raw`health ?care|biotech|pharma`), 'health care'),
  sectorFund('financials', inFund(String.raw`financials?\b(?! services)|\bbanks?\b(?!ing)|insurance`), 'financial'),
  sectorFund('energy', inFund(String.raw`\benergy\b(?! transition)|oil & gas`), 'energy'),
  sectorFund('utilities', inFund('utilit(?:y|ies)'), 'utility'),
  sectorFund('industrials', inFund(String.raw`\bindustrials\b|industrial select`), 'industrial'),
  sectorFund('materials', inFund(String.raw`\bmaterials\b`), 'materials'),
  sectorFund('consumer_staples', inFund('consumer staples'), 'consumer staples'),
  sectorFund('consumer_discretionary', inFund('consumer discretionary'), 'consumer discretionary'),
  sectorFund('communication_services', inFund('communication services|telecom'), 'communication services'),
  market(
    'us-shares',
    /s&p (?:500|400|600|1500)|s & p 500|\bsp ?500\b|russell (?:1000|2000|3000|midcap|mid cap)|nasdaq[- ]?100|dow jones industrial|(?:total|entire) (?:u\.?s\.? )?(?:stock|equity) (?:market|mkt)|total (?:stock|market index)|extended market|(?:\bu\.?s\.?a?\b|\bamerican\b) (?:equity|stock|large|small|mid|total|core|broad|dividend|market|value|growth)|\bmsci usa\b|crsp us/,
    'north_america',
    'United States companies',
    0.9,
  ),
];
