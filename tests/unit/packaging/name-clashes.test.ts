// What would end a deployment in the middle, as two things want one name, is refused before anything is packaged.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { nameClashes } from '../../../scripts/packaging/name-clashes.ts';
import { lambdaConfig } from '../../../shared/schemas/lambda-config.ts';

const lambdas = new URL('../../../lambdas/', import.meta.url);
const sample = lambdaConfig.parse(JSON.parse(readFileSync(new URL('planner/lambda.json', lambdas), 'utf8')));
const one = (name: string, ...queues: string[]) => ({
  name,
  entry: `lambdas/${name}/handler.ts`,
  config: lambdaConfig.parse({ ...sample, triggers: queues.map((queue) => ({ type: 'sqs', queue })) }),
});
const messages = (...functions: ReturnType<typeof one>[]) =>
  nameClashes(functions, ['researcher', 'writer']).map(({ file, field, message }) => `${file} ${field}: ${message}`);

test('two functions on one queue', () => {
  expect(messages(one('first', 'work'), one('second', 'other', 'work'))).toEqual([
    'lambdas/first/lambda.json triggers[0].queue: "work" is worked on by second, too: a message goes to one of them only, by chance',
    'lambdas/second/lambda.json triggers[1].queue: "work" is worked on by first, too: a message goes to one of them only, by chance',
  ]);
});

test('one function twice on one queue', () => {
  expect(messages(one('first', 'work', 'work'))[0]).toContain(
    'triggers[0].queue: "work" is worked on by this function, too',
  );
});

test.each([[['failed-events']], [['work', 'work-dlq']]])('a queue that is made already, beside %j', (queues) => {
  expect(messages(one('first', ...queues))[0]).toContain('is a queue that Alex makes itself');
});

test.each([
  ...['embeddings', 'rest-logs', 'schedule-sweeper'],
  ...['researcher-service', 'researcher-execution', 'researcher-infrastructure', 'writer-service'],
])('a function %s, whose role is another’s', (name) => {
  expect(messages(one(name))[0]).toContain(`"${name}" cannot be a function's name`);
});

test.each(['http-api', 'rest-api'])('a function %s, whose log would be hidden by that of an API', (name) => {
  expect(messages(one(name))[0]).toContain(`"${name}" cannot be a function's name: its log would be hidden`);
});

test('a function and a service of one name, of which one log would be hidden', () => {
  expect(messages(one('first'), one('writer'))).toEqual([
    'lambdas/writer/lambda.json : services/writer is called so, too, and the log of one of them would be hidden: give one another name',
  ]);
});

test('nothing of the fleet as it is', () => {
  const fleet = readdirSync(lambdas, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({
      name,
      entry: '',
      config: lambdaConfig.parse(JSON.parse(readFileSync(new URL(`${name}/lambda.json`, lambdas), 'utf8'))),
    }));
  expect(fleet.length).toBeGreaterThan(5);
  expect(nameClashes(fleet, ['researcher'])).toEqual([]);
  expect(messages(one('first', 'work'), one('second', 'orphan-dlq'))).toEqual([]);
  // Of a service that is not there.
  expect(messages(one('painter-service'), one('self-service'))).toEqual([]);
});
