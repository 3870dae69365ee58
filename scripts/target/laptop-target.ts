import { serviceLogGroup } from '../../local/containers/container.ts';
import { logGroupName } from '../../local/lambda/function-package.ts';
import type { Target, Variables } from './target.ts';
import { inVariable, named, targetFrom } from './target-from.ts';

/**
 * The fleet of this machine, from the variables that it publishes and its API's address. What Terraform's outputs add on AWS follows
 * from the names here.
 */
export function laptopTarget(environment: Variables, apiUrl: string): Target {
  const { functions, queueUrls } = targetFrom('laptop', environment);
  const inVariables = (prefix: string, names: readonly [string, string][]): Variables =>
    Object.fromEntries(names.map(([name, value]) => [`${prefix}_${inVariable(name)}`, value]));
  return targetFrom('laptop', {
    ...environment,
    HTTP_API_URL: apiUrl,
    REST_API_URL: apiUrl,
    ...inVariables('LOG_GROUP', [
      ...Object.entries(functions).map(([name, fn]): [string, string] => [name, logGroupName(fn)]),
      ...['researcher', ...Object.keys(named(environment, 'SERVICE_URL_'))].map((name): [string, string] => [
        name,
        serviceLogGroup(name),
      ]),
    ]),
    ...inVariables(
      'DEAD_LETTER_QUEUE',
      Object.keys(queueUrls).map((queue) => [queue, `${queue}-dlq`]),
    ),
  });
}
