// By OpenTelemetry's semantic conventions for generative AI; `alex.*` is what they have no word for.
// https://opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-spans/
import type { CallPurpose } from '../../schemas/model-call.ts';
import type { Speaker } from '../agent-names.ts';
import type { CallEnd } from '../call-ledger.ts';
import type { NewSpan, SpanAttributes } from '../trace.ts';

/** The span around one call of a language model, its further tries included. */
export function callSpan(agent: Speaker, name: string, purpose: CallPurpose): NewSpan {
  const { model, ...where } = readName(name);
  return {
    name: `chat ${model}`,
    kind: 'client',
    attributes: {
      'gen_ai.operation.name': 'chat',
      'gen_ai.agent.name': agent,
      'gen_ai.request.model': model,
      ...where,
      'alex.call.purpose': purpose,
    },
  };
}

/** How a call went; tokens and cost where they are known. */
export function describeEnd(end: Omit<CallEnd, 'durationMs'>): SpanAttributes {
  const { outcome, inputTokens, outputTokens, usd, retries } = end;
  return {
    'alex.call.outcome': outcome,
    'alex.call.retries': retries,
    ...(inputTokens !== null && { 'gen_ai.usage.input_tokens': inputTokens }),
    ...(outputTokens !== null && { 'gen_ai.usage.output_tokens': outputTokens }),
    // Of no convention, but where LangFuse looks for US dollars.
    ...(usd !== null && { 'gen_ai.usage.cost': usd }),
  };
}

/** A model's name as it signs: `bedrock:ID`, `openai:MODEL@HOST`, or one that a caller brought along. */
function readName(name: string): { model: string } & Record<string, string> {
  const [, bedrock] = /^bedrock:(.+)$/u.exec(name) ?? [];
  if (bedrock !== undefined) return { model: bedrock, 'gen_ai.provider.name': 'aws.bedrock' };
  const [, model, host] = /^openai:(.+)@([^@]+)$/u.exec(name) ?? [];
  if (model === undefined || host === undefined) return { model: name };
  return { model, 'gen_ai.provider.name': 'openai', 'server.address': host };
}
