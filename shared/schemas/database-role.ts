/**
 * Roles of the database beside its owner, each for programs that are to reach less than all of it. The need `database:NAME` is to
 * be NAME; what each may do is in shared/database/roles.ts. Each is a secret more to pay, so those that need the same share one.
 */
export const databaseRoles = ['researcher', 'agents', 'knowledge'] as const;
export type DatabaseRole = (typeof databaseRoles)[number];

/** What PostgreSQL knows a role as. */
export const userOfRole = (role: DatabaseRole): string => `alex_${role}`;

/** The secret with its user and password, by the name that a need `secret:NAME` would call it. */
export const secretOfRole = (role: DatabaseRole): string => `database-${role}`;

/** Of the database's owner, where a fleet is on a laptop; on AWS RDS makes and names it. */
export const ownersSecret = 'alex-database';
