import { parseBody, type Action } from '../action.ts';
import { beginTransactionRequest } from '../request.ts';

/** POST /BeginTransaction: https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/API_BeginTransaction.html */
export const beginTransaction: Action = async ({ service, body, socket }) => {
  const request = parseBody(beginTransactionRequest, body);
  service.checkPlace(request, false);
  const transaction = await service.begin(socket, request);
  return { transactionId: transaction.id };
};
