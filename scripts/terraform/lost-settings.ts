import { CommandError } from '../analysis/command-error.ts';
import { allOf } from '../terminal/all-of.ts';
import { VARIABLES, VARIABLES_EXAMPLE } from './folder.ts';
import type { PulledState } from './pull-state.ts';
import { numbersOf, stageNames, textVariable, type Stage } from './variables-file.ts';

/**
 * What it means that there is no terraform.tfvars although stages are deployed, as where that file is lost, or a colleague goes on with a
 * state in a bucket: by the example's settings Terraform would destroy what they do not have. Undefined where they have it all.
 *
 * @param example the settings to go by in its place
 * @param stages the stages to go by: the example's, and those asked for
 */
export function lostSettings(
  { stages: deployed, region, projects: [project] }: Pick<PulledState, 'stages' | 'region' | 'projects'>,
  example: string,
  stages: readonly Stage[],
): { says: string; remedies: string[] } | undefined {
  const there = stageNames.filter((stage) => deployed.includes(stage));
  const isOther = (name: string, byDefault: string, value: string | undefined): boolean =>
    value !== undefined && value !== (textVariable(example, name) ?? byDefault);
  const lines = [
    ...(isOther('region', 'us-east-1', region) ? [`region = "${region ?? ''}"`] : []),
    ...(isOther('project', 'alex', project) ? [`project = "${project ?? ''}"`] : []),
  ];
  const going = there.filter((stage) => !stages.includes(stage));
  if (there.length === 0 || (going.length === 0 && lines.length === 0)) return undefined;
  const but =
    going.length > 0
      ? `By the example's settings ${allOf(going)} would be destroyed.`
      : 'By the example it would be looked for elsewhere, and made anew there.';
  return {
    says: `There is no ${VARIABLES}, and ${allOf(there)} ${there.length === 1 ? 'is' : 'are'} deployed. ${but}`,
    remedies: [
      'Your settings stand in that file: put it back, from a copy of yours or of whoever deployed before you',
      ...(lines.length > 0
        ? [
            `Is it lost? Copy ${VARIABLES_EXAMPLE} to it, and set there: ${[...lines, `stages = ${JSON.stringify(there)}`].join(', ')}`,
            'Then see what else would be changed: npm run deploy -- --plan',
          ]
        : [
            `Is it lost? Begin it anew with what is deployed, and see what else would be changed: npm run deploy -- --plan --stage ${numbersOf(there)}`,
          ]),
    ],
  };
}

/** @throws {CommandError} as `lostSettings` says it */
export function refuseLostSettings(...known: Parameters<typeof lostSettings>): void {
  const lost = lostSettings(...known);
  if (lost !== undefined) throw new CommandError(`${lost.says} Nothing was done.`, lost.remedies);
}
