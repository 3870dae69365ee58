import * as z from 'zod';
import { FailedTry } from '../failed-try.ts';
import type { ProviderAnswer } from '../response-of.ts';
import { usageTold } from '../usage-told.ts';

const part = z.object({ type: z.string(), text: z.string().optional() });
const toolCall = z.object({
  id: z.string().optional(),
  /** JSON in a string; some servers send the object itself. */
  function: z.object({
    name: z.string(),
    arguments: z.union([z.string(), z.record(z.string(), z.unknown())]).nullish(),
  }),
});
const completion = z.object({
  id: z.string().nullish(),
  choices: z.array(
    z.object({
      finish_reason: z.string().nullish(),
      message: z.object({
        content: z.union([z.string(), z.array(part)]).nullish(),
        refusal: z.string().nullish(),
        tool_calls: z.array(toolCall).nullish(),
      }),
    }),
  ),
  usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }).nullish().catch(null),
});
/** Of an answer that is none it may be told all the same what it used. */
const used = completion.pick({ usage: true });

/**
 * What a chat completion answered.
 *
 * @param body the parsed JSON
 * @throws {FailedTry} `malformed` for no completion, `content_filter` where a filter or the model declined
 */
export function chatAnswer(body: unknown): ProviderAnswer {
  const parsed = completion.safeParse(body);
  const choice = parsed.data?.choices[0];
  const told = used.safeParse(body).data?.usage;
  const usage = usageTold(told?.prompt_tokens, told?.completion_tokens);
  if (!parsed.success || choice === undefined) {
    throw new FailedTry('malformed', 'The provider answered with what is no chat completion.', { again: false, usage });
  }
  const { message, finish_reason: stopped } = choice;
  const text = textOf(message.content);
  const declined = text === '' && typeof message.refusal === 'string' && message.refusal !== '';
  if (stopped === 'content_filter' || declined) {
    const by = declined ? 'The model declined to answer.' : 'A filter of the provider stopped the answer.';
    throw new FailedTry('content_filter', by, { again: false, usage });
  }
  return {
    text,
    calls: (message.tool_calls ?? []).map(({ id, function: { name, arguments: input } }, index) => ({
      id: id ?? `call_${index + 1}`,
      name,
      input: typeof input === 'string' ? input.trim() || '{}' : JSON.stringify(input ?? {}),
    })),
    truncated: stopped === 'length',
    usage,
    requestId: parsed.data.id ?? undefined,
  };
}

/** Without what open models reason aloud before their answer, where a server leaves it in. */
function textOf(content: string | z.infer<typeof part>[] | null | undefined): string {
  const text = typeof content === 'string' ? content : (content ?? []).map(({ text: said = '' }) => said).join('');
  return text.replace(/^\s*<(think|reasoning)>.*?<\/\1>\s*/su, '');
}
