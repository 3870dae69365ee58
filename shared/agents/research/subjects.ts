import { withoutByWords } from './by-words.ts';

/** Keys of allocation facts, such as "assetClass.equity": who holds any of them holds the subject. */
export type Subject = readonly string[];

const ABROAD = ['region.europe', 'region.pacific', 'region.emerging_markets'];
const ANY_BONDS = 'assetClass.fixed_income';

/** What texts about markets speak of, in the words they use for it. Prices and the economy at large are everybody's, and none. */
const subjects: readonly (readonly [RegExp, Subject])[] = [
  [/\b(?:gold|silver|platinum|bullion|copper|commodit(?:y|ies)|wheat|corn futures)\b/i, ['assetClass.commodities']],
  [/\b(?:oil|crude|natural gas|opec|energy (?:prices|shares|stocks|sector|compan(?:y|ies)))\b/i, ['assetClass.commodities', 'sector.energy']],
  [/\b(?:municipals|munis?|municipal (?:bonds?|debt|yields?|markets?|issuers?|issuance|funds?|notes?|securities|credit|borrow\w+|finance))\b/i, ['sector.municipal_bonds']],
  [/\b(?:corporate bonds?|credit spreads?|high[- ]yield|junk bonds?|investment[- ]grade)\b/i, ['sector.corporate_bonds']],
  [/\b(?:mortgage-backed|securiti[sz]ed|mbs)\b/i, ['sector.securitized_bonds']],
  [/\b(?:treasury|treasuries|gilts?|bunds?|government bonds?|inflation-(?:protected|linked))\b/i, ['sector.government_bonds', ANY_BONDS]],
  [/\bTIPS\b/, ['sector.government_bonds', ANY_BONDS]],
  [/\b(?:bonds?|fixed income|yields? of|(?:ten|two|thirty|10|2|30)-year yield|duration)\b/i, [ANY_BONDS]],
  [/\b(?:real estate|reits?|propert(?:y|ies)|landlords?|housing|home prices)\b/i, ['assetClass.real_estate', 'sector.real_estate']],
  [/\b(?:bitcoin|ether|ethereum|crypto\w*|stablecoins?|hedge funds?|private equity)\b/i, ['assetClass.alternatives']],
  [/\b(?:federal funds|fed funds|FOMC)\b/i, [ANY_BONDS, 'assetClass.cash']],
  [/\b(?:money[- ]market|t-bills?|certificates? of deposit|savings accounts?)\b/i, ['assetClass.cash', ANY_BONDS]],
  [/\b(?:emerging[- ]markets?|china|chinese|india|indian|brazil\w*|taiwan\w*|korean?|mexic\w+|south africa\w*)\b/i, ['region.emerging_markets']],
  [/\b(?:europe|european|euro|euro area|eurozone|ecb|britain|british|(?<!new )england|uk|german\w*|france|french|swiss|switzerland)\b/i, ['region.europe']],
  [/\b(?:japan|japanese|australian?|pacific|hong kong|singapore)\b/i, ['region.pacific']],
  [/\b(?:international|foreign) (?:stocks?|shares|equit(?:y|ies)|markets?|funds?)\b|\b(?:stocks|shares|markets) abroad\b/i, ABROAD],
  [/\b(?:semiconductors?|chip ?makers?|software|tech|technology|cloud computing)\b/i, ['sector.information_technology']],
  [/\b(?:banks?|banking|insurers?|insurance compan(?:y|ies))\b/i, ['sector.financials']],
  [/\b(?:drug ?makers?|pharma\w*|biotech\w*|health[- ]care|hospitals?)\b/i, ['sector.health_care']],
  [/\b(?:utilit(?:y|ies)|power grids?)\b/i, ['sector.utilities']],
  [/\b(?:airlines?|railroads?|defen[cs]e contractors?|industrials)\b/i, ['sector.industrials']],
  [/\b(?:retailers?|car ?makers?|automakers?|consumer (?:discretionary|staples))\b/i, ['sector.consumer_discretionary', 'sector.consumer_staples']],
  [/\b(?:miners?|mining|steel|chemicals)\b/i, ['sector.materials', 'assetClass.commodities']],
  [/\b(?:stocks?|(?<!\b(?:an?|per|each) )shares?|(?<!private )equit(?:y|ies)|earnings|s&p|nasdaq|dow jones|dividends?|share prices?|compan(?:y|ies))\b/i, ['assetClass.equity']],
]; // prettier-ignore

/** What everybody's shares or bonds are: a word beside it may say of which. */
const GENERIC: ReadonlySet<string> = new Set(['assetClass.equity', ANY_BONDS]);
/** Where what a title or a sentence is about ends, and what it says besides begins. */
const BESIDES =
  /[:;(?–—]|,? (?:even )?(?:as|while|after|amid|despite|when|because|since|though|although|whereas|on|for|than|versus|vs\.?|against|from)\b/iu;
/** Between things that are told of together: "gold and silver", "bonds, stocks". */
const TOGETHER = /^(?:,| and| or| &|, and|\/)(?: (?:the|other|\p{L}+-\p{L}+|small|large|short|long|US|U\.S\.))* ?$/iu;

/** What a text speaks of, as far as it says so, in any of its words; empty where it speaks of none in particular. */
export function subjectsIn(text: string): Subject[] {
  return findSubjects(withoutByWords(text)).map(({ subject }) => subject);
}

interface Found {
  subject: Subject;
  start: number;
  end: number;
}

function findSubjects(text: string): Found[] {
  return (
    subjects
      .flatMap(([words, subject]) => {
        const match = words.exec(text);
        return match === null ? [] : [{ subject, start: match.index, end: match.index + match[0].length }];
      })
      // What is particular goes before what everybody's are, where both begin at once.
      .sort(
        (one, other) => one.start - other.start || Number(isGeneric(one.subject)) - Number(isGeneric(other.subject)),
      )
  );
}

/**
 * What a title or a sentence is about in the first place: what it names first, and what it names together with that. "Gold rises as
 * bank stocks fall" is about gold, "European shares" about Europe. Empty where it speaks of none in particular.
 */
export function mainSubjects(text: string): Subject[] {
  const read = withoutByWords(text);
  const ends = BESIDES.exec(read)?.index ?? read.length;
  const inHead = findSubjects(read.slice(0, ends));
  const found = inHead.length > 0 ? inHead : findSubjects(read);
  const particular = found.filter(({ subject }) => !isGeneric(subject));
  const [first] = found;
  if (first === undefined) return [];
  // "Shares of European banks" are about these.
  const isOf = isGeneric(first.subject) && /^ (?:of|in|at) /u.test(read.slice(first.end));
  const from = isOf ? (particular[0] ?? first) : first;
  let end = from.end;
  const main: Found[] = [];
  for (const one of found) {
    const isSame = one.start < end && one.start >= from.start && (one === from || !isGeneric(one.subject));
    const isTogether = one.start >= end && TOGETHER.test(read.slice(end, one.start));
    if (!isSame && !isTogether) continue;
    main.push(one);
    end = Math.max(end, one.end);
  }
  return main.map(({ subject }) => subject);
}

const isGeneric = ([only, second]: Subject): boolean => only !== undefined && second === undefined && GENERIC.has(only);
