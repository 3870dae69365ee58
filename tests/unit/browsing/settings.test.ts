import { describe, expect, test } from '@jest/globals';
import { browsingFrom } from '../../../services/researcher/browsing/settings.ts';

test('with nothing set, nothing of the own machine is admitted', () => {
  expect(browsingFrom({})).toMatchObject({
    allowedHosts: [],
    admitLoopback: [],
    network: true,
    browser: { sandbox: true },
  });
  expect(browsingFrom({}).folder).toBeUndefined();
  expect(browsingFrom({}).allowedPorts).toBeUndefined();
});

test('what is set is taken', () => {
  const options = browsingFrom({
    BROWSING_FOLDER: '/srv/pages',
    BROWSING_NETWORK: 'off',
    BROWSING_ALLOWED_HOSTS: 'sec.gov, Reuters.com',
    BROWSING_ALLOWED_PORTS: '443',
    BROWSING_ADMIT_LOOPBACK: 'localhost:8080',
    BROWSING_BROWSER: 'on',
    ALEX_CHROMIUM: '/opt/chromium',
    ALEX_CHROMIUM_SANDBOX: 'off',
  });
  expect(options).toMatchObject({
    folder: '/srv/pages',
    network: false,
    allowedHosts: ['sec.gov', 'reuters.com'],
    allowedPorts: [443],
    admitLoopback: ['localhost:8080'],
    browser: { executable: '/opt/chromium', sandbox: false },
  });
  expect(browsingFrom({ BROWSING_BROWSER: 'off' }).browser).toBe(false);
});

describe('a value that cannot be', () => {
  test.each([
    ['BROWSING_NETWORK', 'false'],
    ['ALEX_CHROMIUM_SANDBOX', 'no'],
    ['BROWSING_ALLOWED_PORTS', '80,http'],
    ['BROWSING_ALLOWED_PORTS', '0'],
    ['BROWSING_ALLOWED_HOSTS', 'https://www.sec.gov'],
    ['BROWSING_ALLOWED_HOSTS', 'bls.gov, sec.gov/news'],
    ['BROWSING_ALLOWED_HOSTS', '*'],
    ['BROWSING_ADMIT_LOOPBACK', 'localhost'],
    ['BROWSING_ADMIT_LOOPBACK', 'http://localhost:80'],
  ])('%s=%s is told by name, and never taken for the milder one', (name, value) => {
    expect(() => browsingFrom({ [name]: value })).toThrow(name);
  });
});
