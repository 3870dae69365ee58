import * as z from 'zod';
import { FailedTry, failedStatus, shortly } from '../failed-try.ts';
import { retryAfterMs } from '../retry-after.ts';
import type { HttpAnswer } from './post-json.ts';

const problem = z.object({ message: z.string().catch(''), code: z.union([z.string(), z.number()]).nullish() });
/** OpenAI's own shape, and the two others that compatible servers have. */
const failure = z.union([
  z.object({ error: problem }).transform(({ error }) => error),
  z.object({ error: z.string() }).transform(({ error }) => ({ message: error, code: null })),
  problem.extend({ message: z.string() }),
]);

/** What an answer whose status is not 200 means. `secret` is blacked out where the server repeats it. */
export function chatFailure({ status, headers, text }: HttpAnswer, secret: string | undefined): FailedTry {
  const { message, code } = failureIn(text);
  const said = shortly(secret === undefined ? message : message.replaceAll(secret, '…'));
  if (code === 'content_filter') {
    return new FailedTry('content_filter', `A filter of the provider refused the question (${said}).`, {
      again: false,
    });
  }
  // An account without credit answers as a busy server does, and will do so again.
  if (code === 'insufficient_quota') return failedStatus(402, said, {});
  return failedStatus(status, said, { retryAfterMs: retryAfterMs((name) => headers.get(name), Date.now()) });
}

/** Whether a refusal is about the schema that the answer was to have. */
export function isAboutSchema({ status, text }: HttpAnswer): boolean {
  return (status === 400 || status === 422) && /response_format|json_schema|schema|structured|grammar/iu.test(text);
}

function failureIn(text: string): z.infer<typeof failure> {
  try {
    const parsed = failure.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
  } catch {
    // A page of a proxy, most likely: its status says enough.
  }
  return { message: '', code: null };
}
