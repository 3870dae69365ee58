// https to a pinned address: the certificate is still the name's. The certificate is ours, made for "pages.test" alone.
import { createServer } from 'node:https';
import type { Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createBrowsing } from '../../../services/researcher/browsing/browsing.ts';
import { article, html, reasonOf } from './site.ts';

const fixture = (name: string) => readFile(new URL(`../../fixtures/browsing/${name}`, import.meta.url), 'utf8');
const [key, cert] = await Promise.all([fixture('pages.test.key.pem'), fixture('pages.test.cert.pem')]);

let server: Server;
let port: number;
const names: unknown[] = [];
beforeAll(async () => {
  server = createServer({ key, cert }, (request, response) => {
    names.push('servername' in request.socket ? request.socket.servername : undefined);
    if (request.url === '/robots.txt') response.writeHead(404).end();
    else if (request.url === '/down') response.writeHead(302, { location: `http://pages.test:${port}/` }).end();
    else html(response, article);
  });
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const browsing = (authorities: readonly string[]) =>
  createBrowsing({
    admitLoopback: [`pages.test:${port}`, `other.test:${port}`],
    resolve: () => Promise.resolve(['127.0.0.1']),
    browser: false,
    authorities,
    limits: { hostDelayMs: 0 },
  });

test('a page is read where the certificate is of its name, and the name is sent', async () => {
  expect(await browsing([cert]).read(`https://pages.test:${port}/`)).toMatchObject({ title: 'Rates hold' });
  expect(names).toEqual(['pages.test', 'pages.test']);
});

test('another name at the same address has no valid certificate', async () => {
  expect(await reasonOf(browsing([cert]).read(`https://other.test:${port}/`))).toBe('certificate_invalid');
});

test('nor has a certificate that no one vouches for', async () => {
  expect(await reasonOf(browsing([]).read(`https://pages.test:${port}/`))).toBe('certificate_invalid');
});

test('from https no redirect leads back to http', async () => {
  expect(await reasonOf(browsing([cert]).read(`https://pages.test:${port}/down`))).toBe('redirect_invalid');
});
