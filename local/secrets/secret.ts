import * as z from 'zod';

/** One value that a secret had, under its labels: AWSCURRENT, AWSPREVIOUS, or a caller's own. */
const secretVersion = z.object({
  id: z.string(),
  /** Milliseconds since 1970. */
  createdAt: z.number(),
  stages: z.array(z.string()),
  string: z.string().optional(),
  /** base64 */
  binary: z.string().optional(),
});
export type SecretVersion = z.infer<typeof secretVersion>;

/** A secret as its file holds it; without versions it has no value yet. */
export const secret = z.object({
  name: z.string(),
  createdAt: z.number(),
  changedAt: z.number(),
  description: z.string().optional(),
  versions: z.array(secretVersion),
});
export type Secret = z.infer<typeof secret>;
