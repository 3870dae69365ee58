import { join } from 'node:path';
import { ServiceException } from '../wire/service-exception.ts';
import { HANDLER, logGroupName, type FunctionPackage } from './function-package.ts';
import { ENVIRONMENT_BYTES } from './limits.ts';

/** Set by Lambda itself, so not counted against the function's own 4 KB. */
const reserved =
  /^(_HANDLER|_X_AMZN_TRACE_ID|LAMBDA_.*|AWS_(LAMBDA_.*|EXECUTION_ENV|(DEFAULT_)?REGION|ACCESS_KEY(_ID)?|SECRET_ACCESS_KEY|SESSION_TOKEN))$/;

/**
 * Refuses a function whose own variables, names and values together, are larger than Lambda takes.
 *
 * @throws {ServiceException} InvalidParameterValueException naming the function
 */
export function checkEnvironmentSize(fn: FunctionPackage): void {
  const bytes = Object.entries(fn.environment)
    .filter(([name]) => !reserved.test(name))
    .reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + Buffer.byteLength(value), 0);
  if (bytes <= ENVIRONMENT_BYTES) return;
  throw new ServiceException(
    'InvalidParameterValueException',
    400,
    `The environment variables of the function ${fn.name} take ${bytes} bytes; Lambda allows ${ENVIRONMENT_BYTES}.`,
  );
}

/**
 * The whole environment of a worker: what Lambda sets, and the function's own over it. Nothing comes from the host's
 * environment, and the AWS SDK is pointed away from the person's own ~/.aws, which Lambda does not have either.
 */
export function environmentVariables(
  fn: FunctionPackage,
  place: { region: string; taskRoot: string; logStream: string },
): Record<string, string> {
  return {
    AWS_ACCESS_KEY_ID: 'ASIALOCALLOCALLOCALX',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_SESSION_TOKEN: 'local',
    AWS_REGION: place.region,
    AWS_DEFAULT_REGION: place.region,
    AWS_CONFIG_FILE: join(place.taskRoot, '.aws', 'config'),
    AWS_SHARED_CREDENTIALS_FILE: join(place.taskRoot, '.aws', 'credentials'),
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
    ...fn.environment,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: fn.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(fn.config.memory),
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: logGroupName(fn.name),
    AWS_LAMBDA_LOG_STREAM_NAME: place.logStream,
    LAMBDA_TASK_ROOT: place.taskRoot,
    _HANDLER: HANDLER,
  };
}
