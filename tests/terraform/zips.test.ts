// Every zip starts as Lambda starts it: Node's own program, a file system that cannot be written to but for the temporary folder, as
// much memory as its lambda.json says, and the variables that Terraform gives it. It is not asked for anything.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import * as z from 'zod';
import { packageFunctions } from '../../scripts/packaging/package-functions.ts';
import { readFolders } from './laptop-fleet.ts';
import { missing, offlineTerraform } from './offline-terraform.ts';
import { resourcesIn } from './planned-fleet.ts';
import { variables } from './settings.ts';
import { skippedHere } from './skipped.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const dist = join(root, 'dist');
const { functions, services } = readFolders(root);

const planned = z.object({ environment: z.array(z.object({ variables: z.record(z.string(), z.string()) })) });
const answer = z.object({ handler: z.string(), written: z.string(), temporary: z.string(), rss: z.number() });

/** Runs beside index.mjs: loads it, tries to write where it may not and where it may, and says how much memory all that took. */
const program = `
import { writeFileSync } from 'node:fs';
const { handler } = await import('./index.mjs');
const attempt = (path) => { try { writeFileSync(path, ''); return 'yes'; } catch (error) { return error.code; } };
process.stdout.write(JSON.stringify({ handler: typeof handler, written: attempt(process.env.LAMBDA_TASK_ROOT + '/x'),
  temporary: attempt(process.env.TMPDIR + '/x'), rss: process.memoryUsage.rss() }));
`;

if (missing !== '') {
  skippedHere("The zips are not tried with Terraform's variables");
} else {
  describe('under the conditions of Lambda', () => {
    let folder = '';
    const environments = new Map<string, Record<string, string>>();
    beforeAll(async () => {
      await packageFunctions({ root, dist });
      folder = realpathSync(mkdtempSync(join(tmpdir(), 'alex-zips-')));
      const terraform = await offlineTerraform();
      try {
        const made = resourcesIn(await terraform.apply(variables(services.map(({ name }) => name))));
        for (const { address, type, values } of made) {
          const name = /^module\.lambda\["([^"]+)"\]/.exec(address)?.[1];
          if (type !== 'aws_lambda_function' || name === undefined) continue;
          environments.set(name, planned.parse(values).environment[0]?.variables ?? {});
        }
      } finally {
        await terraform.stop();
      }
    }, 300_000);
    afterAll(() => {
      rmSync(folder, { recursive: true, force: true });
    });

    test.each(functions)(
      '$name loads',
      async ({ name, config }) => {
        const files = unzipSync(readFileSync(join(dist, `${name}.zip`)));
        // Native code would be of one processor, and Lambda's here is arm64.
        expect(Object.keys(files).filter((file) => !/\.(mjs|txt|json)$/.test(file))).toEqual([]);
        const task = join(folder, name);
        const temporary = join(folder, `${name}-tmp`);
        mkdirSync(task);
        mkdirSync(temporary);
        for (const [file, bytes] of Object.entries(files)) writeFileSync(join(task, file), bytes);
        writeFileSync(join(task, 'try.mjs'), program);
        const given = environments.get(name);
        expect(given).toBeDefined();
        const { stdout } = await promisify(execFile)(
          process.execPath,
          [
            '--permission',
            `--allow-fs-read=${task}`,
            `--allow-fs-write=${temporary}`,
            `--max-old-space-size=${config.memory}`,
            join(task, 'try.mjs'),
          ],
          {
            cwd: task,
            env: {
              ...(process.platform === 'win32' && { SYSTEMROOT: process.env.SYSTEMROOT }),
              ...given,
              AWS_REGION: 'us-east-1',
              AWS_ACCESS_KEY_ID: 'offline',
              AWS_SECRET_ACCESS_KEY: 'offline',
              AWS_SESSION_TOKEN: 'offline',
              AWS_LAMBDA_FUNCTION_NAME: `alex-${name}`,
              AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(config.memory),
              LAMBDA_TASK_ROOT: task,
              TMPDIR: temporary,
              TZ: ':UTC',
            },
          },
        );
        const { handler, written, temporary: inTemporary, rss } = answer.parse(JSON.parse(stdout));
        expect({ handler, written, inTemporary }).toEqual({
          handler: 'function',
          written: 'ERR_ACCESS_DENIED',
          inTemporary: 'yes',
        });
        expect(rss / 2 ** 20).toBeLessThan(config.memory);
      },
      100_000,
    );
  });
}
