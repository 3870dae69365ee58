import { BedrockClient, GetFoundationModelAvailabilityCommand } from '@aws-sdk/client-bedrock';
import { awsLimits } from '../target/aws-limits.ts';
import { parseModelSetting } from '../../shared/agents/models/model-setting.ts';
import { ConfigurationError } from '../../shared/errors.ts';
import { mapEntries } from '../terraform/variables-file.ts';
import { unknown } from './asking-aws.ts';
import { ok, problem } from './finding.ts';

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

/** Whether this account may use a model. */
export async function modelAccess(id: string, region: string): Promise<ReturnType<typeof ok>> {
  // An inference profile is asked for by the model that it is of.
  const modelId = id.replace(/^.*\//, '').replace(/^(?:global|us|us-gov|eu|apac|au|ca|jp)\./, '');
  const noAccess = [
    `As an administrator open it once in the console: Amazon Bedrock in ${region}, Model catalog, ${modelId}; some makers ask what it is for`,
    'Until then set model_settings = { ALEX_MODEL = "narrator" } in terraform/terraform.tfvars: it needs no model',
  ];
  try {
    const answer = await new BedrockClient({ region, ...awsLimits() }).send(
      new GetFoundationModelAvailabilityCommand({ modelId }),
    );
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
    return ok(`Bedrock in ${region} lets this account use it`);
  } catch (error) {
    if (error instanceof Error && /^(?:ResourceNotFound|Validation)Exception$/.test(error.name)) {
      return problem(
        `Bedrock in ${region} knows no model ${modelId}.`,
        'See model_settings in terraform/terraform.tfvars; the names: console, Amazon Bedrock, Model catalog',
      );
    }
    return unknown(error, region, 'bedrock:GetFoundationModelAvailability');
  }
}
