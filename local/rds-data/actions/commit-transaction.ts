import { parseBody, type Action } from '../action.ts';
import { ownDatabaseError } from '../errors.ts';
import { endTransactionRequest } from '../request.ts';
import { plain } from '../session.ts';

/**
 * POST /CommitTransaction: https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/API_CommitTransaction.html
 * PostgreSQL answers COMMIT in a transaction that failed with a ROLLBACK and no error; a caller must not take that for a commit.
 */
export const commitTransaction: Action = async ({ service, body, socket }) => {
  const request = parseBody(endTransactionRequest, body);
  const transaction = service.transaction(request.transactionId, request);
  await transaction.use(socket, async (session) => {
    const hadFailed = session.status === 'E';
    try {
      await session.run(plain('COMMIT'));
      if (hadFailed) throw aborted();
    } catch (error) {
      service.rememberFailed(request.transactionId);
      throw error;
    }
  });
  return { transactionStatus: 'Transaction Committed' };
};

const aborted = () =>
  ownDatabaseError('current transaction is aborted, commands ignored until end of transaction block', '25P02');
