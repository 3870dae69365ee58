// A fault of our own over one page: that page is left out by name, and the run goes on with the others.
import { expect, test } from '@jest/globals';
import type { Browsing } from '../../../services/researcher/browsing/browsing.ts';
import type { Page } from '../../../services/researcher/browsing/page.ts';
import { Reading, type Unread } from '../../../services/researcher/pages/reading.ts';
import { noteFrom, tryAlone } from '../../../services/researcher/runs/note-from.ts';
import { sparePages } from '../../../services/researcher/runs/spare-pages.ts';
import { AgentError } from '../../../shared/errors.ts';

const task = { topic: 'XLU', tickers: ['XLU'], asOf: '2026-11-21' };
const { signal } = new AbortController();
const same = (page: Page): Page => page;
const fair = 'The Utilities Select Sector SPDR (XLU) rose 1.2% in the week to November 20. ';

const page = (name: string, fields: Partial<Page> = {}): Page => ({
  ...{ url: `https://${name}.test/a`, finalUrl: `https://${name}.test/a`, title: `Utilities in ${name}`, published: '2026-11-20' },
  ...{ text: `${fair}${`It was told so in ${name}. `.repeat(10)}`, links: [], contentType: 'text/html', via: 'folder', truncated: false },
  ...{ fetchedAt: '2026-11-21T09:00:00.000Z', excerptHash: name.padEnd(64, name) },
  ...fields,
}); // prettier-ignore

/** What comes of pages in a run, and what was told of those that were left out. */
async function run(pages: readonly (Page | Error)[], distrust?: (page: Page) => void) {
  const links = pages.map((_, at) => ({ url: `https://${at}.test/a`, title: `Page ${at}`, published: null, summary: '' })); // prettier-ignore
  const unread: Unread[] = [];
  const browsing: Browsing = {
    read: (url) => {
      const found = pages[links.findIndex((link) => link.url === url)];
      return found === undefined || found instanceof Error ? Promise.reject(found ?? new Error()) : Promise.resolve({ ...found, url }); // prettier-ignore
    },
    saved: () => Promise.resolve([]),
    unused: () => [],
    close: () => Promise.resolve(),
  };
  const reading = new Reading({
    ...{ browsing, most: 5, links, onRead: () => Promise.resolve() },
    distrust: (one) => Promise.resolve(distrust?.(one)).then(() => null),
    onUnread: (one) => Promise.resolve(void unread.push(one)),
  });
  for (const { url } of links) await reading.read(url, signal).catch(() => undefined);
  const alone = (one: Page) => {
    tryAlone(one, task, same);
  };
  const noted = await sparePages(reading, { work: () => noteFrom(reading, task, same, {}), alone, signal });
  return { unread, noted };
}

test.each([
  ['its fetching', new TypeError('of fetching'), undefined],
  ['its judging', page('bad'), (one: Page) => { if (one.title.endsWith('bad')) throw new RangeError('of judging'); }],
  ['its screening', page('bad', { published: '2026-10-99' }), undefined],
  ['its writing', page('bad', { finalUrl: 'https://bad.test:99999/' }), undefined],
])('a fault in %s leaves a page out by name, and ends no run', async (_, bad, distrust) => {
  const { unread, noted } = await run([page('good'), bad, page('fine', { text: `${fair}${'Others rose too, as was told in fine. '.repeat(10)}` })], distrust); // prettier-ignore
  expect(unread).toEqual([expect.objectContaining({ url: 'https://1.test/a', why: expect.stringContaining('by a fault of its own'), fault: expect.anything() })]); // prettier-ignore
  expect(noted.pages.map(({ finalUrl }) => finalUrl)).toEqual(['https://good.test/a', 'https://fine.test/a']);
  expect(noted.leftOut.join(' ')).toContain('Not read: “Page 1” (1.test). Alex failed at this page');
  expect(noted.written.output.points.length).toBeGreaterThan(0);
}); // prettier-ignore

test('an undated page that a dated one contradicts ends no run: of which day it tells nobody knows', async () => {
  const { published: _, ...undated } = page('old', { text: `The Utilities Select Sector SPDR (XLU) fell 4.8% on Monday, its worst day since 2020. ${'It was told so. '.repeat(10)}` }); // prettier-ignore
  const { unread, noted } = await run([page('good'), undated]);
  expect(unread).toEqual([]);
  expect(noted.pages).toHaveLength(2);
});

test('a fault that no page is the cause of, or an error of our own, is not laid on a page', async () => {
  const left: Page[] = [];
  const reading = { pages: [page('good')], leaveOut: (one: Page) => Promise.resolve(void left.push(one)) };
  const tried = (error: Error, alone: () => void) =>
    sparePages(reading, { work: () => Promise.reject(error), alone, signal });
  await expect(tried(new TypeError('of the ledger'), () => undefined)).rejects.toThrow('of the ledger');
  const fails = (): never => {
    throw new TypeError('alone');
  };
  await expect(tried(new AgentError('of the model', { retryable: true }), fails)).rejects.toThrow('of the model');
  expect(left).toEqual([]);
});
