import { parseFunctionName } from '../function-name.ts';
import type { ActionAnswer, ActionCall } from './action.ts';
import { functionConfiguration } from './function-configuration.ts';

/** GetFunctionConfiguration: https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html */
export function getFunctionConfiguration({ host, functionName, query }: ActionCall): ActionAnswer {
  const fn = host.get(parseFunctionName(functionName, host, query.get('Qualifier')));
  return { status: 200, body: functionConfiguration(fn, host) };
}
