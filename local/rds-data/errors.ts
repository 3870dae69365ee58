import { PostgresError } from './postgres-error.ts';

/** An error as the service puts it on the wire: `x-amzn-errortype`, the HTTP status and `{"message"}`. */
export class RdsDataError extends Error {
  override readonly name = 'RdsDataError';
  readonly type: string;
  readonly status: number;
  constructor(type: string, status: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.type = type;
    this.status = status;
  }
}

export const badRequest = (message: string): RdsDataError => new RdsDataError('BadRequestException', 400, message);

export const validationError = (message: string): RdsDataError => new RdsDataError('ValidationException', 400, message);

export const transactionNotFound = (id: string): RdsDataError =>
  new RdsDataError('TransactionNotFoundException', 404, `Transaction ${id} is not found`);

export const unsupportedResult = (message: string): RdsDataError =>
  new RdsDataError('UnsupportedResultException', 400, message);

/** "ERROR: …; Hint: …; Position: 54; SQLState: 42883": the text that Aurora PostgreSQL's Data API answers. */
export function databaseError(error: PostgresError): RdsDataError {
  const { severity, message, hint, position, code } = error.fields;
  const parts = [`${severity}: ${message}`];
  if (hint !== undefined) parts.push(`Hint: ${hint}`);
  if (position !== undefined) parts.push(`Position: ${position}`);
  parts.push(`SQLState: ${code}`);
  return new RdsDataError('DatabaseErrorException', 400, parts.join('; '), { cause: error });
}

/** A database error that this service makes itself. */
export const ownDatabaseError = (message: string, code: string): RdsDataError =>
  databaseError(new PostgresError({ severity: 'ERROR', message, code }));
