import { invalidParameter } from './action.ts';

/**
 * The group that a request means: `logGroupName`, or `logGroupIdentifier` (a name or an ARN), not both.
 *
 * @throws {ServiceException} InvalidParameterException
 */
export function groupName(input: {
  logGroupName?: string | undefined;
  logGroupIdentifier?: string | undefined;
}): string {
  const { logGroupName, logGroupIdentifier } = input;
  if ((logGroupName === undefined) === (logGroupIdentifier === undefined)) {
    throw invalidParameter('Exactly one of logGroupName and logGroupIdentifier must be given.');
  }
  return (
    logGroupName ?? (logGroupIdentifier ?? '').replace(/^arn:aws:logs:[^:]*:\d*:log-group:/, '').replace(/:\*$/, '')
  );
}
