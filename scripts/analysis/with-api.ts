import { withFleet, type Teller } from '../laptop/with-fleet.ts';
import type { TargetName } from '../target/target.ts';
import { CommandError } from './command-error.ts';

/** Where the API answers, and the key that it knows the person by. */
export interface ReachableApi {
  apiUrl: string;
  apiKey: string;
}

/**
 * Does `work` with the API of the fleet on this machine, or of the one on AWS that .env names.
 *
 * @throws {CommandError} where AWS is meant and there is no deployment, no API in it, or no key
 */
export async function withApi<T>(
  target: TargetName,
  teller: Teller,
  work: (api: ReachableApi) => Promise<T>,
): Promise<T> {
  if (target === 'laptop') return withFleet(teller, work);
  const [{ openTarget }, { needApi }] = await Promise.all([
    import('../target/open-target.ts'),
    import('../target/needed.ts'),
  ]);
  const apiUrl = needApi(openTarget('aws'));
  const apiKey = process.env.ALEX_API_KEY ?? '';
  if (apiKey === '') {
    throw new CommandError('Your fleet on AWS asks who you are, and ALEX_API_KEY is not set.', [
      'npm run seed -- --person NAME --target aws makes a person there and prints their key, once.',
      'macOS and Linux: export ALEX_API_KEY=…   PowerShell: $env:ALEX_API_KEY = "…"   Command Prompt: set ALEX_API_KEY=…',
    ]);
  }
  const interrupted = (): void => {
    teller.tell(teller.interrupted(true));
    process.exit(130);
  };
  process.once('SIGINT', interrupted);
  try {
    return await work({ apiUrl, apiKey });
  } finally {
    process.removeListener('SIGINT', interrupted);
  }
}
