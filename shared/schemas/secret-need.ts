import { databaseRoles, ownersSecret, secretOfRole } from './database-role.ts';

/** The longest name: beside the project's it is far from the 512 characters that Secrets Manager takes. */
const LONGEST = 64;

/** Secrets that another need brings, by their names. One role's policy with both could not be made, or would open what the need keeps closed. */
const BROUGHT: Readonly<Record<string, string>> = {
  'model-key': 'model',
  'trace-headers': 'traces',
  [ownersSecret]: 'database',
  ...Object.fromEntries(databaseRoles.map((role) => [secretOfRole(role), `database:${role}`])),
};

/** What stands after `secret:`, as part of a pattern: words of letters and digits, with a hyphen between two, as the name is one of a variable too. */
export const secretName = `(?=.{1,${LONGEST}}$)(?!(?:${Object.keys(BROUGHT).join('|')})$)[a-z][a-z0-9]*(?:-[a-z0-9]+)*`;

/** Why a need `secret:NAME` is none. */
export function refusedSecret(name: string): string {
  const brought = Object.hasOwn(BROUGHT, name) ? BROUGHT[name] : undefined;
  return brought === undefined
    ? `a secret's name is of lower-case letters and digits with single hyphens between them, begins with a letter, and has ${LONGEST} characters at most, such as "secret:news-key"`
    : `the secret ${name} comes with the need "${brought}": write that, or choose another name`;
}

/** A name that `secret:NAME` may have, for what stands in a variable: `OPENAI_API_KEY` is "openai-api-key". */
export function secretNameFor(variable: string): string {
  const name = variable
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, LONGEST)
    .replace(/-$/, '');
  return Object.hasOwn(BROUGHT, name) ? `own-${name}` : name;
}

/** The names of all `secret:NAME` among needs, each once. */
export const secretsNeeded = (needs: readonly string[]): string[] => [
  ...new Set(needs.flatMap((need) => (need.startsWith('secret:') ? [need.slice('secret:'.length)] : []))),
];
