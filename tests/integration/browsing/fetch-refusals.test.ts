// The guard against a server of ours: whatever a page or its redirects point at, nothing but it is connected to.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { dial } from '../../../services/researcher/browsing/guard/dial.ts';
import { article, browsingOf, html, reasonOf, startSite } from './site.ts';
import type { Site } from './site.ts';

let site: Site;
/** What must never be asked for anything: a "secret" server on loopback that is not admitted. */
let secret: Site;
let secretConnections = 0;

beforeAll(async () => {
  secret = await startSite((_request, response) => {
    secretConnections += 1;
    html(response, article);
  });
  site = await startSite((request, response) => {
    const url = new URL(request.url ?? '', 'http://x');
    if (url.pathname === '/to') response.writeHead(302, { location: url.searchParams.get('url') ?? '' }).end();
    else if (url.pathname === '/loop') response.writeHead(302, { location: '/loop' }).end();
    else if (url.pathname === '/nowhere') response.writeHead(301).end();
    else if (url.pathname.startsWith('/hops/')) {
      const left = Number(url.pathname.slice(6));
      if (left > 0) response.writeHead(307, { location: `/hops/${left - 1}` }).end();
      else html(response, article);
    } else html(response, article);
  });
});
afterEach(() => {
  expect(secretConnections).toBe(0);
});
afterAll(async () => {
  await Promise.all([site.close(), secret.close()]);
});

const inner: [string, string][] = [
  ['http://127.0.0.1:PORT/', 'port_not_allowed'],
  ['http://127.0.0.1/', 'loopback_address'],
  ['http://[::1]/', 'loopback_address'],
  ['http://localhost:PORT/', 'local_name'],
  ['http://10.0.0.1/', 'private_address'],
  ['http://192.168.1.1/', 'private_address'],
  ['http://169.254.1.1/', 'link_local_address'],
  ['http://169.254.169.254/latest/meta-data/iam/security-credentials/', 'metadata_address'],
  ['http://[fd00:ec2::254]/latest/meta-data/', 'metadata_address'],
  ['http://[::ffff:127.0.0.1]/', 'embedded_address'],
  ['http://[::ffff:a9fe:a9fe]/', 'embedded_address'],
  ['http://[2002:7f00:1::]/', 'embedded_address'],
  ['http://[64:ff9b::7f00:1]/', 'loopback_address'],
  ['http://2130706433/', 'disguised_address'],
  ['http://0x7f.1/', 'disguised_address'],
  ['http://0177.0.0.1/', 'disguised_address'],
  ['http://secret.example.com/', 'loopback_address'],
  ['http://mixed.example.com/', 'private_address'],
  ['http://user:password@example.com/', 'credentials_in_url'],
  ['file:///etc/passwd', 'scheme_not_allowed'],
  ['data:text/html,<h1>hello</h1>', 'scheme_not_allowed'],
];
const names = { 'secret.example.com': ['127.0.0.1'], 'mixed.example.com': ['93.184.215.14', '10.0.0.1'] };

describe.each(inner)('%s', (template, reason) => {
  test(`is refused as ${reason}`, async () => {
    const url = template.replace('PORT', String(secret.port));
    expect(await reasonOf(browsingOf(site, {}, names).read(url))).toBe(reason);
  });

  test('is refused after a redirect', async () => {
    const url = template.replace('PORT', String(secret.port));
    const through = `${site.origin}/to?url=${encodeURIComponent(url)}`;
    expect(await reasonOf(browsingOf(site, {}, names).read(through))).toBe(reason);
  });
});

describe('redirects', () => {
  test('five are followed, and the last address is the one to cite', async () => {
    const page = await browsingOf(site).read(`${site.origin}/hops/5`);
    expect(page).toMatchObject({
      url: `${site.origin}/hops/5`,
      finalUrl: `${site.origin}/hops/0`,
      title: 'Rates hold',
    });
  });
  test('six are too many, and so is a circle', async () => {
    expect(await reasonOf(browsingOf(site).read(`${site.origin}/hops/6`))).toBe('too_many_redirects');
    expect(await reasonOf(browsingOf(site).read(`${site.origin}/loop`))).toBe('too_many_redirects');
  });
  test('one without an address leads nowhere', async () => {
    expect(await reasonOf(browsingOf(site).read(`${site.origin}/nowhere`))).toBe('redirect_invalid');
  });
  test('one to a host that is not on the list is not followed', async () => {
    const through = `${site.origin}/to?url=${encodeURIComponent('https://example.org/')}`;
    expect(await reasonOf(browsingOf(site, { allowedHosts: ['example.com'] }).read(through))).toBe('host_not_allowed');
  });
});

describe('a name that changes its address between two looks (DNS rebinding)', () => {
  test('is refused from the moment that it points inside', async () => {
    const answers = [['127.0.0.1'], ['127.0.0.1'], ['10.0.0.1']];
    const browsing = browsingOf(site, { resolve: () => Promise.resolve(answers.shift() ?? ['10.0.0.1']) });
    expect(await browsing.read(`${site.origin}/a`)).toMatchObject({ title: 'Rates hold' });
    expect(await reasonOf(browsing.read(`${site.origin}/b`))).toBe('private_address');
  });

  test('is looked up once for each request, robots.txt and the page', async () => {
    let lookups = 0;
    const resolve = () => {
      lookups += 1;
      return Promise.resolve(['127.0.0.1']);
    };
    await browsingOf(site, { resolve }).read(`${site.origin}/a`);
    expect(lookups).toBe(2);
  });

  test('the connection goes to the address that was checked, whatever the name means now', async () => {
    const url = new URL(`http://localhost.invalid:${site.port}/`);
    const target = { url, host: 'localhost.invalid', port: site.port, tls: false, addresses: ['127.0.0.1'] };
    const socket = await dial(target, { connectMs: 5_000, signal: new AbortController().signal });
    expect([socket.remoteAddress, socket.remotePort]).toEqual(['127.0.0.1', site.port]);
    socket.destroy();
  });
});

test('robots.txt is no way around: its redirect into the inner network is refused too', async () => {
  const luring = await startSite(
    (_request, response) => {
      html(response, article);
    },
    (_request, response) => {
      response.writeHead(302, { location: `http://127.0.0.1:${secret.port}/robots.txt` }).end();
    },
  );
  expect(await reasonOf(browsingOf(luring).read(`${luring.origin}/`))).toBe('port_not_allowed');
  expect(luring.asked).toEqual([]);
  await luring.close();
});

test('a caller who gives up is told his own reason', async () => {
  const controller = new AbortController();
  controller.abort(new Error('the run is over'));
  await expect(browsingOf(site).read(`${site.origin}/`, { signal: controller.signal })).rejects.toThrow(
    'the run is over',
  );
});
