import { InvokeEndpointCommand, SageMakerRuntimeClient } from '@aws-sdk/client-sagemaker-runtime';
import { AlexError } from '../errors.ts';
import { callService } from './call-service.ts';
import { requireEnvironment } from './environment.ts';

let client: SageMakerRuntimeClient | undefined;
const sageMaker = (): SageMakerRuntimeClient =>
  (client ??= new SageMakerRuntimeClient({
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 3000, requestTimeout: 60_000 },
  }));

/** A serverless endpoint that slept loads its container first, some 10 to 20 seconds; it has 60 to answer at most. */
const call = { what: 'The embeddings endpoint', answerWithin: 60_000, waits: [200, 800, 2500] };

/** What the model behind the endpoint of `embeddings` answers to a JSON body. Errors: see `callService`. */
export async function askEmbeddings(body: unknown): Promise<unknown> {
  const command = new InvokeEndpointCommand({
    EndpointName: requireEnvironment('EMBEDDINGS_ENDPOINT_NAME'),
    ContentType: 'application/json',
    Accept: 'application/json',
    Body: JSON.stringify(body),
  });
  const answer = await callService(call, (abortSignal) => sageMaker().send(command, { abortSignal }));
  try {
    return JSON.parse(Buffer.from(answer.Body).toString('utf8'));
  } catch (cause) {
    const message = 'The embeddings endpoint answered something that is not JSON.';
    throw new AlexError(message, { code: 'embeddings_unusable', status: 502, retryable: false, cause });
  }
}
