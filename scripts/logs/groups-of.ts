import { CommandError } from '../analysis/command-error.ts';
import { deployedSoFar, type SoFar } from '../environment/deployed-so-far.ts';
import type { Target, Variables } from '../target/target.ts';
import { notStarted, startAgain } from '../laptop/not-started.ts';
import { didYouMean } from '../terraform/did-you-mean.ts';
import { readFleet } from '../terraform/fleet.ts';
import { stageRemedy } from '../terraform/stage-remedy.ts';

type Where = Pick<Target, 'name' | 'label' | 'logGroups' | 'functions'>;

/**
 * The log groups of these names, of all where none is named. What .env does not know, Terraform's state may: a deployment that stopped
 * half-way is there to be looked at, most of all by whoever wants to know why.
 *
 * @throws {CommandError} where nothing of that name logs there, with what to do
 */
export async function groupsOf(target: Where, names: readonly string[]): Promise<Variables> {
  const { name: where, label, logGroups } = target;
  const lacks = (groups: Variables): boolean =>
    Object.keys(groups).length === 0 || names.some((name) => groups[name] === undefined);
  const state = where === 'aws' && lacks(logGroups) ? await stateIfAny() : undefined;
  const known = { ...state?.outputs?.log_groups, ...logGroups };
  if (lacks(known)) {
    const added = notStarted(target, readFleet().functions).filter((name) => names.includes(name));
    throw notThere(label, known, names, { state, added });
  }
  return names.length === 0 ? known : Object.fromEntries(names.map((name) => [name, known[name] ?? '']));
}

/** Undefined where it cannot be asked: no Terraform, or a deployment of another machine. */
const stateIfAny = (): Promise<SoFar | undefined> => deployedSoFar().catch(() => undefined);

function notThere(
  label: string,
  known: Variables,
  names: readonly string[],
  { state, added }: { state: SoFar | undefined; added: readonly string[] },
): CommandError {
  const logging = Object.keys(known);
  const unknown = names.filter((name) => known[name] === undefined);
  const [says, there] =
    logging.length === 0
      ? [`Nothing logs on ${label} yet`, []]
      : [
          `Nothing called ${unknown.join(', ')} logs on ${label}`,
          [
            ...added.map(startAgain),
            ...didYouMean(
              unknown.filter((name) => !added.includes(name)),
              logging,
            ),
            `There are: ${logging.join(', ')}`,
          ],
        ];
  if (state?.unfinished !== undefined) {
    return new CommandError(`${says}. ${state.unfinished.says}`, [...there, ...state.unfinished.remedies]);
  }
  if (logging.length > 0) return new CommandError(`${says}.`, there);
  return new CommandError(`${says}, as far as .env knows.`, [
    stageRemedy('The first that logs comes', '2-embeddings'),
    'If it is deployed already, write .env anew: npm run env',
  ]);
}
