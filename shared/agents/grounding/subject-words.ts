/**
 * What people call the things that facts are about. A subject is "kind:key"; the first pattern that fits at a place of a
 * text wins, so the longer expressions come first: "European stocks" are a region, not all stocks.
 */
const SIDE = '(?:allocation|exposure|weight|weighting|share|portion|side|sleeve|bucket|target|holdings|investments|position|positions|stake|slice|part|percentage|component|drift|overweight|underweight|values|returns?|money|assets|shortfall|gap|surplus|purchases?)'; // prettier-ignore
const OF_STOCKS = '(?:stocks|equities|companies|shares|names|firms)';

const regions: Readonly<Record<string, string>> = {
  north_america: String.raw`north[ -]america(?:n)?|u\.?s\.?(?:[ -]based)?(?! dollars?)|american|the united states|domestic`,
  europe: 'europe(?:an)?',
  pacific: 'asia[ -]pacific|pacific|japan(?:ese)?|australian?',
  emerging_markets: 'emerging[ -](?:markets?|economies|countries)|developing (?:markets|countries)',
  global: 'no single region',
};

const sectors: Readonly<Record<string, string>> = {
  information_technology: `information technology|technology(?! bubble| bust| crash)|tech(?! bubble| bust| crash)`,
  financials: `financials|financial(?= (?:sector|${OF_STOCKS}))|banks|banking`,
  health_care: 'health[ -]?care',
  industrials: 'industrials?',
  energy: 'energy',
  materials: 'materials',
  utilities: 'utilit(?:ies|y)',
  communication_services: 'communication services|communications?|telecoms?',
  consumer_discretionary: 'consumer discretionary',
  consumer_staples: 'consumer staples|staples',
  government_bonds:
    'government(?=(?:,| and| or) [a-z]+ bonds)|government bonds|government debt|treasur(?:ies|ys|y bonds)',
  corporate_bonds: 'corporate(?=(?:,| and| or) [a-z]+ bonds)|corporate bonds|company bonds|corporate debt',
  securitized_bonds: 'securitized bonds|mortgage-backed (?:bonds|securities)',
  municipal_bonds: 'municipal bonds|muni bonds|munis',
};

const classes: Readonly<Record<string, string>> = {
  equity: `stocks|equities|equity(?! funds?\\b| etfs?\\b)|stock(?= ${SIDE})`,
  fixed_income: `bonds|fixed[ -]income(?! funds?\\b)|bond(?= ${SIDE})`,
  real_estate: 'real estate(?! funds?\\b)|property|reits?',
  commodities: `gold(?! standard)|commodit(?:ies|y)(?! funds?\\b)`,
  cash: 'cash(?! flow)|money[ -]market',
  alternatives: 'alternatives|alternative (?:assets|investments)|crypto(?:currenc(?:y|ies))?',
  unknown: String.raw`unclassified|(?:can)?not (?:be )?classif(?:y|ied)|(?:do not|don't|not|nothing is) know(?:n)?|unknown`,
};

const accountTypes: Readonly<Record<string, string>> = {
  tax_deferred: 'tax[ -]deferred|pre[ -]tax',
  tax_free: 'tax[ -]free',
  other: 'accounts? of (?:another|other|unknown) kinds?',
  taxable: 'taxable(?! (?:gains?|incomes?|events?|years?|sales?|amounts?))',
};

const episodes: Readonly<Record<string, string>> = {
  great_depression: String.raw`great[ -]depression|the depression|1930s|depression-(?:era|style|like)|1929(?: ?[-–] ?(?:19)?32)?`,
  oil_crisis: String.raw`oil[ -](?:crisis|shock|embargo)|197[34](?: ?[-–] ?(?:19)?74)?|1970s|stagflation`,
  dot_com: String.raw`dot[ -]?com(?:s| bust| crash| bubble)?|tech(?:nology)? (?:bubble|bust|crash|wreck)|2000 ?(?:[-–]|to) ?(?:20)?02|2000s`,
  financial_crisis: '(?:global )?financial[ -]crisis|credit crisis|gfc|great recession|lehman|2008',
  rate_shock: 'stocks and bonds together, 2022|2022|rate[ -](?:shock|hikes?|rises?)',
};

/** Of the whole, but not "63% of the portfolio", which says what a share is of. */
const OF = String.raw`(?<!(?:share|part|slice|much|most|rest|chunk|portion) of (?:the|your|this|her|his|their|my|our|its|an?|that) (?:whole |entire |total |overall )?)`;
const WHOLE = `${OF}(?:portfolio|nest egg|net worth|altogether|in all|in total|all told|everything|the whole|overall|this mix|your mix|the mix)`;

export interface SubjectWords {
  readonly pattern: string;
  readonly subjects: readonly string[];
}

const words = (kind: string, entries: Readonly<Record<string, string>>, before = '', after = ''): SubjectWords[] =>
  Object.entries(entries).map(([key, pattern]) => {
    return {
      pattern: `${before}(?:${pattern})${after}`,
      subjects: [`${kind}:${key}`],
    };
  });

export const subjectWords: readonly SubjectWords[] = [
  ...words('stress', episodes),
  {
    pattern: '(?:single |individual |corporate )?bonds of (?:only |just )?(?:one|a single|the same|a) issuer',
    subjects: ['issuer:debtor'],
  },
  {
    pattern: '(?:stocks|equities) and (?:bonds|fixed income)|bonds and (?:stocks|equities)',
    subjects: ['class:equity', 'class:fixed_income'],
  },
  {
    pattern: '(?:single|individual)(?:[ -]company)? stocks?|single companies',
    subjects: [],
  },
  {
    pattern: 'stock market|bond market|stock prices|stock funds?|bond funds?|stock index|cash balances? count',
    subjects: [],
  },
  ...words('region', regions, '', ` (?:${OF_STOCKS}|equity)`),
  ...words('sector', sectors, '', ` ${OF_STOCKS}`),
  ...words('sector', sectors),
  ...words('region', regions),
  ...words('accountType', accountTypes),
  ...words('currency', {
    USD: 'dollars?(?= (?:side|part|share|portion|assets|holdings|exposure))',
    EUR: 'euros?(?! ?zone)',
    GBP: 'pounds sterling|sterling',
    JPY: 'yen',
    CHF: 'swiss francs?',
  }),
  ...words('class', classes),
  { pattern: WHOLE, subjects: ['whole:portfolio'] },
];

/** Nouns that may stand for any subject of a kind: "the largest fund", "one account", "that sector". */
export const genericNouns: Readonly<Record<string, RegExp>> = {
  holding:
    /\b(?:funds?|etfs?|holdings?|positions?|compan(?:y|ies)|stock|bond|instruments?|investments?|securit(?:y|ies)|issuers?|names?|ticker)\b/i,
  account: /\b(?:accounts?(?! for\b)|ira|401|brokerage|plan)\b/i,
  region: /\b(?:regions?|countr(?:y|ies)|continents?|abroad|overseas|foreign|international|home|world)\b/i,
  sector: /\b(?:sectors?|industr(?:y|ies)|issuers?)\b/i,
  class: /\b(?:asset class(?:es)?|kinds? of (?:asset|investment)s?)\b/i,
  accountType: /\btax(?:ed|es)?\b/i,
  currency: /\b(?:currenc(?:y|ies)|exchange rates?)\b/i,
};

/** The changes that a projection is run again with, by the beginning of their keys. */
export const whatIfWords: Readonly<Record<string, RegExp>> = {
  retire: /\b(?:delay|postpon|wait)(?:ing|ed|s)? (?:by |for |it |that |this )?(?:another |the )?(?:\w+ )?years?\b|\b(?:retir(?:e|es|ing)|work\w*|stop\w*) (?:at|until|till|to) (?:age )?\d\d\b(?!\s?%|[.,]\d)|\b(?:work|stay|hold out|wait)\w*\b[^.;,]{0,20}?\b(?:until|till|to) (?:age )?\d\d\b|\b(?:retir|work|stop)\w*\b[^.;]{0,40}?\b(?:later|longer|more|extra|additional|delay\w*)|\b(?:later|delay\w*|postpon\w*|extra|more|additional|longer)\b[^.;]{0,25}?\b(?:retir|work|career)\w*/i, // prettier-ignore
  spend: /\b(?:spen[dt]|withdraw|tak|draw)\w*\b[^.;]{0,30}?\b(?:less|lower|fewer|reduc\w*|cut\w*)|\b(?:trim|cut|reduc|lower|less|smaller)\w*\b[^.;]{0,30}?\b(?:spend|income|withdraw|budget|draw)\w*/i, // prettier-ignore
  save: /\bsav\w* \$|\bsav\w*\b[^.;]{0,30}?\b(?:more|extra|higher|additional)|\b(?:rais|increas|add|higher|more|extra|larger|bigger)\w*\b[^.;]{0,25}?\b(?:sav|contribut)\w*/i, // prettier-ignore
  live: /\bliv\w* (?:to|until|past|beyond) \d|\bliv\w*\b[^.;]{0,30}?\b(?:longer|older|more years)|\blong(?:er)? li(?:fe|ves)|\blongevity/i,
  returns: /\breturns? ?[(:] ?[-−+]|\b(?:point|percent|1%)\b[^.;,]{0,12}\b(?:shortfall|drop|cut|fall|haircut|dip|off|slip|decline|reduction)\b(?: in| of| on| from)?(?: \w+){0,2} returns?\b|\breturns?\b[^.;,]{0,15}?(?:[-−–]|minus |down )\s?(?:1|one|a)\b|\breturns?\b[^.;]{0,40}?\b(?:lower|less|below|worse|disappoint\w*|weaker|short)|\b(?:lower|weaker|poorer|disappoint\w*|worse|less)\b[^.;]{0,20}?\breturns?/i, // prettier-ignore
  inflation: /\binflation(?: risk)? ?[(:]|\b(?:point|percent|1%)\b[^.;,]{0,12}\b(?:rise|increase|uptick|jump|step up)\b(?: in| of)?(?: \w+){0,2} inflation\b|\binflation (?:alone |that high )?(?:would |could |might )?(?:knock|tak|cost|cut|shav|drag|hurt|drop|lower|reduc|subtract|pull|bring|push|does)\w*|\binflation\b[^.;,]{0,15}?(?:\+|plus |up )\s?(?:1|one|a)\b|\binflation\b[^.;]{0,40}?\b(?:higher|hotter|faster|above|more|rises?)|\b(?:higher|hotter|faster|more|extra|additional|point of|percent of)\b[^.;]{0,15}?\binflation/i, // prettier-ignore
  more_equity:
    /\b(?:fewer|less in) bonds\b|\b(?:stocks?|equit\w+)\b[^.;]{0,20}\b(?:instead|rather than)\b|\b(?:more|higher|raising|extra|increasing|adding|add|entirely|all|only|everything|100)\b[^.;]{0,20}?\b(?:stocks?|equit\w+)/i,
  less_equity: /\bstocks? (?:cut|reduced|trimmed|lowered|down) (?:to|from)\b|\bmore stocks? (?:n?or|and) (?:fewer|less)\b|\b(?:stocks?|equit\w+)\b[^.;]{0,20}\b(?:instead|rather than)\b|\b(?:less|fewer|lower|reducing|cutting|trimming)\b[^.;]{0,20}?\b(?:stocks?|equit\w+)|\bmore\b[^.;]{0,12}?\bbonds/i, // prettier-ignore
};
