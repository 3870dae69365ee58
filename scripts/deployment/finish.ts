import { imageless } from './image-tags.ts';
import type { DeployOptions } from './options.ts';
import { runScript } from './run-script.ts';
import { STOOD_IN } from '../rehearsal/verdict.ts';
import { untilImagesCost } from '../cost/until-images.ts';
import { secretsCommand } from '../secrets/fill.ts';
import type { DeploymentOutputs } from '../target/deployment-outputs.ts';
import type { PlannedChange } from '../terraform/plan.ts';
import { deployCommand, nextStage } from '../terraform/stage-remedy.ts';
import { askedToConfirm, nobodyTold } from '../doctor/alarms.ts';
import { stagesIn, type Stage } from '../terraform/variables-file.ts';

/** How what Terraform does not do went: what was not done, and the secrets that only a person can give a value. */
export interface UpToDate {
  undone: readonly string[];
  empty: readonly string[];
  /** Whether there is no database, or one whose tables are those of this checkout. */
  isMigrated: boolean;
}

export interface Left extends UpToDate {
  /** Images that are not there, which nothing else waits for. */
  images: readonly string[];
  /** terraform.tfvars. */
  variables: string;
  /** What was changed on AWS. */
  changes: readonly PlannedChange[];
}

const SMOKE = 'npm run smoke -- --target aws';

/** Tries what is there, and says where it answers, what is left for the person, and what comes next. @returns the exit code */
export async function finish(
  outputs: DeploymentOutputs,
  options: DeployOptions,
  { undone, images, empty, isMigrated, variables, changes }: Left,
  tell: (text: string) => void,
): Promise<number> {
  const left = [
    ...undone,
    ...images,
    ...empty.map((name) => `The secret ${name} has no value: ${secretsCommand(name, 'aws')}`),
  ];
  const unheard = nobodyTold(stagesIn(variables), variables);
  const tried = await tryOut(outputs, options, isMigrated);
  if (tried === 'refused') left.push(`It was not tried. To try it: ${SMOKE}`);
  if (tried === 'stood in')
    left.push(`It works, and not all as it is set: see the lines with “!” above. To try it again: ${SMOKE}`);
  if (tried === 'unready') left.push(`It was not tried, as its database is not up to date. Then: ${SMOKE}`);
  tell('');
  if (typeof outputs.http_api_url === 'string') tell(`It answers people at ${outputs.http_api_url}`);
  if (typeof outputs.rest_api_url === 'string') tell(`It answers programs at ${outputs.rest_api_url}`);
  // Before what does not work: it may be why.
  if (left.length > 0) tell('Left for you:');
  for (const one of left) tell(`- ${one}`);
  if (tried === 'broken') {
    tell('It is deployed, and not all of it works. Why: npm run logs -- --target aws --since 10m');
    return 1;
  }
  // No step that was not done, so that it is no reason for another exit code.
  if (unheard !== undefined) tell(`${unheard.says} ${unheard.remedy}`);
  askedToConfirm(changes, variables).forEach(tell);
  // What is left comes first, and says itself how to go on; but for an image.
  if (undone.length === 0) nextLines(outputs, images, variables).forEach(tell);
  untilImagesCost(variables, stagesIn(variables), imageless(variables)).forEach(tell);
  tell(`To stop paying: ${stopPaying(stagesIn(variables))}`);
  return left.length > 0 ? 3 : 0;
}

/** Stage 1 costs nothing, and only an administrator may take it down. */
const stopPaying = (stages: readonly Stage[]): string =>
  stages.every((stage) => stage === '1-permissions') ? 'npm run destroy' : 'npm run destroy -- --keep-permissions';

/** What comes next by Terraform, for which an image that is not there comes first: nothing else waits for one. */
function nextLines({ next_step: step }: DeploymentOutputs, images: readonly string[], variables: string): string[] {
  if (images.length === 0) return step === '' ? [] : [`Next: ${step}`];
  const stages = stagesIn(variables);
  const next = nextStage(stages);
  if (next === undefined) return [];
  return [`You can go on without it: read guides/${next}.md, then: ${deployCommand([next], stages)}`];
}

/** Each function that is there alone, whatever else is left: it asks, as a language model may cost. */
async function tryOut(
  { functions }: DeploymentOutputs,
  { smoke, yes }: DeployOptions,
  isMigrated: boolean,
): Promise<'well' | 'not' | 'unready' | 'refused' | 'stood in' | 'broken'> {
  if (!smoke || Object.keys(functions).length === 0) return 'not';
  if (!isMigrated) return 'unready';
  const code = await runScript('smoke', ['--target', 'aws', ...(yes ? ['--yes'] : [])]);
  if (code === 0) return 'well';
  if (code === STOOD_IN) return 'stood in';
  return code === 3 ? 'broken' : 'refused';
}
