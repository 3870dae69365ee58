import { findRunningFleet } from '../../local/lock.ts';
import { DATA } from '../laptop/paths.ts';
import type { Teller } from '../laptop/with-fleet.ts';
import { explainAwsFailure } from './explain-aws-failure.ts';
import { openTarget } from './open-target.ts';
import type { Target, TargetName } from './target.ts';
import { useTarget } from './use-target.ts';

export interface TargetTeller extends Partial<Teller> {
  /** Only a fleet that is up already will do: what is asked about it is what it does now. Default false. */
  running?: boolean;
  /** The command has no --target: nobody is told to give another. Default false. */
  onlyAws?: boolean;
  /** The settings of this environment that the command itself takes to a running fleet: of these nobody is told that they do not count. */
  sends?: (target: Target) => readonly string[];
}

/**
 * Does `work` with a fleet, whose variables are in `process.env` by then. On a laptop that is the one that `npm start` keeps up, or
 * else one brought up for this command and stopped after it.
 *
 * @throws {CommandError} in words that say what to do: no fleet, no or expired credentials or those of another account, something that is not deployed
 */
export async function withTarget<T>(
  name: TargetName,
  work: (target: Target) => Promise<T>,
  { running = false, onlyAws = false, sends = () => [], ...teller }: TargetTeller = {},
): Promise<T> {
  const { tell = tellOnStderr, interrupted = () => '\nStopped.' } = teller;
  const use = async (target: Target): Promise<T> => {
    useTarget(target);
    try {
      if (name === 'aws') await refuseStrangers(target);
      return await work(target);
    } catch (error) {
      throw explainAwsFailure(error, target) ?? error;
    }
  };
  if (name === 'aws' || running) {
    const target = openTarget(name, { onlyAws });
    if (name === 'laptop') await tellOfRunning(tell, sends(target));
    return use(target);
  }
  // Only now: a fleet of one's own is much to load.
  const [{ withFleet }, { laptopTarget }] = await Promise.all([
    import('../laptop/with-fleet.ts'),
    import('./laptop-target.ts'),
  ]);
  return withFleet({ tell, interrupted }, ({ environment, apiUrl }) => use(laptopTarget(environment, apiUrl)));
}

/** Names of functions and logs are the same in every account: what is done by them with the wrong credentials is done to another fleet. */
async function refuseStrangers({ environment, region }: Target): Promise<void> {
  const [{ accountsNamed, refuseOtherAccount }, { currentAccount }] = await Promise.all([
    import('./other-account.ts'),
    import('./current-account.ts'),
  ]);
  const accounts = accountsNamed(environment);
  if (accounts.length === 0) return;
  // What keeps AWS from telling keeps it from the work too, where it is told by what was to be done.
  const caller = await currentAccount(region).catch(() => undefined);
  if (caller !== undefined) refuseOtherAccount(caller, accounts, '.env');
}

async function tellOfRunning(tell: Teller['tell'], sent: readonly string[]): Promise<void> {
  const fleet = findRunningFleet(DATA);
  if (fleet === undefined) return;
  const { toldOfRunning } = await import('../laptop/told-of-running.ts');
  const told = toldOfRunning(fleet, sent);
  if (told !== null) tell(told);
}

function tellOnStderr(text: string): void {
  process.stderr.write(`${text}\n`);
}
