import { expect, test } from '@jest/globals';
import { configMistakes } from '../../../scripts/packaging/config-mistakes.ts';
import { lambdaConfig } from '../../../shared/schemas/lambda-config.ts';
import { serviceConfig } from '../../../shared/schemas/service-config.ts';

const GOOD = { description: 'Reads the news', memory: 256, timeout: 30, zipBudget: 250 };

function told(given: Record<string, unknown>): string[] {
  const json: unknown = JSON.parse(JSON.stringify({ ...GOOD, ...given }));
  const { error } = lambdaConfig.safeParse(json);
  return configMistakes(lambdaConfig, json, error).map(({ field, message }) => `${field}: ${message}`);
}

test('a file without a mistake is told one', () => {
  expect(told({})).toEqual([]);
});

test.each<[string, Record<string, unknown>, string[]]>([
  [
    'a misspelt setting is told without the one that is meant',
    { timeout: undefined, timeot: 30 },
    ['timeout: is missing', 'timeot: there is no setting of this name: did you mean "timeout"?'],
  ],
  [
    'a misspelt setting of a trigger is held against those of the whole file',
    { triggers: [{ type: 'sqs', queue: 'news', batchsize: 1 }] },
    ['triggers[0].batchsize: there is no setting of this name: did you mean "batchSize"?'],
  ],
  [
    'a setting that nothing is like is given a meaning',
    { colour: 'red' },
    ['colour: there is no setting of this name'],
  ],
  [
    'an unknown kind of trigger is told by a library',
    { triggers: [{ type: 'shedule', rate: 'rate(1 day)' }, { rate: 'rate(1 day)' }] },
    [
      'triggers[0].type: must be one of http, rest, sqs, schedule: did you mean "schedule"?',
      'triggers[1].type: is missing: must be one of http, rest, sqs, schedule',
    ],
  ],
  ['a number in quotes is told by a library', { memory: '256' }, ['memory: must be a number, not a text']],
  ['half a KiB is told by a library', { zipBudget: 2.5 }, ['zipBudget: must be a whole number']],
  ['too long a time is told without the most', { timeout: 5000 }, ['timeout: must be 900 or less']],
  ['one need is written as a text', { needs: 'database' }, ['needs: must be a list [...], not a text']],
  [
    'a number of the environment is told by a library',
    { environment: { MAX: 3 } },
    ['environment.MAX: must be a text, not a number'],
  ],
])('%s', (_, given, expected) => {
  expect(told(given)).toEqual(expected);
});

test('what a schema says in words of its own is lost', () => {
  expect(told({ needs: ['databse'] })[0]).toContain('needs[0]: "databse" is no need');
});

test('a service’s misspelt setting is told without the one that is meant', () => {
  const json = { description: 'Reads the web', cpus: 1 };
  const { error } = serviceConfig.safeParse(json);
  const all = configMistakes(serviceConfig, json, error).map(({ field, message }) => `${field}: ${message}`);
  expect(all).toContain('cpus: there is no setting of this name: did you mean "cpu"?');
});
