import { databaseError, RdsDataError } from './errors.ts';
import { PostgresError } from './postgres-error.ts';
import { plain, type Session } from './session.ts';

/**
 * The session as that user's until it is released, and the owner's again before anybody else has it. A superuser becomes the user
 * altogether: SET ROLE and RESET ROLE lead no further than that user may go, as on Aurora. Another takes its role on, where it is a
 * member of it. Where it throws, the session is released.
 *
 * @throws {RdsDataError} where there is no such user, or the session's own may not act as it
 */
export async function actAs(session: Session, user: string): Promise<Session> {
  const name = quoted(user);
  try {
    const { rows } = await session.run(plain('SELECT session_user'));
    const owner = quoted(rows[0]?.[0] ?? '');
    await session.run(plain(`SET SESSION AUTHORIZATION ${name}`)).catch((error: unknown) => {
      if (!isRefusal(error)) throw error;
      return session.run(plain(`SET ROLE ${name}`));
    });
    return releasedTo(owner, session);
  } catch (error) {
    await session.release();
    throw error instanceof PostgresError ? explained(error, name) : error;
  }
}

/** By its name: in PGlite, neither DISCARD ALL nor RESET finds the way back to who it was opened as. */
const releasedTo = (owner: string, session: Session): Session => ({
  get status() {
    return session.status;
  },
  run: (statement) => session.run(statement),
  cancel: () => session.cancel(),
  settled: () => session.settled(),
  async release() {
    await session.settled();
    try {
      if (session.status !== 'I') await session.run(plain('ROLLBACK'));
      await session.run(plain(`SET SESSION AUTHORIZATION ${owner}`));
    } catch {
      // The connection is gone, and with it whoever it was; another is its owner's.
    }
    await session.release();
  },
});

const quoted = (user: string): string => `"${user.replaceAll('"', '""')}"`;
const isRefusal = (error: unknown): boolean => error instanceof PostgresError && error.fields.code === '42501';

function explained(error: PostgresError, name: string): RdsDataError {
  if (isRefusal(error)) {
    const remedy = `let it: GRANT ${name} TO CURRENT_USER WITH SET TRUE`;
    const message = `ERROR: the user of ALEX_DATABASE_URL may not act as ${name}; ${remedy}; SQLState: 42501`;
    return new RdsDataError('DatabaseErrorException', 400, message);
  }
  const message = `password authentication failed for user ${name}`;
  return databaseError(new PostgresError({ severity: 'FATAL', message, code: '28P01' }));
}
