import { writeFileSync } from 'node:fs';
import { confirm } from '../asking/confirm.ts';
import { allOf } from '../terminal/all-of.ts';
import { CommandError } from '../analysis/command-error.ts';
import { circumstancesHere } from '../cost/circumstances.ts';
import { beyondTheDay, stagesCostADay } from '../cost/report.ts';
import { untilImagesCost } from '../cost/until-images.ts';
import { deployedSoFar } from '../environment/deployed-so-far.ts';
import { writeEnv } from '../environment/write-env.ts';
import { DIST, ROOT } from '../laptop/paths.ts';
import { packageAll } from '../packaging/package-all.ts';
import type { PackedFunction } from '../packaging/package-function.ts';
import { fillSecrets } from '../secrets/fill.ts';
import { unneededSecrets } from '../secrets/unneeded.ts';
import { whyUnasked } from '../target/ask-by-hand.ts';
import { currentAccount } from '../target/current-account.ts';
import { variablesOf, type DeploymentOutputs } from '../target/deployment-outputs.ts';
import { targetFrom } from '../target/target-from.ts';
import { useTarget } from '../target/use-target.ts';
import { describeNetwork } from '../terraform/database-network.ts';
import { describeVersion } from '../terraform/database-version.ts';
import {
  describeMove,
  describePlan,
  describeRename,
  describeStageOne,
  lossesIn,
  questionBefore,
} from '../terraform/describe-plan.ts';
import { readFleet } from '../terraform/fleet.ts';
import { TERRAFORM, VARIABLES } from '../terraform/folder.ts';
import { SAME } from '../terraform/known-failures.ts';
import { refuseLostSettings } from '../terraform/lost-settings.ts';
import { refuseLostState } from '../terraform/lost-state.ts';
import { oneAtATime } from '../terraform/one-at-a-time.ts';
import { describeRestLogs } from '../terraform/describe-rest-logs.ts';
import { describeOpenRoutes } from '../terraform/open-routes.ts';
import { terraformOutputs } from '../terraform/outputs.ts';
import { applyPlan, withPlan, type Plan, type PlannedChange } from '../terraform/plan.ts';
import type { PulledState } from '../terraform/pull-state.ts';
import { refuseSetElsewhere } from '../terraform/set-elsewhere.ts';
import { refuseFaultySettings } from '../terraform/setting-faults.ts';
import { declaredSettings } from '../terraform/settings.ts';
import { refuseChangedVariables, refuseStale } from '../terraform/stale-plan.ts';
import {
  numbersOf,
  readVariablesFile,
  stageNames,
  stagesIn,
  stagesVariable,
  strandedIn,
  textVariable,
  withFoundations,
  withStages,
  type Stage,
} from '../terraform/variables-file.ts';
import { describeSwitchedOff } from '../terraform/switched-off.ts';
import { needTerraform } from '../terraform/version.ts';
import { beginIn } from './begin-in.ts';
import { finish, type UpToDate } from './finish.ts';
import { imageless, keptTags } from './image-tags.ts';
import { leftToDo } from './left-to-do.ts';
import { madeAlready } from './made-already.ts';
import type { DeployOptions } from './options.ts';
import { bringPackagedCode, describeOtherCode, leftByTerraform, runningOtherCode } from './packaged-code.ts';
import { describeProtected, refuseProtectedLosses } from './protection.ts';
import { runScript } from './run-script.ts';
import { pushImages } from './services.ts';

type Tell = (text: string) => void;

const FINISH = 'finish. What is made is kept, and costs what it does';

/**
 * A whole deployment. Every step finds what is done already, so that one which was stopped goes on.
 *
 * @returns the exit code: 3 where something is left for the person to do
 * @throws {CommandError} saying what stopped it and what to do
 */
export async function deploy(options: DeployOptions, tell: Tell): Promise<number> {
  await needTerraform();
  return oneAtATime(() => deployAlone(options, tell));
}

async function deployAlone(options: DeployOptions, tell: Tell): Promise<number> {
  refuseLostState();
  const { text: found, isExample } = readVariablesFile();
  refuseFaultySettings(found, declaredSettings(TERRAFORM), options.stages);
  refuseSetElsewhere(found);
  refuseStranded(stagesIn(found), options.stages);
  const region = textVariable(found, 'region') ?? 'us-east-1';
  const caller = await currentAccount(region);
  tell(`AWS account ${caller.account} in ${region}, as ${caller.arn}.`);
  if (caller.isRoot) tell('That is the root user of the account: make a user for yourself (guides/1-permissions.md).');
  tell('Getting Terraform ready; the first time it fetches its AWS provider');
  // With --plan nothing is begun; and until terraform.tfvars has the new stages, only the same command goes on with them.
  const again = options.plan
    ? SAME
    : options.stages.length === 0
      ? undefined
      : `Then the same again: npm run deploy -- --stage ${numbersOf(options.stages)}`;
  const state = await beginIn(caller, again);
  const project = textVariable(found, 'project') ?? 'alex';
  const already = await madeAlready({ caller, state, project, region }, tell);
  if (already?.isToBeAsked === true && options.yes && !options.plan)
    throw new CommandError(`Nothing was done. ${already.says}`, [...already.remedies, 'Or without --yes, to be asked']);
  // Only now: who has no credentials yet leaves nothing behind, and what is deployed already is known.
  const text = isExample ? beginSettings(found, state, options.stages, tell) : found;
  const before = stagesIn(text);
  tell('Packaging');
  const { functions, services } = await packageAll({ root: ROOT, dist: DIST });

  const wanted = [...new Set([...before, ...options.stages])];
  const added = wanted.length > before.length;
  const changed = added ? withStages(text, wanted) : text;
  const tags = keptTags(tell);
  const made: PlannedChange[] = [];
  tell('Planning');
  const went = await withPlan(
    {
      variables: [...(added ? [stagesVariable(wanted)] : []), ...tags.variables],
      full: options.full,
      stateBefore: state.version,
      ...(again !== undefined && { again }),
    },
    async (plan) => {
      plan.warnings.forEach(tell);
      describeMove(plan.regionBefore, region).forEach(tell);
      describeRename(state.projects, project).forEach(tell);
      describeVersion(plan.database.is, plan.database.asked).forEach(tell);
      describeStageOne(plan.changes, project).forEach(tell);
      describeNetwork(plan.network).forEach(tell);
      const stays = plan.regionBefore === undefined || plan.regionBefore === region;
      const left = stays ? leftByTerraform(functions, { functions: state.functions, project }, plan.changes) : [];
      const otherCode = await otherCodeIn(left, region, tell);
      if (plan.changes.length > 0 || otherCode.length === 0) describePlan(plan.changes).forEach(tell);
      describeOtherCode(otherCode).forEach(tell);
      const fleet = readFleet();
      describeOpenRoutes(fleet, wanted).forEach(tell);
      describeSwitchedOff(fleet, wanted).forEach(tell);
      (await describeRestLogs(plan.changes, { project, region })).forEach(tell);
      describeCost(changed).forEach(tell);
      if (already !== undefined) [already.says, ...already.remedies].forEach(tell);
      if (options.plan) {
        describeProtected(plan.protectedLosses).forEach(tell);
        return false;
      }
      refuseProtectedLosses(plan.protectedLosses);
      if (options.yes)
        refuseLoss(
          plan.changes,
          options,
          stageNames.filter((stage) => state.stages.includes(stage) && !wanted.includes(stage)),
        );
      if (plan.changes.length + otherCode.length > 0) await confirm(questionBefore(plan), options);
      await refuseStale(plan);
      // Only now, and before it is done: where it stops half-way, the next run goes on with the same stages.
      if (added) {
        refuseChangedVariables(text);
        writeFileSync(VARIABLES, changed);
      }
      tags.write();
      await applyNotingWhatIsThere(plan, options, tell);
      made.push(...plan.changes);
      return true;
    },
  );
  if (!went) return 0;

  let outputs = await deployed();
  writeEnv(outputs).forEach(tell);
  let upToDate = await bringUpToDate(outputs, { variables: changed, functions }, tell);
  const images = await pushImages({ outputs, services, variables: changed, region, renew: options.renewImages, tell });
  if (images.changed) {
    await withPlan({ full: options.full }, async (plan) => {
      describePlan(plan.changes).forEach(tell);
      describeCost(changed).forEach(tell);
      if (plan.changes.length > 0) await confirm(questionBefore(plan), options);
      await applyNotingWhatIsThere(plan, options, tell);
      made.push(...plan.changes);
    });
    outputs = await deployed();
    writeEnv(outputs).forEach(tell);
    upToDate = await bringUpToDate(outputs, { variables: changed, functions }, tell);
  }
  return finish(outputs, options, { ...upToDate, images: images.undone, variables: changed, changes: made }, tell);
}

/** What is agreed to costs a day; where an image is to come first, what of it is there until then. */
function describeCost(variables: string): string[] {
  const circumstances = circumstancesHere(variables);
  return [
    stagesCostADay(circumstances),
    ...beyondTheDay(circumstances),
    ...untilImagesCost(variables, circumstances.stages, imageless(variables)),
  ];
}

/**
 * Writes terraform.tfvars where there is none: a copy of the example, with the stages that are deployed where any are.
 *
 * @returns its text
 * @throws {CommandError} where stages are deployed that are not asked for, and may not be meant to go
 */
function beginSettings(example: string, state: PulledState, asked: readonly Stage[], tell: Tell): string {
  const stages = stagesIn(example);
  refuseLostSettings(state, example, [...stages, ...asked]);
  const deployed = stageNames.filter((stage) => state.stages.includes(stage));
  const text = deployed.every((stage) => stages.includes(stage)) ? example : withStages(example, deployed);
  writeFileSync(VARIABLES, text);
  tell(
    text === example
      ? `${VARIABLES} was not there: it is a copy of the example now, with stage 1 alone. Change it as you go.`
      : `${VARIABLES} was not there: it is a copy of the example now, with the stages that are deployed. What else you had set there is lost: see below what that would change.`,
  );
  return text;
}

/** @throws {CommandError} naming the stages that an asked-for one stands on, where they are neither on nor asked for */
function refuseStranded(before: readonly Stage[], asked: readonly Stage[]): void {
  const wanted = [...new Set([...before, ...asked])];
  const stranded = strandedIn(wanted).filter((stage) => asked.includes(stage));
  if (stranded.length === 0) return;
  const whole = withFoundations(wanted);
  const lacking = whole.filter((stage) => !wanted.includes(stage));
  throw new CommandError(`${allOf(stranded)} cannot be there without ${allOf(lacking)}.`, [
    `Deploy them together: npm run deploy -- --stage ${numbersOf(whole.filter((stage) => !before.includes(stage)))}`,
    'Or one after the other, as the guides do: guides/README.md',
  ]);
}

/**
 * Deploying adds; what --yes was said to beforehand is no loss of data that nobody named. Destroying asks for the stage by its name, too.
 *
 * @param gone stages that are there and no more in terraform.tfvars
 */
function refuseLoss(
  changes: readonly PlannedChange[],
  { loseMessagesAndSecrets }: DeployOptions,
  gone: readonly Stage[],
): void {
  const losses = lossesIn(changes, { ofFolders: !loseMessagesAndSecrets });
  if (losses.length === 0) return;
  const others = lossesIn(changes, { ofFolders: false });
  throw new CommandError('Nothing was done: --yes is no yes to losing data for good, and with this would go', [
    ...losses,
    ...(gone.length === 0
      ? []
      : [`Is ${allOf(gone)} to go? Then name it: npm run destroy -- --stage ${numbersOf(gone)} --yes`]),
    ...(gone.length === 0 && others.length === 0
      ? ['Are these queues and secrets to go? Then say so: npm run deploy -- --yes --lose-messages-and-secrets']
      : []),
    'To keep it, take back what was changed in terraform/terraform.tfvars, lambdas/ or services/',
    'Or without --yes, to be asked',
  ]);
}

/** Where it stops half-way, .env names what is there all the same: the remedy may be to read the log of something that did not come up. */
async function applyNotingWhatIsThere(plan: Plan, { full }: DeployOptions, tell: Tell): Promise<void> {
  try {
    await applyPlan(plan, FINISH, { full });
  } catch (error) {
    try {
      const { outputs } = await deployedSoFar();
      if (outputs !== undefined) writeEnv(outputs).forEach(tell);
    } catch {
      // What stopped it is what is to be told, and not what keeps this from being known.
    }
    throw error;
  }
}

async function deployed(): Promise<DeploymentOutputs> {
  const outputs = await terraformOutputs();
  if (outputs !== undefined) return outputs;
  throw new CommandError('Terraform has applied its plan, and says nothing of what is deployed.', [
    'Try again: npm run deploy',
  ]);
}

/** Which of those run other code than was packaged; where AWS does not say, that alone is said. */
async function otherCodeIn(deployed: ReturnType<typeof leftByTerraform>, region: string, tell: Tell) {
  try {
    return await runningOtherCode(region, deployed);
  } catch (error) {
    tell(`Whether the functions run the code that was packaged could not be told (${whyUnasked(error)}).`);
    return [];
  }
}

/** Code that Terraform left, secrets that are empty, tables, reference data. What is left for the person comes back: the rest is deployed all the same. */
async function bringUpToDate(
  outputs: DeploymentOutputs,
  { variables, functions }: { variables: string; functions: readonly PackedFunction[] },
  tell: Tell,
): Promise<UpToDate> {
  const target = targetFrom('aws', variablesOf(outputs));
  useTarget(target);
  const code = await leftToDo(
    { region: target.region, what: 'Not every function runs the code that was packaged.', then: 'npm run deploy' },
    () => bringPackagedCode(target, functions, tell),
  );
  const unneeded = unneededSecrets(variables);
  let empty: readonly string[] = [];
  const secrets = await leftToDo(
    {
      region: target.region,
      what: 'The secrets were not all written.',
      then: 'npm run secrets -- --target aws',
    },
    async () => {
      const given = { environment: process.env, ask: undefined, replace: false, only: undefined };
      const without = await fillSecrets(target, { ...given, unneeded, tell });
      empty = without.filter((name) => unneeded[name] === undefined);
    },
  );
  const undone = [code, secrets].filter((one) => one !== undefined);
  if (target.database === undefined) return { undone, empty, isMigrated: true };
  for (const script of ['migrate', 'seed']) {
    if ((await runScript(script, ['--target', 'aws'])) !== 0) {
      const database = `The database was not brought up to date. See above, then: npm run ${script} -- --target aws`;
      return { undone: [...undone, database], empty, isMigrated: false };
    }
  }
  return { undone, empty, isMigrated: true };
}
