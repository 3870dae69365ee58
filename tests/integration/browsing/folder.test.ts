import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createBrowsing } from '../../../services/researcher/browsing/browsing.ts';
import { tellUnused } from '../../../services/researcher/browsing/folder/unused-files.ts';
import type { UnusedFile } from '../../../services/researcher/browsing/folder/unused-files.ts';
import { openCatalogue } from '../../../services/researcher/pages/catalogue.ts';
import { excerptHash } from '../../../services/researcher/browsing/page.ts';
import { article, reasonOf } from './site.ts';

let root: string;
let folder: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'alex-saved-'));
  folder = join(root, 'pages');
  await mkdir(join(folder, 'feeds'), { recursive: true });
});
afterEach(() => rm(root, { recursive: true, force: true }));

const offline = () =>
  createBrowsing({ folder, network: false, resolve: () => Promise.reject(new Error('the network was asked')) });
const index = (pages: unknown) => writeFile(join(folder, 'index.json'), JSON.stringify({ pages }));

test('a page in the index is read as if it came from its address, at the time it was saved', async () => {
  await writeFile(join(folder, 'rates.html'), `<title>Rates hold</title>${article}`);
  await index([{ file: 'rates.html', url: 'https://example.com/rates', fetched: '2026-11-18T09:30:00+01:00' }]);
  const page = await offline().read('https://example.com/rates/#part');
  expect(page).toMatchObject({
    url: 'https://example.com/rates/#part',
    finalUrl: 'https://example.com/rates',
    title: 'Rates hold',
    fetchedAt: '2026-11-18T08:30:00.000Z',
    contentType: 'text/html',
    via: 'folder',
  });
  expect(page.excerptHash).toBe(excerptHash(page.text));
});

test('a page that says it was read at a time to come counts with its file’s time, and its day of publishing is what it says, for its reader to refuse', async () => {
  const saved = '<!-- saved from url=(0021)https://example.com/f --><!-- fetched: 2999-01-01T00:00:00Z -->';
  const ahead = '<meta property="article:published_time" content="2032-01-02">';
  const changed = new Date('2026-11-16T00:00:00Z');
  await writeFile(join(folder, 'f.html'), `${saved}${ahead}${article}`);
  await utimes(join(folder, 'f.html'), changed, changed);
  await writeFile(join(folder, 'g.html'), `${ahead}${article}`);
  await utimes(join(folder, 'g.html'), new Date('2998-01-01'), new Date('2998-01-01'));
  await index([{ file: 'g.html', url: 'https://example.com/g', fetched: '2999-01-01T00:00:00Z' }]);
  const now = new Date('2026-11-21T12:00:00Z');
  const browsing = createBrowsing({ folder, network: false, now: () => now });
  const [f, g] = [await browsing.read('https://example.com/f'), await browsing.read('https://example.com/g')];
  expect([f.fetchedAt, f.published]).toEqual(['2026-11-16T00:00:00.000Z', '2032-01-02']);
  expect([g.fetchedAt, g.published]).toEqual([now.toISOString(), '2032-01-02']);
});

test('a page in UTF-16 tells its address too', async () => {
  const text = `<!-- saved from url=(0021)https://example.com/u -->${article}`;
  await writeFile(join(folder, 'u.html'), Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]));
  const browsing = offline();
  expect((await browsing.saved()).map(({ url }) => url)).toEqual(['https://example.com/u']);
  expect(await browsing.read('https://example.com/u')).toMatchObject({ title: 'Rates hold' });
});

test('an index without times has those of its files, and what is wrong in it is said in our words', async () => {
  await writeFile(join(folder, 'a.html'), article);
  await utimes(join(folder, 'a.html'), new Date('2026-11-16T00:00:00Z'), new Date('2026-11-16T00:00:00Z'));
  await index([{ file: 'a.html', url: 'https://example.com/a' }]);
  expect((await offline().saved()).map(({ fetched }) => fetched)).toEqual(['2026-11-16T00:00:00.000Z']);
  await index([{ file: 'a.html' }, { file: 7, url: 'https://example.com/b', fetched: 'yesterday' }]);
  await expect(offline().saved()).rejects.toThrow(
    /index of saved pages: pages\[0\]\.url is missing; pages\[1\]\.file must be a text, not a number; pages\[1\]\.fetched must be a moment such as/,
  );
});

test('a PDF that is called a page is refused for what it is', async () => {
  await writeFile(join(folder, 'p.html'), '%PDF-1.4 <p>All of it in ASCII.</p>');
  await index([{ file: 'p.html', url: 'https://example.com/p' }]);
  expect(await reasonOf(offline().read('https://example.com/p'))).toBe('content_type_not_allowed');
});

test('pages and feeds that say themselves where they are from need no index', async () => {
  const saved = (url: string) => `<!-- saved from url=(${String(url.length).padStart(4, '0')})${url} -->`;
  await writeFile(
    join(folder, 'a.html'),
    `<!DOCTYPE html>\n${saved('https://example.com/a')}\n<!-- fetched: 2026-11-17T00:00:00Z -->${article}`,
  );
  await writeFile(
    join(folder, 'b.htm'),
    `<!DOCTYPE html><html><!--\n Page saved with SingleFile \n url: https://example.com/b \n saved date: Wed Nov 18 2026 10:00:00 GMT+0100 (CET)\n-->${article}`,
  );
  await writeFile(
    join(folder, 'feeds', 'news.xml'),
    `<rss xmlns:atom="http://www.w3.org/2005/Atom"><channel><atom:link href="https://example.com/feed" rel="self"/><title>News</title>
    <item><title>A</title><link>https://example.com/a</link></item></channel></rss>`.replace(
      'href="https://example.com/feed" rel="self"',
      'rel="self" href="https://example.com/feed"',
    ),
  );
  await utimes(join(folder, 'feeds', 'news.xml'), new Date('2026-11-16T00:00:00Z'), new Date('2026-11-16T00:00:00Z'));
  await writeFile(join(folder, 'notes.html'), 'Of nowhere');
  const browsing = offline();
  expect((await browsing.saved()).map(({ file, url, fetched }) => [file, url, fetched])).toEqual([
    ['a.html', 'https://example.com/a', '2026-11-17T00:00:00.000Z'],
    ['b.htm', 'https://example.com/b', '2026-11-18T09:00:00.000Z'],
    ['feeds/news.xml', 'https://example.com/feed', '2026-11-16T00:00:00.000Z'],
  ]);
  const feed = await browsing.read('https://example.com/feed');
  expect(feed.links).toEqual([{ title: 'A', url: 'https://example.com/a' }]);
  expect(await browsing.read(feed.links[0]?.url ?? '')).toMatchObject({ title: 'Rates hold', via: 'folder' });
});

test('a page without the line of a browser is from the address that its head calls its own, and from none that stands further down', async () => {
  const head = (inner: string) => `<!DOCTYPE html><html><head><title>Rates hold</title>${inner}</head><body>`;
  const link = (url: string) => `<link rel="canonical" href="${url}">`;
  const files = {
    'a.html': `${head(link('https://example.com/a?x=1&amp;y=2'))}${article}`,
    'b.html': `<!-- saved from url=(0021)https://example.com/b -->${head(link('https://other.example/b'))}${article}`,
    'below.html': `${head('')}${link('https://other.example/below')}${article}`,
    'comment.html': `${head(`<!-- ${link('https://other.example/comment')} -->`)}${article}`,
    'relative.html': `${head(link('/relative'))}${article}`,
    'script.html': `${head(link('javascript:alert(1)'))}${article}`,
  };
  for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text);
  expect((await offline().saved()).map(({ file, url }) => [file, url])).toEqual([
    ['a.html', 'https://example.com/a?x=1&y=2'],
    ['b.html', 'https://example.com/b'],
  ]);
});

test('files that are not used are named with the reason, and what browsers save beside a page is not', async () => {
  await mkdir(join(folder, 'a_files'));
  const saved = '<!-- saved from url=(0021)https://example.com/a -->';
  await writeFile(join(folder, 'a.html'), `${saved}${article}`);
  await writeFile(join(folder, 'b.html'), `${saved}${article}`);
  await writeFile(join(folder, 'empty.html'), '<!-- saved from url=(0021)https://example.com/e -->');
  for (const file of [
    'notes.html',
    'prospectus.pdf',
    'one.mhtml',
    'safari.webarchive',
    'README.md',
    '.hidden',
    'a_files/frame.html',
  ]) {
    await writeFile(join(folder, file), 'Of nowhere');
  }
  let unused: readonly UnusedFile[] = [];
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const links = await openCatalogue(offline(), {
    ...{ startPages: [], signal: new AbortController().signal, logger: silent },
    onUnused: (files) => {
      unused = files;
    },
  });
  expect(links).toHaveLength(1);
  const told = tellUnused(unused);
  expect(told).toContain('6 files in the folder of saved pages are not used (');
  for (const why of [
    'the same address as a.html: b.html',
    'no address: notes.html',
    'name: prospectus.pdf',
    'no text: empty.html',
    'save it as “Webpage, Complete” instead of “Webpage, Single File”: one.mhtml',
    'save it as “Page Source” instead, and give it its address: safari.webarchive',
  ]) {
    expect(told).toContain(why);
  }
  expect(told).toContain('guides/4-researcher.md');
  expect(tellUnused([])).toBe('');
  expect(tellUnused([{ file: 'a\u001b[2J.html', why: 'no text' }])).toContain('a?[2J.html');
});

test('a page or a link of an address that is not public is cited nowhere: it is not used, and named with the reason', async () => {
  const saved = (url: string) => `<!-- saved from url=(0021)${url} -->${article}`;
  const places = ['http://192.168.1.5/admin', 'http://localhost:8080/x', 'http://[::1]/x', 'http://169.254.169.254/x', 'http://2130706433/x', 'https://wiki.corp/x', 'https://user@example.com/x']; // prettier-ignore
  for (const [at, url] of places.entries()) await writeFile(join(folder, `${at}.html`), saved(url));
  await writeFile(join(folder, 'listed.html'), article);
  await writeFile(join(folder, 'port.html'), saved('https://example.com:8443/x'));
  await index([{ file: 'listed.html', url: 'http://10.0.0.1/x' }]);
  const browsing = offline();
  expect((await browsing.saved()).map(({ url }) => url)).toEqual(['https://example.com:8443/x']);
  const told = tellUnused(browsing.unused());
  expect(told).toContain('an address that nobody can look up: 192.168.1.5 is a private network: 0.html');
  for (const file of ['1.html', '2.html', '3.html', '4.html', '5.html', '6.html', 'listed.html']) expect(told).toContain(file);
  expect(await reasonOf(browsing.read('http://192.168.1.5/admin'))).toBe('private_address');
  expect(await reasonOf(browsing.read('http://localhost:8080/x'))).toBe('local_name');
}); // prettier-ignore

test('a page put there while the researcher runs is found', async () => {
  const browsing = offline();
  expect(await reasonOf(browsing.read('https://example.com/late'))).toBe('not_in_folder');
  await writeFile(join(folder, 'late.html'), article);
  await index([{ file: 'late.html', url: 'https://example.com/late', fetched: '2026-11-18T00:00:00Z' }]);
  expect(await browsing.read('https://example.com/late')).toMatchObject({ via: 'folder' });
});

describe('a folder that is wrong', () => {
  test.each(['../outside.html', 'link.html', '/etc/hostname', '.'])(
    '%s is not in it, and is not read',
    async (file) => {
      await writeFile(join(root, 'outside.html'), article);
      await symlink(join(root, 'outside.html'), join(folder, 'link.html'));
      await index([{ file, url: 'https://example.com/a', fetched: '2026-11-18T00:00:00Z', contentType: 'text/html' }]);
      expect(await reasonOf(offline().read('https://example.com/a'))).toBe('folder_invalid');
    },
  );

  test.each([
    ['no JSON', '{"pages":', /is not an index/],
    [
      'another form',
      '{"pages":[{"file":"a.html","url":"file:///etc/passwd","fetched":"yesterday"}]}',
      /pages\[0\]\.url[^]*pages\[0\]\.fetched/,
    ],
  ])('an index that is %s is told, with its place', async (_what, text, said) => {
    await writeFile(join(folder, 'index.json'), text);
    await expect(offline().read('https://example.com/a')).rejects.toThrow(said);
    await expect(offline().saved()).rejects.toMatchObject({ code: 'configuration' });
  });

  test('one that is not there is told', async () => {
    await rm(folder, { recursive: true });
    await expect(offline().saved()).rejects.toThrow('cannot be read');
  });

  test('a page larger than any may be', async () => {
    await writeFile(join(folder, 'big.html'), 'x'.repeat(6_000_000));
    await index([{ file: 'big.html', url: 'https://example.com/a', fetched: '2026-11-18T00:00:00Z' }]);
    expect(await reasonOf(offline().read('https://example.com/a'))).toBe('too_large');
    await expect(offline().read('https://example.com/a')).rejects.toThrow('"big.html" is larger than 5 MB.');
  });

  test('addresses of files stay refused', async () => {
    await writeFile(join(folder, 'a.html'), article);
    expect(await reasonOf(offline().read(`file://${join(folder, 'a.html')}`))).toBe('scheme_not_allowed');
  });
});
