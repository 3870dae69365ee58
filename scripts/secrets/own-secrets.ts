import { secretsNeeded } from '../../shared/schemas/secret-need.ts';
import type { Fleet } from '../terraform/fleet.ts';
import { inVariable } from '../target/target-from.ts';
import { isKnown, secrets, type Secret } from './secrets.ts';

/** Bytes of a value: https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html */
const MOST = 65_536;
const VARIABLE = 'ALEX_SECRET_';

/** A secret that Alex knows nothing of but its name: one that somebody's own folder needs. `news-key` is given in ALEX_SECRET_NEWS_KEY. */
const ownSecret = (name: string): Secret => ({
  name,
  need: `secret:${name}`,
  what: 'what a folder of yours reads with readSecret: a key, which becomes {"key": "…"}, or a JSON object.',
  fields: [
    { key: 'key', variable: `${VARIABLE}${inVariable(name)}`, label: `Value of ${name}`, problem: ownSecretProblem },
  ],
  write: ({ key = '' }) => ownSecretValue(key),
});

/** The value of a secret of one's own: `{"key": …}` around what is given, or that itself where it is a JSON object. */
export const ownSecretValue = (given: string): string =>
  given.startsWith('{') ? given : JSON.stringify({ key: given });

/** Why what is given cannot be one's value, without quoting it; undefined where it can. */
export function ownSecretProblem(given: string): string | undefined {
  if (Buffer.byteLength(ownSecretValue(given)) > MOST) return `has to be of ${MOST} bytes at most`;
  try {
    JSON.parse(ownSecretValue(given));
    return undefined;
  } catch {
    return 'begins with { and is no JSON';
  }
}

/** The secret that a variable gives; undefined for a variable of none, or of one that Alex knows. */
export function ownSecretIn(variable: string): string | undefined {
  if (!variable.startsWith(VARIABLE)) return undefined;
  const name = variable.slice(VARIABLE.length).toLowerCase().replaceAll('_', '-');
  return name === '' || isKnown(name) ? undefined : name;
}

/** What is to be known of those secrets, the passwords of the database's roles left out: `npm run migrate` draws them. */
export const secretsAmong = (names: readonly string[]): Secret[] => [
  ...secrets.filter(({ name }) => names.includes(name)),
  ...names.filter((name) => !isKnown(name)).map(ownSecret),
];

/** The secrets of a fleet's folders that Alex knows nothing of, each with the folders that need it. */
export function ownSecretsOf({ functions, services }: Fleet): Map<string, string[]> {
  const folders = new Map<string, string[]>();
  for (const [folder, { needs }] of [...functions, ...services]) {
    for (const name of secretsNeeded(needs)) {
      if (!isKnown(name)) folders.set(name, [...(folders.get(name) ?? []), folder]);
    }
  }
  return folders;
}
