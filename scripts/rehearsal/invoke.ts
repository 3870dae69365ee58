import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { awsLimits } from '../target/aws-limits.ts';
import * as z from 'zod';
import { explainAwsFailure } from '../target/explain-aws-failure.ts';
import { needFunction } from '../target/needed.ts';
import type { Target } from '../target/target.ts';
import { CheckFailed } from './checks.ts';

/** What Lambda answers where a function failed: https://docs.aws.amazon.com/lambda/latest/dg/nodejs-exceptions.html */
const functionError = z.object({ errorType: z.string().optional(), errorMessage: z.string().optional() });

export interface Functions {
  /**
   * Invokes one function alone and waits for its answer.
   *
   * @throws {CheckFailed} with what the function said and the end of its log; {CommandError} where it is not deployed or AWS refuses, with what to do
   */
  invoke: (name: string, payload: unknown) => Promise<unknown>;
  /** The command that shows what a function said just now. */
  logOf: (name: string) => string;
  close: () => void;
}

export function functionsOf(target: Target): Functions {
  // Without retries: an invocation that timed out here may still run there. The planner may take five minutes.
  const client = new LambdaClient(awsLimits({ answerWithin: 330_000, maxAttempts: 1 }));
  const logOf = (name: string): string => `npm run logs -- ${name} --target ${target.name} --since 5m`;
  return {
    logOf,
    invoke: async (name, payload) => {
      const FunctionName = await needFunction(target, name);
      const answer = await client
        .send(new InvokeCommand({ FunctionName, Payload: Buffer.from(JSON.stringify(payload)), LogType: 'Tail' }))
        .catch((error: unknown) => {
          throw explainAwsFailure(error, target) ?? error;
        });
      const text = answer.Payload === undefined ? '' : Buffer.from(answer.Payload).toString('utf8');
      const value: unknown = text === '' ? null : JSON.parse(text);
      if (answer.FunctionError === undefined) return value;
      const { errorType = 'Error', errorMessage = 'no message' } = functionError.safeParse(value).data ?? {};
      throw new CheckFailed(`${errorType}: ${errorMessage} (${logOf(name)})`);
    },
    close: () => {
      client.destroy();
    },
  };
}
