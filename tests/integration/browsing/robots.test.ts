import { afterEach, describe, expect, test } from '@jest/globals';
import { article, browsingOf, html, reasonOf, startRawSite, startSite } from './site.ts';
import type { Site } from './site.ts';

const open: Site[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((site) => site.close()));
});

/** A site with this robots.txt, and how often that was asked for. */
async function siteWith(robots: string, status = 200): Promise<{ site: Site; counted: { robots: number } }> {
  const counted = { robots: 0 };
  const site = await startSite(
    (request, response) => {
      if (request.url === '/away') response.writeHead(302, { location: '/private/page' }).end();
      else html(response, article);
    },
    (_request, response) => {
      counted.robots += 1;
      response.writeHead(status, { 'content-type': 'text/plain' }).end(robots);
    },
  );
  open.push(site);
  return { site, counted };
}

const keeps = 'User-agent: *\nDisallow: /\n\nUser-agent: AlexResearcher\nDisallow: /private/\n';

test('what a site keeps from this reader is not asked for, not after a redirect either', async () => {
  const { site } = await siteWith(keeps);
  const browsing = browsingOf(site);
  expect(await reasonOf(browsing.read(`${site.origin}/private/page`))).toBe('robots_disallowed');
  expect(await reasonOf(browsing.read(`${site.origin}/away`))).toBe('robots_disallowed');
  expect(await browsing.read(`${site.origin}/open`)).toMatchObject({ title: 'Rates hold' });
  expect(site.asked).toEqual(['/away', '/open']);
});

test('robots.txt is asked for once a day', async () => {
  const { site, counted } = await siteWith(keeps);
  let now = Date.parse('2026-11-20T10:00:00Z');
  const browsing = browsingOf(site, { now: () => new Date(now) });
  await browsing.read(`${site.origin}/a`);
  now += 23 * 3_600_000;
  await browsing.read(`${site.origin}/b`);
  expect(counted.robots).toBe(1);
  now += 2 * 3_600_000;
  await browsing.read(`${site.origin}/c`);
  expect(counted.robots).toBe(2);
});

test('several pages at a time ask for it once', async () => {
  const { site, counted } = await siteWith(keeps);
  const browsing = browsingOf(site);
  await Promise.all(['/a', '/b', '/c'].map((path) => browsing.read(`${site.origin}${path}`)));
  expect(counted.robots).toBe(1);
});

describe('a robots.txt that answers', () => {
  test.each([401, 403, 404, 410])('%d is as if there were none (RFC 9309, 2.3.1.3)', async (status) => {
    const { site } = await siteWith('User-agent: *\nDisallow: /', status);
    expect(await browsingOf(site).read(`${site.origin}/a`)).toMatchObject({ via: 'fetch' });
  });
  test.each([429, 500, 503])('%d keeps the site unread for a while (2.3.1.4)', async (status) => {
    const { site, counted } = await siteWith('', status);
    let now = Date.parse('2026-11-20T10:00:00Z');
    const browsing = browsingOf(site, { now: () => new Date(now) });
    expect(await reasonOf(browsing.read(`${site.origin}/a`))).toBe('robots_unreachable');
    expect(await reasonOf(browsing.read(`${site.origin}/b`))).toBe('robots_unreachable');
    expect(counted.robots).toBe(1);
    now += 11 * 60_000;
    expect(await reasonOf(browsing.read(`${site.origin}/a`))).toBe('robots_unreachable');
    expect(counted.robots).toBe(2);
    expect(site.asked).toEqual([]);
  });
  test('without end is read as far as it may be long', async () => {
    const { site } = await siteWith(`User-agent: *\nDisallow: /private/\n${'# and so on\n'.repeat(200_000)}`);
    expect(await reasonOf(browsingOf(site).read(`${site.origin}/private/x`))).toBe('robots_disallowed');
  });
  test('never says a thing keeps the site unread', async () => {
    const site = await startSite(
      (_request, response) => {
        html(response, article);
      },
      () => undefined,
    );
    open.push(site);
    const reading = browsingOf(site, { limits: { headMs: 200 } }).read(`${site.origin}/a`);
    expect(await reasonOf(reading)).toBe('robots_unreachable');
  });
});

test('pages of one host are kept apart, as long as the site asks for', async () => {
  const moments: number[] = [];
  const site = await startSite(
    (_request, response) => {
      moments.push(performance.now());
      html(response, article);
    },
    (_request, response) => response.end('User-agent: *\nCrawl-delay: 0.4\n'),
  );
  open.push(site);
  const browsing = browsingOf(site, { limits: { hostDelayMs: 100 } });
  await Promise.all(['/a', '/b', '/c'].map((path) => browsing.read(`${site.origin}${path}`)));
  const gaps = moments.slice(1).map((moment, index) => moment - (moments[index] ?? 0));
  // Timers may be a few milliseconds early against the other side's clock.
  expect(gaps.filter((gap) => gap < 300)).toEqual([]);
});

test('who asks is said: the product that robots.txt can name, and no cookies', async () => {
  const heads: string[] = [];
  const site = await startRawSite((socket, head) => {
    heads.push(head);
    socket.end(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nSet-Cookie: a=b\r\n\r\n${article}`);
  });
  open.push(site);
  const browsing = browsingOf(site);
  await browsing.read(`${site.origin}/a?q=1#part`);
  await browsing.read(`${site.origin}/b`);
  expect(heads[0]).toMatch(/^GET \/a\?q=1 HTTP\/1\.1\r\n/);
  expect(heads[0]).toContain('AlexResearcher');
  expect(heads[0]).toContain(`host: pages.test:${site.port}`);
  expect(heads.join('').toLowerCase()).not.toContain('cookie');
});
