import { ServiceException } from '../wire/service-exception.ts';

/**
 * The refusal of a request for one field, as S3 Vectors words it: the message, and the field's path in `fieldList`.
 *
 * @param path JSON pointer of the field, e.g. `/topK`
 * @param constraint e.g. `Member must be between 1 and 100, inclusive`
 */
export function invalid(path: string, constraint: string): ServiceException {
  const message = `Value at '${path}' failed to satisfy constraint: ${constraint}`;
  return new ServiceException('ValidationException', 400, `1 validation error detected. ${message}`, {
    fieldList: [{ path, message }],
  });
}

/** The refusal of one vector: its key in the message, its field in `fieldList`. */
export function invalidRecord(path: string, key: string, message: string): ServiceException {
  return new ServiceException('ValidationException', 400, `Invalid record for key '${key}': ${message}`, {
    fieldList: [{ path, message }],
  });
}

/** A refusal in words of its own, with the field at fault. */
export function refused(path: string, message: string): ServiceException {
  return new ServiceException('ValidationException', 400, message, { fieldList: [{ path, message }] });
}

export function notFound(message: string): ServiceException {
  return new ServiceException('NotFoundException', 404, message);
}

export function conflict(message: string): ServiceException {
  return new ServiceException('ConflictException', 409, message);
}

export function overQuota(message: string): ServiceException {
  return new ServiceException('ServiceQuotaExceededException', 402, message);
}
