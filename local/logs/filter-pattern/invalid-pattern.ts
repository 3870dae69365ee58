import { ServiceException } from '../../wire/service-exception.ts';

/** The refusal of a filter pattern: what it was, and what is wrong with it. */
export function invalidPattern(pattern: string, reason: string): ServiceException {
  return new ServiceException('InvalidParameterException', 400, `Invalid filter pattern '${pattern}': ${reason}.`);
}
