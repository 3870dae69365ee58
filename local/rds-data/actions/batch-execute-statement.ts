import { parseBody, type Action } from '../action.ts';
import { bindParameters } from '../parameters.ts';
import { batchExecuteStatementRequest } from '../request.ts';
import { plain } from '../session.ts';
import { runWithTimeout } from '../statement-timeout.ts';

/**
 * POST /BatchExecute: https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/API_BatchExecuteStatement.html
 * Without a parameter set nothing runs. Outside of a transaction all sets are stored, or none.
 */
export const batchExecuteStatement: Action = async ({ service, body, socket }) => {
  const request = parseBody(batchExecuteStatementRequest, body);
  service.checkPlace(request, request.transactionId !== undefined);
  const statements = request.parameterSets.map((parameters) => bindParameters(request.sql, parameters));
  if (statements.length === 0) return { updateResults: [] };
  const deadline = performance.now() + service.cluster.limits.statementMs;
  return service.withSession(request, socket, async (session) => {
    const ownTransaction = session.status === 'I';
    if (ownTransaction) await session.run(plain('BEGIN'));
    for (const statement of statements) {
      await runWithTimeout(session, statement, {
        limitMs: Math.max(0, deadline - performance.now()),
        continueAfterTimeout: false,
        columnSources: service.columnSources,
      });
    }
    if (ownTransaction) await session.run(plain('COMMIT'));
    return { updateResults: statements.map(() => ({ generatedFields: [] })) };
  });
};
