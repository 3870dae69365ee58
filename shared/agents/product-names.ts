import type { Fact } from '../schemas/fact.ts';
import { claimsIn } from './compliance/compliance.ts';
import { comparable } from './grounding/text-view.ts';
import { nameInLabel } from './named-in-facts.ts';

/** Kinds of products whose very name says so: an insurer's contract, in many 401(k) plans. */
const PRODUCT =
  /\bGuaranteed (?:Account|Annuity|Certificate|Contract|Fund|Income|Interest|Investment|Minimum|Option|Period|Pool|Rate|Retirement)\b/gu;
/** What a name ends in that is no predicate: "is Guaranteed 12% Fund" names, "is Guaranteed To Double" promises. */
const NOUN_AT_THE_END =
  /\b(?:fund|etf|account|trust|plan|llc|inc|lp|llp|ltd|plc|corp|partners|capital|holdings?|bond|notes?|certificate|annuity|contract|portfolio|ira|401\(k\)|class [a-z]|shares|index|pool|option)\W*$/iu;
const PREDICATE = /\b(?:is|are|was|were|be|been|being|will|seems?|looks?|becomes?|remains?)\s$|['’]s\s$/iu;
const QUOTED = /["“‘'«]$/u;

/**
 * Takes the names of the facts' accounts and instruments out of a text where they are names: "Guaranteed 12% Fund, $5,000"
 * quotes what a holding is called and promises nothing. Names are typed by anybody, so that a name counts only as it is
 * written, of two words or more (or in quotation marks), beside other words, and behind "is" only if it ends as names do.
 */
export function withoutProductNames(facts: readonly Fact[]): (text: string) => string {
  const products = new Set(facts.flatMap((fact) => textsOf(fact)).flatMap((said) => said.match(PRODUCT) ?? []));
  const names = [...new Set(facts.flatMap(namesOf))].sort((a, b) => b.length - a.length);
  const claiming = claimingAmong();
  return (text) => {
    // As it reads: marks that a writer escapes are none of a name.
    const read = comparable(text);
    const own = claiming(names.filter((name) => read.includes(name)));
    if (products.size === 0 && own.length === 0) return text;
    const lines = read.split('\n').map((line) => own.reduce((rest, name) => without(name, rest), line));
    return lines.join('\n').replaceAll(PRODUCT, (words) => (products.has(words) ? '…' : words));
  };
}

/**
 * Finds the names that claim something, each asked about once, and only where a text has it. They are read at once first, each
 * a sentence and a line by itself: in most portfolios none claims anything, and to read a hundred of them one by one takes
 * longer than to read the text that is being checked.
 */
function claimingAmong(): (names: readonly string[]) => string[] {
  const known = new Map<string, boolean>();
  return (names) => {
    const fresh = names.filter((name) => !known.has(name));
    const none = fresh.length === 0 || claimsIn(fresh.join('.\n')).length === 0;
    for (const name of fresh) known.set(name, !none && claimsIn(name).length > 0);
    return names.filter((name) => known.get(name));
  };
}

const textsOf = ({ label, value }: Fact): string[] => [label, ...(typeof value === 'string' ? [value] : [])];

/** What a fact calls an account, an instrument or a company. */
function namesOf(fact: Fact): string[] {
  const called = /\.(?:name|account|symbol)$|^concentration\.largest(?:Issuer|Debtor)\.name/.test(fact.name);
  const names = [nameInLabel(fact), called && typeof fact.value === 'string' ? fact.value : null];
  return names.flatMap((name) =>
    name === null || name.trim().length < 3 ? [] : [comparable(name).replace(/\s+/gu, ' ').trim()],
  );
}

/** A line of a text without a name that stands in it among other words. */
function without(name: string, line: string): string {
  const parts = line.split(name);
  const [first = ''] = parts;
  if (parts.length === 1 || !/\p{L}{2}|\d/u.test(parts.join(' '))) return line;
  return parts.slice(1).reduce((before, after) => {
    const alone = !/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(after);
    const quoted = QUOTED.test(before);
    const named = quoted || (/\s/.test(name) && (!PREDICATE.test(before) || NOUN_AT_THE_END.test(name)));
    return `${before}${alone && named && /^[^\p{Ll}]/u.test(name) ? '…' : name}${after}`;
  }, first);
}
