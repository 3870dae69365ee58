import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { describeLeftBehind } from '../../../scripts/packaging/left-behind.ts';
import { packageFunctions } from '../../../scripts/packaging/package-functions.ts';
import { makeWorkspace } from './workspace.ts';
import type { Workspace } from './workspace.ts';

describe('packaging', () => {
  let workspace: Workspace;
  beforeEach(() => {
    workspace = makeWorkspace();
  });
  afterEach(() => {
    workspace.remove();
  });
  const pack = (force = false) => packageFunctions({ root: workspace.root, force });
  const rebuilt = async () => (await pack()).filter((one) => one.rebuilt).map(({ name }) => name);
  const refusal = async () => {
    try {
      await pack();
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
    return '';
  };

  test('the same sources give the same bytes, twice and in another folder', async () => {
    await pack();
    const first = ['greeter.zip', 'adviser.zip', 'functions.json'].map((file) => workspace.read(`dist/${file}`));
    await pack(true);
    const again = ['greeter.zip', 'adviser.zip', 'functions.json'].map((file) => workspace.read(`dist/${file}`));
    expect(again).toEqual(first);
    const elsewhere = makeWorkspace();
    try {
      await packageFunctions({ root: elsewhere.root });
      const there = ['greeter.zip', 'adviser.zip', 'functions.json'].map((file) => elsewhere.read(`dist/${file}`));
      expect(there).toEqual(first);
    } finally {
      elsewhere.remove();
    }
  });

  test('the manifest has what a host needs: the zip, its hash and the settings with their defaults', async () => {
    await pack();
    const zip = workspace.read('dist/greeter.zip');
    expect(JSON.parse(workspace.read('dist/functions.json').toString())).toMatchObject([
      { name: 'adviser', zip: 'adviser.zip', config: { triggers: [], needs: [], reservedConcurrency: null } },
      { name: 'greeter', zip: 'greeter.zip', bytes: zip.byteLength, config: { needs: ['invoke:adviser'] } },
    ]);
  });

  test('only what changed is packaged again', async () => {
    expect(await rebuilt()).toEqual(['adviser', 'greeter']);
    expect(await rebuilt()).toEqual([]);
    workspace.write('lambdas/greeter/greet.ts', 'export const greet = (name: string) => `Good day, ${name}`;');
    expect(await rebuilt()).toEqual(['greeter']);
    // A setting is in the manifest and not in the zip.
    workspace.edit('adviser', (config) => (config.memory = 512));
    expect(await rebuilt()).toEqual([]);
    expect(workspace.read('dist/functions.json').toString()).toContain('"memory": 512');
  });

  test('one that is asked for alone is packaged, whatever is wrong with another, which stays as it was', async () => {
    await pack();
    const before = workspace.read('dist/functions.json').toString();
    workspace.write('lambdas/adviser/lambda.json', 'no JSON');
    workspace.write('lambdas/greeter/greet.ts', 'export const greet = (name: string) => `Good day, ${name}`;');
    expect(await refusal()).toContain('lambdas/adviser/lambda.json: is not JSON');
    const packed = await packageFunctions({ root: workspace.root, only: ['greeter'] });
    expect(packed.map(({ name, rebuilt: isNew }) => [name, isNew])).toEqual([['greeter', true]]);
    expect(existsSync(join(workspace.dist, 'adviser.zip'))).toBe(true);
    const after = workspace.read('dist/functions.json').toString();
    expect(JSON.parse(after)).toMatchObject([{ name: 'adviser' }, { name: 'greeter' }]);
    expect(after).not.toBe(before);
    await expect(packageFunctions({ root: workspace.root, only: ['adviser'] })).rejects.toThrow('is not JSON');
  });

  test('a zip that was altered, or a new version of the dependencies, is packaged again', async () => {
    await pack();
    workspace.write('dist/greeter.zip', 'not a zip');
    expect(await rebuilt()).toEqual(['greeter']);
    workspace.write('package-lock.json', '{}');
    expect(await rebuilt()).toEqual(['adviser', 'greeter']);
  });

  test('a file that no code imports is not in the zip, and is named; papers, tests and code are not', async () => {
    const behind = async () => describeLeftBehind(workspace.root, await pack());
    for (const file of ['README.md', '.DS_Store', 'unused.ts', 'greet.test.ts', 'tests/case.csv', 'rates.json']) {
      mkdirSync(join(workspace.root, 'lambdas/greeter/tests'), { recursive: true });
      workspace.write(`lambdas/greeter/${file}`, '{"EUR": 1}');
    }
    const greet = (then: string) => {
      workspace.write(
        'lambdas/greeter/greet.ts',
        `import rates from './rates.json' with { type: 'json' };\nexport const greet = (name: string) => ${then};`,
      );
    };
    expect(await behind()).toEqual([
      'lambdas/greeter/rates.json is not in greeter.zip, which has only what the code imports: its function will not find it (guides/9-beyond.md).',
    ]);
    greet('`${name} ${rates.EUR}`');
    expect(await behind()).toEqual([]);
    mkdirSync(join(workspace.root, 'lambdas/adviser/data'));
    for (const number of [1, 2, 3, 4, 5, 6, 7]) workspace.write(`lambdas/adviser/data/${number}.csv`, 'x');
    expect((await behind()).join()).toMatch(
      /^lambdas\/adviser\/data\/1\.csv, .*5\.csv, and 2 others are not in adviser\.zip/,
    );
  });

  test('a function that is no more leaves no zip behind', async () => {
    await pack();
    rmSync(join(workspace.root, 'lambdas/greeter'), { recursive: true });
    await pack();
    expect(existsSync(join(workspace.dist, 'greeter.zip'))).toBe(false);
    expect(existsSync(join(workspace.dist, 'meta/greeter.json'))).toBe(false);
  });

  test('a zip that zlib leaves above its budget is compressed harder, and holds the same', async () => {
    // Words as in rules and reports: far apart again and again.
    const words = Array.from({ length: 40_000 }, (_, at) => `${(at * at) % 1013}-${(at * 31) % 89}`).join(' ');
    workspace.write('lambdas/adviser/handler.ts', `export const handler = () => ${JSON.stringify(words)};`);
    const size = async () => (await pack()).find(({ name }) => name === 'adviser')?.record.zipBytes ?? 0;
    const code = () => unzipSync(workspace.read('dist/adviser.zip'))['index.mjs'];
    const [quick, content] = [await size(), code()];
    const listening = process.listenerCount('unhandledRejection');
    const zipBudget = Math.floor((quick - 1) / 1024);
    workspace.edit('adviser', (config) => (config.zipBudget = zipBudget));
    expect(await size()).toBeLessThanOrEqual(zipBudget * 1024);
    expect(code()).toEqual(content);
    // Nothing that it leaves behind ends the process at a rejected promise.
    expect(process.listenerCount('unhandledRejection')).toBe(listening);
  });

  test('a zip that is still above its budget then is minified again, and its handler and source map lead where they did', async () => {
    // What a function makes and never uses: only terser looks for it inside of functions.
    const idle = Array.from({ length: 5000 }, (_, at) => `const idle${at} = { at: '${(at * 7919) % 104_729}' };`);
    const handler = `export async function handler() {\n${idle.join('\n')}\nreturn 'as before';\n}`;
    workspace.write('lambdas/adviser/handler.ts', handler);
    const size = async () => (await pack()).find(({ name }) => name === 'adviser')?.record.zipBytes ?? 0;
    const quick = await size();
    const zipBudget = 10;
    expect(quick).toBeGreaterThan(2 * zipBudget * 1024);
    workspace.edit('adviser', (config) => (config.zipBudget = zipBudget));
    expect(await size()).toBeLessThanOrEqual(zipBudget * 1024);
    const first = workspace.read('dist/adviser.zip');
    const code = unzipSync(first)['index.mjs'] ?? new Uint8Array();
    writeFileSync(join(workspace.root, 'adviser.mjs'), code);
    const { handler: packaged } = (await import(pathToFileURL(join(workspace.root, 'adviser.mjs')).href)) as { handler: () => Promise<unknown> }; // prettier-ignore
    expect(await packaged()).toBe('as before');
    const map = JSON.parse(workspace.read('dist/meta/adviser.mjs.map').toString()) as { sources: string[] };
    expect(map.sources.join(' ')).toContain('lambdas/adviser/handler.ts');
    rmSync(join(workspace.dist, 'adviser.zip'));
    await pack();
    expect(workspace.read('dist/adviser.zip')).toEqual(first);
  });

  test('a zip over its budget fails, naming function, size, budget and its ten largest modules', async () => {
    await pack();
    const before = workspace.read('dist/functions.json');
    workspace.edit('adviser', (config) => (config.zipBudget = 20));
    const message = await refusal();
    expect(message).toMatch(/^adviser\.zip is \d+\.\d KiB and its budget is 20 KiB \(zipBudget in lambdas\/adviser\//);
    expect(message.split('\n').filter((line) => /^ +[\d.]+ KiB {2}\S/.test(line))).toHaveLength(10);
    expect(workspace.read('dist/functions.json')).toEqual(before);
  });

  test('every mistake in every lambda.json is told at once', async () => {
    workspace.edit('adviser', (config) => {
      config.memory = 12;
      config.timeuot = 5;
    });
    workspace.write('lambdas/greeter/lambda.json', '{');
    const message = await refusal();
    expect(message).toContain('lambdas/adviser/lambda.json memory: ');
    expect(message).toContain('timeuot: there is no setting of this name: did you mean "timeout"?');
    expect(message).toContain('lambdas/greeter/lambda.json: is not JSON');
    workspace.write('lambdas/greeter/lambda.json', '{\0}\0');
    expect(await refusal()).toContain('lambdas/greeter/lambda.json: is saved as UTF-16: save it as UTF-8');
  });

  test('what is wrong between functions is told beside what is wrong in each, and nothing that may be right', async () => {
    workspace.edit('adviser', (config) => {
      config.memory = 12;
      config.needs = ['databse', 'invoke:greter', 'send:letter-job'];
      config.timeout = 60;
      config.triggers = [
        { type: 'http', routes: ['ANY /greet', 'POST /greet'] },
        { type: 'sqs', queue: 'letter-jobs', batchSize: 99 },
      ];
    });
    rmSync(join(workspace.root, 'lambdas/greeter/handler.ts'));
    const lines = (await refusal())
      .split('\n')
      .slice(1)
      .map((line) => line.trim());
    const mistakes = [
      /^lambdas\/adviser\/lambda\.json memory: /,
      /needs\[0\]: "databse" is no need/,
      /needs\[1\]: there is no function "greter" to invoke: did you mean "greeter"\?/,
      /needs\[2\]: no function is triggered by a queue "letter-job": did you mean "letter-jobs"\?/,
      /triggers\[0\]\.routes\[0\]: "ANY \/greet" must be/,
      /adviser\/lambda\.json triggers\[0\]\.routes\[1\]: "POST \/greet" is answered by greeter/,
      /greeter\/lambda\.json triggers\[0\]\.routes\[0\]: "POST \/greet" is answered by adviser/,
      /triggers\[1\]\.batchSize: /,
      /^lambdas\/greeter\/handler\.ts: is missing/,
    ];
    expect(mistakes.filter((one) => lines.filter((line) => one.test(line)).length !== 1)).toEqual([]);
    expect(lines).toHaveLength(mistakes.length);

    // A queue may be that of a trigger, or of a file, that cannot be read.
    workspace.edit('greeter', (config) => (config.triggers = [{ type: 'sqs', qeue: 'letter-job' }]));
    expect(await refusal()).not.toContain('no function is triggered');
    workspace.write('lambdas/greeter/lambda.json', '{');
    expect(await refusal()).not.toContain('no function is triggered');
  });

  test('a need for what nobody is, and a route that two answer, are told', async () => {
    workspace.edit('adviser', (config) => {
      config.needs = ['invoke:nobody', 'send:nowhere'];
      config.timeout = 29;
      config.triggers = [{ type: 'http', routes: ['POST /greet'] }];
    });
    const message = await refusal();
    expect(message).toContain('lambdas/adviser/lambda.json needs[0]: there is no function "nobody" to invoke');
    expect(message).toContain('needs[1]: no function is triggered by a queue "nowhere"');
    // Whose name comes first in the alphabet is not the one that is right.
    for (const [name, other] of [
      ['adviser', 'greeter'],
      ['greeter', 'adviser'],
    ] as const) {
      expect(message).toContain(
        `lambdas/${name}/lambda.json triggers[0].routes[0]: "POST /greet" is answered by ${other}, too`,
      );
    }
  });

  test('routes that API Gateway would refuse half-way through a deployment are told', async () => {
    workspace.edit('adviser', (config) => {
      config.timeout = 29;
      config.triggers = [{ type: 'rest', routes: ['DELETE /documents/{id}', 'GET /v1/people/{id}/notes/{note}'] }];
    });
    workspace.edit('greeter', (config) => {
      config.triggers = [{ type: 'rest', routes: ['GET /documents/{document}'] }];
    });
    expect(await refusal()).toContain(
      'lambdas/adviser/lambda.json triggers[0].routes[1]: "GET /v1/people/{id}/notes/{note}" has 5 parts',
    );
    workspace.edit('adviser', (config) => (config.triggers = [{ type: 'rest', routes: ['DELETE /documents/{id}'] }]));
    const message = await refusal();
    expect(message).toContain(
      'lambdas/greeter/lambda.json triggers[0].routes[0]: "GET /documents/{document}" has {document} where "DELETE /documents/{id}" of adviser has {id}: a REST API takes one name after /documents',
    );
    expect(message).toContain('lambdas/adviser/lambda.json triggers[0].routes[0]: "DELETE /documents/{id}" has {id}');
  });

  test('a function that may invoke itself is told, as a schedule that calls itself is a bill', async () => {
    workspace.edit('adviser', (config) => (config.needs = ['invoke:adviser']));
    expect(await refusal()).toContain(
      'lambdas/adviser/lambda.json needs[0]: a function that invokes itself may never end',
    );
  });

  test('a module that is not there is told once, with its line and every function it is missing from', async () => {
    const missing = "import '../../gone.ts';\n";
    workspace.write('lambdas/shared.ts', missing);
    for (const name of ['adviser', 'greeter']) {
      workspace.write(`lambdas/${name}/handler.ts`, "import '../shared.ts';\nexport const handler = () => 1;\n");
    }
    const message = await refusal();
    expect(message).toContain('lambdas/adviser/handler.ts, lambdas/greeter/handler.ts cannot be bundled:');
    expect(message.match(/lambdas\/shared\.ts:1:7/g)).toHaveLength(1);
  });

  test('a package that is not there is told with how to have it, and not with how to leave it out', async () => {
    workspace.write(
      'lambdas/greeter/handler.ts',
      "import pad from 'left-pad-of-nobody/lib/pad';\nimport { send } from '@nobody/mail';\nexport const handler = () => send(pad);\n",
    );
    const message = await refusal();
    expect(message).toContain('npm install --save-exact left-pad-of-nobody\n');
    expect(message).toContain('npm install --save-exact @nobody/mail');
    expect(message).not.toContain('external');
  });

  test('a handler.ts that does not export handler is told, with what it exports instead', async () => {
    workspace.write('lambdas/greeter/handler.ts', 'export const handlr = async () => Promise.resolve({});');
    workspace.write('lambdas/adviser/handler.ts', 'const handler = 1;\nconsole.log(handler);');
    const message = await refusal();
    expect(message).toContain('lambdas/greeter/handler.ts cannot be bundled:');
    expect(message).toContain('It must export "handler", which Lambda calls, and exports only handlr.');
    expect(message).toContain('lambdas/adviser/handler.ts cannot be bundled:');
    expect(message).toContain('and exports nothing.');
    workspace.write('lambdas/greeter/real.ts', 'export const handler = async () => Promise.resolve({});');
    workspace.write('lambdas/greeter/handler.ts', "export * from './real.ts';");
    workspace.write(
      'lambdas/adviser/handler.ts',
      'export { run as handler };\nconst run = async () => Promise.resolve({});',
    );
    expect(await refusal()).toBe('');
  });

  test('a folder without a function is none, and a handler without lambda.json is a mistake', async () => {
    renameSync(join(workspace.root, 'lambdas/greeter/lambda.json'), join(workspace.root, 'lambdas/lambda.json'));
    expect(await refusal()).toContain('lambdas/greeter/lambda.json: is missing');
    rmSync(join(workspace.root, 'lambdas/greeter/handler.ts'));
    expect((await pack()).map(({ name }) => name)).toEqual(['adviser']);
  });

  test('a bundle leaves out what no function uses: other languages and the MCP client', async () => {
    await pack();
    const code = (name: string) =>
      strFromU8(unzipSync(workspace.read(`dist/${name}.zip`))['index.mjs'] ?? new Uint8Array());
    // Words of zod's German and of the MCP client.
    expect(code('greeter')).not.toContain('Ungültige Eingabe');
    expect(code('adviser')).not.toContain('notifications/initialized');
  });
});
