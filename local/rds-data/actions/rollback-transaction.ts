import { parseBody, type Action } from '../action.ts';
import { endTransactionRequest } from '../request.ts';
import { plain } from '../session.ts';

/**
 * POST /RollbackTransaction: https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/API_RollbackTransaction.html
 * Comes after what still runs in the transaction: refused, it would leave the transaction open, and its connection held.
 */
export const rollbackTransaction: Action = async ({ service, body, socket }) => {
  const request = parseBody(endTransactionRequest, body);
  service.userOf(request);
  if (!service.forgetFailed(request.transactionId)) {
    const transaction = service.transaction(request.transactionId, request);
    await transaction.whenIdle();
    await transaction.use(socket, (session) => session.run(plain('ROLLBACK')));
  }
  return { transactionStatus: 'Rollback Complete' };
};
