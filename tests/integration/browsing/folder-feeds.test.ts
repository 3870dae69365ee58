// Feeds that a person saved, without the network: what their entries say is all that can be read of the pages they link to.
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createBrowsing } from '../../../services/researcher/browsing/browsing.ts';
import { tellUnused } from '../../../services/researcher/browsing/folder/unused-files.ts';
import { openCatalogue } from '../../../services/researcher/pages/catalogue.ts';
import { article, reasonOf, startSite } from './site.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'alex-feeds-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const offline = () =>
  createBrowsing({ folder, network: false, resolve: () => Promise.reject(new Error('the network was asked')) });
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const self = '<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="https://example.com/feed"/>';
const rss = (items: string, channel = self) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>${channel}${items}</channel></rss>`;
const item = (url: string, text: string, title = 'Rates hold') =>
  `<item><title>${title}</title><link>${url}</link>${text}</item>`;
const said = (text: string) => `<description>${text}</description>`;
const save = (file: string, text: string | Uint8Array) => writeFile(join(folder, file), text);
const saved = async () => {
  const browsing = offline();
  return (await browsing.saved()).map(({ url, file }) => [url, file]);
};
const untold = async () => {
  const browsing = offline();
  await browsing.saved();
  return tellUnused(browsing.unused());
};

test('an entry is read at the address that it links to, as a saved page is: title, day, whole text, time of the file', async () => {
  const whole = '&lt;p&gt;Yields rose.&lt;/p&gt;&lt;p&gt;Prices fell &amp;amp; nobody sold.&lt;/p&gt;';
  await save(
    'news.xml',
    rss(
      item(
        'https://example.com/rates?a=1&amp;b=2#top',
        `<pubDate>Thu, 19 Nov 2026 21:30:00 -0500</pubDate><description>Yields.</description>
        <content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/">${whole}</content:encoded>`,
      ),
    ),
  );
  await utimes(join(folder, 'news.xml'), new Date('2026-11-20T00:00:00Z'), new Date('2026-11-20T00:00:00Z'));
  const page = await offline().read('https://example.com/rates?a=1&b=2');
  expect(page).toMatchObject({
    finalUrl: 'https://example.com/rates?a=1&b=2',
    title: 'Rates hold',
    published: '2026-11-19',
    publishedAt: '2026-11-20T02:30:00.000Z',
    text: 'Yields rose.\n\nPrices fell & nobody sold.',
    fetchedAt: '2026-11-20T00:00:00.000Z',
    contentType: 'text/html',
    via: 'folder',
    isEntry: true,
  });
});

test('an entry is found by what it says, and not by its title alone', async () => {
  await save('news.xml', rss(item('https://example.com/a', said('Municipal bond yields rose.'), 'The week')));
  const links = await openCatalogue(offline(), {
    startPages: [],
    signal: new AbortController().signal,
    logger: silent,
  });
  expect(links).toEqual([
    { url: 'https://example.com/a', title: 'The week', published: null, summary: 'Municipal bond yields rose.' },
  ]);
});

test('of Atom the text is taken out of its XHTML in paragraphs, what it hides and its pictures are left out', async () => {
  const entry = (url: string, content: string) =>
    `<entry><title>T</title><link href="${url}"/><summary>Only a summary.</summary>${content}</entry>`;
  await save(
    'blog.atom',
    `<feed xmlns="http://www.w3.org/2005/Atom"><link rel="self" href="https://example.com/blog/"/>${[
      entry(
        'one',
        `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>First &lt;b&gt;.</p><p>Second.</p>
        <p style="display:none">Buy X.</p></div></content>`,
      ),
      entry('two', '<content type="html">&lt;p&gt;Escaped.&lt;/p&gt;</content>'),
      entry('three', '<content type="image/png">iVBORw0KGgo=</content>'),
      entry('four', '<content type="text/html" src="https://example.com/elsewhere"/>'),
      entry('five', '<content>Plain text,\nof A &amp; B.\n\nAnd more.</content>'),
    ].join('')}</feed>`,
  );
  const texts = [];
  for (const name of ['one', 'two', 'three', 'four', 'five']) {
    texts.push((await offline().read(`https://example.com/blog/${name}`)).text);
  }
  const summary = 'Only a summary.';
  expect(texts).toEqual(['First <b>.\n\nSecond.', 'Escaped.', summary, summary, 'Plain text, of A & B.\n\nAnd more.']);
});

test('RSS 1.0, CDATA, UTF-16 and windows-1252 are read as everywhere', async () => {
  const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><channel><title>Old</title></channel>
    <item><title>A</title><link>https://example.com/rdf</link><description><![CDATA[<p>Words of 1999.</p>]]></description></item></rdf:RDF>`;
  const utf16 = rss(item('https://example.com/utf16', said('Zinsen — höher.')));
  const latin = `<?xml version="1.0" encoding="windows-1252"?>${rss(item('https://example.com/latin', said('Au-del\u00e0'))).slice(21)}`;
  await save('a.rss', rdf);
  await save('b.xml', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(utf16, 'utf16le')]));
  await save('c.xml', Buffer.from(latin, 'latin1'));
  expect((await offline().read('https://example.com/rdf')).text).toBe('Words of 1999.');
  expect((await offline().read('https://example.com/utf16')).text).toBe('Zinsen — höher.');
  expect((await offline().read('https://example.com/latin')).text).toBe('Au-delà');
});

test('a page that was saved is read, and not what a feed says of it; of two feeds that which says more', async () => {
  await save('a.html', `<!-- saved from url=(0021)https://example.com/a -->${article}`);
  await save('long.xml', rss(`${item('https://example.com/a', said('Of a feed.'))}${item('https://example.com/b', said('The whole of it.'))}`)); // prettier-ignore
  await save('short.xml', rss(item('https://example.com/b', said('A part.')), ''));
  expect(await saved()).toEqual([
    ['https://example.com/a', 'a.html'],
    ['https://example.com/feed', 'long.xml'],
    ['https://example.com/b', 'long.xml'],
  ]);
  expect((await offline().read('https://example.com/a')).text).not.toContain('Of a feed.');
  expect((await offline().read('https://example.com/b')).text).toBe('The whole of it.');
  expect(await untold()).toBe('');
});

test('an entry that nobody can look up or that says nothing is left out and told, the file only where no entry of it is read', async () => {
  await save(
    'news.xml',
    rss(
      [
        item('https://example.com/good', said('Good.')),
        item('http://192.168.1.5/a', said('Private.')),
        item('http://2130706433/b', said('Disguised.')),
        item('https://wiki.corp/c', said('Local.')),
        item('javascript:alert(1)', said('No page.')),
        `<item><title>No link</title><guid isPermaLink="false">17</guid>${said('Words.')}</item>`,
        item('relative', said('Private as its feed is.')),
        item('https://example.com/silent', '<description>&lt;img src="x.png"&gt;</description>'),
      ].join(''),
      // A reader's own server: its address is nobody's to look up, those of its entries are.
      self.replace('https://example.com', 'http://192.168.1.5'),
    ),
  );
  await save('empty.xml', rss('', ''));
  await save('map.xml', '<urlset><url><loc>https://example.com/</loc></url></urlset>');
  await save('.hidden.xml', rss(item('https://example.com/hidden', said('Hidden.')), ''));
  expect(await saved()).toEqual([['https://example.com/good', 'news.xml']]);
  const told = await untold();
  expect(told).toContain('2 files and 7 entries of feeds in the folder of saved pages are not used (');
  for (const why of [
    '192.168.1.5 is a private network: news.xml (2 entries)',
    '127.0.0.1 is this machine itself: news.xml (1 entry)',
    '"wiki.corp" is a name of the own machine or network: news.xml (1 entry)',
    'no link to a page: news.xml (2 entries)',
    'no text: news.xml (1 entry)',
    'no address: empty.xml, map.xml',
  ]) {
    expect(told).toContain(why);
  }
  expect(await reasonOf(offline().read('http://192.168.1.5/a'))).toBe('private_address');
  expect(await reasonOf(offline().read('https://example.com/silent'))).toBe('not_in_folder');
});

test('what WordPress puts behind each entry of a feed is none of its words', async () => {
  const text = `<p>Yields rose.</p>\n<p>The post <a href="https://example.com/a">Yields &amp; prices</a> appeared first on <a href="https://example.com">News</a>.</p>\n`;
  await save('news.xml', rss(item('https://example.com/a', said(`<![CDATA[${text}]]>`))));
  expect((await offline().read('https://example.com/a')).text).toBe('Yields rose.');
});

test('a relative link is of the site that a feed names, where the feed does not say where it is from itself', async () => {
  const home = '<link>https://example.com/news/</link>';
  await save('news.xml', rss(item('today', said('Of today.')), home));
  expect(await saved()).toEqual([['https://example.com/news/today', 'news.xml']]);
});

test('of a feed longer than any on the web each entry is a page, and those beyond the first pages are counted', async () => {
  const items = Array.from({ length: 250 }, (_, at) => item(`https://example.com/${at}`, said(`Number ${at}.`)));
  await save('archive.xml', rss(items.join(''), ''));
  let told = '';
  const links = await openCatalogue(offline(), {
    ...{ startPages: [], signal: new AbortController().signal, logger: silent },
    onUnused: (unused) => {
      told = tellUnused(unused);
    },
  });
  expect(links).toHaveLength(200);
  expect(told).toBe(
    '50 entries of feeds in the folder of saved pages are not used (beyond the first 200 pages: archive.xml (50 entries)).',
  );
});

test('of feeds with more entries than anyone reads the first are pages, and that there are more is told', async () => {
  const items = Array.from({ length: 1_200 }, (_, at) => item(`https://example.com/${at}`, said(`Number ${at}.`)));
  await save('archive.xml', rss(items.join(''), ''));
  expect(await saved()).toHaveLength(1_000);
  expect(await untold()).toBe(
    '1 entry of a feed in the folder of saved pages is not used (beyond the first 1,000 entries of feeds, and all behind it: archive.xml (1 entry)).',
  );
});

test('where the network may be used the page itself is read, and not what a saved feed says of it', async () => {
  const site = await startSite((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(`<title>All of it</title>${article}`);
  });
  await save('news.xml', rss(item(`${site.origin}/a`, said('A teaser.'))));
  const browsing = createBrowsing({
    ...{ folder, browser: false, admitLoopback: [new URL(site.origin).host], limits: { hostDelayMs: 0 } },
    resolve: () => Promise.resolve(['127.0.0.1']),
  });
  try {
    expect(await browsing.read(`${site.origin}/a`)).toMatchObject({ via: 'fetch' });
    expect((await browsing.saved()).map(({ url }) => url)).toEqual(['https://example.com/feed']);
  } finally {
    await browsing.close();
    await site.close();
  }
});
