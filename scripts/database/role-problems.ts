import type { Queryable } from '../../shared/database/client.ts';
import { describeDifference, readRoles } from '../../shared/database/ensure-roles.ts';
import { userOfRole } from '../../shared/schemas/database-role.ts';
import type { Target } from '../target/target.ts';
import { deployedRoles, loginProblem } from './role-logins.ts';

/** What is wrong with the database's roles, in words; none: nothing. Changes nothing. */
export async function roleProblems(db: Queryable, target: Target): Promise<string[]> {
  const problems: string[] = [];
  const deployed = deployedRoles(target);
  for (const difference of await readRoles(db)) {
    const { role } = difference;
    const words = describeDifference(difference);
    // What it cannot be, it cannot log in as.
    const mayLogIn = !difference.missing.includes('login') && deployed.includes(role);
    const problem = mayLogIn ? await loginProblem(target, role) : undefined;
    if (words !== '') problems.push(`The role ${userOfRole(role)} is not what it should be. ${words}.`);
    if (problem !== undefined) problems.push(`The role ${userOfRole(role)} cannot log in: ${problem}.`);
  }
  return problems;
}
