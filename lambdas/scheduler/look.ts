import * as z from 'zod';
import { retry } from '../../shared/aws/retry.ts';
import { ask } from './ask.ts';
import { callRule } from './call-rule.ts';

const researcherState = z.object({ idle: z.boolean() });
export type Looked = z.infer<typeof researcherState>;

/**
 * Whether the researcher answers to the key, and has nothing to do. It begins no run.
 *
 * @throws {AgentError} where it cannot be reached within the tries, or refuses
 */
export const look = (researcherUrl: string): Promise<Looked> =>
  retry(() => ask(new URL('/research', researcherUrl), researcherState), callRule);
