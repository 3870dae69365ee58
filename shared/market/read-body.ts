import { MarketError } from './market-error.ts';

/**
 * The text of an answer, at most so many bytes of it. Fails for one that is longer, or that ends before it said it would.
 *
 * @throws {MarketError} `garbled` for a body that is too long
 */
export async function readBody(response: Response, title: string, mostBytes: number): Promise<string> {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  const chunks: AsyncIterable<Uint8Array> = response.body;
  for await (const chunk of chunks) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) {
      throw new MarketError('garbled', `${title} sent more than ${Math.round(mostBytes / 2 ** 20)} MiB at once.`);
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
