import { doubtfulRegion } from '../target/aws-regions.ts';
import { existsSync } from 'node:fs';
import { taggedArns } from '../deployment/leftovers.ts';
import { accountFrom } from '../target/current-account.ts';
import { namesDeployment, readEnvFile } from '../target/env-file.ts';
import { accountsNamed, otherAccount } from '../target/other-account.ts';
import { regionNotEnabled } from '../target/region-not-enabled.ts';
import type { TargetName } from '../target/target.ts';
import { describeVersion, versionAskedFor } from '../terraform/database-version.ts';
import { describeRename } from '../terraform/describe-plan.ts';
import { readFleet } from '../terraform/fleet.ts';
import { TERRAFORM, VARIABLES } from '../terraform/folder.ts';
import { lostSettings } from '../terraform/lost-settings.ts';
import { setBesideTfvars } from '../terraform/set-elsewhere.ts';
import { REGION, settingFaults } from '../terraform/setting-faults.ts';
import { declaredSettings } from '../terraform/settings.ts';
import { readVariablesFile, stagesIn, textVariable } from '../terraform/variables-file.ts';
import { accountPlanChecks } from './account-plan.ts';
import { accountChecks } from './account.ts';
import { lookAll, ok, problem, warning, type Finding } from './finding.ts';
import { knownState } from './known-state.ts';
import { laptopChecks, runningFleet } from './laptop.ts';
import { machineChecks } from './machine.ts';
import { nameChecks } from './names.ts';
import { restLogChecks } from './rest-logs.ts';
import { examineStack } from './stack.ts';

export interface Examination {
  laptop: Finding[];
  /** Undefined where AWS was not looked at. */
  aws: Finding[] | undefined;
  /** The stages that are on AWS, as far as .env knows. */
  deployed: readonly string[];
  /** Whether a fleet is up on this machine. */
  running: boolean;
}

/** Whether a deployment is meant at all: variables that a person set, or one that .env names. */
const meansToDeploy = (): boolean => existsSync(VARIABLES) || namesDeployment(readEnvFile());

/**
 * Looks at this machine, and at AWS where it is asked for or something is deployed or about to be.
 *
 * @param tellLaptop is told of this machine before AWS is asked, which may be long in answering
 */
export async function examine(
  target: TargetName | undefined,
  tellLaptop: (findings: readonly Finding[]) => void,
): Promise<Examination> {
  const deploys = target === 'aws' || (target === undefined && meansToDeploy());
  const laptop = await lookAll([...machineChecks(deploys), ...laptopChecks]);
  tellLaptop(laptop);
  return {
    laptop,
    aws: deploys ? await examineAws() : undefined,
    deployed: readEnvFile()?.ALEX_STAGES?.split(' ') ?? [],
    running: runningFleet()?.staysUp === true,
  };
}

async function examineAws(): Promise<Finding[]> {
  const { text: variables, isExample } = readVariablesFile();
  const region = textVariable(variables, 'region') ?? 'us-east-1';
  const project = textVariable(variables, 'project') ?? 'alex';
  const isWritten = REGION.test(region);
  const known = knownState();
  let isEnabled = true;
  const credentials = await lookAll([
    {
      name: 'credentials',
      look: async () => {
        const caller = await accountFrom(isWritten ? region : 'us-east-1');
        isEnabled = caller.isEnabled;
        const { account, arn, isRoot } = caller;
        const { accounts } = await known;
        const other =
          accounts.length > 0
            ? otherAccount(caller, accounts, 'state')
            : otherAccount(caller, accountsNamed(readEnvFile()), '.env');
        if (other !== undefined) return problem(other.says, ...other.remedies);
        return isRoot
          ? warning(
              `Account ${account}, as its root user, who should do nothing every day.`,
              'Make a user that may deploy: guides/1-permissions.md',
            )
          : ok(`Account ${account}, as ${arn}`);
      },
    },
    // One that is not written like a region is a fault of the settings, and told there.
    ...(isWritten ? [{ name: 'region', look: () => regionOf(region, isEnabled) }] : []),
  ]);
  const refused =
    !isWritten ||
    !isEnabled ||
    credentials.some(({ check, state }) => check === 'credentials' && state !== 'ok' && state !== 'warning');
  const fleet = readFleet();
  const { functions: made, projects, databaseVersion } = await known;
  const account = refused ? [] : await lookAll(accountChecks({ region, project, variables, fleet, made }));
  let asked: Promise<string[]> | undefined;
  /** Asked for once, and only where something hangs on it. */
  const tagged = (): Promise<string[]> => (asked ??= taggedArns(project, region));
  const names = { project, region, folders: [...fleet.functions.keys()], made: new Set(made.keys()), tagged };
  return [
    ...settingsOf(variables, isExample, await known),
    ...credentials,
    ...projectOf(project, projects),
    ...versionOf(databaseVersion, variables),
    ...rights(account, project),
    ...(refused ? [] : await lookAll(accountPlanChecks)),
    ...account,
    ...(refused ? [] : await lookAll([...nameChecks(names), ...restLogChecks({ project, region, variables })])),
    ...(await examineStack({ project, variables, tagged: refused ? undefined : tagged })),
  ];
}

/** Members of the group may ask all that the doctor asks, so who may not is not in it, or in one of an earlier day; or is held back by others. */
function rights(account: readonly Finding[], project: string): Finding[] {
  const check = 'rights';
  const denied = account.flatMap((finding) => finding.denied ?? []);
  const allOfThem = denied.length === account.length ? problem : warning;
  const held = Map.groupBy(
    denied.flatMap(({ action, denial }) => (denial === undefined ? [] : [{ action, denial }])),
    ({ denial }) => denial.by,
  );
  const lacking = [...new Set(denied.flatMap(({ action, denial }) => (denial === undefined ? [action] : [])))];
  const join = `Put your user into the group ${project}-deployers: guides/1-permissions.md`;
  const groups = [...held].map(([by, refused]) => ({
    check,
    ...allOfThem(
      `Refused by ${by}: ${[...new Set(refused.map(({ action }) => action))].join(', ')}. A deployment needs more than that.`,
      ...(refused[0]?.denial.remedies ?? []),
    ),
  }));
  if (lacking.length === 0) return groups;
  const all = lacking.join(', ');
  const own =
    denied.length === account.length
      ? problem(
          `AWS knows these credentials, and they may do nothing of what was asked (${all}).`,
          join,
          'Is there no such group yet? An administrator deploys stage 1',
        )
      : warning(
          `These credentials may not do ${all}, and deployers may.`,
          join,
          'If you are in it: an administrator deploys stage 1 again, whose policies have grown since',
        );
  return [...groups, { check, ...own }];
}

/** Every fault that the text of terraform.tfvars shows, a finding each; then whether it is what Terraform goes by. */
function settingsOf(text: string, isExample: boolean, state: Awaited<ReturnType<typeof knownState>>): Finding[] {
  const check = 'settings';
  const faults = settingFaults(text, declaredSettings(TERRAFORM));
  if (faults.length > 0)
    return faults.map(({ says, remedy }) => ({ check, ...problem(`terraform.tfvars: ${says}.`, remedy) }));
  const beside = setBesideTfvars(text);
  if (beside !== undefined) return [{ check, ...problem(beside.says, ...beside.remedies) }];
  const lost = isExample ? lostSettings(state, text, stagesIn(text)) : undefined;
  if (lost !== undefined) return [{ check, ...problem(lost.says, ...lost.remedies) }];
  const chosen = stagesIn(text).join(', ');
  const stages = chosen === '' ? 'no stage' : chosen;
  return [
    {
      check,
      ...ok(
        isExample
          ? `There is no terraform.tfvars yet; npm run deploy copies the example, with ${stages}`
          : `terraform.tfvars, with ${stages}`,
      ),
    },
  ];
}

/** Said only where it is another one than that of what is deployed. */
function projectOf(project: string, deployed: readonly string[]): Finding[] {
  const [says, ...remedies] = describeRename(deployed, project);
  return says === undefined ? [] : [{ check: 'project', ...problem(says, ...remedies) }];
}

/** Said only where the database is at another version than is asked for. */
function versionOf(is: string | undefined, variables: string): Finding[] {
  const [says, ...remedies] = describeVersion(is, versionAskedFor(variables));
  return says === undefined ? [] : [{ check: 'database', ...warning(says, ...remedies) }];
}

function regionOf(region: string, isEnabled: boolean): ReturnType<typeof ok> {
  if (!isEnabled) return problem(...regionNotEnabled(region));
  const doubt = doubtfulRegion(region);
  // AWS opens new ones: what is written like one may be there.
  if (doubt !== undefined) return warning(`"${region}" is no AWS region that Alex knows.`, doubt);
  const deployed = readEnvFile();
  if (namesDeployment(deployed) && deployed.AWS_REGION !== undefined && deployed.AWS_REGION !== region) {
    return problem(
      `terraform.tfvars says ${region}, and what .env names is in ${deployed.AWS_REGION}.`,
      `Set region = "${deployed.AWS_REGION}" in terraform/terraform.tfvars, or destroy what is there first: everything would be made anew`,
    );
  }
  const { text, isExample } = readVariablesFile();
  const from = isExample ? 'from terraform.tfvars.example' : 'from terraform.tfvars';
  return ok(`${region}, ${textVariable(text, 'region') === undefined ? 'by default' : from}`);
}
