import * as z from 'zod';
import { readSecret } from '../../../aws/secrets-manager.ts';
import { ConfigurationError } from '../../../errors.ts';
import { FailedTry } from '../failed-try.ts';

/** The bearer token of a server, or how it is had; undefined where it wants none. */
export type ApiKey = string | (() => Promise<string>) | undefined;

const modelKey = z.object({ key: z.string().regex(/^[\x21-\x7e]+$/u) });

/**
 * The key in the secret `model-key`, which `npm run secrets` writes. Kept for minutes, so that a new one is found.
 *
 * @throws {FailedTry} `refused` where there is none that could be sent, `unavailable` where it could not be read just now
 */
export async function keyOfSecret(read: () => Promise<unknown> = () => readSecret('model-key')): Promise<string> {
  try {
    return modelKey.parse(await read()).key;
  } catch (cause) {
    if (cause instanceof ConfigurationError || cause instanceof z.ZodError) {
      const advice = 'there is no key in the secret model-key, which npm run secrets writes';
      throw new FailedTry('refused', 'There is no key for the model in the secret model-key.', { again: false, advice, cause }); // prettier-ignore
    }
    throw new FailedTry('unavailable', 'The key for the model could not be read.', { again: true, cause });
  }
}
