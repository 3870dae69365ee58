import { createHmac, randomBytes } from 'node:crypto';
import { CommandError } from '../analysis/command-error.ts';
import { allOf } from '../terminal/all-of.ts';
import { readMarketSettings } from './market-settings.ts';
import { marketKeysIn } from './market-keys.ts';
import { readModelSettings } from './model-settings.ts';
import { ownSecretsIn } from './own-secrets.ts';
import { ownResearchSettings } from './research-settings.ts';
import { readTraceSettings } from './trace-settings.ts';

/** Variables by name. */
type Variables = Readonly<Record<string, string | undefined>>;

/** Bytes of a mark: enough to tell two values apart, and too few to find a key by. */
const MARK = 4;

/**
 * Everything in a person's environment that a fleet takes when it starts, and that does nothing for one that runs.
 *
 * @throws {CommandError} for a setting of models or prices that cannot be used
 */
export function startSettings(variables: Variables = process.env): Record<string, string> {
  const database = variables.ALEX_DATABASE_URL?.trim() ?? '';
  return {
    ...readModelSettings(variables),
    ...readTraceSettings(variables, () => undefined),
    ...readMarketSettings(variables),
    ...marketKeysIn(variables),
    ...ownSecretsIn(variables),
    ...ownResearchSettings(variables),
    ...(database !== '' && { ALEX_DATABASE_URL: database }),
  };
}

/** Settings as the lock file of a fleet has them: their names, each with a salted mark, which tells no value. */
export function marksOf(settings: Readonly<Record<string, string>>): Record<string, string> {
  const salt = randomBytes(16).toString('hex');
  return Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, `${salt}:${mark(salt, value)}`]));
}

/**
 * That settings of this environment are not those of the fleet that runs, and so do not count, in a sentence with what to do; null
 * where none is another, or the fleet does not say what it was started with.
 *
 * @param startedWith what `marksOf` said when the fleet was started
 */
export function tellUnheeded(
  settings: Readonly<Record<string, string>>,
  startedWith: Readonly<Record<string, string>> | undefined,
): string | null {
  if (startedWith === undefined) return null;
  const others = Object.entries(settings).flatMap(([name, value]) => {
    const [salt = '', told] = (startedWith[name] ?? '').split(':');
    return told === mark(salt, value) ? [] : [name];
  });
  if (others.length === 0) return null;
  const one = others.length === 1;
  return (
    `Alex is running already, and was started without the ${allOf(others)} set here, which ${one ? 'does' : 'do'} not count: ` +
    `stop it with Ctrl-C in its terminal, and give ${one ? 'it' : 'them'} to npm start.`
  );
}

/**
 * The same of this process's environment, for a command that a running fleet serves. What cannot be used counts for that fleet as
 * little as what it was started without: it is told, and keeps nobody from the command.
 *
 * @param sent those that the command itself takes to the fleet
 */
export function unheededHere(
  { startedWith }: { startedWith?: Readonly<Record<string, string>> | undefined },
  sent: readonly string[] = [],
  variables: Variables = process.env,
): string | null {
  try {
    const settings = Object.entries(startSettings(variables)).filter(([name]) => !sent.includes(name));
    return tellUnheeded(Object.fromEntries(settings), startedWith);
  } catch (error) {
    if (error instanceof CommandError)
      return `${error.message} Alex is running already, and goes on with what it was started with.`;
    throw error;
  }
}

const mark = (salt: string, value: string): string =>
  createHmac('sha256', salt)
    .update(value)
    .digest('hex')
    .slice(0, 2 * MARK);
