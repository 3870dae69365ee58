import { FailedTry, lostConnection } from '../failed-try.ts';

export interface HttpAnswer {
  status: number;
  headers: Headers;
  text: string;
}

/**
 * Posts JSON and reads the whole answer, whatever its status. Redirects are not followed: the key is for one server.
 *
 * @throws {FailedTry} `unavailable` where the connection is not made or lost, `malformed` where the answer is larger than `bytes`
 */
export async function postJson(
  url: string,
  body: object,
  options: { apiKey: string | undefined; signal: AbortSignal; bytes: number },
): Promise<HttpAnswer> {
  const { apiKey, signal, bytes } = options;
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(apiKey !== undefined && { authorization: `Bearer ${apiKey}` }),
      },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal,
    });
    return { status: response.status, headers: response.headers, text: await readAtMost(response, bytes) };
  } catch (error) {
    throw error instanceof FailedTry ? error : lostConnection(error, new URL(url).origin);
  }
}

async function readAtMost({ body }: Response, bytes: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let read = 0;
  // Leaving the loop by an error cancels what is still to come.
  const chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array> = body ?? [];
  for await (const chunk of chunks) {
    read += chunk.byteLength;
    if (read > bytes) {
      throw new FailedTry('malformed', `The provider's answer is larger than ${bytes} bytes.`, { again: false });
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
