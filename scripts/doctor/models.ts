import {
  BedrockClient,
  GetFoundationModelAvailabilityCommand,
  GetFoundationModelCommand,
  GetInferenceProfileCommand,
} from '@aws-sdk/client-bedrock';
import { awsLimits } from '../target/aws-limits.ts';
import { parseModelSetting } from '../../shared/agents/models/model-setting.ts';
import { ConfigurationError } from '../../shared/errors.ts';
import { mapEntries } from '../terraform/variables-file.ts';
import { unknown } from './asking-aws.ts';
import { NOT_OPEN } from '../target/denied-by.ts';
import { ok, problem, skipped } from './finding.ts';

/** The models on Bedrock that a deployment would speak with, each where it is. What Terraform takes by default where nothing is said. */
export function modelsIn(variables: string, region: string): { id: string; region: string }[] {
  const set = Object.entries({
    ALEX_MODEL: 'bedrock:openai.gpt-oss-120b-1:0@us-west-2',
    ...mapEntries(variables, 'model_settings'),
  });
  const models = set.flatMap(([name, value]) => {
    if (!name.startsWith('ALEX_MODEL')) return [];
    try {
      const setting = parseModelSetting(name, value);
      return setting.provider === 'bedrock' ? [{ id: setting.modelId, region: setting.region ?? region }] : [];
    } catch (error) {
      // Terraform refuses it, in its own words.
      if (error instanceof ConfigurationError) return [];
      throw error;
    }
  });
  return [...new Map(models.map((model) => [`${model.id}@${model.region}`, model])).values()];
}

/** Inference profiles by the geography that their names begin with. */
const PROFILE = /^(?:global|us|us-gov|eu|apac|au|ca|jp)\./;
const CATALOG = 'See model_settings in terraform/terraform.tfvars; the names: console, Amazon Bedrock, Model catalog';
const isUnknown = (error: unknown): boolean =>
  error instanceof Error &&
  /^(?:ResourceNotFound|Validation)Exception$/.test(error.name) &&
  !NOT_OPEN.test(error.message);

const UNTIL_THEN =
  'Until then set model_settings = { ALEX_MODEL = "narrator" } in terraform/terraform.tfvars: it needs no model';

/** What of a model cannot be told, or is a problem in its own right, which waits for others to mend it. */
function untold(error: unknown, region: string, action: string): ReturnType<typeof ok> {
  const found = unknown(error, region, action);
  return found.state === 'problem' ? problem(found.says, ...found.remedies, UNTIL_THEN) : found;
}

/** Whether this account may use what a setting names: a model, an inference profile or the ARN of one. */
export async function modelAccess(id: string, region: string): Promise<ReturnType<typeof ok>> {
  const [, kind, name = ''] = /^arn:[\w-]+:bedrock:[^:]*:[^:]*:([\w-]+)\/(.+)$/.exec(id) ?? [];
  const client = new BedrockClient({ region, ...awsLimits() });
  if (kind === 'foundation-model') return ofModel(client, name, region, true);
  if (kind === undefined && !PROFILE.test(id)) return ofModel(client, id, region, true);
  if (kind !== undefined && !kind.endsWith('inference-profile'))
    return skipped(`Cannot be told of a ${kind}: whether it answers, an analysis shows`);
  let model: string | undefined;
  try {
    const profile = await client.send(new GetInferenceProfileCommand({ inferenceProfileIdentifier: id }));
    model = profile.models?.[0]?.modelArn?.replace(/^.*\//, '');
  } catch (error) {
    if (!isUnknown(error)) return untold(error, region, 'bedrock:GetInferenceProfile');
    return problem(
      `Bedrock in ${region} has no inference profile ${id}.`,
      'A profile is of one part of the world, which its name begins with: us., eu., apac. and others, or global.',
      `Which there are: console, Amazon Bedrock in ${region}, Cross-region inference. The setting: model_settings in terraform/terraform.tfvars`,
    );
  }
  return model === undefined
    ? ok(`Bedrock in ${region} has this inference profile`)
    : ofModel(client, model, region, false);
}

/** @param named whether the setting names the model itself, and no profile of it */
async function ofModel(
  client: BedrockClient,
  modelId: string,
  region: string,
  named: boolean,
): Promise<ReturnType<typeof ok>> {
  const noAccess = [
    `As an administrator open it once in the console: Amazon Bedrock in ${region}, Model catalog, ${modelId}; some makers ask what it is for`,
    UNTIL_THEN,
  ];
  let action = 'bedrock:GetFoundationModelAvailability';
  try {
    const answer = await client.send(new GetFoundationModelAvailabilityCommand({ modelId }));
    if (answer.regionAvailability === 'NOT_AVAILABLE') {
      return problem(
        `Bedrock in ${region} does not have ${modelId}.`,
        'Name a region that has it after "@", such as @us-west-2: model_settings in terraform/terraform.tfvars',
      );
    }
    if (answer.authorizationStatus !== 'AUTHORIZED' || answer.entitlementAvailability !== 'AVAILABLE') {
      return problem(`This account has no access to ${modelId} on Bedrock in ${region}.`, ...noAccess);
    }
    const agreement = answer.agreementAvailability?.status;
    if (agreement !== 'AVAILABLE') {
      return problem(`The terms of ${modelId} on Bedrock are not agreed to (${agreement ?? 'unknown'}).`, ...noAccess);
    }
    action = 'bedrock:GetFoundationModel';
    const { modelDetails } = named
      ? await client.send(new GetFoundationModelCommand({ modelIdentifier: modelId }))
      : { modelDetails: undefined };
    const by = modelDetails?.inferenceTypesSupported;
    if (by !== undefined && by.length > 0 && !by.includes('ON_DEMAND')) {
      return problem(
        `Bedrock takes no calls of ${modelId} by its own name, but by that of an inference profile.`,
        `Name the profile: its part of the world, a point, and the model, such as us.${modelId}. Which there are: console, Amazon Bedrock in ${region}, Cross-region inference`,
        'The setting: model_settings in terraform/terraform.tfvars',
      );
    }
    return ok(`Bedrock in ${region} lets this account use it`);
  } catch (error) {
    if (isUnknown(error)) return problem(`Bedrock in ${region} knows no model ${modelId}.`, CATALOG);
    return untold(error, region, action);
  }
}
