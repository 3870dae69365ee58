import { sql, type SQL } from 'drizzle-orm';
import { databaseRoles, userOfRole, type DatabaseRole } from '../schemas/database-role.ts';
import { ConfigurationError } from '../errors.ts';
import type { Database, Queryable } from './client.ts';
import { roleGrants, type RoleGrants } from './roles.ts';

/** How a role differs from what roles.ts says; both empty where it does not. In PostgreSQL's words: `select public.accounts`. */
export interface RoleDifference {
  missing: string[];
  tooMuch: string[];
}

/** Makes the roles that are missing and gives each what roles.ts says, no less and no more. Passwords are not its business. */
export async function ensureRoles(db: Database): Promise<void> {
  for (const role of databaseRoles) {
    const { missing, tooMuch } = await readRole(db, role);
    if (missing.length + tooMuch.length === 0) continue;
    await db.transaction((tx) => setUp(tx, role));
    const left = await readRole(db, role);
    if (left.missing.length + left.tooMuch.length === 0) continue;
    throw new ConfigurationError(
      `The database's role ${userOfRole(role)} is not what it should be. ${describeDifference(left)}. Somebody else changed it: take that back, or drop the role.`,
    );
  }
}

/** In words, for a person. */
export function describeDifference({ missing, tooMuch }: RoleDifference): string {
  const parts = [
    ...(missing.length === 0 ? [] : [`It lacks: ${missing.join(', ')}`]),
    ...(tooMuch.length === 0 ? [] : [`It has too much: ${tooMuch.join(', ')}`]),
  ];
  return parts.join('. ');
}

/** What the catalogue says of a role against roles.ts. One statement; changes nothing. */
export async function readRole(db: Queryable, role: DatabaseRole): Promise<RoleDifference> {
  const { rows } = await db.execute<{ held: string }>(sql`
    with role as (select * from pg_roles where rolname = ${userOfRole(role)}),
    acl as (
      select nspacl as acl, cast(nspname as text) as name from pg_namespace
      union all select relacl, nspname || '.' || relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      union all select attacl, nspname || '.' || relname || '.' || attname
        from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    )
    select 'login' as held from role where rolcanlogin
    union all select 'superuser' from role where rolsuper
    union all select 'createrole' from role where rolcreaterole
    union all select 'createdb' from role where rolcreatedb
    union all select 'bypassrls' from role where rolbypassrls
    union all select 'member of ' || g.rolname
      from pg_auth_members m join role r on r.oid = m.member join pg_roles g on g.oid = m.roleid
    union all select lower(x.privilege_type) || ' ' || name || case when x.is_grantable then ' with grant option' else '' end
      from acl cross join lateral aclexplode(acl.acl) x join role r on r.oid = x.grantee`);
  const held = new Set(rows.map((row) => row.held));
  const wanted = wantedOf(roleGrants[role]);
  return {
    missing: wanted.filter((one) => !held.has(one)),
    tooMuch: [...held].filter((one) => !wanted.includes(one)).sort(),
  };
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
