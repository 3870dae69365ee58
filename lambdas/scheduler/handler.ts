import middy from '@middy/core';
import * as z from 'zod';
import { requireEnvironment } from '../../shared/aws/environment.ts';
import { invocation, untilLambdaEnds } from '../../shared/middleware/invocation.ts';
import { validate } from '../../shared/middleware/validate.ts';
import { look, type Looked } from './look.ts';
import { research, type Researched } from './research.ts';

/** Of EventBridge Scheduler's event: when the run was due, the same in every delivery of it. */
const scheduledEvent = z.object({ time: z.iso.datetime() });
/** Of whoever tries the function (`smoke` in lambda.json). */
const lookEvent = z.strictObject({ look: z.literal(true) });

export const handler = middy((event: unknown): Promise<Looked | Researched> => {
  if (lookEvent.safeParse(event).success) return look(requireEnvironment('RESEARCHER_URL'));
  const { time } = validate(scheduledEvent, event, 'The scheduled event');
  return research(requireEnvironment('RESEARCHER_URL'), new Date(time).toISOString());
}, untilLambdaEnds).use(invocation());
