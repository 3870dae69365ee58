import * as z from 'zod';
import { updateUser, type User } from '../../../shared/database/users.ts';
import { NotFoundError } from '../../../shared/errors.ts';
import { isoDate } from '../../../shared/schemas/decimal.ts';
import { retirementGoals, targets } from '../../../shared/schemas/goals.ts';
import { readBody, type Routes } from '../route.ts';
import { today } from '../today.ts';

const change = z.strictObject({
  displayName: z.string().trim().min(1).max(100).optional(),
  /** null forgets them. */
  goals: retirementGoals.nullable().optional(),
  /** The day on which the goals' age is true; default today. */
  goalsAsOf: isoDate.optional(),
  targets: targets.nullable().optional(),
});

const shown = ({ id, displayName, goals, goalsAsOf, targets: mix }: User) => ({
  id,
  displayName,
  goals,
  goalsAsOf,
  targets: mix,
});

export const userRoutes: Routes = {
  'GET /user': { run: ({ user }) => Promise.resolve({ status: 200, body: shown(user) }) },

  'PUT /user': {
    run: async ({ db, event, user }) => {
      const { displayName, goals, goalsAsOf = today(), targets: mix } = readBody(event, change);
      const updated = await updateUser(db, user.id, {
        ...(displayName !== undefined && { displayName }),
        ...(goals !== undefined && { goals: goals && { goals, asOf: goalsAsOf } }),
        ...(mix !== undefined && { targets: mix }),
      });
      if (updated === undefined) throw new NotFoundError('There is no such user.');
      return { status: 200, body: shown(updated) };
    },
  },
};
