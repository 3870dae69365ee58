// What Docker's own words mean for a student who has to build an image: one remedy for all of them sends most of them in circles.
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { whyNot, withoutDocker } from '../../../../scripts/deployment/docker.ts';

const SOCKET = 'unix:///var/run/docker.sock';
const FORBIDDEN = `permission denied while trying to connect to the Docker daemon socket at ${SOCKET}: Get "http://%2Fvar%2Frun%2Fdocker.sock/v1.48/info": dial unix /var/run/docker.sock: connect: permission denied`;

test.each([
  ['linux', FORBIDDEN, 'usermod -aG docker'],
  ['linux', `permission denied while trying to connect to the docker API at ${SOCKET}`, 'newgrp docker'],
  ['win32', 'error during connect: open //./pipe/docker_engine: Access is denied.', 'docker-users'],
])('on %s an engine that this user may not use is not said to stand still: %s', (platform, output, remedy) => {
  const { says, remedies } = whyNot(output, { host: '', platform });
  expect({ says, remedies }).toEqual({
    says: 'Docker runs, and this user may not use it.',
    remedies: [expect.stringContaining(remedy)],
  });
});

test.each([
  `Cannot connect to the Docker daemon at ${SOCKET}. Is the docker daemon running?`,
  `failed to connect to the docker API at ${SOCKET}; check if the path is correct and if the daemon is running: dial unix /var/run/docker.sock: connect: no such file or directory`,
  'error during connect: this error may indicate that the docker daemon is not running: Get "http://%2F%2F.%2Fpipe%2FdockerDesktopLinuxEngine/v1.47/info": open //./pipe/dockerDesktopLinuxEngine: The system cannot find the file specified.',
])('an engine that stands still is to be started: %s', (output) => {
  expect(whyNot(output, { host: '' })).toEqual({
    says: 'Docker is installed and not running.',
    remedies: [expect.stringContaining('systemctl start docker')],
  });
});

test.each([
  ['', 'Failed to initialize: unable to resolve docker endpoint: context "away": context not found', 'docker context'],
  ['', 'Cannot connect to the Docker daemon at tcp://10.0.0.9:2375. Is the docker daemon running?', 'docker context'],
  ['tcp://nas:2375', 'error during connect: dial tcp: lookup nas: no such host', 'DOCKER_HOST says (tcp://nas:2375)'],
  ['', 'runtime: something that nobody has foreseen', 'docker context'],
])('an engine that is looked for elsewhere is not to be started here: %s %s', (host, output, remedy) => {
  const { says, remedies } = whyNot(output, { host });
  expect(says).toBe(`Docker is installed and cannot be used. It says: ${output}`);
  expect(remedies).toEqual([expect.stringContaining(remedy)]);
});

test('what the program says is heard, and where there is none that is told', async () => {
  const { ALEX_DOCKER: before } = process.env;
  try {
    // Node is a program on every system, and knows no "info".
    process.env.ALEX_DOCKER = process.execPath;
    expect((await withoutDocker())?.says).toMatch(/^Docker is installed and cannot be used\. It says: Node\.js v\d/);
    process.env.ALEX_DOCKER = join(import.meta.dirname, 'nothing-here');
    expect(await withoutDocker()).toMatchObject({ says: 'Docker is not on this machine.' });
  } finally {
    if (before === undefined) delete process.env.ALEX_DOCKER;
    else process.env.ALEX_DOCKER = before;
  }
});
