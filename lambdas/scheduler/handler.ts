import middy from '@middy/core';
import * as z from 'zod';
import { requireEnvironment } from '../../shared/aws/environment.ts';
import { invocation, untilLambdaEnds } from '../../shared/middleware/invocation.ts';
import { validate } from '../../shared/middleware/validate.ts';
import { research } from './research.ts';

/** Of EventBridge Scheduler's event: when the run was due, the same in every delivery of it. */
const scheduledEvent = z.object({ time: z.iso.datetime() });

export const handler = middy((event: unknown) => {
  const { time } = validate(scheduledEvent, event, 'The scheduled event');
  return research(requireEnvironment('RESEARCHER_URL'), new Date(time).toISOString());
}, untilLambdaEnds).use(invocation());
