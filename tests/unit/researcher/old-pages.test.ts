// A page of years ago is no news: no note is written from it while there is a newer one, and one that is says so. One of a day to come
// is read by nobody, and of two that say the same the earlier one is.
import { expect, test } from '@jest/globals';
import { createBrowsing } from '../../../services/researcher/browsing/browsing.ts';
import type { Page } from '../../../services/researcher/browsing/page.ts';
import { renderPoints } from '../../../services/researcher/note/render-note.ts';
import { gatherPages } from '../../../services/researcher/pages/gather.ts';
import { Reading } from '../../../services/researcher/pages/reading.ts';

const page = (name: string, published?: string): Page => ({
  url: `https://news.test/${name}`,
  finalUrl: `https://news.test/${name}`,
  title: `Gold in the week of ${name}`,
  ...(published !== undefined && { published }),
  text: `Gold rose in the week of ${name}, as traders in ${name} said. `.repeat(6),
  truncated: false,
  excerptHash: name.padEnd(64, '0'),
  fetchedAt: '2026-11-20T08:00:00.000Z',
  contentType: 'text/html',
  via: 'fetch',
  links: [],
});

async function read(pages: readonly Page[], { orOld = true, told = false, undated = false } = {}) {
  const asked: string[] = [];
  const browsing = {
    ...createBrowsing({ folder: undefined, network: false, browser: false }),
    read: (url: string) => {
      asked.push(url.slice(18));
      const { published, ...found } = pages.find((one) => one.url === url) ?? page('nothing');
      return Promise.resolve(undated || published === undefined ? found : { ...found, published });
    },
  };
  const links = pages.map(({ url, title, published }) => ({ url, title, published: told ? (published ?? null) : null, summary: '' })); // prettier-ignore
  const reading = new Reading({
    browsing,
    most: 2,
    links,
    since: '2025-11-20',
    until: '2026-11-21',
    onRead: () => Promise.resolve(),
  });
  const limits = { fewestPages: 2, mostPages: 2, turns: 8 };
  const task = {
    topic: 'gold',
    links,
    reading,
    asOf: '2026-11-20',
    orOld,
    limits,
    signal: new AbortController().signal,
  };
  await gatherPages(task, {});
  const [days, unread] = [reading.pages.map(({ published }) => published), reading.unread.map(({ why }) => why)];
  return { read: reading.pages.map(({ url }) => url.slice(18)), days, unread, asked };
}

test('what is older than a year is refused by name, and takes nobody’s place', async () => {
  const pages = [page('alpha', '2019-05-13'), page('beta', '2026-11-19'), page('gamma')];
  expect(await read(pages)).toMatchObject({
    read: ['beta', 'gamma'],
    unread: [expect.stringContaining('of 2019-05-13')],
  });
  // Known to be old, it is not even asked for while others fill a note.
  expect(await read(pages, { told: true })).toMatchObject({ asked: ['beta', 'gamma'], unread: [] });
});

test('where nothing newer is there it is read, the youngest first, for a topic that somebody asked for', async () => {
  const pages = [page('alpha', '2018-05-13'), page('beta', '2020-05-13'), page('gamma', '2019-05-13')];
  expect(await read(pages)).toMatchObject({ read: ['beta', 'gamma'], unread: [expect.stringContaining('2018')] });
  await expect(read(pages, { orOld: false })).rejects.toThrow('3 were tried');
});

test('a page that only its feed dates is of the day that the feed gives it', async () => {
  const pages = [page('alpha', '2019-05-13'), page('beta', '2026-11-19')];
  const feed = { told: true, undated: true };
  expect(await read(pages, feed)).toMatchObject({ read: ['beta'], days: ['2026-11-19'], asked: ['beta'] });
  expect(await read(pages.slice(0, 1), feed)).toMatchObject({ read: ['alpha'], days: ['2019-05-13'] });
  await expect(read(pages.slice(0, 1), { ...feed, orOld: false })).rejects.toThrow('by their dates older than a year');
});

test('what dates itself to come is refused with its field, also by its feed’s date and where nothing else is there', async () => {
  const pages = [page('alpha', '2027-05-01'), page('beta', '2026-11-19')];
  for (const options of [{}, { told: true }, { told: true, undated: true }]) {
    expect(await read(pages, options)).toMatchObject({
      read: ['beta'],
      unread: ['The page is of a day to come (published: 2027-05-01).'],
    });
    await expect(read(pages.slice(0, 1), options)).rejects.toThrow('published: 2027-05-01');
  }
});

test('of two pages that say the same the earlier one is the source, by the time where the day is one', async () => {
  const said = { text: page('gold').text, excerptHash: 'f'.repeat(64) };
  const at = (one: Page, time: string): Page => ({ ...one, ...said, publishedAt: `2026-11-19T${time}:00.000Z` });
  const mirror = at(page('alpha', '2026-11-19'), '18:00');
  const original = at(page('beta', '2026-11-19'), '14:00');
  for (const pages of [
    [mirror, original],
    [original, mirror],
  ]) {
    expect(await read(pages)).toMatchObject({ read: ['beta'], unread: [expect.stringContaining('word for word')] });
  }
});

test('a note that rests on old pages alone says so in its first line', () => {
  const source = { url: 'https://news.test/1', title: 'Gold', fetched: '2026-11-20T08:00:00.000Z', excerptHash: '0'.repeat(64) }; // prettier-ignore
  const note = { title: 'Gold', points: [{ text: 'Gold rose.', page: 1 }] };
  const said = (published: string | null) => renderPoints(note, { asOf: '2026-11-20', sources: [{ ...source, published }] }); // prettier-ignore
  expect(said('2019-05-13')).toContain('a single view; older than a year');
  expect(said('2026-05-13')).not.toContain('older');
  expect(said(null)).not.toContain('older');
});
