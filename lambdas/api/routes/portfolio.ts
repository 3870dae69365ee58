import { replacePortfolio } from '../../../shared/database/portfolios.ts';
import { updateUser } from '../../../shared/database/users.ts';
import { findingsOf } from '../../../shared/portfolio-files/findings.ts';
import { groupNotes, inputNotesOf } from '../../../shared/portfolio-files/group-notes.ts';
import { withAccountTypes } from '../../../shared/portfolio-files/json-account-types.ts';
import { validate } from '../../../shared/middleware/validate.ts';
import { retirementGoals, targets } from '../../../shared/schemas/goals.ts';
import { portfolio } from '../../../shared/schemas/portfolio.ts';
import { readJson, type Routes } from '../route.ts';
import { today } from '../today.ts';

/** The project's own JSON file: a portfolio, and perhaps goals and targets beside it. */
const portfolioFile = portfolio.safeExtend({ goals: retirementGoals.optional(), targets: targets.optional() });

export const portfolioRoutes: Routes = {
  /**
   * Replaces all that the person holds by the body's, all of it or nothing. Goals and targets are the person's settings: those in the
   * body replace them and are named by `settings`, and what it does not state stays.
   */
  'PUT /portfolio': {
    run: async ({ db, event, user }) => {
      const body = readJson(event);
      const { goals, targets: mix, ...stated } = validate(portfolioFile, body, 'The body');
      const findings = findingsOf('');
      const { portfolio: wanted } = withAccountTypes(stated, body, findings);
      const day = today();
      const settings = {
        ...(goals !== undefined && { goals: { goals, asOf: day } }),
        ...(mix !== undefined && { targets: mix }),
      };
      const named = Object.keys(settings);
      await db.transaction(async (tx) => {
        await replacePortfolio(tx, user.id, wanted, day);
        if (named.length > 0) await updateUser(tx, user.id, settings);
      });
      const notes = groupNotes(inputNotesOf(findings.notes));
      return {
        status: 200,
        body: {
          accounts: wanted.accounts.length,
          positions: wanted.accounts.reduce((count, account) => count + account.positions.length, 0),
          transactions: wanted.transactions.length,
          ...(named.length > 0 && { settings: named }),
          ...(notes.length > 0 && { notes }),
        },
      };
    },
  },
};
