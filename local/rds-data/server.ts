import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { batchExecuteStatement } from './actions/batch-execute-statement.ts';
import { beginTransaction } from './actions/begin-transaction.ts';
import { commitTransaction } from './actions/commit-transaction.ts';
import { executeSql } from './actions/execute-sql.ts';
import { executeStatement } from './actions/execute-statement.ts';
import { rollbackTransaction } from './actions/rollback-transaction.ts';
import type { Action } from './action.ts';
import { badRequest, RdsDataError, unsupportedResult } from './errors.ts';
import { awsLimits, type Limits } from './limits.ts';
import { readBody } from './read-body.ts';
import { respond, respondWithError, toRdsDataError } from './respond.ts';
import { Service, type Cluster } from './service.ts';

export { openDatabase, type OpenDatabaseOptions } from './database.ts';
export { DataFolderError } from './data-folder-error.ts';
export { awsLimits, type Limits } from './limits.ts';
export type { Database } from './session.ts';

const actions: ReadonlyMap<string, Action> = new Map([
  ['/Execute', executeStatement],
  ['/BatchExecute', batchExecuteStatement],
  ['/BeginTransaction', beginTransaction],
  ['/CommitTransaction', commitTransaction],
  ['/RollbackTransaction', rollbackTransaction],
  ['/ExecuteSql', executeSql],
]);

/** The paths that the service answers, for whoever mounts it beside others on one server. */
export const rdsDataPaths: readonly string[] = [...actions.keys()];

/** How the Data API is served. */
export interface RdsDataOptions extends Omit<Cluster, 'limits'> {
  /** Why a caller may not read a secret, and so not come in with it; undefined: it may. Default: everybody may everything. */
  readonly refuseSecret?: (request: IncomingMessage, secretArn: string) => string | undefined;
  /** Limits other than the service's own. */
  readonly limits?: Partial<Limits>;
  /** The first so many calls find the cluster waking up (DatabaseResumingException), as after an automatic pause. Default 0. */
  readonly resuming?: number;
}

/** The Data API as a request handler. */
export interface RdsData {
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  /** Rolls back open transactions; the database stays open. */
  readonly close: () => Promise<void>;
}

/**
 * The RDS Data API over a database, speaking the protocol that `@aws-sdk/client-rds-data` speaks.
 * @example
 * const database = await openDatabase({ folder: '.alex/database' });
 * const { handle } = createRdsData({ database, clusterArn, secretArn, databaseName: 'alex' });
 * createServer(handle).listen(4600, '127.0.0.1');
 */
export function createRdsData({ limits: changed, resuming = 0, refuseSecret, ...cluster }: RdsDataOptions): RdsData {
  const limits = { ...awsLimits, ...changed };
  const service = new Service({ ...cluster, limits });
  let asleep = resuming;

  const answer = async (request: IncomingMessage): Promise<string> => {
    const action = request.method === 'POST' ? actions.get(pathOf(request)) : undefined;
    if (action === undefined) {
      request.resume();
      throw new RdsDataError(
        'UnknownOperationException',
        404,
        `Unknown operation: ${request.method ?? ''} ${pathOf(request)}`,
      );
    }
    const text = await readBody(request, limits.requestBytes);
    if (request.headers.authorization === undefined) {
      throw new RdsDataError('MissingAuthenticationTokenException', 403, 'Missing Authentication Token');
    }
    if (asleep > 0) {
      asleep -= 1;
      throw new RdsDataError(
        'DatabaseResumingException',
        400,
        'The Aurora DB instance is resuming after being auto-paused. Please wait a few seconds and try again.',
      );
    }
    const body = parseJson(text);
    // The service reads the secret in the caller's name.
    const refused = refuseSecret?.(request, secretIn(body));
    if (refused !== undefined) throw new RdsDataError('AccessDeniedException', 403, refused);
    const result = JSON.stringify(await action({ service, body, socket: request.socket }));
    if (Buffer.byteLength(result) > limits.responseBytes && !result.startsWith('{"formattedRecords"')) {
      throw unsupportedResult('Database returned more than the allowed response size limit');
    }
    return result;
  };

  return {
    handle(request, response) {
      answer(request).then(
        (body) => {
          respond(response, 200, body);
        },
        (error: unknown) => {
          respondWithError(response, toRdsDataError(error));
        },
      );
    },
    close: () => service.close(),
  };
}

/** The Data API on a server of its own on a free port of 127.0.0.1, for tests and benchmarks. */
export async function startRdsDataServer(
  options: RdsDataOptions,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const rdsData = createRdsData(options);
  const server = createServer(rdsData.handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rdsData.close();
    },
  };
}

const pathOf = (request: IncomingMessage): string => (request.url ?? '/').split('?')[0] ?? '/';

const secretIn = (body: unknown): string =>
  typeof body === 'object' && body !== null && 'secretArn' in body ? String(body.secretArn) : '';

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest('The request body is not valid JSON.');
  }
}
