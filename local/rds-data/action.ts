import type { Socket } from 'node:net';
import * as z from 'zod';
import { badRequest } from './errors.ts';
import type { Service } from './service.ts';

/** What an action is given: the service, the parsed JSON body, and the connection the caller is on. */
export interface Call {
  readonly service: Service;
  readonly body: unknown;
  readonly socket: Socket;
}

/** Answers one operation of the API: the JSON of its response, or a thrown error. */
export type Action = (call: Call) => Promise<object>;

/** @throws {RdsDataError} BadRequestException naming every member at fault. */
export function parseBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw badRequest(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
}
