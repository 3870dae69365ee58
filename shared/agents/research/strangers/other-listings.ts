import { everyMatch } from '../../every-match.ts';
import { KNOWN_NAMES } from './known-securities.ts';
import { ACRONYMS, KINDS, PUBLIC } from './public-names.ts';

/** Where what the reference set has by its bare symbol is traded. */
const OF_US =
  /^(?:nyse(?:[ -]?(?:arca|american|mkt))?|nasdaq(?:gs|gm|cm)?|arca|amex|bats|cboe(?: bzx)?|iex|otc\p{L}*|us|u\.s\.)$/iu;
/** Exchanges elsewhere, as texts put them before a symbol. */
const ABROAD =
  'ASX|LSE|LON|AIM|TSX(?:-?V)?|TSE|TYO|NEO|CSE|CNSX|HKEX|HKSE|SEHK|HKG|SGX|SES|NZX|NZE|JSE|JNB|NSE|BSE|BOM|FRA|FSE|FWB|ETR|XETRA|Xetra|SIX|SWX|VTX|EPA|PAR|AMS|EBR|BRU|ELI|BIT|MIL|BME|MCE|STO|OMX|CPH|OSL|OSE|HEL|WSE|VIE|PRA|BUD|ATH|IST|BIST|TASE|TLV|ADX|DFM|KRX|KOSPI|KOSDAQ|TWSE|TPE|SSE|SHA|SZSE|SHE|SET|BKK|IDX|JKT|KLSE|PSE|HOSE|B3|BVMF|BMV|BVC|BYMA|MOEX|Euronext(?: \\p{Lu}\\p{Ll}+)?';
const CITIES =
  'London|Toronto|Sydney|Australia|Frankfurt|Tokyo|Zurich|Milan|Madrid|Paris|Amsterdam|Johannesburg|Mumbai|Singapore';
/** In parentheses whatever stands before a colon is an exchange, but for what says that a symbol follows. */
const LABELS = /^(?:ticker|symbol|etfs?|fund|stock|share|index|code|isin|cusip|see)s?$/iu;
const SYMBOL = '\\$?(\\p{Lu}[\\p{Lu}\\p{N}]{0,5}(?:\\.\\p{Lu})?)(?![\\p{L}\\p{N}])';
const MARKED = new RegExp(
  `\\((?:[^():]{0,40}[,;/] ?)?(\\p{Lu}[\\p{L}\\p{N} .-]{1,20}?)\\s?:\\s?${SYMBOL}|(?<![\\p{L}\\p{N}])(${ABROAD})\\s?:\\s?${SYMBOL}`,
  'gu',
);
/** "VEA.AX", "VEA:ASX", "VEA AU Equity", "ASX-listed Viva Energy (VEA)". */
const BEHIND = new RegExp(
  `(?<![\\p{L}\\p{N}.])(\\p{Lu}[\\p{Lu}\\p{N}]{0,5})(?:\\.(?:AX|L|LN|TO|V|NE|HK|SI|NZ|JO|NS|BO|DE|F|SW|PA|AS|BR|LS|MI|MC|ST|CO|OL|HE|WA|VI|IS|TA|KS|KQ|TW|T|SS|SZ|BK|JK|KL|SA|MX)|\\s?:\\s?(?:${ABROAD})| (?:AU|LN|CN|GR|GY|JP|HK|SP|NZ|SJ|IN|FP|NA|SW|IM|SM)(?: Equity)?(?=[ ),.;:]|$))(?![\\p{L}\\p{N}])`,
  'gu',
);
const LISTED = new RegExp(
  `(?:(?:${ABROAD}|${CITIES}|Australian)-(?:listed|traded)|(?:listed|traded) (?:in|on|at) (?:the )?(?:${ABROAD}|${CITIES}))[^().;]{0,60}\\(${SYMBOL}\\)`,
  'gu',
);
/** "Viva Energy (VEA)": the name that stands before a symbol. */
const NAMED = /((?:\p{Lu}[\p{L}\p{N}&.’'-]*,? (?:(?:of|and|the|&) )?){1,8})\((\p{Lu}{2,5})\)/gu;
const FUND = /\b(?:ETFs?|Fund|Trust|Shares|Portfolio)\b/u;

interface Mark {
  symbol: string;
  exchange: string;
  at: number;
}

const marksIn = (text: string): Mark[] =>
  everyMatch(MARKED, text).map(({ 1: inside, 2: first, 3: known, 4: second, index }) => {
    return { symbol: first ?? second ?? '', exchange: inside ?? known ?? '', at: index };
  });

/** A company is the same wherever it is traded; a fund of other letters' exchange is another. */
function isOfItsName(text: string, { symbol, at }: Mark): boolean {
  const name = KNOWN_NAMES.get(symbol) ?? '';
  if (FUND.test(name)) return false;
  const before = text.slice(Math.max(0, at - 40), at + 1).toLowerCase();
  return wordsOf(name).some((word) => before.includes(word));
}

/** The telling words of a name, in lower case. */
const wordsOf = (name: string): string[] =>
  name
    .replaceAll(/[’']s?(?= |$)/gu, '')
    .split(/[^\p{L}\p{N}&]+/u)
    .filter((word) => word.length > 2 && !ACRONYMS.has(word) && /\p{L}/u.test(word))
    .map((word) => word.toLowerCase())
    .filter((word) => !PUBLIC.has(word) && !KINDS.has(word));

/** A name before the symbol of a fund that has no word of the fund's own. */
function isOtherName(name: string, symbol: string): boolean {
  const known = KNOWN_NAMES.get(symbol);
  if (known === undefined || !FUND.test(known)) return false;
  const [words, all] = [wordsOf(name), known.toLowerCase()];
  const own = name.toLowerCase().split(/[^\p{L}\p{N}&]+/u);
  return words.length > 0 && !own.some((word) => word.length > 2 && all.includes(word));
}

/**
 * The symbols of the reference set, which are of the US, that stand in a text for another security: on an exchange elsewhere ("ASX: VEA", "VEA.AX"),
 * or behind a name that is not the fund's ("Viva Energy (VEA)"). Not those that the text also has as what they are.
 *
 * @example otherListings('Viva Energy (ASX: VEA) fell 6.1%.') // new Set(['VEA'])
 */
export function otherListings(text: string): ReadonlySet<string> {
  const marks = marksIn(text).filter(({ symbol, exchange }) => KNOWN_NAMES.has(symbol) && !LABELS.test(exchange));
  const named = everyMatch(NAMED, text).map(({ 1: name = '', 2: symbol = '' }) => ({ name, symbol }));
  const others = [
    ...marks.filter((one) => !OF_US.test(one.exchange) && !isOfItsName(text, one)).map(({ symbol }) => symbol),
    ...[...everyMatch(BEHIND, text), ...everyMatch(LISTED, text)].flatMap(({ 1: symbol = '' }) =>
      KNOWN_NAMES.has(symbol) ? [symbol] : [],
    ),
    ...named.filter(({ name, symbol }) => isOtherName(name, symbol)).map(({ symbol }) => symbol),
  ];
  if (others.length === 0) return NONE;
  const own = new Set([
    ...marks.filter(({ exchange }) => OF_US.test(exchange)).map(({ symbol }) => symbol),
    ...named.filter(({ name, symbol }) => KNOWN_NAMES.has(symbol) && !isOtherName(name, symbol)).map(({ symbol }) => symbol),
  ]); // prettier-ignore
  return new Set(others.filter((symbol) => !own.has(symbol)));
}

const NONE: ReadonlySet<string> = new Set();
