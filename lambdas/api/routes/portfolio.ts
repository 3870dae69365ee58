import { replacePortfolio } from '../../../shared/database/portfolios.ts';
import { portfolio } from '../../../shared/schemas/portfolio.ts';
import { readBody, type Routes } from '../route.ts';
import { today } from '../today.ts';

export const portfolioRoutes: Routes = {
  /** Replaces everything the person has stored by the body, all of it or nothing. */
  'PUT /portfolio': {
    run: async ({ db, event, user }) => {
      const wanted = readBody(event, portfolio);
      await db.transaction((tx) => replacePortfolio(tx, user.id, wanted, today()));
      const positions = wanted.accounts.reduce((count, account) => count + account.positions.length, 0);
      const { transactions } = wanted;
      return { status: 200, body: { accounts: wanted.accounts.length, positions, transactions: transactions.length } };
    },
  },
};
