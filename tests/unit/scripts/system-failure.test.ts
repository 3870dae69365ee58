import { connect } from 'node:net';
import { expect, test } from '@jest/globals';
import { explainSystemFailure } from '../../../scripts/analysis/system-failure.ts';

const refusal = (address: string, code = 'ENETUNREACH'): Error =>
  Object.assign(new Error(`connect ${code} ${address}`), { code, syscall: 'connect', address });

test('a machine that cannot reach itself is told so, however deep the error lies', () => {
  const query = new Error('Failed query: CREATE SCHEMA', {
    cause: new AggregateError([new Error('first try'), refusal('127.0.0.1')]),
  });
  const explained = explainSystemFailure(query);
  expect(explained?.message).toContain('cannot reach itself at 127.0.0.1');
  expect(explained?.message).not.toContain('Failed query');
  expect(explained?.lines).toHaveLength(1);
});

test('neither another machine nor an error that causes itself is taken for that', () => {
  expect(explainSystemFailure(refusal('192.0.2.1'))).toBeUndefined();
  const round = new Error('round');
  round.cause = round;
  expect(explainSystemFailure(round)).toBeUndefined();
});

test('a port where nobody listens is not called a missing loopback', async () => {
  const failed = await new Promise((resolve) => connect(1, '127.0.0.1').once('error', resolve));
  expect(explainSystemFailure(failed)).toBeUndefined();
});
