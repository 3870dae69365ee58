import type { ServerResponse } from 'node:http';
import { databaseError, ownDatabaseError, RdsDataError } from './errors.ts';
import { BlockedByTransactionError, ConnectionLostError, PostgresError } from './postgres-error.ts';
import { requestId } from './service.ts';

/** Any thrown thing as the error that goes on the wire. */
export function toRdsDataError(error: unknown): RdsDataError {
  if (error instanceof RdsDataError) return error;
  if (error instanceof PostgresError) return databaseError(error);
  if (error instanceof BlockedByTransactionError) return ownDatabaseError(error.message, '55P03');
  if (error instanceof ConnectionLostError) {
    return ownDatabaseError(`the connection to the database was lost: ${error.message}`, '08006');
  }
  const message = error instanceof Error ? error.message : String(error);
  return new RdsDataError('InternalServerErrorException', 500, message, { cause: error });
}

/** Writes an answer in the restJson1 protocol (https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html). */
export function respond(response: ServerResponse, status: number, body: string, errorType?: string): void {
  if (response.destroyed) return;
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'x-amzn-requestid': requestId(),
    ...(errorType === undefined ? {} : { 'x-amzn-errortype': errorType }),
  });
  response.end(body);
}

export function respondWithError(response: ServerResponse, error: RdsDataError): void {
  respond(response, error.status, JSON.stringify({ message: error.message }), error.type);
}
