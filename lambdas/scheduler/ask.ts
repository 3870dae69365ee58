import * as z from 'zod';
import { remainingMilliseconds } from '../../shared/aws/deadline.ts';
import { readSecret } from '../../shared/aws/secrets-manager.ts';
import { AgentError, AlexError, ConfigurationError } from '../../shared/errors.ts';

/** The longest wait for one answer, milliseconds: every answer comes at once, whatever it asks for. */
const ANSWER = 10_000;
const MOST_BYTES = 2_000_000;

const researcherKey = z.object({ key: z.string().min(1) });

/** What may be otherwise the next time. */
export const isPassing = (error: unknown): boolean => error instanceof AlexError && error.retryable;

/**
 * One call of the researcher: a POST where there is a body, else a GET.
 *
 * @throws {AgentError} retryable where it does not answer, is busy or fails; not where it refuses, or answers what it should not
 * @throws {ConfigurationError} where the key is not what it should be
 */
export async function ask<T>(url: URL, answer: z.ZodType<T>, body?: string): Promise<T> {
  const known = researcherKey.safeParse(await readSecret('researcher-key'));
  if (!known.success) throw new ConfigurationError('The secret researcher-key has to be {"key": "…"}.');
  const left = Math.min(ANSWER, remainingMilliseconds() - 1000);
  const headers = { 'x-api-key': known.data.key, 'content-type': 'application/json', accept: 'application/json' };
  const sent = body === undefined ? { headers } : { method: 'POST', headers, body };
  const response = await fetch(url, {
    ...sent,
    redirect: 'error',
    signal: AbortSignal.timeout(Math.max(1, left)),
  }).catch((cause: unknown) => {
    throw new AgentError(`The researcher does not answer (${reasonOf(cause)}).`, { retryable: true, cause });
  });
  const text = await readText(response);
  if (!response.ok) throw refusal(response.status, text);
  try {
    return answer.parse(JSON.parse(text));
  } catch (cause) {
    throw new AgentError('The researcher answered what it should not.', { retryable: false, cause });
  }
}

async function readText(response: Response): Promise<string> {
  try {
    const text = await response.text();
    return text.length > MOST_BYTES ? '' : text;
  } catch (cause) {
    throw new AgentError('The researcher’s answer broke off.', { retryable: true, cause });
  }
}

function refusal(status: number, text: string): AgentError {
  const retryable = status === 429 || status >= 500;
  const detail = /"detail"\s*:\s*"((?:[^"\\]|\\.){0,300})/.exec(text)?.[1];
  return new AgentError(`The researcher answered ${status}${detail === undefined ? '' : `: ${detail}`}.`, {
    retryable,
  });
}

/** ECONNREFUSED and the like; fetch itself only says that it failed. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no Error';
  const { cause } = error;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return error.name;
}
