import { CommandError } from '../analysis/command-error.ts';
import type { Target, TargetName } from '../target/target.ts';
import { gather, type Sources } from './gather.ts';
import { secretsAmong } from './own-secrets.ts';
import type { Secret } from './secrets.ts';
import { secretRemedy } from './stages.ts';
import { secretKeeper } from './store.ts';

export interface FillOptions extends Omit<Sources, 'draw'> {
  /** Writes those that have a value, too. */
  replace: boolean;
  /** Only this one. */
  only: string | undefined;
  /** Those that may as well be empty, by name, with why. */
  unneeded?: Readonly<Record<string, string>>;
  tell: (text: string) => void;
}

/**
 * Writes the secrets of a fleet that have no value, from the environment or the person. No value is shown or read back.
 *
 * @returns the names of those that have none after it, and of those that were to be replaced and for which nothing was given
 * @throws {CommandError} where the fleet has no secret of that name
 */
export async function fillSecrets(
  target: Target,
  { replace, only, unneeded = {}, tell, ...sources }: FillOptions,
): Promise<string[]> {
  const chosen = chosenSecrets(target, only);
  if (only !== undefined && chosen.length === 0) throw await unknown(only, target);
  const keeper = secretKeeper(target.region);
  const empty: string[] = [];
  for (const secret of chosen) {
    const arn = target.secrets[secret.name] ?? '';
    const had = await keeper.hasValue(arn);
    if (had && !replace) {
      tell(`${secret.name} has a value already.`);
      continue;
    }
    if (sources.ask !== undefined) tell(`${secret.name}: ${secret.what}`);
    const value = await gather(secret, { ...sources, draw: !had || replace });
    if (value === undefined) {
      const why = unneeded[secret.name];
      // In a terminal, an empty answer is the person's own; without one nobody was asked.
      const unasked = had && sources.ask === undefined;
      if (unasked)
        tell(
          `${secret.name} is not replaced and keeps its value: none was given. ${howTo(secret, target, '--replace')}`,
        );
      else if (had) tell(`${secret.name} keeps its value.`);
      else if (why !== undefined) tell(`${secret.name} is empty: ${why}`);
      else tell(`${secret.name} has no value. ${howTo(secret, target)}`);
      if (!had || unasked) empty.push(secret.name);
      continue;
    }
    await keeper.write(arn, value);
    tell(`${secret.name} is written.`);
  }
  return empty;
}

const secretsOf = (target: Target): Secret[] => secretsAmong(Object.keys(target.secrets));

/** The secrets of a fleet, or only that one of them. */
export const chosenSecrets = (target: Target, only: string | undefined): Secret[] =>
  secretsOf(target).filter(({ name }) => only === undefined || name === only);

/** The command that asks for a secret. */
export function secretsCommand(name: string, on: TargetName, ...flags: readonly string[]): string {
  const words = [name, ...flags, ...(on === 'aws' ? ['--target', 'aws'] : [])].join(' ');
  return `npm run secrets -- ${words}`;
}

const howTo = (secret: Secret, { name: on }: Target, ...flags: readonly string[]): string =>
  `Run ${secretsCommand(secret.name, on, ...flags)} in a terminal, or set ${secret.fields.map(({ variable }) => variable).join(' or ')}.`;

async function unknown(name: string, target: Target): Promise<CommandError> {
  const there = secretsOf(target).map((one) => one.name);
  return new CommandError(`There is no secret ${name} on ${target.label}.`, [
    there.length === 0 ? 'None is there yet.' : `There are: ${there.join(', ')}`,
    await secretRemedy(name, target.name, there),
  ]);
}
