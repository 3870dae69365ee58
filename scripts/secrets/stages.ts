import { databaseRoles, secretOfRole } from '../../shared/schemas/database-role.ts';
import { allOf } from '../terminal/all-of.ts';
import { stageRemedy } from '../terraform/stage-remedy.ts';
import { stagesWith } from '../terraform/stages-with.ts';
import { stageNames, type Stage } from '../terraform/variables-file.ts';
import { secrets } from './secrets.ts';

/** The stage that a secret comes with: the first in which somebody has the need that brings it. */
export const stageOfSecret = async (name: string): Promise<Stage> => (await stageFinder())(name);

/** How to have the secrets that a fleet lacks, where it has none. */
export async function secretStages(): Promise<string[]> {
  const stageFor = await stageFinder();
  return stageNames.flatMap((stage) => {
    const names = secrets
      .filter(({ name }) => stageFor(name) === stage)
      .map(({ name, only }) => (only === undefined ? name : `${name} (${only})`));
    return names.length === 0 ? [] : [stageRemedy(`${allOf(names)} ${names.length === 1 ? 'comes' : 'come'}`, stage)];
  });
}

/** How to have one that a fleet with others lacks. */
export async function secretRemedy(name: string): Promise<string> {
  const only = secrets.find((one) => one.name === name)?.only;
  return stageRemedy(only === undefined ? 'It comes' : `It comes (${only})`, await stageOfSecret(name));
}

/** A secret that nobody has the need for would come with the agents. */
async function stageFinder(): Promise<(name: string) => Stage> {
  // Only now: the folders are looked at where a secret is missing, and their schemas are much to load.
  const { readFleet } = await import('../terraform/fleet.ts');
  const fleet = readFleet();
  return (name) => stagesWith(needFor(name), fleet)[0] ?? '6-agents';
}

function needFor(name: string): string {
  const role = databaseRoles.find((one) => secretOfRole(one) === name);
  if (role !== undefined) return `database:${role}`;
  return secrets.find((one) => one.name === name)?.need ?? `secret:${name}`;
}
