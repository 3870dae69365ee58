import { protocol } from '@electric-sql/pglite';
import { PostgresError } from './postgres-error.ts';
import type { ResultColumn, Statement, StatementResult, TransactionStatus } from './session.ts';

/** Rows beyond this many bytes are dropped: no answer of the Data API is larger (10 MB for formatted records). */
export const RESULT_CAP_BYTES = 12 * 1024 * 1024;

const { serialize } = protocol;

/**
 * The extended-query messages for one statement in one piece: parse with declared types, bind, describe, execute, sync.
 * https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-EXT-QUERY
 */
export function statementMessages(statement: Statement): Uint8Array {
  return Buffer.concat([
    serialize.parse({ text: statement.text, types: [...statement.types] }),
    serialize.bind({ values: [...statement.values] }),
    serialize.describe({ type: 'P' }),
    serialize.execute({}),
    serialize.sync(),
  ]);
}

interface RowDescription {
  readonly fields: readonly {
    name: string;
    tableID: number;
    columnID: number;
    dataTypeID: number;
    dataTypeModifier: number;
  }[];
}

interface ErrorResponse {
  readonly message?: string | undefined;
  readonly severity?: string | undefined;
  readonly code?: string | undefined;
  readonly hint?: string | undefined;
  readonly position?: string | undefined;
}

/** Gathers the backend's messages for one statement; the same for PGlite and for a server behind a socket. */
export class ResultCollector {
  #columns: ResultColumn[] | null = null;
  readonly #rows: (string | null)[][] = [];
  #bytes = 0;
  #truncated = false;
  #command = '';
  #rowCount = 0;

  rowDescription(message: RowDescription): void {
    this.#columns = message.fields.map((field) => ({
      name: field.name,
      tableId: field.tableID,
      columnId: field.columnID,
      typeId: field.dataTypeID,
      typeModifier: field.dataTypeModifier,
    }));
  }

  dataRow(values: (string | null)[]): void {
    for (const value of values) this.#bytes += value?.length ?? 0;
    if (this.#bytes > RESULT_CAP_BYTES) this.#truncated = true;
    else this.#rows.push(values);
  }

  /** Command tags: "INSERT 0 3", "UPDATE 2", "CREATE TABLE". */
  commandComplete(tag: string): void {
    const [, command = tag, count] = /^(.*?)(?: \d+)??(?: (\d+))?$/.exec(tag) ?? [];
    this.#command = command;
    this.#rowCount = Number(count ?? 0);
  }

  result(): StatementResult {
    return {
      columns: this.#columns,
      rows: this.#rows,
      command: this.#command,
      rowCount: this.#rowCount,
      truncated: this.#truncated,
    };
  }
}

/** An ErrorResponse as the error that the rest of the service knows. */
export function toPostgresError(error: ErrorResponse): PostgresError {
  return new PostgresError({
    severity: error.severity ?? 'ERROR',
    message: error.message ?? 'unknown error',
    code: error.code ?? 'XX000',
    hint: error.hint,
    position: error.position,
  });
}

/** Narrows ReadyForQuery's status byte. */
export function toTransactionStatus(status: string | null | undefined): TransactionStatus {
  return status === 'T' || status === 'E' ? status : 'I';
}
