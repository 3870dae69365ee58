/** The fields of an ErrorResponse that the Data API passes on (https://www.postgresql.org/docs/current/protocol-error-fields.html). */
export interface PostgresErrorFields {
  readonly severity: string;
  readonly message: string;
  /** SQLSTATE, e.g. "23505". */
  readonly code: string;
  readonly hint?: string | undefined;
  /** 1-based character position in the statement as sent. */
  readonly position?: string | undefined;
}

/** The database refused a statement. */
export class PostgresError extends Error {
  override readonly name = 'PostgresError';
  readonly fields: PostgresErrorFields;
  constructor(fields: PostgresErrorFields) {
    super(fields.message);
    this.fields = fields;
  }
}

/** The connection to the database broke while the statement ran: the database process ended or was restarted. */
export class ConnectionLostError extends Error {
  override readonly name = 'ConnectionLostError';
}

/** Someone waited for the only connection while a transaction that held it did nothing. */
export class BlockedByTransactionError extends Error {
  override readonly name = 'BlockedByTransactionError';
}
