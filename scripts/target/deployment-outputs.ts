import * as z from 'zod';
import type { Variables } from './target.ts';
import { inVariable } from './target-from.ts';

const strings = z.record(z.string(), z.string());
/** An output that there is nothing of yet is null, or not there, as in a deployment of an earlier day. */
const perhaps = z.string().nullish();

/** What Terraform says of a deployment (terraform/outputs.tf), without the outputs that no script uses. */
const deploymentOutputs = z.object({
  environment: strings.default({}),
  stages: z.array(z.string()).default([]),
  account: perhaps,
  next_step: z.string().default(''),
  functions: strings.default({}),
  http_api_url: perhaps,
  rest_api_url: perhaps,
  rest_api_key_id: perhaps,
  repositories: strings.default({}),
  services: strings.default({}),
  secrets: strings.default({}),
  log_groups: strings.default({}),
  dead_letter_queues: strings.default({}),
});
export type DeploymentOutputs = z.infer<typeof deploymentOutputs>;

/** Outputs as Terraform shows them, by name. */
export const shownOutputs = z.record(z.string(), z.object({ value: z.unknown().optional() }));

/**
 * Reads what `terraform output -json` prints; undefined where nothing is deployed (no state, or everything destroyed).
 *
 * @throws {z.ZodError} for what is no such document
 */
export function readOutputs(text: string): DeploymentOutputs | undefined {
  const values = shownOutputs.parse(JSON.parse(text));
  return 'environment' in values ? outputsFrom(values) : undefined;
}

/** Of a deployment that stopped half-way some are not there. @throws {z.ZodError} for one that is of another type */
export function outputsFrom(values: z.infer<typeof shownOutputs>): DeploymentOutputs {
  return deploymentOutputs.parse(Object.fromEntries(Object.entries(values).map(([name, { value }]) => [name, value])));
}

/** The variables by which scripts find a deployment: what `npm run env` writes to .env, and `targetFrom` reads. */
export function variablesOf(outputs: DeploymentOutputs): Variables {
  const named = (prefix: string, values: Variables): [string, string][] =>
    Object.entries(values).map(([name, value]) => [`${prefix}_${inVariable(name)}`, value]);
  const present = (variable: string, value: string | null | undefined): [string, string][] =>
    value === null || value === undefined || value === '' ? [] : [[variable, value]];
  return {
    ...outputs.environment,
    ...Object.fromEntries([
      ...named('FUNCTION_NAME', outputs.functions),
      ...named('SECRET_ARN', outputs.secrets),
      ...named('LOG_GROUP', outputs.log_groups),
      ...named('DEAD_LETTER_QUEUE', outputs.dead_letter_queues),
      ...named('REPOSITORY_URL', outputs.repositories),
      ...present('HTTP_API_URL', outputs.http_api_url),
      ...present('REST_API_URL', outputs.rest_api_url),
      ...present('REST_API_KEY_ID', outputs.rest_api_key_id),
      ...present('RESEARCHER_URL', outputs.services.researcher),
      ...present('ALEX_STAGES', outputs.stages.join(' ')),
      ...present('ALEX_ACCOUNT', outputs.account),
    ]),
  };
}
