import { existsSync, readFileSync } from 'node:fs';
import { allOf } from '../terminal/all-of.ts';
import { VARIABLES, VARIABLES_EXAMPLE } from './folder.ts';
import { numbersOf, stageNames, stagesIn, withFoundations, type Stage } from './variables-file.ts';

/** The stages that plain `npm run deploy` deploys: those of terraform.tfvars, or of its example, which deploying copies. */
export const chosenStages = (): Stage[] =>
  stagesIn(readFileSync(existsSync(VARIABLES) ? VARIABLES : VARIABLES_EXAMPLE, 'utf8'));

/**
 * The command after which these stages are on, with all that they stand on: `npm run deploy -- --stage 2 3`. Without `--stage` it adds
 * none, so that goes only for what is chosen already, and was not deployed to its end.
 */
export function deployCommand(stages: readonly Stage[], chosen: readonly Stage[] = chosenStages()): string {
  const lacking = withFoundations(stages).filter((stage) => !chosen.includes(stage));
  return lacking.length === 0 ? 'npm run deploy' : `npm run deploy -- --stage ${numbersOf(lacking)}`;
}

/**
 * What to do about something that comes with a stage and is not there: the guides to read, and the command.
 *
 * @param what that which is missing, as a sentence begins: "It comes"
 */
export function stageRemedy(what: string, stage: Stage, chosen: readonly Stage[] = chosenStages()): string {
  const command = deployCommand([stage], chosen);
  const lacking = withFoundations([stage]).filter((one) => !chosen.includes(one));
  if (lacking.length === 0) {
    return `${what} with the stage ${stage}, which terraform.tfvars has. Go on with deploying it: ${command}`;
  }
  const under = lacking.filter((one) => one !== stage);
  const guides = lacking.map((one) => `guides/${one}.md`).join(', ');
  return under.length === 0
    ? `${what} with the stage ${stage}: see ${guides}, then: ${command}`
    : `${what} with the stage ${stage}, which cannot be there without ${allOf(under)}: see ${guides}. Deploy them together: ${command}`;
}

/** What follows the stages that are chosen, in the guides' order; undefined where all are. */
export const nextStage = (chosen: readonly Stage[] = chosenStages()): Stage | undefined =>
  stageNames.find((stage) => !chosen.includes(stage));
