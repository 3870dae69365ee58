// One group that cannot be read must not take the lines of all others with it, nor end what follows them.
import type { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { expect, test } from '@jest/globals';
import type { LogLine } from '../../../../scripts/logs/read-group.ts';
import { follow, showSince, type Tail } from '../../../../scripts/logs/tail.ts';
import { passesByItself } from '../../../../scripts/target/explain-aws-failure.ts';

const failure = (name: string, status = 400): Error =>
  Object.assign(new Error(name), { name, ...(status > 0 && { $metadata: { httpStatusCode: status } }) });
const throttled = failure('ThrottlingException');
const denied = failure('AccessDeniedException');
const expired = failure('ExpiredTokenException');
const noNetwork = Object.assign(failure('Error', 0), { code: 'ENOTFOUND' });

type Answer = string | Error;

/** @param answer what a group answers when it is asked for the so-many-th time */
function tailOf(names: readonly string[], answer: (name: string, time: number) => Answer) {
  const shown: string[] = [];
  const asked: string[] = [];
  let open = 0;
  let mostOpen = 0;
  const send = async ({ input }: FilterLogEventsCommand) => {
    const name = input.logGroupName ?? '';
    asked.push(name);
    open += 1;
    mostOpen = Math.max(mostOpen, open);
    await new Promise(setImmediate);
    open -= 1;
    const said = answer(name, asked.filter((one) => one === name).length);
    if (said instanceof Error) throw said;
    const at = Date.parse('2026-03-31T14:00:00Z') + asked.length;
    return { events: said === '' ? [] : [{ eventId: `${name} ${said}`, timestamp: at, message: said }] };
  };
  const tail: Tail = {
    client: { send } as unknown as CloudWatchLogsClient,
    groups: Object.fromEntries(names.map((name) => [name, name])),
    from: 0,
    pattern: undefined,
    most: 10,
    pace: (ask) => ask(),
    show: ({ name, text }: LogLine) => shown.push(`${name} ${text}`),
  };
  return { tail, shown, asked, mostOpen: () => mostOpen };
}

const fifteen = Array.from({ length: 15 }, (_, index) => `group-${String(index + 1)}`);

test('fifteen groups are not asked all at once, and each is shown', async () => {
  const { tail, shown, mostOpen } = tailOf(fifteen, () => 'hello');
  const seen = await showSince(tail);
  expect(shown).toHaveLength(15);
  expect([...seen.newest.keys()]).toEqual(fifteen);
  expect(mostOpen()).toBeLessThanOrEqual(5);
});

test.each([
  ['throttled', throttled],
  ['refused', denied],
  ['failed by AWS itself', failure('InternalFailure', 500)],
])('where one group is %s, the others are shown and it is named', async (_, error) => {
  const { tail, shown } = tailOf(fifteen, (name) => (name === 'group-1' ? error : 'hello'));
  const seen = await showSince(tail);
  expect(shown).toHaveLength(14);
  expect([...seen.unread]).toEqual([['group-1', error]]);
});

test('where none can be read that is one failure, as it came', async () => {
  await expect(showSince(tailOf(fifteen, () => expired).tail)).rejects.toBe(expired);
  const notThere = failure('ResourceNotFoundException');
  const some = tailOf(['a', 'b'], (name) => (name === 'a' ? notThere : denied));
  await expect(showSince(some.tail)).rejects.toBe(denied);
});

test('without a network not each of fifteen groups waits for it', async () => {
  const { tail, asked } = tailOf(fifteen, () => noNetwork);
  await expect(showSince(tail)).rejects.toBe(noNetwork);
  expect(asked.length).toBeLessThan(6);
});

/** Follows for so many looks. */
async function followed(names: readonly string[], answer: (name: string, time: number) => Answer, looks: number) {
  const stopping = new AbortController();
  const told: string[] = [];
  const { tail, shown } = tailOf(names, (name, time) => {
    if (time <= looks) return answer(name, time);
    stopping.abort();
    return '';
  });
  const seen = { newest: new Map<string, LogLine[]>(), unread: new Map<string, unknown>() };
  const unread = (failures: ReadonlyMap<string, unknown>) => {
    told.push([...failures.keys()].join(' '));
  };
  await follow(tail, seen, { every: 1, signal: stopping.signal, passes: passesByItself, unread });
  return { shown, told };
}

test.each([
  ['a throttled', throttled],
  ["AWS's own failed", failure('ServiceUnavailable', 503)],
  ['an unreachable', noNetwork],
])('%s look does not end what follows, and is told once', async (_, error) => {
  const { shown, told } = await followed(['api', 'planner'], (_name, time) => (time < 4 ? error : 'later'), 5);
  expect(shown).toEqual(['api later', 'planner later']);
  expect(told).toEqual(['api planner']);
});

test('a group that may not be read is told once, and the other goes on, also through a throttled look', async () => {
  const { shown, told } = await followed(
    ['api', 'planner'],
    (name, time) => (name === 'api' ? denied : time === 2 ? throttled : `line ${String(time)}`),
    3,
  );
  expect(shown).toEqual(['planner line 1', 'planner line 3']);
  expect(told).toEqual(['api', 'planner']);
});

test('credentials that expire end it', async () => {
  await expect(followed(['api', 'planner'], (_, time) => (time > 1 ? expired : 'hello'), 9)).rejects.toBe(expired);
});
