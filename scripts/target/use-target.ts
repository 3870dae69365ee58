import type { Target } from './target.ts';

/** What would win over a laptop's own credentials: an AWS profile or session of the person's, who has nothing to do there. */
const PERSONAL = ['AWS_PROFILE', 'AWS_SESSION_TOKEN', 'AWS_WEB_IDENTITY_TOKEN_FILE', 'AWS_BEARER_TOKEN_BEDROCK'];

/**
 * Lets AWS SDK clients of this process, and shared/aws, find the target. On AWS the credentials stay the person's: profile, single
 * sign-on or keys.
 */
export function useTarget({ name, environment }: Pick<Target, 'name' | 'environment'>): void {
  if (name === 'laptop') for (const variable of PERSONAL) Reflect.deleteProperty(process.env, variable);
  Object.assign(process.env, environment);
}
