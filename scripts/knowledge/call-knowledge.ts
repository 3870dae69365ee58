import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { awsLimits } from '../target/aws-limits.ts';
import * as z from 'zod';
import { CommandError } from '../analysis/command-error.ts';
import { needFunction } from '../target/needed.ts';
import type { Target } from '../target/target.ts';
import { readAnswer } from './read-answer.ts';

const functionError = z.object({ errorType: z.string().optional(), errorMessage: z.string().optional() });

/**
 * Asks a function of the knowledge base directly, with the body of its route, and reads its answer.
 *
 * @throws {CommandError} where it is not deployed, or fails
 */
export async function callKnowledge<S extends z.ZodType>(
  target: Target,
  name: 'ingest' | 'search',
  payload: unknown,
  answer: S,
): Promise<z.output<S>> {
  const FunctionName = await needFunction(target, name);
  const client = new LambdaClient(awsLimits({ answerWithin: 310_000 }));
  try {
    const { Payload, FunctionError } = await client.send(
      new InvokeCommand({ FunctionName, Payload: Buffer.from(JSON.stringify(payload)) }),
    );
    const value: unknown = JSON.parse(Payload === undefined ? 'null' : Buffer.from(Payload).toString('utf8'));
    if (FunctionError === undefined) return readAnswer(target.name, name, value, answer);
    const { errorMessage = 'it does not say why' } = functionError.safeParse(value).data ?? {};
    throw new CommandError(`The function ${name} failed: ${errorMessage}`, [
      `Its log: npm run logs -- ${name} --target ${target.name} --since 5m`,
    ]);
  } finally {
    client.destroy();
  }
}
