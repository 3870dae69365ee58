// RFC 9309's rules, with its own examples (section 5.1, 5.2, 2.2.3) and Google's table of matches as the outside word.
import { describe, expect, test } from '@jest/globals';
import { readRobots } from '../../../services/researcher/browsing/fetch/robots-rules.ts';

const allowed = (robots: string, path: string, product = 'AlexResearcher') => readRobots(robots, product).allows(path);

describe('RFC 9309, 5.1: simple example', () => {
  const robots = `User-Agent: *
Disallow: *.gif$
Disallow: /example/
Allow: /publications/

User-Agent: foobot
Disallow:/
Allow:/example/page.html
Allow:/example/allowed.gif

User-Agent: barbot
User-Agent: bazbot
Disallow: /example/page.html

User-Agent: quxbot`;
  test.each([
    ['foobot', '/example/page.html', true],
    ['foobot', '/example/allowed.gif', true],
    ['foobot', '/', false],
    ['barbot', '/example/page.html', false],
    ['bazbot', '/example/page.html', false],
    ['barbot', '/other.gif', true],
    ['quxbot', '/example/page.html', true],
    ['anyone', '/a.gif', false],
    ['anyone', '/publications/', true],
    ['anyone', '/example/x', false],
  ])('%s %s: %s', (product, path, verdict) => {
    expect(allowed(robots, path, product)).toBe(verdict);
  });
});

test('RFC 9309, 5.2: the longest match wins', () => {
  const robots = 'User-agent: *\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif';
  expect(allowed(robots, '/example/page/disallowed.gif')).toBe(false);
  expect(allowed(robots, '/example/page/x')).toBe(true);
});

test.each([
  ['/', ['/any', '/'], []],
  ['/*', ['/any'], []],
  ['/$', ['/'], ['/a']],
  [
    '/fish',
    ['/fish', '/fish.html', '/fish/salmon.html', '/fishheads/yummy.html', '/fish.php?id=1'],
    ['/Fish.asp', '/catfish'],
  ],
  ['/fish/', ['/fish/', '/fish/?id=a', '/fish/salmon.htm'], ['/fish', '/fish.html', '/Fish/Salmon.php']],
  [
    '/*.php',
    ['/index.php', '/folder/filename.php', '/folder/any.php.file.html', '/filename.php/'],
    ['/', '/windows.PHP'],
  ],
  ['/*.php$', ['/filename.php', '/folder/filename.php'], ['/filename.php?p=1', '/filename.php/', '/filename.php5']],
  ['/fish*.php', ['/fish.php', '/fishheads/catfish.php?p=1'], ['/Fish.PHP']],
  ['/a*$', ['/a', '/ab'], ['/b']],
])("Google's table: Disallow: %s", (pattern, matching, others) => {
  const robots = `user-agent: *\ndisallow: ${pattern}`;
  expect(matching.filter((path) => allowed(robots, path))).toEqual([]);
  expect(others.filter((path) => !allowed(robots, path))).toEqual([]);
});

test('where two rules are as long, the milder one counts; an empty rule says nothing', () => {
  expect(allowed('User-agent: *\nDisallow: /p\nAllow: /p', '/page')).toBe(true);
  expect(allowed('User-agent: *\nDisallow:', '/page')).toBe(true);
});

test('groups of one name are taken together, names without case and with a version, comments and other lines left out', () => {
  const robots =
    'User-agent: alexresearcher/2.0 # us\nDisallow: /a # here\nSitemap: /x\n\nUSER-AGENT: AlexResearcher\r\nDisallow: /b\rCrawl-delay: 2.5\nUser-agent: *\nDisallow: /';
  expect(['/a', '/b', '/c'].map((path) => allowed(robots, path))).toEqual([false, false, true]);
  expect(readRobots(robots, 'AlexResearcher').crawlDelay).toBe(2.5);
});

test('RFC 9309, 2.2.2: what is percent-encoded and what is not are one', () => {
  expect(allowed('User-agent: *\nDisallow: /foo/bar/ツ', '/foo/bar/%E3%83%84')).toBe(false);
  expect(allowed('User-agent: *\nDisallow: /foo/%e3%83%84', '/foo/%E3%83%84')).toBe(false);
});

test('patterns made to hurt take no time worth speaking of', () => {
  const robots = `User-agent: *\n${`Disallow: /${'*a'.repeat(100)}b\n`.repeat(2_400)}`;
  const start = performance.now();
  expect(allowed(robots, `/${'a'.repeat(2_000)}`)).toBe(true);
  expect(performance.now() - start).toBeLessThan(5_000);
});
