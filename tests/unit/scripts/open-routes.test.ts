// A door that nobody knows to be open: API Gateway asks nobody for a key on people's routes, and only the code of `api` does.
import { expect, test } from '@jest/globals';
import { readFleet, type Fleet } from '../../../scripts/terraform/fleet.ts';
import { describeOpenRoutes } from '../../../scripts/terraform/open-routes.ts';
import { stageNames } from '../../../scripts/terraform/variables-file.ts';
import { lambdaConfig } from '../../../shared/schemas/lambda-config.ts';
import { serviceConfig } from '../../../shared/schemas/service-config.ts';

const whole = readFleet();
/** Without folders of one's own, which may have open routes of their own. */
const OURS = ['api', 'charter', 'ingest', 'planner', 'pricer', 'reporter', 'retirement', 'scheduler', 'search', 'sweeper', 'tagger']; // prettier-ignore
const own: Fleet = { ...whole, functions: new Map([...whole.functions].filter(([name]) => OURS.includes(name))) };
const withFolder = (name: string, more: object): Fleet => ({
  ...own,
  functions: new Map([
    ...own.functions,
    [name, lambdaConfig.parse({ description: 'x', memory: 128, timeout: 3, zipBudget: 10, ...more })],
  ]),
});
const http = (...routes: string[]) => ({ type: 'http', routes });
const rest = (apiKey: boolean | undefined, ...routes: string[]) => ({ type: 'rest', apiKey, routes });

test('the project opens nothing that does not ask who calls', () => {
  expect(describeOpenRoutes(own)).toEqual([]);
  expect([...own.functions].filter(([, { triggers }]) => triggers.some(({ type }) => type === 'http'))).toHaveLength(1);
});

test.each([
  [[http('GET /export')], 'GET /export of exporter is open to anybody: '],
  [[http('GET /export', 'POST /export')], 'GET /export and POST /export of exporter are open to anybody: '],
  [[rest(false, 'GET /feed')], 'GET /feed of exporter is open to anybody: '],
  [
    [http('GET /a'), rest(true, 'GET /b'), rest(false, 'GET /c'), { type: 'schedule', rate: 'rate(1 day)' }],
    'GET /a and GET /c of exporter are open to anybody: ',
  ],
])("routes of one's own without a key are named: %j", (triggers, says) => {
  const lines = describeOpenRoutes(withFolder('exporter', { triggers }), stageNames);
  expect(lines).toEqual([`${says}its code has to check who asks (guides/9-beyond.md).`]);
});

test('what asks for a key, or has no address, opens nothing', () => {
  const triggers = [rest(undefined, 'GET /a'), rest(true, 'GET /b'), { type: 'sqs', queue: 'mine' }];
  expect(describeOpenRoutes(withFolder('exporter', { triggers }), stageNames)).toEqual([]);
});

test('what is not deployed yet opens nothing: people’s routes come with the agents, others with what they need', () => {
  const stages = stageNames.slice(0, 3);
  const people = withFolder('exporter', { triggers: [http('GET /export')], needs: ['database'] });
  expect(describeOpenRoutes(people, stages)).toEqual([]);
  const programs = withFolder('feed', { triggers: [rest(false, 'GET /feed')], needs: ['vectors:read'] });
  expect(describeOpenRoutes(programs, stages)).toHaveLength(1);
});

test('a container of one’s own has an address that is open as well', () => {
  const [researcher] = own.services.values();
  const archivist = serviceConfig.parse({ ...researcher, description: 'x' });
  const fleet = { ...own, services: new Map([...own.services, ['archivist', archivist]]) };
  const says = ['archivist is open to anybody at its address: its program has to check who asks.'];
  expect(describeOpenRoutes(fleet)).toEqual(says);
  expect(describeOpenRoutes(fleet, ['1-permissions'])).toEqual([]);
});
