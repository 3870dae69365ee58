import { CommandError } from '../analysis/command-error.ts';
import { ownSecretIn, ownSecretProblem, ownSecretValue } from '../secrets/own-secrets.ts';

/** Variables by name. */
type Variables = Readonly<Record<string, string | undefined>>;

/** The variables among those of a person's own secrets that are set, ALEX_SECRET_NAME. Their values are secrets. */
export const ownSecretsIn = (variables: Variables = process.env): Record<string, string> =>
  Object.fromEntries(
    Object.entries(variables).flatMap(([variable, value = '']): [string, string][] =>
      value.trim() === '' || ownSecretIn(variable) === undefined ? [] : [[variable, value.trim()]],
    ),
  );

/**
 * The secrets of a person's own folders that their environment gives, by name. They go nowhere but into Secrets Manager.
 *
 * @throws {CommandError} for what cannot be a value, which is not quoted
 */
export function readOwnSecrets(variables: Variables = process.env): Record<string, string> {
  const given = Object.entries(ownSecretsIn(variables));
  const problems = given.flatMap(([variable, value]) => {
    const problem = ownSecretProblem(value);
    return problem === undefined ? [] : [`${variable} ${problem}.`];
  });
  if (problems.length > 0) throw new CommandError('A secret cannot be written:', problems);
  return Object.fromEntries(
    given.map(([variable, value]): [string, string] => [ownSecretIn(variable) ?? '', ownSecretValue(value)]),
  );
}
