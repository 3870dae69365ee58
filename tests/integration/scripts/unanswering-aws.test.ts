// A network on which AWS does not answer as it should: a student must be told what it is, and not wait without end.
import { readFileSync } from 'node:fs';
import { createServer as createPage } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from '@jest/globals';
import { credentials } from '../../setup/deployment/workplace.ts';
import { inWorkplaces, place } from '../../setup/deployment/workplaces.ts';

inWorkplaces();

let server: Server;
const open = new Set<Socket>();

async function listen(made: Server): Promise<string> {
  server = made.on('connection', (socket: Socket) => open.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(async () => {
  for (const socket of open) socket.destroy();
  open.clear();
  await new Promise((resolve) => server.close(resolve));
});

const commands = [
  ['deploy', ['--plan']],
  ['destroy', ['--plan']],
  ['cost', ['--actual', '--yes']],
] as const;

describe('a network that takes connections and never answers', () => {
  const silent = async () => ({
    ...credentials,
    AWS_ENDPOINT_URL: `http://${await listen(createServer())}`,
    ALEX_AWS_PATIENCE: '0.2',
  });

  test.each(commands)('ends %s, which says so', async (script, args) => {
    const { code, all } = await place.run(script, args, await silent());
    expect(code).toBe(1);
    expect(all).toContain('AWS cannot be reached in us-east-1 (ETIMEDOUT).');
  });

  test('is told by the doctor, after the part of the machine, which needs no network', async () => {
    const { child, ended } = place.start('doctor', ['--target', 'aws'], {
      ...(await silent()),
      ALEX_PORT: '24070',
      // Longer than the test: what is told first was not held back until AWS was given up.
      ALEX_AWS_PATIENCE: '600',
    });
    const first = await new Promise<string>((resolve) =>
      child.stdout?.once('data', (text: Buffer) => {
        resolve(text.toString());
      }),
    );
    expect(first).toContain('This machine');
    child.kill();
    await ended;
  });

  test('is told by the doctor as a problem of the credentials that could not be asked', async () => {
    const { code, stdout } = await place.run('doctor', ['--target', 'aws'], {
      ...(await silent()),
      ALEX_PORT: '24070',
    });
    expect(code).toBe(1);
    expect(stdout).toContain('AWS cannot be reached in us-east-1 (ETIMEDOUT).');
  });
});

test('a page in the place of AWS ends deploy, and is no account without a name', async () => {
  const page = createPage((_, response) => response.end('<html><head></head><body>Sign in</body></html>'));
  const { code, all } = await place.run('deploy', ['--plan'], {
    ...credentials,
    AWS_ENDPOINT_URL: `http://${await listen(page)}`,
  });
  expect(code).toBe(1);
  expect(all).toContain('Something on this network answers in the place of AWS.');
});

describe('a network on which something opens encrypted connections', () => {
  const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/browsing/${name}`, import.meta.url));
  const opened = async () => ({
    ...credentials,
    AWS_ENDPOINT_URL: `https://${await listen(
      createTlsServer({
        cert: readFileSync(fixture('pages.test.cert.pem')),
        key: readFileSync(fixture('pages.test.key.pem')),
      }),
    )}`,
  });

  test.each(commands)('is named by %s, with what to set', async (script, args) => {
    const { code, all } = await place.run(script, args, await opened());
    expect(code).toBe(1);
    expect(all).toContain('a certificate that Node does not trust');
    expect(all).toContain('NODE_EXTRA_CA_CERTS');
    expect(all).not.toContain('no advice');
  });

  test('is named by the doctor, with its arrow', async () => {
    const { code, stdout } = await place.run('doctor', ['--target', 'aws'], {
      ...(await opened()),
      ALEX_PORT: '24070',
    });
    expect(code).toBe(1);
    expect(stdout).toContain('a certificate that Node does not trust');
    expect(stdout).toMatch(/-> .*NODE_EXTRA_CA_CERTS/);
  });
});
