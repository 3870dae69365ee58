import { databaseRoles, secretOfRole } from '../../shared/schemas/database-role.ts';
import type { TargetName } from '../target/target.ts';
import { allOf } from '../terminal/all-of.ts';
import type { Fleet } from '../terraform/fleet.ts';
import { nearestName } from '../terminal/nearest-name.ts';
import { stageRemedy } from '../terraform/stage-remedy.ts';
import { stagesWith } from '../terraform/stages-with.ts';
import { stageNames, type Stage } from '../terraform/variables-file.ts';
import { ownSecretsOf, secretsAmong } from './own-secrets.ts';
import { secrets } from './secrets.ts';

/** The stage that a secret comes with: the first in which somebody has the need that brings it. */
export const stageOfSecret = async (name: string): Promise<Stage> => stageFor(needFor(name), await folders());

/** How to have the secrets that a fleet lacks, where it has none. */
export async function secretStages(): Promise<string[]> {
  const fleet = await folders();
  const all = secretsAmong([...secrets.map(({ name }) => name), ...ownSecretsOf(fleet).keys()]);
  return stageNames.flatMap((stage) => {
    const names = all
      .filter(({ need }) => stageFor(need, fleet) === stage)
      .map(({ name, only }) => (only === undefined ? name : `${name} (${only})`));
    return names.length === 0 ? [] : [stageRemedy(`${allOf(names)} ${names.length === 1 ? 'comes' : 'come'}`, stage)];
  });
}

/**
 * How to have one that a fleet with others lacks.
 *
 * @param there those that the fleet has, one of which may be meant
 */
export async function secretRemedy(name: string, on: TargetName, there: readonly string[]): Promise<string> {
  const [stage] = stagesWith(needFor(name), await folders());
  if (stage === undefined) {
    const near = nearestName(name, there);
    return near === undefined
      ? `No folder needs it: write "secret:${name}" into the needs of its lambda.json first (guides/9-beyond.md).`
      : `Did you mean ${near}?`;
  }
  const known = secrets.find((one) => one.name === name);
  if (on === 'aws') return stageRemedy(known?.only === undefined ? 'It comes' : `It comes (${known.only})`, stage);
  return known?.only === undefined
    ? 'A folder needs it, and did not when this fleet was started: stop it with Ctrl-C in its terminal, then: npm start'
    : `On a laptop that is ${allOf(known.fields.map(({ variable }) => variable))}, set before npm start.`;
}

/** One that nobody has would come with the agents. */
const stageFor = (need: string, fleet: Fleet): Stage => stagesWith(need, fleet)[0] ?? '6-agents';

async function folders(): Promise<Fleet> {
  // Only now: the folders are looked at where a secret is missing, and their schemas are much to load.
  const { readFleet } = await import('../terraform/fleet.ts');
  return readFleet();
}

function needFor(name: string): string {
  const role = databaseRoles.find((one) => secretOfRole(one) === name);
  if (role !== undefined) return `database:${role}`;
  return secrets.find((one) => one.name === name)?.need ?? `secret:${name}`;
}
