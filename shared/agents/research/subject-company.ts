import { GENERAL_ROLE, isOfTrade, ROLE_PHRASE } from './company-roles.ts';
import { companiesIn } from './strangers/company-names.ts';
import { KNOWN_COMPANIES } from './strangers/known-securities.ts';
import { namesIn, WHEN } from './whose-figure.ts';

/** The name that a clause begins with: "UnitedHealth Group", "The Bank of America Corporation (BAC)". */
const NAME =
  /^["“‘'(]*(?:The )?((?:[\p{Lu}\p{N}]|\p{Ll}\p{Lu})[^\s,;:()]*(?:,? (?:(?:of|and|&) )?\p{Lu}[^\s,;:()]*)*(?: \([A-Z][A-Z0-9.: ]*\))?)/u;
const SAYS_COMPANY = /\([A-Z][A-Z0-9.]{0,9}\)|\b(?:Inc|Corp|Corporation|Company|Co|Ltd|plc|PLC|Holdings|Group)\b/u;
const GENERAL = new RegExp(`^${GENERAL_ROLE}$`, 'u');
/** "…, the company said." */
const ATTRIBUTED =
  /^ (?:also )?(?:said|says|reported|reports|announced|disclosed|told|added|confirmed|wrote|expects|expected)\b/u;
const CLAUSE = /(?:\b(?:as|after|when|while|because|since|although|though|before)|, (?:and|but))\s*$/u;
/** What somebody did meanwhile, and not what was done before by whomever. */
const MEANWHILE = /(?:\b(?:as|while|because|when)|, (?:and|but))\s*$/u;
/** "…, the most for the company since 2018", "…, the largest loss in the company’s history". */
const RECORD =
  /, (?:an?|its|the) (?:[\p{L}\p{N}-]+ ){0,4}(?:record|most|best|worst|first|last|highest|lowest|fewest|fastest|slowest|[a-z]{3,}est)(?: [\p{L}-]+){0,3} (?:for|in) $/u;
/** Who does or says so speaks of another company: analysts, holders, buyers, courts. */
const OF_ANOTHER =
  /\b(?:ratings?|targets?|estimates?|analysts?|coverage|stakes?|lawsuits?|holdings?|position|(?:up|down)grad\p{L}+|initiat\p{L}+|su(?:ed|ing|es)|accus\p{L}+|acqui\p{L}+|(?:bought|buys|buying|sold|sells) (?!back)(?:\p{L}+ )?(?:shares|stock)|took over|invest(?:ed|s|ing)\b|takeover|merg\p{L}+|bids?|rivals?|competitors?|suppliers?|customers?|partners?|start-?ups?)\b/iu;
const SAYS = /\b(?:said|says|told|tells|expects?|expected|believes?|thinks?|wrote|argues?|warned that)\b/iu;

/**
 * Whether "the company" is who its own sentence is about, so that nothing before it needs to say which: "UnitedHealth raised its dividend,
 * the company said", "Tesla's profit fell as the electric vehicle maker spent more". It takes a company for the subject, one of the trade
 * that is named, and nobody else between.
 *
 * @param before what stands before "the" in the sentence
 * @param rest what stands behind "the"
 */
export function isOfSubject(before: string, rest: string): boolean {
  const [phrase, role = ''] = ROLE_PHRASE.exec(rest) ?? [];
  if (phrase === undefined) return false;
  const after = rest.slice(phrase.length).replace(/^['’]s/u, '');
  // "The retailer Target" is Target.
  if (/^,? \p{Lu}/u.test(after)) return false;
  const clause = before.replace(WHEN, '');
  const name = [clause, before].map((text) => NAME.exec(text)).find((found) => isCompany(found?.[1] ?? ''));
  if (name === undefined || name === null) return false;
  const between = name.input.slice(name[0].length);
  if (namesIn(between).length > 0 || OF_ANOTHER.test(between)) return false;
  if (/[,—–]\s*$/u.test(between) && ATTRIBUTED.test(after)) return true;
  if (SAYS.test(between)) return false;
  if (GENERAL.test(phrase)) return CLAUSE.test(between) || RECORD.test(between);
  const isOne = isOfTrade(phrase, companiesIn(name[0])[0]?.symbol ?? '');
  return isOne === null
    ? MEANWHILE.test(between) && role !== ''
    : isOne && (CLAUSE.test(between) || RECORD.test(between));
}

/** One company, known or by its form or symbol; "Apple and Google" are two. */
function isCompany(name: string): boolean {
  const [first = ''] = name.toLowerCase().split(/['’\s,.]/u);
  return (
    !/\band\b/u.test(name) && (KNOWN_COMPANIES.has(first) || SAYS_COMPANY.test(name) || companiesIn(name).length === 1)
  );
}
