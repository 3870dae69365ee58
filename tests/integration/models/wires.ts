// The two wires behind one face, so that every case is put to both.
import type { Model, ModelRequest } from '@openai/agents-core';
import { BedrockModel } from '../../../shared/agents/models/bedrock/bedrock-model.ts';
import type { CallRules } from '../../../shared/agents/models/call-rules.ts';
import { ChatModel } from '../../../shared/agents/models/openai-compatible/chat-model.ts';
import { bedrockError, converse, startBedrockServer } from '../../setup/model-servers/bedrock-server.ts';
import { chatError, completion, startChatServer } from '../../setup/model-servers/chat-server.ts';
import type { ModelServer, Reply, Script } from '../../setup/model-servers/reply.ts';

export interface Wire {
  name: string;
  start: (script: Script) => Promise<ModelServer>;
  model: (server: Pick<ModelServer, 'url'>, rules?: Partial<CallRules>) => Model;
  /** An answer in words; `stop` in the wire's own terms. */
  says: (text: string, stop?: 'truncated' | 'filtered') => Reply;
  /** A tool call; `wrongly`: with the reason for stopping of an answer in words. */
  calls: (name: string, input: unknown, wrongly?: boolean) => Reply;
  fails: (status: number, headers?: Record<string, string>) => Reply;
  /** What the n-th request told of its tools, messages and schema, as text. */
  sent: (server: ModelServer, count: number) => string;
}

/** Waits that a test does not notice. */
const fast: Partial<CallRules> = { firstWaitMs: 2, longestWaitMs: 5, connectMs: 10_000, answerMs: 20_000 };

const bedrock: Wire = {
  name: 'Bedrock Converse',
  start: startBedrockServer,
  model: ({ url }, rules) => {
    process.env.AWS_ENDPOINT_URL_BEDROCK_RUNTIME = url;
    process.env.AWS_ACCESS_KEY_ID = 'AKIATEST';
    process.env.AWS_SECRET_ACCESS_KEY = 'planted-secret';
    return new BedrockModel({ modelId: 'us.test.model-1:0', region: 'us-west-2', rules: { ...fast, ...rules } });
  },
  says: (text, stop) => {
    const stopReason = stop === 'truncated' ? 'max_tokens' : stop === 'filtered' ? 'content_filtered' : 'end_turn';
    return { body: converse({ text, stopReason, reasoning: 'Let me think {"about": "it"}.' }) };
  },
  calls: (name, input, wrongly) => {
    const toolUse = [{ toolUseId: 'tooluse_1', name, input }];
    return { body: converse({ toolUse, stopReason: wrongly === true ? 'end_turn' : 'tool_use' }) };
  },
  fails: (status, headers) => bedrockError(status, nameOf[status] ?? 'SomethingException', 'said why', headers),
  sent: ({ requests }, count) => JSON.stringify(requests[count]?.body),
};

const nameOf: Readonly<Record<number, string>> = {
  400: 'ValidationException',
  403: 'AccessDeniedException',
  429: 'ThrottlingException',
  500: 'InternalServerException',
  503: 'ServiceUnavailableException',
};

const compatible: Wire = {
  name: 'OpenAI chat completions',
  start: startChatServer,
  model: ({ url }, rules) =>
    new ChatModel({ model: 'test', baseUrl: `${url}/v1`, apiKey: 'planted-secret', rules: { ...fast, ...rules } }),
  says: (content, stop) => {
    const finishReason = stop === 'truncated' ? 'length' : stop === 'filtered' ? 'content_filter' : 'stop';
    return { body: completion({ content, finishReason }) };
  },
  calls: (name, input, wrongly) => {
    const toolCalls = [{ id: 'call_1', name, arguments: JSON.stringify(input) }];
    return { body: completion({ toolCalls, finishReason: wrongly === true ? 'stop' : 'tool_calls' }) };
  },
  fails: (status, headers = {}) => chatError(status, 'said why', { headers }),
  sent: ({ requests }, count) => JSON.stringify(requests[count]?.body),
};

export const wires: readonly Wire[] = [bedrock, compatible];

const answer = {
  type: 'json_schema',
  name: 'planner',
  strict: true,
  schema: { type: 'object', properties: { ok: { type: 'boolean' } }, required: ['ok'], additionalProperties: false },
} satisfies ModelRequest['outputType'];

/** A request for {"ok": boolean}; `changes` over it. */
export function request(changes: Partial<ModelRequest> = {}): ModelRequest {
  return {
    systemInstructions: 'You are a test.',
    input: 'Are you well?',
    modelSettings: {},
    tools: [],
    outputType: answer,
    handoffs: [],
    tracing: false,
    ...changes,
  };
}
