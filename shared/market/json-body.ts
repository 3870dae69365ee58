import type * as z from 'zod';
import { MarketError } from './market-error.ts';

/**
 * A body as JSON of an expected shape.
 *
 * @throws {MarketError} `garbled` for anything else: cut short, an error page, another shape
 */
export function jsonBody<T>(title: string, schema: z.ZodType<T>, body: string): T {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch (cause) {
    throw new MarketError('garbled', `${title} sent no JSON, or only a part of it.`, {
      said: body.slice(0, 200),
      cause,
    });
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new MarketError(
    'garbled',
    `${title} sent another answer than it documents (at ${issue?.path.join('.') ?? '?'}).`,
  );
}
