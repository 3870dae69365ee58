import { describe, expect, test } from '@jest/globals';
import { NotFoundError } from '../../shared/errors.ts';
import { describeFailure, reasonFor } from '../../shared/middleware/failure.ts';

const database = new Error('ERROR: duplicate key; Detail: Key (name)=(Aunt Mathilda) already exists.; SQLState: 23505');
const query = new Error('Failed query: insert into accounts values (:1)\nparams: Aunt Mathilda,123456', {
  cause: database,
});

describe('failure', () => {
  test('a log line carries what a person wrote or owns', () => {
    const logged = JSON.stringify(describeFailure(query));
    expect(logged).not.toContain('Mathilda');
    expect(logged).not.toContain('123456');
    expect(logged).toContain('insert into accounts');
    expect(logged).toContain('SQLState: 23505');
  });

  test('a statement of a thousand rows fills the log', () => {
    const long = new Error(`Failed query: insert into job_instruments values ${'(:1, :2), '.repeat(50_000)}`, {
      cause: database,
    });
    const logged = JSON.stringify(describeFailure(long));
    expect(logged.length).toBeLessThan(10_000);
    expect(logged).toContain('insert into job_instruments');
    expect(logged).toContain('SQLState: 23505');
  });

  test('a connection that no address of a name took says nothing', () => {
    const tried = ['::1', '127.0.0.1'].map((address) => new Error(`connect ECONNREFUSED ${address}:8123`));
    const refused = Object.assign(new AggregateError(tried), { code: 'ECONNREFUSED' });
    expect(describeFailure(new TypeError('fetch failed', { cause: refused })).cause).toMatchObject({
      name: 'AggregateError',
      message: 'connect ECONNREFUSED ::1:8123; connect ECONNREFUSED 127.0.0.1:8123',
    });
    expect(describeFailure(Object.assign(new Error(''), { code: 'ETIMEDOUT' })).message).toBe('ETIMEDOUT');
  });

  test('a person is shown a statement, or is not told what they can act on', () => {
    expect(reasonFor(query)).toBe('An unexpected error; the log says more.');
    const full = new Error('ERROR: could not extend file "base/5/16498": No space left on device; SQLState: 53100');
    expect(reasonFor(new Error('Failed query: update', { cause: full }))).toBe(
      'The disk that holds the database is full: free some space there, and try again.',
    );
    expect(reasonFor(new NotFoundError('There is no such job.'))).toBe('There is no such job.');
  });
});
