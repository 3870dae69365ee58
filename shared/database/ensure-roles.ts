import { sql, type SQL } from 'drizzle-orm';
import { databaseRoles, userOfRole, type DatabaseRole } from '../schemas/database-role.ts';
import { ConfigurationError } from '../errors.ts';
import type { Database, Queryable } from './client.ts';
import { roleGrants, type RoleGrants } from './roles.ts';

/** How a role differs from what roles.ts says; both empty where it does not. In PostgreSQL's words: `select public.accounts`. */
export interface RoleDifference {
  role: DatabaseRole;
  missing: string[];
  tooMuch: string[];
}

/** Makes the roles that are missing and gives each what roles.ts says, no less and no more. Passwords are not its business. */
export async function ensureRoles(db: Database): Promise<void> {
  const wrong = (await readRoles(db)).filter(differs);
  if (wrong.length === 0) return;
  await db.transaction(async (tx) => {
    for (const { role } of wrong) await setUp(tx, role);
  });
  const left = (await readRoles(db)).find(differs);
  if (left === undefined) return;
  throw new ConfigurationError(
    `The database's role ${userOfRole(left.role)} is not what it should be. ${describeDifference(left)}. Somebody else changed it: take that back, or drop the role.`,
  );
}

const differs = ({ missing, tooMuch }: RoleDifference): boolean => missing.length + tooMuch.length > 0;

/** In words, for a person. */
export function describeDifference({ missing, tooMuch }: RoleDifference): string {
  const parts = [
    ...(missing.length === 0 ? [] : [`It lacks: ${missing.join(', ')}`]),
    ...(tooMuch.length === 0 ? [] : [`It has too much: ${tooMuch.join(', ')}`]),
  ];
  return parts.join('. ');
}

/** What the catalogue says of the roles against roles.ts. One statement; changes nothing. */
export async function readRoles(db: Queryable): Promise<RoleDifference[]> {
  const users = sql.join(
    databaseRoles.map((role) => sql`${userOfRole(role)}`),
    sql`, `,
  );
  const { rows } = await db.execute<{ role: string; held: string }>(sql`
    with role as (select * from pg_roles where rolname in (${users})),
    acl as (
      select nspacl as acl, cast(nspname as text) as name from pg_namespace
      union all select relacl, nspname || '.' || relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      union all select attacl, nspname || '.' || relname || '.' || attname
        from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    )
    select cast(rolname as text) as role, held from (
      select rolname, 'login' as held from role where rolcanlogin
      union all select rolname, 'superuser' from role where rolsuper
      union all select rolname, 'createrole' from role where rolcreaterole
      union all select rolname, 'createdb' from role where rolcreatedb
      union all select rolname, 'bypassrls' from role where rolbypassrls
      union all select r.rolname, 'member of ' || g.rolname
        from pg_auth_members m join role r on r.oid = m.member join pg_roles g on g.oid = m.roleid
      union all select r.rolname, lower(x.privilege_type) || ' ' || name || case when x.is_grantable then ' with grant option' else '' end
        from acl cross join lateral aclexplode(acl.acl) x join role r on r.oid = x.grantee
    ) holding`);
  return databaseRoles.map((role) => {
    const held = new Set(rows.flatMap((row) => (row.role === userOfRole(role) ? [row.held] : [])));
    const wanted = wantedOf(roleGrants[role]);
    return {
      role,
      missing: wanted.filter((one) => !held.has(one)),
      tooMuch: [...held].filter((one) => !wanted.includes(one)).sort(),
    };
  });
}

function wantedOf(grants: RoleGrants): string[] {
  const tables = Object.entries(grants).flatMap(([table, privileges]) =>
    Object.entries(privileges).flatMap(([privilege, columns]) =>
      columns === 'all'
        ? [`${privilege} public.${table}`]
        : columns.map((column) => `${privilege} public.${table}.${column}`),
    ),
  );
  return ['login', 'usage public', ...tables];
}

/** Everything taken away and given anew, in one piece: nobody sees it in between. */
async function setUp(tx: Queryable, role: DatabaseRole): Promise<void> {
  const user = sql.identifier(userOfRole(role));
  const { rows } = await tx.execute<{ there: boolean; may: boolean }>(sql`
    select exists (select 1 from pg_roles where rolname = ${userOfRole(role)}) as there,
      (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) as may`);
  if (rows[0]?.there !== true) {
    if (rows[0]?.may !== true) {
      throw new ConfigurationError(
        `The database needs a role ${userOfRole(role)}, and its user may make none: give it CREATEROLE, or have that role made (CREATE ROLE ${userOfRole(role)} LOGIN).`,
      );
    }
    // From PostgreSQL 16 on, who makes a role may act as it only where this says so; a laptop's endpoint does.
    await tx.execute(
      sql`select cast(set_config(name, 'set', true) as text) as given from pg_settings where name = 'createrole_self_grant'`,
    );
    await tx.execute(sql`create role ${user} login`);
  }
  await tx.execute(sql`revoke all on all tables in schema public from ${user}`);
  await tx.execute(sql`revoke all on schema public from ${user}`);
  await tx.execute(sql`grant usage on schema public to ${user}`);
  for (const [table, privileges] of Object.entries(roleGrants[role])) {
    const given = Object.entries(privileges).map(([privilege, columns]): SQL => {
      const named = columns === 'all' ? [] : columns.map((column) => sql.identifier(column));
      return named.length === 0 ? sql.raw(privilege) : sql`${sql.raw(privilege)} (${sql.join(named, sql`, `)})`;
    });
    await tx.execute(sql`grant ${sql.join(given, sql`, `)} on ${sql.identifier(table)} to ${user}`);
  }
}
