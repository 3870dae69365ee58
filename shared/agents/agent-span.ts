// Names and attributes by OpenTelemetry's semantic conventions for generative AI; `alex.*` is what they have no word for.
// https://opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-agent-spans/
import type { Speaker } from './agent-names.ts';
import type { AgentResult } from './agent-run.ts';
import type { NewSpan, SpanAttributes } from './trace.ts';

/** The span around one agent's run, with all its calls of models. */
export function agentSpan(agent: Speaker): NewSpan {
  return {
    name: `invoke_agent ${agent}`,
    attributes: { 'gen_ai.operation.name': 'invoke_agent', 'gen_ai.agent.name': agent },
  };
}

/** How a run went: who wrote in the end, and what the checks made of it. */
export function describeResult({ author, check, judgement, degraded }: AgentResult<unknown>): SpanAttributes {
  return {
    'alex.author': author.model,
    'alex.degraded': degraded !== null,
    'alex.check.outcome': check.outcome,
    'alex.check.figures': check.figures,
    ...(judgement !== null && { 'alex.judgement.overall': judgement.overall }),
  };
}
