import * as z from 'zod';
import { ServiceException } from '../../wire/service-exception.ts';
import type { LogStore } from '../log-store.ts';

/** One action of the CloudWatch Logs API: its input, as parsed JSON, to its output. */
export type Action = (store: LogStore, input: unknown) => object;

/**
 * Reads an action's input; what the schema does not name is ignored.
 *
 * @throws {ServiceException} InvalidParameterException naming the field
 */
export function parseInput<T extends z.ZodType>(schema: T, input: unknown): z.infer<T> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') ?? '';
  throw invalidParameter(`1 validation error detected: Value at '${field}' failed: ${issue?.message ?? 'invalid'}`);
}

export function invalidParameter(message: string): ServiceException {
  return new ServiceException('InvalidParameterException', 400, message);
}
