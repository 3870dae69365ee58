// The functions that the tests run, as the text of their index.mjs: several are wrong on purpose.
export const fixtureFunctions = {
  counter: `
// Counts its calls and the ticks of a timer that the first call leaves behind.
let calls = 0;
let ticks = 0;

export const handler = async (event) => {
  calls += 1;
  if (calls === 1) setInterval(() => (ticks += 1), 5).unref();
  if (event.wait) await new Promise((resolve) => setTimeout(resolve, event.wait));
  return { calls, ticks };
};
`,

  inspect: `
// Answers what it is given: event, context and environment; and tries to import what the event names.
export const handler = async (event, context) => ({
  event,
  context,
  remaining: context.getRemainingTimeInMillis(),
  env: { ...process.env },
  imported: await import(event?.import ?? 'node:path').then(
    () => 'found',
    (error) => error.message,
  ),
});
`,

  fails: `
// Fails in the way the event names.
class PriceMissingError extends Error {
  name = 'PriceMissingError';
}
let calls = 0;

export const handler = async ({ how, size }) => {
  calls += 1;
  const held = [];
  switch (how) {
    case 'throw':
      throw new PriceMissingError('no price for VTI');
    case 'throw-string':
      throw 'just words';
    case 'spin':
      for (;;);
    case 'sleep':
      await new Promise((resolve) => setTimeout(resolve, 60_000));
      break;
    case 'exit':
      process.exit(7);
      break;
    case 'exit-quietly':
      process.exit(0);
      break;
    case 'memory':
      for (;;) held.push(new Array(10_000).fill({ held }));
    case 'buffers':
      for (;;) held.push(Buffer.alloc(10_000_000, 1));
    case 'big-array':
      for (;;) held.push(new Array(20_000_000).fill(1));
    case 'grow':
      for (;;) held.push(held.length);
    case 'string':
      for (let text = 'x'.repeat(1e6); ; text += text) held.push(Buffer.from(text).toString('latin1'));
    case 'never':
      await new Promise(() => {});
      break;
    case 'uncaught':
      setTimeout(() => {
        throw new TypeError('thrown by a timer');
      }, 1);
      await new Promise((resolve) => setTimeout(resolve, 60_000));
      break;
    case 'rejection':
      Promise.reject(new Error('nobody listens'));
      await new Promise((resolve) => setTimeout(resolve, 60_000));
      break;
    case 'circular': {
      const circle = {};
      circle.self = circle;
      return circle;
    }
    case 'function':
      return () => 1;
    case 'large':
      return 'x'.repeat(size);
  }
  return { calls };
};
`,

  logs: `
// Prints in every way a function can.
export const handler = async (event) => {
  console.log('console %s', 'line', { a: 1 });
  console.error('shown as an error');
  process.stdout.write('{"level":"ERROR","jobId":"j1"}\\n');
  process.stdout.write('unfinished');
  process.stderr.write(Buffer.from(' bytes\\nlast without newline'));
  for (let i = 0; i < (event.lines ?? 0); i += 1) console.log(\`line \${i} \${'é'.repeat(40)}\`);
  return null;
};
`,

  calls: `
// Keeps a connection to a server open between calls, as the AWS SDK does.
import { Agent, request } from 'node:http';
const agent = new Agent({ keepAlive: true });

export const handler = ({ port }) =>
  new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', agent }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    })
      .on('error', reject)
      .end();
  });
`,

  files: `
// Does with a file what the event names, and answers what came of it.
import { appendFile, createWriteStream, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const ways = {
  read: (path) => readFileSync(path, 'utf8').length > 0,
  'read later': async (path) => (await readFile(path, 'utf8')).length > 0,
  'read required': (path) => require('node:fs').readFileSync(path, 'utf8').length > 0,
  beside: (path) => readFileSync(new URL(path, import.meta.url), 'utf8').length > 0,
  exists: (path) => existsSync(path),
  write: (path) => writeFileSync(path, 'x'),
  'write later': (path) => writeFile(path, 'x'),
  'write beside': (path) => writeFileSync(new URL(path, import.meta.url), 'x'),
  append: (path) => promisify(appendFile)(path, 'x'),
  stream: (path) =>
    new Promise((done, fail) => {
      createWriteStream(path).on('error', fail).on('finish', done).end('x');
    }),
  open: async (path) => (await open(path, 'a+')).close(),
  'open to read': async (path) => (await open(path)).close(),
  folder: (path) => mkdirSync(path, { recursive: true }),
  remove: (path) => rmSync(path, { force: true }),
  where: (path) => [process.cwd(), resolve(path), join(process.env.LAMBDA_TASK_ROOT, path)],
};
import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);

export const handler = async ({ way, path }) => {
  try {
    return (await ways[way](path)) ?? 'done';
  } catch (error) {
    return error.code + ' ' + error.message.includes(path);
  }
};
`,

  'no-handler': `
export const somethingElse = async () => 1;
`,

  'init-throws': `
throw new RangeError('cannot start');
`,

  syntax: `
export const handler = async () => {
`,

  'outside-import': `
import 'zod';
export const handler = async () => 'ran';
`,

  callback: `
export const handler = (event, context, callback) => callback(null, 1);
`,

  'init-hangs': `
await new Promise(() => {});
export const handler = async () => 1;
`,

  'init-spins': `
for (;;);
`,
} as const;
