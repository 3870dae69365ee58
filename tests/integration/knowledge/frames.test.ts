// What Alex puts beside a passage, so that it is judged as its page says it, is given out as words of that page.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { prepareDocuments } from '../../../shared/knowledge/prepare-document.ts';
import { searchKnowledge } from '../../../shared/knowledge/search.ts';
import { storeDocument } from '../../../shared/knowledge/store-document.ts';
import { ingestDocument, searchRequest } from '../../../shared/schemas/knowledge.ts';
import { openTestKnowledge, type TestKnowledge } from '../../setup/knowledge.ts';

let opened: TestKnowledge;
beforeAll(async () => {
  opened = await openTestKnowledge();
}, 60_000);
afterAll(() => opened.close());

test('a heading that supposes stands beside the words of its passage, and not among them', async () => {
  const content = '# Zinc\n\nZinc fell 2% on Monday.\n\n## What if zinc doubled?\n\nMiners would gain 40%.';
  const sent = { url: 'https://example.com/zinc', title: 'Zinc', kind: 'article', contentType: 'text/markdown', content, published: '2026-11-02' }; // prettier-ignore
  const now = new Date('2026-11-03T00:00:00Z');
  for (const one of prepareDocuments([ingestDocument.parse(sent)], now)) await storeDocument(opened.db, one, { now });
  const found = await searchKnowledge(opened.db, searchRequest.parse({ query: 'zinc miners gain' }), { now });
  expect(found.map(({ frame, text }) => ({ frame, text }))).toEqual(
    expect.arrayContaining([
      { frame: 'What if zinc doubled?:', text: 'Miners would gain 40%.' },
      { frame: undefined, text: 'Zinc fell 2% on Monday.' },
    ]),
  );
}, 60_000);
