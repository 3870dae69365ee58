import * as z from 'zod';
import { FailedTry, failedStatus, shortly } from '../failed-try.ts';
import { retryAfterMs } from '../retry-after.ts';
import { usageTold } from '../usage-told.ts';
import type { HttpAnswer } from './post-json.ts';

const problem = z.object({
  message: z.string().catch(''),
  code: z.union([z.string(), z.number()]).nullish().catch(null),
  type: z.string().nullish().catch(null),
});
/** OpenAI's own shape, and the two others that compatible servers have. */
const failure = z.union([
  z.object({ error: problem }).transform(({ error }) => error),
  z.object({ error: z.string() }).transform(({ error }) => ({ message: error, code: null, type: null })),
  problem.extend({ message: z.string() }),
]);
/** What a provider says that a question used of which it tells no answer. */
const used = z.object({ usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }) });

/** An account without credit: it answers as a busy server does, or with status 200, and will do so again. */
const NO_CREDIT = /^(?:insufficient_(?:quota|credits?|funds|balance)|billing_(?:hard_limit_reached|not_active)|quota_exceeded|credit_balance_too_low|payment_required)$/iu; // prettier-ignore
/** The HTTP status that says the same as a code; what is none of these and has a code is a refusal. */
const statuses: readonly (readonly [RegExp, number])[] = [
  [/^(?:invalid_api_key|authentication_error|unauthorized)$/iu, 401],
  [/^(?:permission_(?:denied|error)|access_denied|forbidden)$/iu, 403],
  [/^(?:model_not_found|not_found_error|not_found)$/iu, 404],
  [/^(?:rate_limit(?:_(?:exceeded|error|reached))?|too_many_requests|throttled)$/iu, 429],
  [/^(?:server_error|internal_(?:server_)?error|api_error)$/iu, 500],
  [/^(?:overloaded(?:_error)?|service_unavailable|engine_overloaded|unavailable)$/iu, 503],
  [/^(?:timeout|upstream_(?:error|timeout)|bad_gateway|gateway_timeout)$/iu, 502],
];
/** A code that is only words may be told: nothing that was sent is in it. */
const TELLING = /^(?=.{2,40}$)[a-z]+(?:[_.-][a-z]+)*$/iu;

/**
 * What an answer means whose status is not 200, or that has an error in its body all the same. It is told with the status that it had,
 * and the code. `secret` is blacked out where the server repeats it.
 */
export function chatFailure({ status, headers, text }: HttpAnswer, secret: string | undefined): FailedTry {
  const { message, code: given, type } = failureIn(text);
  const said = shortly(secret === undefined ? message : message.replaceAll(secret, '…'));
  const code = typeof given === 'string' && !/^\d+$/u.test(given) ? given : (type ?? '');
  if (code === 'content_filter') {
    return new FailedTry('content_filter', `A filter of the provider refused the question (${said}).`, {
      again: false,
    });
  }
  const broke = NO_CREDIT.test(code) || NO_CREDIT.test(type ?? '');
  const meant = broke ? 402 : status !== 200 ? status : statusIn(Number(given), code);
  return failedStatus(meant, said, {
    answered: status,
    ...(TELLING.test(code) && code !== secret && { code }),
    ...(status === 200 && { usage: usageIn(text) }),
    retryAfterMs: broke ? undefined : retryAfterMs((name) => headers.get(name), Date.now()),
  });
}

/** Whether a body has an error in it, whatever its status: some servers answer so when they, or the provider behind them, failed. */
export const hasError = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && 'error' in body && failure.safeParse(body).success;

/** What an error in a body of status 200 stands for: 502 where it has no code, as of a provider behind the server. */
function statusIn(number: number, code: string): number {
  if (number >= 400 && number < 600) return number;
  return statuses.find(([codes]) => codes.test(code))?.[1] ?? (code === '' ? 502 : 400);
}

/** Whether a refusal is about the schema that the answer was to have. */
export function isAboutSchema({ status, text }: HttpAnswer): boolean {
  return (status === 400 || status === 422) && /response_format|json_schema|schema|structured|grammar/iu.test(text);
}

/** In how many ways servers say that they do not take a setting at all, as against its value. */
const UNKNOWN = /unsupported[ _]parameter|(?:un(?:recogni[sz]ed|known|expected)|invalid) (?:request )?(?:argument|parameter|field|key|property)|not (?:supported|permitted|allowed)|extra[_ ](?:forbidden|fields|inputs)|additional propert/iu; // prettier-ignore

/** Whether a refusal is about a setting, by its name, that the server does not know. */
export function isUnknownSetting({ status, text }: HttpAnswer, setting: string): boolean {
  return (status === 400 || status === 422) && text.includes(setting) && UNKNOWN.test(text);
}

function failureIn(text: string): z.infer<typeof failure> {
  const parsed = failure.safeParse(jsonIn(text));
  return parsed.success ? parsed.data : { message: '', code: null, type: null };
}

function usageIn(text: string): ReturnType<typeof usageTold> {
  const { usage } = used.safeParse(jsonIn(text)).data ?? {};
  return usageTold(usage?.prompt_tokens, usage?.completion_tokens);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A page of a proxy, most likely: its status says enough.
    return null;
  }
}
