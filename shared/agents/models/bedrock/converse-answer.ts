import type { ConverseCommandOutput } from '@aws-sdk/client-bedrock-runtime';
import { FailedTry } from '../failed-try.ts';
import type { TokenUsage } from '../model-call-error.ts';
import type { ProviderAnswer } from '../response-of.ts';
import { usageTold } from '../usage-told.ts';

const filtered = new Set<string>(['content_filtered', 'guardrail_intervened']);
const truncated = new Set<string>(['max_tokens', 'model_context_window_exceeded']);

/**
 * What Converse answered. Tool calls are told by the content: some models stop with `end_turn` and call a tool. What a model
 * reasoned is left out.
 *
 * @throws {FailedTry} `content_filter` where a filter or a guardrail put its own words in place of the model's
 */
export function converseAnswer(output: ConverseCommandOutput): ProviderAnswer {
  const usage = usageOf(output);
  const stopped = output.stopReason ?? '';
  if (filtered.has(stopped)) {
    throw new FailedTry('content_filter', `A filter of the provider stopped the answer (${stopped}).`, {
      again: false,
      usage,
    });
  }
  const blocks = output.output?.message?.content ?? [];
  return {
    text: blocks.flatMap(({ text }) => text ?? []).join(''),
    calls: blocks.flatMap(({ toolUse }) => {
      if (toolUse?.toolUseId === undefined || toolUse.name === undefined) return [];
      return [{ id: toolUse.toolUseId, name: toolUse.name, input: JSON.stringify(toolUse.input ?? {}) }];
    }),
    truncated: truncated.has(stopped),
    usage,
    requestId: output.$metadata.requestId,
  };
}

function usageOf({ usage }: ConverseCommandOutput): TokenUsage | undefined {
  if (usage?.inputTokens === undefined || usage.outputTokens === undefined) return undefined;
  // Tokens written to or read from a prompt cache are not among the input's.
  const cached = (usage.cacheReadInputTokens ?? 0) + (usage.cacheWriteInputTokens ?? 0);
  return usageTold(usage.inputTokens + cached, usage.outputTokens);
}
