import { parseModelSetting } from '../../shared/agents/models/model-setting.ts';
import { modelSettingsIn, variablesOf } from '../../shared/agents/models/settings.ts';
import { ConfigurationError } from '../../shared/errors.ts';
import { credentialIn } from '../../shared/schemas/credential.ts';
import { CommandError } from '../analysis/command-error.ts';
import { readFleet } from '../terraform/fleet.ts';
import { speakersIn } from '../terraform/speakers.ts';

/** Variables by name. */
type Variables = Readonly<Record<string, string | undefined>>;

/**
 * The settings of models in a person's own environment, as the functions that need a model are to get them: ALEX_MODEL and
 * the like, and AWS credentials where one names Bedrock. Their values are secrets: they go nowhere else.
 *
 * @throws {CommandError} for a setting that cannot be used, or Bedrock without credentials
 */
export function readModelSettings(variables: Variables = process.env): Record<string, string> {
  const settings = checked(variables);
  const onBedrock = Object.entries(settings).filter(([name, value]) => usesBedrock(name, value));
  if (onBedrock.length === 0) return settings;
  const region = variables.AWS_REGION ?? variables.AWS_DEFAULT_REGION;
  for (const [name, value] of onBedrock) {
    const setting = parseModelSetting(name, value);
    // The functions' own region here is that of this machine's AWS and not the person's.
    if (setting.provider === 'bedrock' && setting.region === undefined && region !== undefined) {
      settings[name] = `${value}@${region}`;
    }
  }
  return { ...settings, ...credentialsIn(variables) };
}

/** The models that settings name, as they sign; without any, the narrator. */
export function modelNamesIn(settings: Readonly<Record<string, string>>): string[] {
  const named = Object.entries(settings).filter(([name]) => isModel(name));
  const names = named.map(([name, value]) => parseModelSetting(name, value).name);
  // Where only some agents have their own, the narrator plays the others.
  return [...new Set(settings.ALEX_MODEL === undefined ? ['narrator', ...names] : names)];
}

function checked(variables: Variables): Record<string, string> {
  for (const [name, value = ''] of Object.entries(variables)) {
    const what = isModel(name) ? credentialIn(value) : undefined;
    // A model's name stands in reports and logs.
    if (what !== undefined)
      throw new CommandError(`${name} has ${what}.`, [
        "The key of an openai: model's server belongs in ALEX_MODEL_API_KEY",
      ]);
  }
  try {
    return modelSettingsIn(variables, speakersIn(readFleet()));
  } catch (error) {
    if (error instanceof ConfigurationError) throw new CommandError(error.message, [], error);
    throw error;
  }
}

function isModel(name: string): boolean {
  return variablesOf(speakersIn(readFleet())).includes(name);
}

function usesBedrock(name: string, value: string): boolean {
  return isModel(name) && value.startsWith('bedrock:');
}

/** What the AWS SDK takes from the environment for Bedrock. */
function credentialsIn(variables: Variables): Record<string, string> {
  const { AWS_ENDPOINT_URL_BEDROCK_RUNTIME: endpoint, AWS_BEARER_TOKEN_BEDROCK: bearer } = variables;
  const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret, AWS_SESSION_TOKEN: session } = variables;
  const place: Record<string, string> = endpoint === undefined ? {} : { AWS_ENDPOINT_URL_BEDROCK_RUNTIME: endpoint };
  if (bearer !== undefined && bearer !== '') return { ...place, AWS_BEARER_TOKEN_BEDROCK: bearer };
  if (id !== undefined && id !== '' && secret !== undefined && secret !== '') {
    // Empty where there is none: Lambda's own token does not belong to this key.
    return { ...place, AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret, AWS_SESSION_TOKEN: session ?? '' };
  }
  throw new CommandError('A model on Bedrock is chosen, and there are no AWS credentials in the environment.', [
    'Set AWS_BEARER_TOKEN_BEDROCK (a Bedrock API key), or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
    `From a profile or a single sign-on session: aws configure export-credentials --format ${process.platform === 'win32' ? 'powershell' : 'env'}`,
  ]);
}
