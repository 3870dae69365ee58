import * as z from 'zod';
import { findAccount } from '../../../shared/database/accounts.ts';
import { deletePosition, listPositions, putPosition } from '../../../shared/database/positions.ts';
import { putPrice } from '../../../shared/database/prices.ts';
import { NotFoundError } from '../../../shared/errors.ts';
import { validate } from '../../../shared/middleware/validate.ts';
import { symbol } from '../../../shared/schemas/classification.ts';
import { position } from '../../../shared/schemas/portfolio.ts';
import { page, pageOf, pathId, readBody, readQuery, type PersonRequest, type Routes } from '../route.ts';

const body = position.omit({ symbol: true, classification: true }).superRefine((given, context) => {
  if ((given.price === undefined) !== (given.priceAsOf === undefined)) {
    const message = 'price and priceAsOf go together: a price without its date is not a price';
    context.addIssue({ code: 'custom', path: ['priceAsOf'], message });
  }
});

const pathSymbol = (event: PersonRequest['event']): string =>
  validate(z.strictObject({ symbol }), { symbol: event.pathParameters?.symbol?.toUpperCase() }, 'The path').symbol;

async function ownAccount({ db, event, user }: PersonRequest): Promise<string> {
  const id = pathId(event, 'account');
  if ((await findAccount(db, user.id, id)) === undefined) throw new NotFoundError('There is no such account.');
  return id;
}

export const positionRoutes: Routes = {
  'GET /accounts/{id}/positions': {
    run: async (request) => {
      const { after, limit } = readQuery(request.event, page);
      const accountId = await ownAccount(request);
      const rows = await listPositions(request.db, request.user.id, accountId, { after, limit });
      return { status: 200, body: pageOf(rows, limit, (row) => row.symbol) };
    },
  },

  'PUT /accounts/{id}/positions/{symbol}': {
    run: async (request) => {
      const { db, event, user } = request;
      const held = pathSymbol(event);
      const { name, quantity, currency, costBasis, price, priceAsOf, priceSource } = readBody(event, body);
      const accountId = await ownAccount(request);
      const stored = { symbol: held, name: name ?? null, quantity, currency, costBasis: costBasis ?? null };
      await db.transaction(async (tx) => {
        const source = priceSource ?? 'the person';
        const none = { price: null, priceAsOf: null, priceSource: null };
        const own = price === undefined || priceAsOf === undefined ? none : { price, priceAsOf, priceSource: source };
        await putPosition(tx, accountId, { ...stored, ...own });
        if (price !== undefined && priceAsOf !== undefined) {
          await putPrice(tx, user.id, { symbol: held, currency, asOf: priceAsOf, price, source });
        }
      });
      return { status: 200, body: stored };
    },
  },

  'DELETE /accounts/{id}/positions/{symbol}': {
    run: async ({ db, event, user }) => {
      const held = pathSymbol(event);
      if (!(await deletePosition(db, user.id, pathId(event, 'account'), held))) {
        throw new NotFoundError(`There is no position in ${held} in such an account.`);
      }
      return { status: 204 };
    },
  },
};
