import { readMigrationState } from '../database/migration-state.ts';
import { roleProblems } from '../database/role-problems.ts';
import { countInstruments } from '../database/seed-database.ts';
import { withoutDocker } from '../deployment/docker.ts';
import { chosenSecrets } from '../secrets/fill.ts';
import { secretKeeper } from '../secrets/store.ts';
import { unneededSecrets } from '../secrets/unneeded.ts';
import { variablesOf, type DeploymentOutputs } from '../target/deployment-outputs.ts';
import { explainAwsFailure } from '../target/explain-aws-failure.ts';
import type { Target } from '../target/target.ts';
import { targetFrom } from '../target/target-from.ts';
import { useTarget } from '../target/use-target.ts';
import { withDatabase } from '../target/with-database.ts';
import { counted } from '../terminal/counted.ts';
import { ALARMS_STAGE, alarmsHeard } from './alarms.ts';
import { ok, problem, type Check } from './finding.ts';

const MIGRATE = 'npm run migrate -- --target aws';
const SEED = 'npm run seed -- --target aws';

/**
 * Whether what Terraform made can be used: images, secrets and tables come after it, and are left to the person where Docker, Secrets Manager or
 * the database did not answer. It is asked last, as this process goes by the deployment's variables from then on.
 *
 * @param variables text of terraform.tfvars
 * @param tagged ARNs of what carries the project's tags
 */
export function usableChecks(
  outputs: DeploymentOutputs,
  variables: string,
  project: string,
  tagged: () => Promise<readonly string[]>,
): Check[] {
  const target = targetFrom('aws', variablesOf(outputs));
  const imageless = Object.keys(outputs.repositories).filter((service) => outputs.services[service] === undefined);
  return [
    ...imageless.map((service): Check => ({ name: 'container', look: () => container(service) })),
    ...(Object.keys(target.secrets).length === 0
      ? []
      : [{ name: 'secrets', look: () => explained(target, () => secretsOf(target, variables)) }]),
    ...(target.database === undefined
      ? []
      : [{ name: 'database', look: () => explained(target, () => database(target)) }]),
    ...(outputs.stages.includes(ALARMS_STAGE)
      ? [{ name: 'alarms', look: () => alarmsHeard({ region: target.region, variables, project }, tagged) }]
      : []),
  ];
}

async function container(service: string): Promise<ReturnType<typeof ok>> {
  const without = await withoutDocker();
  return problem(
    `4-researcher has no container yet: the image of ${service} was not built and pushed.`,
    ...(without === undefined ? ['npm run deploy'] : [without.remedies[0], 'Then: npm run deploy']),
  );
}

async function secretsOf(target: Target, variables: string): Promise<ReturnType<typeof ok>> {
  const unneeded = unneededSecrets(variables);
  const keeper = secretKeeper(target.region);
  const wanted = chosenSecrets(target, undefined).filter(({ name }) => unneeded[name] === undefined);
  const states = await Promise.all(
    wanted.map(({ name }) =>
      keeper.hasValue(target.secrets[name] ?? '').catch((error: unknown) => {
        // AWS says that there is none, and not which.
        if (error instanceof Error && error.name === 'ResourceNotFoundException') return undefined;
        throw error;
      }),
    ),
  );
  const those = (state: boolean | undefined): string[] =>
    wanted.filter((_, index) => states[index] === state).map(({ name }) => name);
  const [gone, empty] = [those(undefined), those(false)];
  if (gone.length > 0) {
    return problem(
      `${gone.length === 1 ? 'A secret is' : 'Secrets are'} not in this AWS account in ${target.region} any more: ${gone.join(', ')}.`,
      'Was it deleted in the console? It is made again: npm run deploy',
      'Does AWS keep its name, as one that waits to be deleted? Have it back: aws secretsmanager restore-secret --secret-id NAME',
    );
  }
  if (empty.length === 0) return ok('Those that are needed have a value');
  return problem(
    `${empty.length === 1 ? 'A secret has' : 'Secrets have'} no value yet: ${empty.join(', ')}.`,
    'npm run secrets -- --target aws',
  );
}

async function database(target: Target): Promise<ReturnType<typeof ok>> {
  useTarget(target);
  return withDatabase(target, async (db) => {
    const { applied, pending, unknown } = await readMigrationState(db);
    if (unknown > 0)
      return problem(`The database has ${counted(unknown, 'migration')} that this checkout does not know.`, 'git pull');
    if (applied.length === 0) return problem('The database has no tables yet.', `${MIGRATE}, then: ${SEED}`);
    if (pending.length > 0)
      return problem(`The database lacks ${counted(pending.length, 'migration')} of this checkout.`, MIGRATE);
    const roles = await roleProblems(db, target);
    if (roles.length > 0) return problem(roles.join(' '), MIGRATE);
    const instruments = await countInstruments(db);
    if (instruments === 0) return problem('The database has no reference instruments yet.', SEED);
    return ok(`${counted(applied.length, 'migration')}, ${counted(instruments, 'instrument')}`);
  });
}

/** @throws {CommandError} for a failure of AWS, which says what to do */
async function explained<T>({ region }: Target, look: () => Promise<T>): Promise<T> {
  try {
    return await look();
  } catch (error) {
    throw explainAwsFailure(error, { name: 'aws', region }) ?? error;
  }
}
