/** One SQL statement with `$1`-style places, the declared type (OID, 0 = let PostgreSQL infer) and the text form of each value. */
export interface Statement {
  readonly text: string;
  readonly types: readonly number[];
  readonly values: readonly (string | null)[];
}

/** A column of a result as PostgreSQL describes it; `tableId` 0 when it is an expression. */
export interface ResultColumn {
  readonly name: string;
  readonly tableId: number;
  readonly columnId: number;
  readonly typeId: number;
  readonly typeModifier: number;
}

/** What a statement answered. `columns` is null when it returns no rows at all (INSERT without RETURNING, DDL). */
export interface StatementResult {
  readonly columns: readonly ResultColumn[] | null;
  readonly rows: readonly (readonly (string | null)[])[];
  /** The command tag without its count, e.g. "INSERT". */
  readonly command: string;
  readonly rowCount: number;
  /** True when rows were dropped because the result outgrew `RESULT_CAP_BYTES`. */
  readonly truncated: boolean;
}

/** Idle, in a transaction, or in a transaction that failed (PostgreSQL's ReadyForQuery status). */
export type TransactionStatus = 'I' | 'T' | 'E';

/** A connection to the database that one caller has to itself until it releases it. */
export interface Session {
  readonly status: TransactionStatus;
  /** @throws {PostgresError} what the database refused. */
  run(statement: Statement): Promise<StatementResult>;
  /** Stops the statement that is running, if the database can; resolves when that has been asked. */
  cancel(): Promise<void>;
  /** Resolves when nothing runs any more. */
  settled(): Promise<void>;
  /** When nothing runs any more, rolls back what is open, resets the session's settings and gives the connection to the next in line. */
  release(): Promise<void>;
}

/** Who holds or wants the connection; lets the queue see a transaction that is open but doing nothing. */
export interface Holder {
  /** Names the holder in messages, e.g. "transaction AbC…". */
  readonly label: string;
  /** When (ms, `performance.now()`) it last did something, or undefined while it is doing something. */
  idleSince(): number | undefined;
  /** True when nobody can come back to it: its client's connection is closed. */
  abandoned(): boolean;
  /** Ends it, which releases the connection. */
  end(): Promise<void>;
}

/** The database behind the Data API. */
export interface Database {
  readonly kind: 'pglite' | 'postgres';
  /**
   * Waits in line for a connection.
   * @throws {BlockedByTransactionError} when the only connection is held by a transaction that does nothing.
   */
  acquire(holder: Holder): Promise<Session>;
  close(): Promise<void>;
}

/** Shorthand for a statement without parameters. */
export const plain = (text: string): Statement => ({ text, types: [], values: [] });
