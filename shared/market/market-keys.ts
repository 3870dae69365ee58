import * as z from 'zod';
import { readSecret } from '../aws/secrets-manager.ts';
import { ConfigurationError } from '../errors.ts';
import { MarketError } from './market-error.ts';

/** The secret `market-keys`: a person's own keys, whose plans they have agreed to. Those that are not used may be missing. */
const marketKeys = z.object({
  massive: z.string().optional(),
  alpacaKeyId: z.string().optional(),
  alpacaSecret: z.string().optional(),
});
type MarketKeys = z.infer<typeof marketKeys>;

export interface Keys {
  massive: () => Promise<string>;
  alpaca: () => Promise<{ id: string; secret: string }>;
}

/** The keys of the secret, read when the first is needed, once. Each throws a MarketError where there is none. */
export function secretKeys(read: () => Promise<unknown> = () => readSecret('market-keys')): Keys {
  let reading: Promise<MarketKeys> | undefined;
  const keys = (title: string) =>
    (reading ??= read().then((value) => marketKeys.parse(value))).catch((cause: unknown) => {
      const passing = !(cause instanceof ConfigurationError) && !(cause instanceof z.ZodError);
      const why = passing ? 'its key could not be read' : 'there is no key for it in the secret market-keys';
      throw new MarketError(passing ? 'unavailable' : 'unauthorized', `${title} was not asked: ${why}.`, { cause });
    });
  const given = (title: string, key: string | undefined): string => {
    // Header values take no other characters, and no key has them.
    if (key !== undefined && /^[\x21-\x7e]+$/u.test(key.trim())) return key.trim();
    throw new MarketError('unauthorized', `${title} was not asked: there is no key for it in the secret market-keys.`);
  };
  return {
    massive: async () => given('Massive', (await keys('Massive')).massive),
    alpaca: async () => {
      const { alpacaKeyId, alpacaSecret } = await keys('Alpaca');
      return { id: given('Alpaca', alpacaKeyId), secret: given('Alpaca', alpacaSecret) };
    },
  };
}
