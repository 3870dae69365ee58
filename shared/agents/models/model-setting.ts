import { ConfigurationError } from '../../errors.ts';

/** What a setting such as ALEX_MODEL names. `name` is how the model signs, is recorded and is priced. */
export type ModelSetting =
  | { provider: 'narrator'; name: 'narrator' }
  | { provider: 'bedrock'; name: string; modelId: string; region: string | undefined }
  | { provider: 'openai'; name: string; model: string; baseUrl: string };

const FORMS =
  'It can be "narrator" (the default), "bedrock:MODEL", "bedrock:MODEL@REGION" or "openai:MODEL@BASE_URL", ' +
  'e.g. "bedrock:openai.gpt-oss-120b-1:0@us-west-2" or "openai:qwen3@http://127.0.0.1:11434/v1".';

/**
 * Reads one setting: `narrator` | `bedrock:MODEL_OR_INFERENCE_PROFILE[@REGION]` | `openai:MODEL@BASE_URL`.
 *
 * @param variable the setting's name, for the message
 * @throws {ConfigurationError} naming the variable, what is wrong and what it can be
 * @example parseModelSetting('ALEX_MODEL', 'bedrock:us.amazon.nova-pro-v1:0').provider // "bedrock"
 */
export function parseModelSetting(variable: string, value: string | undefined): ModelSetting {
  const text = value?.trim() ?? '';
  if (text === '' || text === 'narrator') return { provider: 'narrator', name: 'narrator' };
  const colon = text.indexOf(':');
  const provider = colon === -1 ? text : text.slice(0, colon);
  const rest = text.slice(provider.length + 1);
  if (provider === 'bedrock') return bedrock(variable, rest);
  if (provider === 'openai') return compatible(variable, rest);
  // A long one may be a key that was put into the wrong variable.
  const shown = text.length <= 20 ? `is "${text}", which` : 'has a value that';
  throw new ConfigurationError(`${variable} ${shown} names no model that Alex can use. ${FORMS}`);
}

function bedrock(variable: string, text: string): ModelSetting {
  const [, modelId, chosen] =
    /^([A-Za-z0-9][A-Za-z0-9.:/_-]{1,300})(?:@([a-z]{2,4}(?:-[a-z]+){1,3}-\d+))?$/u.exec(text) ?? [];
  if (modelId === undefined) {
    throw new ConfigurationError(
      `${variable} names a model on Bedrock in a form that Alex cannot read: after "bedrock:" comes the ID of a model or of an inference profile, and after that, if you like, "@" and a region.`,
    );
  }
  // An ARN says where it is: arn:aws:bedrock:REGION:ACCOUNT:inference-profile/ID.
  const [, ofArn] = /^arn:[a-z-]+:bedrock:([a-z0-9-]+):/u.exec(modelId) ?? [];
  return { provider: 'bedrock', name: `bedrock:${modelId}`, modelId, region: chosen ?? ofArn };
}

function compatible(variable: string, text: string): ModelSetting {
  const [, model, address] = /^(\S+?)@(https?:\/\/\S+)$/u.exec(text) ?? [];
  const url = address !== undefined && URL.canParse(address) ? new URL(address) : undefined;
  if (model === undefined || url === undefined) {
    throw new ConfigurationError(
      `${variable} names an OpenAI-compatible model in a form that Alex cannot read: after "openai:" come the model's name, "@" and the server's base URL with http:// or https://, e.g. "openai:gpt-4.1-mini@https://api.openai.com/v1".`,
    );
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new ConfigurationError(
      `${variable} has a user, a query or a fragment in its base URL, which Alex does not take: a key belongs in ALEX_MODEL_API_KEY.`,
    );
  }
  return { provider: 'openai', name: `openai:${model}@${url.host}`, model, baseUrl: url.href };
}
