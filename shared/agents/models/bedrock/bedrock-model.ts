import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { defaultRules } from '../call-rules.ts';
import type { CallRules } from '../call-rules.ts';
import { RemoteModel } from '../remote-model.ts';
import { connectWithin } from './connect-within.ts';
import { converseAnswer } from './converse-answer.ts';
import { converseFailure } from './converse-failure.ts';
import { converseRequest } from './converse-request.ts';
import type { Guardrail } from './guardrails.ts';
import { guardBody } from './guard-body.ts';

export interface BedrockOptions {
  /** A model's id, an inference profile's id or its ARN. */
  modelId: string;
  /** Where to call it; default: the function's own region. */
  region?: string | undefined;
  /** What Bedrock itself checks the question and the answer with; it has to be of that region. */
  guardrail?: Pick<Guardrail, 'identifier' | 'version'> | undefined;
  rules?: Partial<CallRules>;
}

/**
 * A model on Amazon Bedrock, through Converse. Credentials and endpoint are the AWS SDK's to find.
 *
 * @example new BedrockModel({ modelId: 'openai.gpt-oss-120b-1:0', region: 'us-west-2' })
 */
export class BedrockModel extends RemoteModel {
  constructor({ modelId, region, guardrail, rules: chosen = {} }: BedrockOptions) {
    const rules = { ...defaultRules, ...chosen };
    const client = new BedrockRuntimeClient({
      ...(region !== undefined && { region }),
      // Retries are this side's, so that they are counted and end with the deadline.
      maxAttempts: 1,
      requestHandler: {
        // The call's own time-out comes first and says what it is.
        requestTimeout: rules.answerMs + 5_000,
        // A connection for each call: one that a frozen function kept would be dead when it thaws.
        disableConcurrentStreams: true,
        nodeHttp2ConnectOptions: { createConnection: connectWithin(rules.connectMs) },
      },
    });
    guardBody(client, rules.answerBytes);
    super(async (request, abortSignal) => {
      const input = { ...converseRequest(modelId, request), ...(guardrail !== undefined && guardedBy(guardrail)) };
      const output = await client.send(new ConverseCommand(input), { abortSignal }).catch((error: unknown) => {
        throw converseFailure(error);
      });
      return converseAnswer(output);
    }, rules);
  }
}

function guardedBy({ identifier, version }: Pick<Guardrail, 'identifier' | 'version'>) {
  return { guardrailConfig: { guardrailIdentifier: identifier, guardrailVersion: version } };
}
