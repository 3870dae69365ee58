import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { confirm } from '../asking/confirm.ts';
import { allOf } from '../terminal/all-of.ts';
import { CommandError } from '../analysis/command-error.ts';
import { circumstancesHere } from '../cost/circumstances.ts';
import { beyondTheDay, costADay } from '../cost/report.ts';
import { untilImagesCost } from '../cost/until-images.ts';
import { withoutDeployment } from '../environment/merge.ts';
import { writeEnv } from '../environment/write-env.ts';
import { ENV_FILE, namesDeployment, readEnvFile } from '../target/env-file.ts';
import { currentAccount } from '../target/current-account.ts';
import { explainAwsFailure } from '../target/explain-aws-failure.ts';
import { accountsNamed } from '../target/other-account.ts';
import { describeRestLogs } from '../terraform/describe-rest-logs.ts';
import { describePlan } from '../terraform/describe-plan.ts';
import { IMAGES, TERRAFORM, UNFINISHED, VARIABLES } from '../terraform/folder.ts';
import { SAME } from '../terraform/known-failures.ts';
import { refuseLostSettings } from '../terraform/lost-settings.ts';
import { refuseLostState } from '../terraform/lost-state.ts';
import { oneAtATime } from '../terraform/one-at-a-time.ts';
import { terraformOutputs } from '../terraform/outputs.ts';
import { applyPlan, withPlan, type Plan } from '../terraform/plan.ts';
import { refuseSetElsewhere } from '../terraform/set-elsewhere.ts';
import { refuseFaultySettings } from '../terraform/setting-faults.ts';
import { declaredSettings } from '../terraform/settings.ts';
import { refuseChangedVariables, refuseStale } from '../terraform/stale-plan.ts';
import { readState, type DeployedResource } from '../terraform/state.ts';
import {
  numbersOf,
  readVariablesFile,
  stageNames,
  stagesIn,
  stagesVariable,
  strandedIn,
  textVariable,
  withStages,
  type Stage,
} from '../terraform/variables-file.ts';
import { needTerraform } from '../terraform/version.ts';
import { beginIn } from './begin-in.ts';
import { imageless, keptTags } from './image-tags.ts';
import { lastSnapshotOf } from './last-snapshot.ts';
import { holdersIn } from './holders.ts';
import { notBecauseOf } from './not-because-of.ts';
import { refuseProtected } from './protection.ts';
import { reportLeftovers } from './report-leftovers.ts';
import { counted } from '../terminal/counted.ts';

export interface DestroyOptions {
  /** Only these stages; undefined: everything. */
  stages: Stage[] | undefined;
  /** Those are everything but the first, and were not named one by one. */
  keepPermissions: boolean;
  plan: boolean;
  yes: boolean;
}

const TEXTS_GO =
  'The text of every document goes with the vectors. The database stays and knows only their names, so no search finds them: once 3-ingest is there again, they must be sent again (npm run ingest, npm run research).';

type Tell = (text: string) => void;

const STAGE_ONE =
  'Stage 1 among it is an administrator’s to take down. As a member of alex-deployers keep it, which costs nothing: npm run destroy -- --keep-permissions';
const FINISH = 'destroy everything. What is left is in its state, and costs what it did';

const AGAIN = 'Then go on where it stopped: the same command again';

const STAYS = [
  'What stays, and costs nothing: the roles that AWS made for its own services, an empty ECS cluster "default", keys that wait 7 to 30 days to be deleted.',
  'What stays, and is yours: terraform.tfvars, the state, and what you made yourself (a bucket for the state, your user).',
];

/** Takes down a deployment, or some of its stages. @throws {CommandError} saying what stopped it and what to do */
export async function destroy(options: DestroyOptions, tell: Tell): Promise<number> {
  await needTerraform();
  return oneAtATime(() => destroyAlone(options, tell));
}

async function destroyAlone(options: DestroyOptions, tell: Tell): Promise<number> {
  refuseLostState();
  const { text, isExample } = readVariablesFile();
  // What is not listed goes: a misspelt stage must not. Which of them could be there together is nothing to ask of what goes.
  if (options.stages !== undefined) refuseFaultySettings(text, declaredSettings(TERRAFORM), stageNames);
  // Nothing is copied here: where there is only the example, Terraform reads no file.
  refuseSetElsewhere(isExample ? '' : text);
  const region = textVariable(text, 'region') ?? 'us-east-1';
  const caller = await currentAccount(region);
  const { account } = caller;
  tell(`AWS account ${account} in ${region}, as ${caller.arn}.`);
  // Before it, as the plan has to be of the state that is read here.
  const state = await beginIn(caller, AGAIN);
  // By name a stage goes, and not what a file that is not there fails to list; and all of it where it is, not where the example has it.
  const listedBy = options.stages === undefined ? stageNames : [...stagesIn(text), ...options.stages];
  if (isExample) refuseLostSettings(state, text, listedBy);
  const { resources } = await readState();
  if (resources.length === 0) {
    tell('Terraform knows of nothing that is deployed from this folder.');
    const env = readEnvFile();
    if (namesDeployment(env)) {
      const others = accountsNamed(env).filter((named) => named !== account);
      const where = others.length > 0 ? `, in account ${allOf(others)} and not in ${account}` : '';
      tell(
        `${ENV_FILE} still names what was${where}. Was it deployed from another folder or machine? Then destroy it there.`,
      );
    }
    return reportLeftovers(textVariable(text, 'project') ?? 'alex', region, tell);
  }
  refuseMove(state.region, region);
  const listed = stagesIn(text);
  // Terraform forgets that a stage is on before all of it is gone: of what was stopped, whatever is asked for may be there.
  const isHalfDone = existsSync(UNFINISHED);
  const on = stageNames.filter(
    (stage) =>
      listed.includes(stage) ||
      state.stages.includes(stage) ||
      (isHalfDone && options.stages?.includes(stage) === true),
  );
  if (options.stages !== undefined && !anyIsOn(options, on, tell)) return 0;
  const kept = options.stages === undefined ? [] : listed.filter((stage) => !options.stages?.includes(stage));
  if (options.stages !== undefined) refuseStranded(options.stages, kept);
  const tags = keptTags(tell);
  const variables = [...(options.stages === undefined ? [] : [stagesVariable(kept)]), ...tags.variables];
  const destroys = options.stages === undefined;
  const again = options.plan ? SAME : AGAIN;
  const went = await withPlan({ destroy: destroys, variables, again, stateBefore: state.version }, async (plan) => {
    const going = goingIn(plan, resources);
    const others =
      options.stages === undefined ? [] : await notBecauseOf(plan, { on, kept, tags: tags.variables, again });
    describePlan(plan.changes.filter((change) => !others.includes(change))).forEach(tell);
    if (others.length > 0) {
      tell('');
      tell(
        'Beside that, and not because of it: terraform.tfvars or this folder has changed since the last deployment.',
      );
      describePlan(others).forEach(tell);
      tell('');
    }
    refuseProtected(going, textVariable(text, 'deletion_protection') === 'true');
    const holders = holdersIn(going, region);
    await explained(region, async () => {
      for (const { address, what, empty } of holders)
        tell(`${address} holds ${counted((await empty({ dry: true })).count, what)}.`);
    });
    lastSnapshotOf(going, region, new Date()).forEach(tell);
    if (losesTexts(going, resources)) tell(TEXTS_GO);
    const project = textVariable(text, 'project') ?? 'alex';
    (await describeRestLogs(plan.changes, { project, region, destroying: true })).forEach(tell);
    const unlisted =
      options.stages === undefined
        ? []
        : on.filter((stage) => !listed.includes(stage) && !options.stages?.includes(stage));
    for (const stage of unlisted) tell(`${stage} goes as well: it is in terraform.tfvars no more.`);
    if (kept.length > 0) {
      const staying = circumstancesHere(text, kept);
      tell(`What stays is ${kept.join(', ')}: ${costADay(staying)} a day without use.`);
      beyondTheDay(staying).forEach(tell);
      untilImagesCost(text, kept, imageless(text, kept)).forEach(tell);
    } else STAYS.forEach(tell);
    if (options.stages === undefined && on.length > 1 && on.includes('1-permissions')) tell(STAGE_ONE);
    if (options.plan) return false;
    if (others.length > 0 && options.yes) throw unasked();
    const as = others.length > 0 ? ', and make those other changes,' : '';
    const question = `Destroy that, with all that is in it,${as} in account ${account}? It cannot be undone.`;
    if (plan.changes.length > 0) await confirm(question, options);
    // Data is taken out only for a destruction that can begin.
    await refuseStale(plan, going[0]?.address);
    if (options.stages !== undefined) refuseChangedVariables(text);
    await explained(region, async () => {
      for (const { address, what, empty } of holders) {
        const { count, refused } = await empty({ dry: false });
        if (count > 0) tell(`Took ${counted(count, what)} out of ${address}.`);
        const [reason = ''] = refused;
        if (refused.length > 0)
          tell(
            `AWS did not take ${counted(refused.length, what)} out of ${address} (${reason.replace(/\.$/, '')}). Terraform tries once more, and says so where it cannot.`,
          );
      }
    });
    if (options.stages !== undefined) writeFileSync(VARIABLES, withStages(readVariablesFile().text, kept));
    tags.write();
    if (!plan.isEmpty) await applyPlan(plan, FINISH, { again: AGAIN });
    return true;
  });
  if (!went) return 0;
  if (!kept.includes('4-researcher')) rmSync(IMAGES, { force: true });
  await tidyEnv(tell);
  const project = textVariable(text, 'project') ?? 'alex';
  if (kept.some((stage) => stage !== '1-permissions')) return 0;
  const code = await reportLeftovers(project, region, tell, kept.length > 0 ? 'permissions stay' : 'nothing stays');
  if (options.stages === undefined && listed.some((stage) => stage !== '1-permissions')) {
    const them = listed.length === 1 ? 'it' : 'them';
    tell(
      `terraform.tfvars still lists ${allOf(listed)}: npm run deploy would make ${them} again, and npm run cost counts ${them}. To begin anew with the first: stages = ["1-permissions"] there.`,
    );
  }
  return code;
}

/** @throws {CommandError} where terraform.tfvars has another region than what is deployed, which would be looked for there, and not found */
function refuseMove(from: string | undefined, to: string): void {
  if (from === undefined || from === to) return;
  throw new CommandError(
    `What is deployed is in ${from}, and terraform/terraform.tfvars says ${to}. Nothing was done.`,
    [`Set region = "${from}" there, then the same command again`],
  );
}

/** Whether there is anything to destroy of the stages asked for; says which are not on. */
function anyIsOn({ stages = [], keepPermissions }: DestroyOptions, on: readonly string[], tell: Tell): boolean {
  const off = stages.filter((stage) => !on.includes(stage));
  const any = off.length < stages.length;
  if (keepPermissions && !any) tell('Of the stages after 1-permissions none is on: nothing to destroy.');
  if (!keepPermissions && off.length > 0)
    tell(`${allOf(off)} ${off.length === 1 ? 'is' : 'are'} not on${any ? '' : ': nothing to destroy'}.`);
  return any;
}

const unasked = (): CommandError =>
  new CommandError('Nothing was done: --yes is for what goes, and there are other changes with it.', [
    'Deploy those first: npm run deploy, or take them back in terraform/terraform.tfvars',
    'Or without --yes, to be asked for both together',
  ]);

/** @throws {CommandError} naming the stages that have to go as well, where some that would stay stand on those that go */
function refuseStranded(going: readonly Stage[], kept: readonly Stage[]): void {
  const stranded = strandedIn(kept);
  if (stranded.length === 0) return;
  throw new CommandError(`${allOf(stranded)} cannot stay without ${allOf(going)}.`, [
    `Destroy them together: npm run destroy -- --stage ${numbersOf([...going, ...stranded])}`,
  ]);
}

function goingIn({ changes }: Plan, resources: readonly DeployedResource[]): DeployedResource[] {
  const addresses = new Set(changes.filter(({ change }) => change === 'destroy').map(({ address }) => address));
  return resources.filter(({ address }) => addresses.has(address));
}

/** Whether the vector index goes from a database that stays. */
function losesTexts(going: readonly DeployedResource[], resources: readonly DeployedResource[]): boolean {
  const isOf = (type: string) => (one: DeployedResource) => one.type === type;
  const stays = (one: DeployedResource) => !going.includes(one);
  return going.some(isOf('aws_s3vectors_index')) && resources.filter(stays).some(isOf('aws_rds_cluster'));
}

async function tidyEnv(tell: Tell): Promise<void> {
  const outputs = await terraformOutputs();
  if (outputs !== undefined) {
    writeEnv(outputs).forEach(tell);
    return;
  }
  if (!existsSync(ENV_FILE)) return;
  const rest = withoutDeployment(readFileSync(ENV_FILE, 'utf8'));
  if (rest === '') rmSync(ENV_FILE);
  else writeFileSync(ENV_FILE, rest);
  tell(`${ENV_FILE} names nothing that is deployed any more.`);
}

async function explained<T>(region: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw explainAwsFailure(error, { name: 'aws', region }) ?? error;
  }
}
