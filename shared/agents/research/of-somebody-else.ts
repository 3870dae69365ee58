import { plainWords } from '../../portfolio-files/reference-names.ts';
import { ROLE_HEAD } from './company-roles.ts';
import { companiesIn, namesOf } from './strangers/company-names.ts';
import { unheldNames } from './strangers/names-in.ts';
import { tellsOf, type Company } from './strangers/namesakes.ts';
import { subjectsIn } from './subjects.ts';
import { WHEN } from './whose-figure.ts';

/** A name as texts write it: "Goldman Sachs", "The Coca-Cola Company". */
const NAME = String.raw`\p{Lu}[\p{L}\p{N}&.’'-]*(?:\s(?:(?:of|&)\s)?\p{Lu}[\p{L}\p{N}&.’'-]*){0,4}`;
/** Who says so, what is measured against, and whose customer somebody is: not what a sentence is about. */
const BESIDE = [
  String.raw`${NAME}\s(?:(?:equity|credit|chief|senior|market|stock)\s)*(?:analysts?|economists?|strategists?|researchers|surveys?)\b`,
  String.raw`\b(?:[Aa]nalysts?|[Ee]conomists?|[Ss]trategists?|[Rr]esearchers)\s(?:at|with|from|for)\s${NAME}`,
  String.raw`\b[Aa]ccording to\s${NAME}`,
  String.raw`\b(?:than|versus|vs\.?|unlike|against|compared (?:with|to)|outpacing|trailing)\s${NAME}`,
  String.raw`(?<=, )${NAME}['’]s?\s(?:\p{Ll}+\s){0,2}(?:customer|supplier|rival|partner|competitor|contractor)s?\b`,
].map((source) => new RegExp(source, 'gu'));
/** A sentence without who says it and what is held against it. */
export const withoutBeside = (sentence: string): string =>
  BESIDE.reduce((rest, pattern) => rest.replace(pattern, ' '), sentence);
/** What every company has: said of one as of all. */
const OF_ONE = /\b(?:(?:its|the|a|their) )?(?:shares?|stock|earnings|dividends?|compan(?:y|ies)|share price)\b/giu;
const HAS =
  '(?:shares?|stock|revenues?|sales|earnings|profits?|net income|net loss|dividends?|buybacks?|guidance|results|deliveries|chief executive|C[EF]O)';
/** Behind and before a name that is a company's, which the reference set does not know. */
const COMPANY_AFTER = new RegExp(
  String.raw`^(?:['’]s?)?,?\s(?:\([A-Z]|(?:Inc|Corp|Corporation|Company|plc|Group|Holdings)\b|(?:\p{Ll}[\p{L}-]*\s){0,2}${HAS}\b|(?:reported|posted|earned|declared|forecasts?)\b|(?:said|says) (?:its|that its) (?:\p{Ll}[\p{L}-]*\s){0,2}${HAS}\b)`,
  'u',
);
const COMPANY_BEFORE = new RegExp(String.raw`\b${HAS}\s(?:of|at|in)\s$`, 'iu');
/** "Target said its sales fell": a word with a capital that is no plural, and has what a company has. */
const OPENS = new RegExp(
  String.raw`^\p{Lu}[\p{L}&.’'-]*[^s\s] (?:said|says|reported|posted|declared) (?:that )?(?:its (?:\p{Ll}[\p{L}-]* ){0,2})?${HAS}\b`,
  'u',
);
const VERB =
  /\b(?:\p{Ll}{2,}ed|rose|fell|is|was|are|were|has|have|had|will|would|says?|said|expects?|plans?|sees?|cuts?|lifts?|raises?|trims?|keeps?|pays?|reports?|posts?|forecasts?|beats?|misses|gains?|slips?|lost|loses|grew|grows|sold|sells?|bought|buys?|made|makes?|won|wins|hits?|took|takes?|led|leads?|sets?|puts?|held|holds?|went|goes|rises?|falls?|drops?|jumps?|climbs?|slides?|sank|sinks|slid)\b/u;
/** Before names that are examples of what is told of: "banks such as JPMorgan". */
const EXAMPLE = /\b(?:such as|including|like|led by|among them)\s[^.;]*$/iu;
/** "The largest US bank", "the Detroit, Michigan, automaker": one of them, by what it does. */
const ROLE = new RegExp(
  `\\b[Tt]he (?:[\\p{L}.’'-]+,? ){0,5}${ROLE_HEAD}(?! (?:stocks?|shares|sector|index|funds?))(?![\\p{L}-])`,
  'u',
);

/**
 * Whether a sentence, or a title, is about one company or fund by name that is not held: its subject, or all that it names where it tells
 * of no market, index or sector. A company that is held counts as named where the sentence tells something of it, and not as who says so or
 * as what another is held against.
 *
 * @param title of its page, for "the bank", which may be whom that is about
 */
export function isOfSomebodyElse(sentence: string, held: readonly Company[], title?: string): boolean {
  const text = withoutBeside(sentence.replace(WHEN, ''));
  const own = ownNames(held);
  const named = companiesIn(text, own);
  const isHeld = (symbol: string): boolean => held.some((one) => one.symbol === symbol);
  if (named.some(({ symbol }) => isHeld(symbol)) || held.some((one) => tellsOf(text, one))) return false;
  const words = new Set([
    ...held.map(({ symbol }) => symbol.toLowerCase()),
    ...[...own.keys()].flatMap((name) => name.split(' ')),
  ]);
  const others = [...named, ...unheldNames(text, words).filter((one) => isSecurity(one, text))];
  if (others.length === 0 && OPENS.test(text)) return true;
  // What tells of no market either is of whom its page is about: "The stock fell 3%".
  const isOfPage = others.length === 0 && (ROLE.test(text) || !tellsOfClass(text));
  if (others.length === 0) return title !== undefined && isOfPage && isOfSomebodyElse(title, held);
  const verb = VERB.exec(text)?.index ?? text.length;
  return !tellsOfClass(text) || others.some(({ start }) => start <= verb && !EXAMPLE.test(text.slice(0, start)));
}

function isSecurity({ start, end, form, known }: ReturnType<typeof unheldNames>[number], text: string): boolean {
  if (form === 'symbol') return known;
  return COMPANY_AFTER.test(text.slice(end)) || COMPANY_BEFORE.test(text.slice(0, start));
}

/** Of a market, an index or a sector, and not only of what one company has. */
const tellsOfClass = (text: string): boolean => subjectsIn(text.replace(OF_ONE, ' ')).length > 0 || INDEX.test(text);

const INDEX = /\b(?:[Ee]quities|S&P|Nasdaq|Dow|Russell|MSCI|[Ii]nd(?:ex(?:es)?|ices)|[Mm]arkets?|Wall Street)\b/u;
const LEGAL = / (?:inc|corp|co|plc|ltd|com|&)$/u;

/** The names of what is held: whole, without their legal form, and as people say them. */
function ownNames(held: readonly Company[]): Map<string, string> {
  return new Map(
    held.flatMap(({ symbol, name }): [string, string][] => {
      const whole = plainWords(name);
      return [whole, whole.replace(LEGAL, '').replace(LEGAL, ''), ...namesOf(symbol)].map((one) => [one, symbol]);
    }),
  );
}
