import { findRunningFleet } from '../../local/lock.ts';
import { CommandError } from '../analysis/command-error.ts';
import { DATA } from '../laptop/paths.ts';
import { ENV_FILE, namesDeployment, readEnvFile } from './env-file.ts';
import { laptopTarget } from './laptop-target.ts';
import type { Target, TargetName } from './target.ts';
import { targetFrom } from './target-from.ts';

/**
 * Where a command goes that does not say: the laptop where its fleet runs (`npm start`) or where .env names no deployment, else AWS.
 *
 * @throws {FleetError} where the laptop's data folder cannot be read
 */
export function defaultTarget(): TargetName {
  if (findRunningFleet(DATA)?.staysUp === true) return 'laptop';
  return namesDeployment(readEnvFile()) ? 'aws' : 'laptop';
}

/**
 * A fleet that is there already: the one that `npm start` keeps up, or what .env says is deployed.
 *
 * @param onlyAws of a command that has no --target, which then is no remedy
 * @throws {CommandError} where there is none, with what to do about it
 */
export function openTarget(name: TargetName, { onlyAws = false }: { onlyAws?: boolean } = {}): Target {
  return name === 'laptop'
    ? runningLaptop()
    : deployment(onlyAws ? [] : ['For the fleet of this machine: --target laptop']);
}

function runningLaptop(): Target {
  const running = findRunningFleet(DATA);
  if (running?.urls === null || running === undefined) {
    throw new CommandError('Alex does not run on this laptop.', [
      'Start it in another terminal with: npm start',
      'For a fleet on AWS: --target aws',
    ]);
  }
  return laptopTarget(running.environment, running.urls.api);
}

/** @param elsewhere how to have another fleet than one on AWS */
function deployment(elsewhere: readonly string[]): Target {
  const variables = readEnvFile();
  if (variables === undefined) {
    throw new CommandError(`Nothing is known of a fleet on AWS: ${ENV_FILE} is not there.`, [
      'Where one is deployed, write the file from what Terraform knows: npm run env',
      'Otherwise deploy one, beginning with guides/1-permissions.md: npm run deploy',
      ...elsewhere,
    ]);
  }
  if (!namesDeployment(variables)) {
    throw new CommandError(`${ENV_FILE} names nothing that is deployed on AWS.`, [
      'Write it anew from what Terraform knows: npm run env',
      ...elsewhere,
    ]);
  }
  if (variables.AWS_REGION === undefined) {
    throw new CommandError(`${ENV_FILE} does not say in which region things are (AWS_REGION).`, [
      'Write it anew from what Terraform knows: npm run env',
    ]);
  }
  return targetFrom('aws', variables);
}
