import middy from '@middy/core';
import { database } from '../../shared/database/client.ts';
import { invocation, untilLambdaEnds } from '../../shared/middleware/invocation.ts';
import { sweep } from './sweep.ts';

export const handler = middy(() => sweep(database()), untilLambdaEnds).use(invocation());
