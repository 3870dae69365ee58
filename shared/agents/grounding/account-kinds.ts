import type { FactIndex } from './fact-index.ts';

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

/** "Your IRA holds" with what the brokerage account holds, where there is an IRA too. */
export function isAnothersAccount(fact: string, clause: string, { values }: FactIndex): boolean {
  const own = /^allocation\.account\.([^.]+)\.(?:value|weight)$/.exec(fact)?.[1];
  const said = own === undefined ? undefined : HOLDS.exec(clause)?.[1];
  if (own === undefined || said === undefined) return false;
  const accounts = [...values.keys()].flatMap((name) => /^allocation\.account\.([^.]+)\.value$/.exec(name)?.[1] ?? []);
  return kinds.some(([words, key]) => words.test(said) && !key.test(own) && accounts.some((one) => key.test(one)));
}
