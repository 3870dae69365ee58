import * as z from 'zod';
import {
  createAccount,
  deleteAccount,
  findAccount,
  listAccounts,
  replaceCash,
  updateAccount,
} from '../../../shared/database/accounts.ts';
import type { Database } from '../../../shared/database/client.ts';
import { isUniqueViolation } from '../../../shared/database/violations.ts';
import { ConflictError, NotFoundError } from '../../../shared/errors.ts';
import { typeInName } from '../../../shared/portfolio-files/account-type.ts';
import { account, cashBalance } from '../../../shared/schemas/portfolio.ts';
import { pathId, readBody, type Routes } from '../route.ts';

const cash = z
  .array(cashBalance)
  .max(20)
  .refine((balances) => new Set(balances.map(({ currency }) => currency)).size === balances.length, {
    message: 'each currency once',
  });
/** Without a type the name tells it, as in a file: an account "IRA" is tax-deferred. */
const newAccount = account
  .pick({ name: true })
  .extend({ type: account.shape.type.unwrap().optional(), cash: cash.default([]) })
  .transform(({ type, ...one }) => ({ ...one, type: type ?? typeInName(one.name) ?? 'taxable' }));
const accountChange = z.strictObject({
  name: account.shape.name.optional(),
  type: account.shape.type.unwrap().optional(),
  cash: cash.optional(),
});

const missing = () => new NotFoundError('There is no such account.');

async function shown(db: Database, userId: string, id: string) {
  const found = await findAccount(db, userId, id);
  if (found === undefined) throw missing();
  return found;
}

async function nameOnce<T>(name: string | undefined, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isUniqueViolation(error)) throw new ConflictError(`There is an account named "${name ?? ''}" already.`);
    throw error;
  }
}

export const accountRoutes: Routes = {
  'GET /accounts': {
    run: async ({ db, user }) => ({ status: 200, body: { items: await listAccounts(db, user.id) } }),
  },

  'POST /accounts': {
    run: async ({ db, event, user }) => {
      const { cash: balances, ...wanted } = readBody(event, newAccount);
      const id = await nameOnce(wanted.name, () =>
        db.transaction(async (tx) => {
          const created = await createAccount(tx, user.id, wanted);
          await replaceCash(tx, created, balances);
          return created;
        }),
      );
      return { status: 201, headers: { location: `/accounts/${id}` }, body: await shown(db, user.id, id) };
    },
  },

  'GET /accounts/{id}': {
    run: async ({ db, event, user }) => ({ status: 200, body: await shown(db, user.id, pathId(event, 'account')) }),
  },

  'PUT /accounts/{id}': {
    run: async ({ db, event, user }) => {
      const id = pathId(event, 'account');
      const { cash: balances, ...change } = readBody(event, accountChange);
      await nameOnce(change.name, () =>
        db.transaction(async (tx) => {
          if (!(await updateAccount(tx, user.id, id, change))) throw missing();
          if (balances !== undefined) await replaceCash(tx, id, balances);
        }),
      );
      return { status: 200, body: await shown(db, user.id, id) };
    },
  },

  'DELETE /accounts/{id}': {
    run: async ({ db, event, user }) => {
      if (!(await deleteAccount(db, user.id, pathId(event, 'account')))) throw missing();
      return { status: 204 };
    },
  },
};
