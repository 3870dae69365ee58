/** Keys of allocation facts, such as "assetClass.equity": who holds any of them holds the subject. */
export type Subject = readonly string[];

const ABROAD = ['region.europe', 'region.pacific', 'region.emerging_markets'];
const ANY_BONDS = 'assetClass.fixed_income';

/** What texts about markets speak of, in the words they use for it. Prices and the economy at large are everybody's, and none. */
const subjects: readonly (readonly [RegExp, Subject])[] = [
  [/\b(?:gold|silver|platinum|bullion|copper|commodit(?:y|ies)|wheat|corn futures)\b/i, ['assetClass.commodities']],
  [/\b(?:oil|crude|natural gas|opec|energy (?:prices|shares|stocks|sector|compan(?:y|ies)))\b/i, ['assetClass.commodities', 'sector.energy']],
  [/\b(?:municipals?|muni|munis)\b/i, ['sector.municipal_bonds']],
  [/\b(?:corporate bonds?|credit spreads?|high[- ]yield|junk bonds?|investment[- ]grade)\b/i, ['sector.corporate_bonds']],
  [/\b(?:mortgage-backed|securiti[sz]ed|mbs)\b/i, ['sector.securitized_bonds']],
  [/\b(?:treasury|treasuries|gilts?|bunds?|government bonds?|tips|inflation-(?:protected|linked))\b/i, ['sector.government_bonds', ANY_BONDS]],
  [/\b(?:bonds?|fixed income|yields? of|(?:ten|two|thirty|10|2|30)-year yield|duration)\b/i, [ANY_BONDS]],
  [/\b(?:real estate|reits?|propert(?:y|ies)|landlords?|housing|home prices)\b/i, ['assetClass.real_estate', 'sector.real_estate']],
  [/\b(?:bitcoin|ether|ethereum|crypto\w*|stablecoins?|hedge funds?|private equity)\b/i, ['assetClass.alternatives']],
  [/\b(?:money[- ]market|t-bills?|certificates? of deposit|savings accounts?)\b/i, ['assetClass.cash', ANY_BONDS]],
  [/\b(?:emerging[- ]markets?|china|chinese|india|indian|brazil\w*|taiwan\w*|korean?|mexic\w+|south africa\w*)\b/i, ['region.emerging_markets']],
  [/\b(?:europe|european|euro|euro area|eurozone|ecb|britain|british|uk|german\w*|france|french|swiss|switzerland)\b/i, ['region.europe']],
  [/\b(?:japan|japanese|australian?|pacific|hong kong|singapore)\b/i, ['region.pacific']],
  [/\b(?:international|foreign) (?:stocks?|shares|equit(?:y|ies)|markets?|funds?)\b|\b(?:stocks|shares|markets) abroad\b/i, ABROAD],
  [/\b(?:semiconductors?|chip ?makers?|software|tech|technology|cloud computing)\b/i, ['sector.information_technology']],
  [/\b(?:banks?|banking|insurers?|insurance compan(?:y|ies))\b/i, ['sector.financials']],
  [/\b(?:drug ?makers?|pharma\w*|biotech\w*|health[- ]care|hospitals?)\b/i, ['sector.health_care']],
  [/\b(?:utilit(?:y|ies)|power grids?)\b/i, ['sector.utilities']],
  [/\b(?:airlines?|railroads?|defen[cs]e contractors?|industrials)\b/i, ['sector.industrials']],
  [/\b(?:retailers?|car ?makers?|automakers?|consumer (?:discretionary|staples))\b/i, ['sector.consumer_discretionary', 'sector.consumer_staples']],
  [/\b(?:miners?|mining|steel|chemicals)\b/i, ['sector.materials', 'assetClass.commodities']],
  [/\b(?:stocks?|shares?|equit(?:y|ies)|earnings|s&p|nasdaq|dow jones|dividends?|share prices?|compan(?:y|ies))\b/i, ['assetClass.equity']],
]; // prettier-ignore

/** What a text is about, as far as it says so; empty where it speaks of none in particular. */
export function subjectsIn(text: string): Subject[] {
  return subjects.flatMap(([words, subject]) => (words.test(text) ? [subject] : []));
}
