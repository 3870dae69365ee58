import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { openRoutes, routes } from '../../lambdas/api/answer.ts';
import { lambdaConfig, need, type LambdaConfig } from '../../shared/schemas/lambda-config.ts';
import { serviceConfig } from '../../shared/schemas/service-config.ts';

const read = (name: string): LambdaConfig =>
  lambdaConfig.parse(JSON.parse(readFileSync(`lambdas/${name}/lambda.json`, 'utf8')));
const names = readdirSync('lambdas', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe('lambda.json', () => {
  test('lambda.schema.json says what the zod schema says', () => {
    const committed: unknown = JSON.parse(readFileSync('lambdas/lambda.schema.json', 'utf8'));
    expect(committed).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(lambdaConfig, { io: 'input' }))));
  });

  test('a misspelt field is refused, not ignored', () => {
    const config = { description: 'x', memory: 128, timeout: 3, zipBudget: 10, memroy: 256 };
    expect(lambdaConfig.safeParse(config).error?.issues[0]?.message).toContain('memroy');
  });

  test.each([
    [
      'a need',
      { needs: ['databse'] },
      '"databse" is no need: it must be one of database, database:researcher, database:agents, ',
    ],
    ['a need for a name', { needs: ['invoke'] }, 'such as "invoke:search"'],
    ['a rate', { triggers: [{ type: 'schedule', rate: 'rate(30 minute)' }] }, '"rate(30 minutes)"'],
    ['a rate of one', { triggers: [{ type: 'schedule', rate: 'rate(1 hours)' }] }, '"rate(1 day)"'],
    ['a setting', { environment: { subject: 'x' } }, 'such as "MAX_ATTEMPTS"'],
    [
      'settings that Lambda has no room for',
      { environment: { WORDS: 'ü'.repeat(2100) } },
      'takes 4205 bytes with its names, and Lambda allows 4096',
    ],
    ['a setting that Lambda refuses', { environment: { AWS_REGION: 'eu-west-1' } }, 'none that Lambda sets itself'],
    ['a session that Lambda refuses', { environment: { AWS_SESSION_TOKEN: 'x' } }, 'none that Lambda sets itself'],
    ['a name that Lambda refuses', { environment: { AWS_LAMBDA_FUNCTION_NAME: 'x' } }, 'none that Lambda sets itself'],
    [
      'a time zone',
      { environment: { TZ: 'Asia/Tokyo' } },
      'on AWS alone. The clock is UTC everywhere: call the setting',
    ],
    ['a language', { environment: { LC_ALL: 'de_DE.UTF-8' } }, 'call the setting LOCALE'],
    ['flags of Node', { environment: { NODE_OPTIONS: '--enable-source-maps' } }, 'is read by a process as it starts'],
    ['certificates', { environment: { NODE_EXTRA_CA_CERTS: '/tmp/ca.pem' } }, 'is read by a process as it starts'],
    [
      'a variable that a need sets',
      { needs: ['invoke:search'], environment: { FUNCTION_NAME_SEARCH: 'boo' } },
      'comes with the need "invoke:search", whose value goes before',
    ],
    ['a model', { needs: ['model'], environment: { ALEX_MODEL_REPORTER: 'narrator' } }, 'comes with the need "model"'],
    [
      'a key as a setting',
      { environment: { OPENAI_API_KEY: 'sk-1' } },
      'write "secret:openai-api-key" into needs instead',
    ],
    ['a password as a setting', { environment: { DB_PASSWORD: 'x' } }, "readSecret('db-password')"],
    ['a key of a model as a setting', { environment: { MODEL_KEY: 'x' } }, 'npm run secrets -- own-model-key'],
    ['a secret with a capital', { needs: ['secret:NewsKey'] }, 'such as "secret:news-key"'],
    ['a secret that no variable tells from another', { needs: ['secret:news_key'] }, 'single hyphens between them'],
    ['a secret that AWS has no policy’s statement for', { needs: ['secret:news--key'] }, 'single hyphens between them'],
    ['a secret that ends in a hyphen', { needs: ['secret:news-'] }, 'single hyphens between them'],
    ['a secret that is too long', { needs: [`secret:${'x'.repeat(65)}`] }, 'has 64 characters at most'],
    ['a secret that a need brings', { needs: ['secret:model-key'] }, 'comes with the need "model"'],
    ['the password of a role', { needs: ['secret:database-agents'] }, 'comes with the need "database:agents"'],
    ['the password of the database', { needs: ['secret:alex-database'] }, 'comes with the need "database"'],
    ['a need twice', { needs: ['invoke:search', 'invoke:search'] }, '"invoke:search" is there already'],
    ['one statement for two', { needs: ['secret:my-2nd', 'secret:my2nd'] }, 'cannot be told apart on AWS'],
    ['a token as a setting', { environment: { GITHUB_TOKEN: 'x' } }, "in Terraform's state"],
    ['a queue', { triggers: [{ type: 'sqs', queue: 'My Queue' }] }, 'lower-case letters'],
    [
      'a queue whose name is too long',
      { triggers: [{ type: 'sqs', queue: 'q'.repeat(29) }] },
      'has 29 characters, and 28 are the most',
    ],
    [
      'a route that would be given up first',
      { timeout: 60, triggers: [{ type: 'http', routes: ['GET /jobs'] }] },
      'must be 29 at most: API Gateway waits no longer',
    ],
    ['an event that is none', { smoke: 'look' }, 'such as {}'],
    [
      'a key in an event',
      { smoke: { apiKey: 'sk-proj-abcdefghijkl123456' } },
      "ends up in the code and in Terraform's",
    ],
    ['a password in an event, by its name', { smoke: { to: [{ password: 'lovelace' }] } }, 'a secret is a need'],
    ['a route', { triggers: [{ type: 'http', routes: ['/jobs'] }] }, 'such as "GET /jobs/{id}"'],
    [
      'a route of every method',
      { triggers: [{ type: 'rest', routes: ['ANY /letters'] }] },
      '"ANY /letters" must be GET, POST, PUT, PATCH or DELETE and a path',
    ],
    [
      'less at once than the queue begins',
      { reservedConcurrency: 1, triggers: [{ type: 'sqs', queue: 'letters' }] },
      'must be 2 at least, or null',
    ],
    [
      'none at once, and a queue',
      { reservedConcurrency: 0, triggers: [{ type: 'sqs', queue: 'letters', maximumConcurrency: 7 }] },
      'must be 7 at least, or null',
    ],
  ])('%s that will not do is told in words, with an example, and not by a pattern', (_, wrong, says) => {
    const config = { description: 'x', memory: 128, timeout: 3, zipBudget: 10, ...wrong };
    const [issue] = lambdaConfig.safeParse(config).error?.issues ?? [];
    expect(issue?.message).toContain(says);
    expect(issue?.message).not.toMatch(/pattern|Invalid/);
  });

  test('what is held against other fields is told beside their mistakes, and what can be is taken', () => {
    const mistakes = (config: object): string[] =>
      (lambdaConfig.safeParse(config).error?.issues ?? []).map(({ path }) => path.join('.')).sort();
    const queue = { type: 'sqs', queue: 'letters', maximumConcurrency: 3 };
    const route = { type: 'http', routes: ['GET /letters'] };
    const wrong = { description: '', memory: 'much', timeout: 60, zipBudget: 10, needs: ['databse'] };
    expect(mistakes({ ...wrong, triggers: [route] })).toEqual(['description', 'memory', 'needs.0', 'timeout']);
    expect(mistakes({ ...wrong, triggers: [queue, { type: 'cron' }], reservedConcurrency: 2, zipbudget: 3 })).toEqual([
      '',
      'description',
      'memory',
      'needs.0',
      'reservedConcurrency',
      'triggers.1.type',
    ]);
    const right = { description: 'x', memory: 128, timeout: 3, zipBudget: 10, triggers: [queue] };
    expect([3, 4, null].flatMap((reservedConcurrency) => mistakes({ ...right, reservedConcurrency }))).toEqual([]);
    expect(mistakes({ ...right, triggers: [route], reservedConcurrency: 0 })).toEqual([]);
  });

  test('names that only resemble those that a process reads, or that a need sets, are a person’s to choose', () => {
    const environment = { TIME_ZONE: 'Asia/Tokyo', LOCALE: 'de', NODE_ENV: 'test', LANG_OF_NEWS: 'de', PATHS: '/a' };
    const others = { QUEUE_URL_LETTERS: 'x', ALEX_MODEL: 'x', DATABASE_NAMES: 'x', FUNCTION_NAME_SEARCHER: 'x' };
    const config = { description: 'x', memory: 128, timeout: 3, zipBudget: 10, needs: ['database', 'invoke:search'] };
    expect(lambdaConfig.parse({ ...config, environment: { ...environment, ...others } }).environment).toBeDefined();
  });

  test('a container is a process of its own, and takes a time zone; what its needs set it does not take either', () => {
    const service = { description: 'x', port: 8080, healthPath: '/health', cpu: 256, memory: 512 };
    expect(serviceConfig.safeParse({ ...service, environment: { TZ: 'Asia/Tokyo' } }).success).toBe(true);
    const mistaken = { ...service, memory: 1, needs: ['market'], environment: { MARKET_SOURCES: 'file' } };
    expect(serviceConfig.safeParse(mistaken).error?.issues.map(({ path }) => path.join('.'))).toEqual([
      'memory',
      'environment.MARKET_SOURCES',
    ]);
  });

  test('memory that Fargate does not have with that cpu would be refused at the end of a deployment', () => {
    const mistakes = (cpu: number, memory: number) =>
      serviceConfig
        .safeParse({ description: 'x', port: 8080, healthPath: '/health', cpu, memory })
        .error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    expect(mistakes(1024, 1024)).toEqual([
      'memory must be one of those that Fargate has with a cpu of 1024: 2048, 3072, 4096, 5120, 6144, 7168, 8192',
    ]);
    const wrong = [
      [256, 3072],
      [512, 512],
      [1024, 2500],
      [2048, 2048],
      [4096, 4096],
    ] as const;
    for (const [cpu, memory] of wrong) expect(mistakes(cpu, memory)).toHaveLength(1);
    const right = [
      [256, 512],
      [256, 2048],
      [512, 4096],
      [1024, 8192],
      [2048, 16_384],
      [4096, 30_720],
    ] as const;
    for (const [cpu, memory] of right) expect(mistakes(cpu, memory)).toBeUndefined();
  });

  test('a secret that stands in the settings is refused with a need that is one, whatever its name begins with', () => {
    const long = `${'X'.repeat(63)}_${'Y'.repeat(20)}_KEY`;
    for (const name of ['KEY', '_CLIENT_SECRET', '2ND_TOKEN', 'APIKEY', 'MODEL_KEY', 'NEWS__KEY', long]) {
      const config = { description: 'x', memory: 128, timeout: 3, zipBudget: 10, environment: { [name]: 'x' } };
      const [, advised] = /"(secret:[^"]*)"/.exec(lambdaConfig.safeParse(config).error?.issues[0]?.message ?? '') ?? [];
      expect(need.safeParse(advised).success).toBe(true);
    }
    const settings = { MAX_TOKENS: '9', KEYWORDS: 'bonds', TOKEN_LIMIT: '9' };
    const plain = { description: 'x', memory: 128, timeout: 3, zipBudget: 10, environment: settings };
    expect(lambdaConfig.parse(plain).environment).toEqual(settings);
  });

  test('every need that a message lists is one', () => {
    const [, list = ''] =
      /must be one of (.*), or a name/.exec(need.safeParse('x').error?.issues[0]?.message ?? '') ?? [];
    expect(list.split(', ').filter((one) => !need.safeParse(one).success)).toEqual([]);
    expect(list.split(', ').length).toBeGreaterThan(8);
  });

  test('every function that is invoked or sent to exists', () => {
    const queues = names.flatMap((name) =>
      read(name).triggers.flatMap((trigger) => (trigger.type === 'sqs' ? [trigger.queue] : [])),
    );
    for (const name of names) {
      for (const one of read(name).needs) {
        const [kind, target] = one.split(':');
        if (kind === 'invoke') expect(names).toContain(target);
        if (kind === 'send') expect(queues).toContain(target);
      }
    }
  });

  test('the API answers exactly the routes that API Gateway sends it', () => {
    const sent = read('api').triggers.flatMap((trigger) => (trigger.type === 'http' ? trigger.routes : []));
    expect(Object.keys({ ...openRoutes, ...routes }).sort()).toEqual([...sent].sort());
  });

  test('a job has as many attempts as its message has deliveries', () => {
    const trigger = read('planner').triggers.find(({ type }) => type === 'sqs');
    const receives = trigger?.type === 'sqs' ? String(trigger.maxReceives) : undefined;
    expect(read('planner').environment.MAX_ATTEMPTS).toBe(receives);
    expect(read('sweeper').environment.MAX_ATTEMPTS).toBe(receives);
  });

  test('the planner outlives the slowest agent that it waits for', () => {
    const slowest = Math.max(...['tagger', 'reporter', 'charter', 'retirement'].map((name) => read(name).timeout));
    expect(read('planner').timeout).toBeGreaterThanOrEqual(2 * slowest + 30);
  });
});
