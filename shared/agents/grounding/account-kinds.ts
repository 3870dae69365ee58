import type { FactIndex } from './fact-index.ts';
import type { Mention } from './mentions.ts';

/** What people call accounts by, in their words and in the names of the facts. */
const kinds: readonly (readonly [words: RegExp, key: RegExp])[] = [
  [/\broth\b/i, /roth/],
  [/\biras?\b/i, /\bira\b|-ira|ira-/],
  [/\b401\s?\(?k\)?/i, /401-?k/],
  [/\b403\s?\(?b\)?/i, /403-?b/],
  [/\bbrokerage\b/i, /brokerage/],
  [/\b(?:hsa|health savings)\b/i, /hsa|health-savings/],
  [/\bchecking\b/i, /checking/],
];
const NAME = String.raw`(?:roth(?: ira)?|(?:\w+ )?ira|401\s?\(?k\)?|403\s?\(?b\)?|(?:\w+ )?brokerage|hsa|health savings|checking)`;
const HOLDS = new RegExp(`\\b(${NAME})(?: account| plan)?(?: alone| now| currently| itself)? (?:holds?|has|have|contains?|is worth|is valued at|is|makes up|accounts for|stands at|comes to|at|with)(?: about| around| roughly| some| only| just| nearly| almost)* \\uE000`, 'i'); // prettier-ignore

const TYPED = /\b(taxable|tax[- ]free|tax[- ]deferred)\b/i;
const OF_A_TYPE = new RegExp(String.raw`${TYPED.source}(?: (?:accounts?|money|savings|part))?(?: alone| now)? (?:and )?(?:holds?|has|have|contains?|is worth|are worth|is|are|makes? up|accounts? for|comes? to)(?: (?:about|around|roughly|some|only|just|nearly|almost|worth))* \uE000`, 'i'); // prettier-ignore
/** What names of accounts say of how they are taxed. */
const TYPES: readonly (readonly [key: RegExp, type: string])[] = [[/roth/, 'tax_free'], [/ira|401|403/, 'tax_deferred'], [/brokerage/, 'taxable']]; // prettier-ignore

/** "Your taxable account is worth" what another kind of accounts holds, or more than all of that kind do. */
function isOfAnotherType(fact: string, clause: string, values: FactIndex['values']): boolean {
  const [, of, key = ''] = /^allocation\.(account|accountType)\.([^.]+)\.(?:value|weight)$/.exec(fact) ?? [];
  const said = of === undefined ? undefined : OF_A_TYPE.exec(clause)?.[1]?.toLowerCase().replace(/[- ]/, '_');
  if (said === undefined) return false;
  if (of === 'accountType') return key !== said;
  const type = TYPES.find(([name]) => name.test(key))?.[1] ?? said;
  const all = Number(values.get(fact.replace(`account.${key}`, `accountType.${said}`)) ?? Number.NaN);
  return type !== said || Number(values.get(fact)) > 1.005 * all;
}

const LIES_IN = /\b(?:in|inside|within) (?:your |the |an? )?(?:\w+ )?$/i;
const HAS = /^(?: account| plan)?(?:['’]s)? (?:holds?|has|contains?|owns?|keeps?)\b/i;
/** What begins another statement. */
const PARTED = /[;:]|, (?:and|but|while)\b| (?:while|whereas) /;

/** A holding said to lie in an account that does not hold it: "Your Roth IRA holds Apple", "VTI sits in your 401(k)". */
export function isHeldElsewhere(fact: string, sentence: string, { values, mentions }: FactIndex): boolean {
  const key = /^holding\.([^.]+)\./.exec(fact)?.[1];
  const held = key === undefined ? undefined : values.get(`holding.${key}.accounts`);
  if (typeof held !== 'string') return false;
  const accounts = `-${held.toLowerCase().replace(/[^a-z\d]+/g, '-')}-`;
  const named = mentions(sentence);
  return named.some(({ start, end, subjects }, at) => {
    const own = subjects.filter((one) => one.startsWith('account:')).map((one) => one.slice('account:'.length));
    if (own.length === 0 || own.some((one) => accounts.includes(`-${one}-`))) return false;
    const isIt = (one: Mention | undefined): boolean => one?.subjects.includes(`holding:${key ?? ''}`) === true;
    const [before, after] = [named.slice(0, at), named.slice(at + 1)];
    const next = after.findIndex((one) => one.subjects.some((subject) => subject.startsWith('account:')));
    const behind = (next === -1 ? after : after.slice(0, next)).filter((one) => !PARTED.test(sentence.slice(end, one.start))); // prettier-ignore
    if (HAS.test(sentence.slice(end))) return behind.some(isIt);
    if (!LIES_IN.test(sentence.slice(0, start))) return false;
    const last = before.findLast((one) => one.subjects.some((subject) => subject.startsWith('holding:')));
    if (last !== undefined && !PARTED.test(sentence.slice(last.end, start))) return isIt(last);
    return behind.some(isIt);
  });
}

/** "Your IRA holds" with what the brokerage account holds, where there is an IRA too. */
export function isAnothersAccount(fact: string, clause: string, { values }: FactIndex): boolean {
  if (isOfAnotherType(fact, clause, values)) return true;
  const own = /^allocation\.account\.([^.]+)\.(?:value|weight)$/.exec(fact)?.[1];
  const said = own === undefined ? undefined : HOLDS.exec(clause)?.[1];
  if (own === undefined || said === undefined) return false;
  const accounts = [...values.keys()].flatMap((name) => /^allocation\.account\.([^.]+)\.value$/.exec(name)?.[1] ?? []);
  return kinds.some(([words, key]) => words.test(said) && !key.test(own) && accounts.some((one) => key.test(one)));
}
