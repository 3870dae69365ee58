import { describe, expect, test } from '@jest/globals';
import { Guard } from '../../../services/researcher/browsing/guard/guard.ts';
import type { GuardRules } from '../../../services/researcher/browsing/guard/guard.ts';
import { hostListed } from '../../../services/researcher/browsing/guard/host-list.ts';
import { readWebAddress } from '../../../services/researcher/browsing/guard/web-address.ts';
import { PageRefusedError } from '../../../services/researcher/browsing/refusal.ts';

const publicOne = '93.184.215.14';

/** What the guard says of an address when its name has these addresses. */
async function verdict(url: string, answers: readonly string[], rules: Partial<GuardRules> = {}): Promise<string> {
  const guard = new Guard({ allowedPorts: [80, 443], admitLoopback: [], ...rules }, () => Promise.resolve(answers));
  try {
    return `connects to ${(await guard.admit(readWebAddress(url))).addresses.join(' ')}`;
  } catch (error) {
    return error instanceof PageRefusedError ? error.reason : String(error);
  }
}

describe('a name is judged by every address it has', () => {
  test.each([
    ['loopback_address', ['127.0.0.1']],
    ['private_address', ['10.1.2.3']],
    ['metadata_address', ['169.254.169.254']],
    ['private_address', [publicOne, '192.168.0.1']],
    ['loopback_address', [publicOne, '2606:2800:220:1::1', '::1']],
    ['embedded_address', ['::ffff:127.0.0.1']],
    ['name_not_found', []],
    ['reserved_address', ['nonsense']],
  ])('%s for %j', async (reason, answers) => {
    expect(await verdict('https://news.example.com/', answers)).toBe(reason);
  });

  test('and connected to at those that were checked', async () => {
    expect(await verdict('https://news.example.com/', [publicOne, '1.1.1.1'])).toBe(`connects to ${publicOne} 1.1.1.1`);
  });

  test('one lookup for one admission, so there is no second answer to be led astray by', async () => {
    let lookups = 0;
    const guard = new Guard({ allowedPorts: [80], admitLoopback: [] }, () => {
      lookups += 1;
      return Promise.resolve([lookups === 1 ? publicOne : '127.0.0.1']);
    });
    const target = await guard.admit(readWebAddress('http://rebinding.example.com/'));
    expect({ lookups, addresses: target.addresses }).toEqual({ lookups: 1, addresses: [publicOne] });
    await expect(guard.admit(readWebAddress('http://rebinding.example.com/'))).rejects.toMatchObject({
      reason: 'loopback_address',
    });
  });
});

test.each([
  ...[
    'http://localhost/',
    'http://LOCALHOST./',
    'http://a.localhost/',
    'http://router/',
    'http://nas.local/',
    'http://x.home.arpa/',
  ],
  ...['http://metadata.google.internal/', 'http://wiki.corp/', 'http://printer.lan./', 'http://abc.onion/'],
])('%s is of the own network by its name, and not even looked up', async (url) => {
  expect(await verdict(url, [publicOne])).toBe('local_name');
});

test.each([
  ['http://127.0.0.1/', 'loopback_address'],
  ['http://[::1]/', 'loopback_address'],
  ['http://[::ffff:127.0.0.1]/', 'embedded_address'],
  ['http://[fd00:ec2::254]/latest/meta-data/', 'metadata_address'],
  ['http://169.254.169.254/latest/meta-data/', 'metadata_address'],
  ['http://[2002:7f00:1::]/', 'embedded_address'],
  ['http://[64:ff9b::7f00:1]/', 'loopback_address'],
  ['http://[2001:0:53aa:64c:0:0:0:1]/', 'embedded_address'],
  ['http://0.0.0.0/', 'reserved_address'],
  ['http://example.com:22/', 'port_not_allowed'],
  ['https://example.com:8443/', 'port_not_allowed'],
])('%s is refused: %s', async (url, reason) => {
  expect(await verdict(url, [publicOne])).toBe(reason);
});

test('a list of hosts leaves only them and their subdomains', async () => {
  const rules = { allowedHosts: ['example.com'] };
  expect(await verdict('http://example.com/', [publicOne], rules)).toContain('connects');
  expect(await verdict('http://www.example.com./', [publicOne], rules)).toContain('connects');
  expect(await verdict('http://badexample.com/', [publicOne], rules)).toBe('host_not_allowed');
  expect(await verdict('http://example.com.evil.org/', [publicOne], rules)).toBe('host_not_allowed');
  expect(await verdict(`http://${publicOne}/`, [], rules)).toBe('host_not_allowed');
  expect(await verdict('http://example.com/', ['10.0.0.1'], rules)).toBe('private_address');
  expect(hostListed('www.example.com', ['*.Example.COM.'])).toBe(true);
  expect(hostListed('www.example.com', ['', '.', ' '])).toBe(false);
});

describe('a host admitted on loopback', () => {
  const rules = { admitLoopback: ['feeds.test:8080'] };
  test('is read there, on that port only', async () => {
    expect(await verdict('http://feeds.test:8080/', ['127.0.0.1'], rules)).toBe('connects to 127.0.0.1');
    expect(await verdict('http://feeds.test/', ['127.0.0.1'], rules)).toBe('loopback_address');
    expect(await verdict('http://feeds.test:8081/', ['127.0.0.1'], rules)).toBe('port_not_allowed');
    expect(await verdict('http://127.0.0.1:8080/', [], rules)).toBe('port_not_allowed');
  });
  test('opens no other inner network, and no public host on that port', async () => {
    expect(await verdict('http://feeds.test:8080/', ['10.0.0.1'], rules)).toBe('private_address');
    expect(await verdict('http://feeds.test:8080/', ['127.0.0.1', '169.254.169.254'], rules)).toBe('metadata_address');
    expect(await verdict('http://feeds.test:8080/', [publicOne], rules)).toBe('host_not_allowed');
  });
});

test('a resolver that fails is a name that is not found, to be tried again', async () => {
  const guard = new Guard({ allowedPorts: [80], admitLoopback: [] }, () => Promise.reject(new Error('SERVFAIL')));
  await expect(guard.admit(readWebAddress('http://example.com/'))).rejects.toMatchObject({
    reason: 'name_not_found',
    retryable: true,
  });
});
