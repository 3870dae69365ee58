import { ALONE, ENDING, OF_THE_EMPLOYER } from './stock-ending.ts';

/** Words of size, style, place, industry and the like, of which the names of funds of many companies are made. */
const BROAD = new Set(
  (
    'large larger largest small smaller smallest mid middle medium micro mega all cap caps capitalization sized size growth value blend core style ' +
    'blue chip dividend dividends income equity equities aggressive moderate conservative balanced total market markets index indexed broad whole ' +
    'entire extended completion domestic international intl int’l foreign overseas global world worldwide emerging developed frontier non ex us usa u.s ' +
    'american canada canadian europe european eurozone uk japan japanese asia asian china chinese india indian pacific latin nordic eafe acwi msci ' +
    'ftse russell nasdaq wilshire s&p sp dow crsp active actively passive managed quality momentum factor volatility low high priced yield select ' +
    'selected strategic strategy fundamental enhanced research disciplined concentrated focused focus opportunity opportunities appreciation capital ' +
    'multi manager diversified general social socially responsible choice sustainable esg screened tax preferred sector technology tech science health ' +
    'care healthcare biotech energy utility utilities financial financials industrial industrials materials consumer staples discretionary ' +
    'communication communications telecom infrastructure banks real estate gold mining companies moderately long term'
  ).split(' '),
);
/** Words that say nothing of what a fund holds. */
const FILLER = new Set(
  'the my our a an and & of in plan fund trust pool portfolio collective commingled separate account acct series class cl inst institutional cit nl 401k k company employer common'.split(
    ' ',
  ),
);
/** Families of funds whose names stand before those of the funds. A bank of such a name is an employer too, and is in none. */
const FAMILIES =
  /\b(?:vanguard|fidelity|t\.? ?rowe price|dodge (?:&|and) cox|american funds|dimensional|dfa|schwab|ishares|spdr|ssga|nuveen|tiaa|cref|parnassus|ariel|oakmark|artisan|harbor|columbia|putnam|mfs|janus(?: henderson)?|pimco|homestead|usaa|calvert|domini|gabelli|royce|baron|thornburg|eaton vance|lord abbett|federated(?: hermes)?|john hancock|neuberger(?: berman)?|wasatch|william blair|clipper|fpa|sequoia|longleaf|mairs (?:&|and) power|loomis sayles|jennison|wellington|victory|thrivent|guidestone|mutual of america|brown advisory|causeway|first eagle|amana|ave maria|allspring|dreyfus|scudder|kemper|oppenheimer|alger|templeton|lazard|sei|tsp|cohen (?:&|and) steers|morningstar|mercer)\b/g;

/** Words that end a broad fund's name, whoever runs it; and companies whose names end so too. */
const ENDS_BROAD =
  /\b(?:international|int'?l|intl|foreign|overseas|global|world|emerging(?: markets?)?|growth|value|dividend|[- ]?cap(?:italization)?|sized|index|total|domestic|u\.?s\.?|japan|europe(?:an)?|asia|equity|priced|(?:large|small|smaller|mid|medium|growth|emerging|international|u\.?s\.?)[- ]company)$/;
const COMPANIES_SO =
  /\b(?:honeywell|philip morris|mondelez|marriott|baxter|johnson controls|johnson & johnson|s&p|liberty|american) (?:international|int'?l|intl|global)$/;

const wordsOf = (text: string): string[] =>
  text
    .replace(FAMILIES, ' ')
    .replaceAll(/u\.s\.?(?:a\.?)?/g, 'us')
    .replaceAll(/\bunited states\b|\blatin america\b|\bnorth america\b/g, 'us')
    .split(/[^\p{L}\p{N}&’]+/u)
    .filter((word) => word.length > 1 && !/^\d+$/.test(word) && !FILLER.has(word));

/** Whether what stands before "stock" tells of many companies: "US Large Company", "Vanguard International", "Growth". */
function isOfMany(before: string): boolean {
  if (COMPANIES_SO.test(before)) return false;
  return ENDS_BROAD.test(before) || wordsOf(before).every((word) => BROAD.has(word));
}

/** Whether a name says the stock of whoever its owner works for: "Company Stock Fund", but not "Large Company Stock Fund". Lower case in. */
export function isEmployersStock(name: string): boolean {
  const before = OF_THE_EMPLOYER.exec(name)?.[1]?.trim();
  if (before === undefined) return false;
  return !wordsOf(before).some((word) => BROAD.has(word)) || !isOfMany(`${before} company`);
}

/** Whether a name calls a stock, or a plan's fund of one, after what can be no more than a company: "Boeing Stock Fund". Lower case in. */
export function isNamedStock(name: string): boolean {
  const before = ENDING.exec(name)?.[1]?.trim();
  return ALONE.test(name) || (before !== undefined && !isOfMany(before));
}

/** Whether a name says stock of companies of a size, a style or a place, though it says "company": "Small Company Stock". Lower case in. */
export function isStockOfMany(name: string): boolean {
  const before = (ENDING.exec(name) ?? OF_THE_EMPLOYER.exec(name))?.[1]?.trim() ?? '';
  return wordsOf(before).some((word) => BROAD.has(word)) && isOfMany(before);
}
