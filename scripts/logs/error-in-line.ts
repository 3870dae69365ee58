import * as z from 'zod';

/**
 * An error as it stands in a line's JSON: as shared/middleware/failure.ts describes it (`frames`), as Powertools does (`stack`,
 * a text), or as the runtime does (`errorType`, `errorMessage` and `stack`, a list).
 */
const loggedError = z.looseObject({
  name: z.string().optional(),
  message: z.string().optional(),
  errorType: z.string().optional(),
  errorMessage: z.string().optional(),
  stack: z.union([z.string(), z.array(z.string())]).optional(),
  frames: z.array(z.string()).optional(),
  cause: z.unknown().optional(),
});
type LoggedError = z.infer<typeof loggedError>;

/** No chain of causes that anybody wants to read is longer, and one may be its own cause. */
const MOST_CAUSES = 8;

/** What an error says of itself in one line; undefined of what is none. */
export function errorWords(value: unknown): string | undefined {
  const { data } = loggedError.safeParse(value);
  if (data === undefined) return undefined;
  const { name = data.errorType, message = data.errorMessage } = data;
  return message === undefined ? undefined : [name, message].filter((word) => word).join(': ');
}

/**
 * What is to be read under a line with an error: what it was caused by, which of a failed statement or request is all that
 * tells why, and then where in the code it was. That of the first error which says so: one that wraps another was thrown where
 * somebody waited for it, and what it wraps most often deep in a package.
 */
export function underError(value: unknown): string[] {
  const chain: LoggedError[] = [];
  let next = value;
  while (chain.length <= MOST_CAUSES) {
    const { data } = loggedError.safeParse(next);
    if (data === undefined) break;
    chain.push(data);
    next = data.cause;
  }
  const causes = chain.slice(1).flatMap((one) => errorWords(one) ?? []);
  const last = typeof next === 'string' && next !== '' ? [next] : [];
  const frames = chain.map(framesOf).find(({ length }) => length > 0) ?? [];
  return [...[...causes, ...last].map((words) => `caused by: ${words}`), ...frames];
}

/** Where in the code it was, of an error or of a line that has such a list beside its message. */
export function framesOf(value: unknown): string[] {
  const { frames, stack } = loggedError.safeParse(value).data ?? {};
  if (frames !== undefined) return frames;
  return (typeof stack === 'string' ? stack.split('\n') : (stack ?? [])).slice(1);
}
