import * as z from 'zod';

import { ServiceException } from '../wire/service-exception.ts';
import type { SecretValue } from './secret-store.ts';

/** Bytes of a secret's value. https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html */
const VALUE_BYTES = 65_536;

const name = z.string().regex(/^[A-Za-z0-9/_+=.@-]{1,512}$/, 'must be 1 to 512 letters, digits and /_+=.@-');
const token = z.string().min(32).max(64).optional();
const value = { SecretString: z.string().optional(), SecretBinary: z.base64().optional() };
const secretId = z.string().min(1).max(2048);

export const createSecretInput = z.object({
  Name: name,
  Description: z.string().max(2048).optional(),
  ClientRequestToken: token,
  ...value,
});
export const putSecretValueInput = z.object({
  SecretId: secretId,
  ClientRequestToken: token,
  VersionStages: z.array(z.string().min(1).max(256)).min(1).max(20).optional(),
  ...value,
});
export const getSecretValueInput = z.object({
  SecretId: secretId,
  VersionId: z.string().min(32).max(64).optional(),
  VersionStage: z.string().min(1).max(256).optional(),
});
export const describeSecretInput = z.object({ SecretId: secretId });

/** @throws {ServiceException} InvalidParameterException that names the field, and never its value */
export function checked<T>(schema: z.ZodType<T>, input: unknown): T {
  const { data, error } = schema.safeParse(input);
  if (error === undefined) return data;
  const [issue] = error.issues;
  throw badParameter(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is not valid'}`);
}

/** The value of a request; undefined where it gives none. @throws {ServiceException} InvalidParameterException */
export function valueOf(input: {
  SecretString?: string | undefined;
  SecretBinary?: string | undefined;
}): SecretValue | undefined {
  const { SecretString: string, SecretBinary: binary } = input;
  if (string === undefined && binary === undefined) return undefined;
  if (string !== undefined && binary !== undefined) {
    throw badParameter('You can provide SecretString or SecretBinary, and not both.');
  }
  const bytes = string === undefined ? Buffer.from(binary ?? '', 'base64').length : Buffer.byteLength(string);
  if (bytes > VALUE_BYTES) throw badParameter(`The value has ${bytes} bytes; ${VALUE_BYTES} are the most.`);
  return string === undefined ? { binary } : { string };
}

export function badParameter(message: string): ServiceException {
  return new ServiceException('InvalidParameterException', 400, message);
}
