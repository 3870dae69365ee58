import { CommandError } from '../analysis/command-error.ts';
import type { Secret } from './secrets.ts';

export interface Sources {
  /** What a person set beforehand. */
  environment: Readonly<Record<string, string | undefined>>;
  /** Asks for one that is not set; undefined where there is no terminal. */
  ask: ((label: string) => Promise<string>) | undefined;
  /** Whether one may be drawn by chance: not over one that is there. */
  draw: boolean;
}

/**
 * The value of a secret from the environment, else from the person; undefined where nothing is given.
 *
 * @throws {CommandError} for values that cannot be right, which are not quoted
 */
export async function gather(
  { name, fields, write = JSON.stringify }: Secret,
  { environment, ask, draw }: Sources,
): Promise<string | undefined> {
  const value: Record<string, string> = {};
  const problems: string[] = [];
  for (const { key, variable, label, problem, draw: drawn } of fields) {
    const set = environment[variable]?.trim() ?? '';
    let given = set === '' && ask !== undefined ? await ask(`${label}: `) : set;
    if (given === '') given = draw ? (drawn?.() ?? '') : '';
    if (given === '') continue;
    const wrong = problem(given);
    if (wrong === undefined) value[key] = given;
    else problems.push(`${set === '' ? label : variable} ${wrong}.`);
  }
  if (problems.length > 0) throw new CommandError(`The secret ${name} was not written.`, problems);
  const { alpacaKeyId, alpacaSecret } = value;
  if ((alpacaKeyId === undefined) !== (alpacaSecret === undefined)) {
    throw new CommandError(`The secret ${name} was not written.`, [
      'Alpaca asks for both: ALEX_ALPACA_KEY_ID and ALEX_ALPACA_SECRET.',
    ]);
  }
  return Object.keys(value).length === 0 ? undefined : write(value);
}
