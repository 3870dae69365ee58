import { pathToFileURL } from 'node:url';
import { parseFunctionName } from '../function-name.ts';
import type { ActionAnswer, ActionCall } from './action.ts';
import { functionConfiguration } from './function-configuration.ts';

/** GetFunction: https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html. The code's location is its file. */
export function getFunction({ host, functionName, query }: ActionCall): ActionAnswer {
  const fn = host.get(parseFunctionName(functionName, host, query.get('Qualifier')));
  const { reservedConcurrency } = fn.config;
  return {
    status: 200,
    body: {
      Configuration: functionConfiguration(fn, host),
      Code: { RepositoryType: 'S3', Location: pathToFileURL(fn.zip).href },
      ...(reservedConcurrency !== null && { Concurrency: { ReservedConcurrentExecutions: reservedConcurrency } }),
    },
  };
}
