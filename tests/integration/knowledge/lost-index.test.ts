// The vector index is emptied, or made anew, and the rows of the database stay: the text of each passage is gone with it.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'drizzle-orm';
import { missingDocuments } from '../../../scripts/database/missing-documents.ts';
import { readTables } from '../../../scripts/database/read-tables.ts';
import { deleteVectors } from '../../../shared/aws/s3-vectors.ts';
import { countKnowledge } from '../../../shared/database/knowledge-documents.ts';
import { listVersions, noteGone } from '../../../shared/database/knowledge-vectors.ts';
import { FORM } from '../../../shared/knowledge/identity.ts';
import { ingestDocuments } from '../../../shared/knowledge/ingest.ts';
import { noteMissing } from '../../../shared/knowledge/note-missing.ts';
import { searchKnowledge } from '../../../shared/knowledge/search.ts';
import { keysOf } from '../../../shared/knowledge/vector-keys.ts';
import { ingestRequest, searchRequest, type IngestRequest } from '../../../shared/schemas/knowledge.ts';
import { openTestKnowledge, type TestKnowledge } from '../../setup/knowledge.ts';

let opened: TestKnowledge;
beforeAll(async () => {
  opened = await openTestKnowledge();
});
afterAll(() => opened.close());

beforeEach(async () => {
  opened.reset();
  await lose();
  await opened.db.execute(sql`delete from knowledge_documents`);
  await opened.db.execute(sql`delete from knowledge_versions`);
  opened.reset();
});

type Sent = IngestRequest['documents'][number];
const page = (name: string, content: string): Sent => ({
  url: `https://example.com/${name}`,
  title: `About ${name}`,
  kind: 'article',
  contentType: 'text/plain',
  content,
  fetched: '2026-11-01T10:00:00.000Z',
});
const gold = page('gold', 'Gold rose.');
const silver = page('silver', 'Silver fell.');
/** More than one call asks for. */
const long = page('long', Array.from({ length: 130 }, (_, at) => `${`Line ${at} of many words. `.repeat(40)}\n\n`).join('')); // prettier-ignore

async function ingest(...documents: Sent[]): Promise<string[]> {
  const answer = await ingestDocuments(opened.db, ingestRequest.parse({ documents }).documents);
  return answer.documents.map(({ status }) => status);
}

/** What a search finds, and whether it says that something is lost. */
async function search(query: string, fields: object = {}): Promise<{ texts: string[]; gone: boolean }> {
  let gone = false;
  const onGone = () => {
    gone = true;
  };
  const passages = await searchKnowledge(opened.db, searchRequest.parse({ query, ...fields }), { onGone });
  return { texts: passages.map(({ text }) => text), gone };
}

/** Takes the vectors of these documents out of the index, all of them by default, or only those at some places. */
async function lose({ url }: { url?: string } = {}, only: (at: number) => boolean = () => true): Promise<void> {
  const versions = await listVersions(opened.db, { skip: 0 });
  const meant = versions.filter((one) => url === undefined || one.url === url);
  await deleteVectors(meant.flatMap((one) => keysOf(one).filter((_, at) => only(at))));
}

/** What the clean-up has done where nothing is new. */
const NOTHING = { missing: 0, forgotten: 0 };
const outdated = async () => (await countKnowledge(opened.db, FORM)).outdated;
const place = { name: 'laptop', vectors: { bucket: 'alex-vectors', index: 'knowledge' } } as const;
const checked = async (target: Parameters<typeof missingDocuments>[1] = place) =>
  missingDocuments(opened.db, target, (await readTables(opened.db)).tables);

describe('an index emptied between two ingests of the same document', () => {
  test('does not leave it "unchanged" and never found: it is put there again', async () => {
    expect(await ingest(gold)).toEqual(['stored']);
    await lose();
    expect(await ingest(gold)).toEqual(['stored']);
    expect(await search('gold')).toEqual({ texts: ['Gold rose.'], gone: false });
    expect((await search('gold', { mode: 'vector' })).texts).toEqual(['Gold rose.']);
    expect(await countKnowledge(opened.db, FORM)).toMatchObject({ documents: 1, waste: 0 });
    expect(await ingest(gold)).toEqual(['unchanged']);
  });

  test('is seen where only the last passages are gone, behind those of the first call', async () => {
    await ingest(long);
    await lose({}, (at) => at >= 105);
    expect(await ingest(long)).toEqual(['stored']);
    expect(await checked()).toEqual([]);
  });

  test('of which a half was stored is not gone on with behind a half that is gone', async () => {
    const [one] = ingestRequest.parse({ documents: [long] }).documents;
    if (one === undefined) throw new Error('no document');
    await expect(ingestDocuments(opened.db, [one], { until: 0 })).rejects.toMatchObject({ status: 503 });
    const { rows } = await opened.db.execute<{ version: string; chunks: number }>(
      sql`select cast(version as text) as version, chunks from knowledge_versions`,
    );
    await deleteVectors(rows.flatMap(keysOf));
    expect(await ingest(long)).toEqual(['stored']);
    expect(await checked()).toEqual([]);
  });
});

describe('one of two documents gone', () => {
  beforeEach(async () => {
    await ingest(gold, silver);
    await lose(gold);
  });

  test('is the one that is put again, and the other is not embedded anew', async () => {
    opened.embedded();
    expect(await ingest(gold, silver)).toEqual(['stored', 'unchanged']);
    expect(opened.embedded().filter((text) => text.includes('Silver'))).toEqual([]);
    expect((await search('gold silver')).texts.sort()).toEqual(['Gold rose.', 'Silver fell.']);
  });

  test('is told by a search that its words fit, and by one that finds nothing, and by no other', async () => {
    expect(await search('gold', { mode: 'lexical' })).toEqual({ texts: [], gone: true });
    expect(await search('gold silver')).toEqual({ texts: ['Silver fell.'], gone: true });
    expect(await search('copper', { mode: 'lexical' })).toEqual({ texts: [], gone: true });
    expect(await search('silver', { mode: 'lexical' })).toEqual({ texts: ['Silver fell.'], gone: false });
  });

  test('is named by check-db, with what to do, before and after the clean-up has noted it', async () => {
    for (let time = 0; time < 2; time += 1) {
      const [found, ...others] = await checked();
      expect([found?.count, found?.finding.kind, others]).toEqual([1, 'fault', []]);
      expect(found?.finding.remedy).toContain('npm run ingest');
      expect(found?.finding.remedy).toContain('“About gold” (https://example.com/gold)');
      expect(found?.finding.remedy).not.toContain('silver');
      await noteMissing(opened.db);
    }
  });

  test('is noted once by the daily clean-up, stays in the list, and is as it was when it was sent again', async () => {
    expect([await noteMissing(opened.db), await outdated()]).toEqual([{ missing: 1, forgotten: 0 }, 1]);
    expect([await noteMissing(opened.db), await outdated()]).toEqual([NOTHING, 1]);
    expect((await countKnowledge(opened.db, FORM)).documents).toBe(2);
    expect(await ingest(gold, silver)).toEqual(['stored', 'unchanged']);
    expect([await noteMissing(opened.db), await outdated(), await checked()]).toEqual([NOTHING, 0, []]);
  });

  test('is forgotten a week after it was noted, the other not, and not where it is there again', async () => {
    const week = async () =>
      opened.db.execute(sql`update knowledge_versions set changed_at = changed_at - interval '8 days'`);
    // That it was stored long ago is not that it is gone for long.
    await week();
    expect(await noteMissing(opened.db)).toEqual({ missing: 1, forgotten: 0 });
    await week();
    expect(await ingest(gold)).toEqual(['stored']);
    expect(await noteMissing(opened.db)).toEqual(NOTHING);
    await lose(gold);
    expect(await noteMissing(opened.db)).toEqual({ missing: 1, forgotten: 0 });
    await week();
    expect(await noteMissing(opened.db)).toEqual({ missing: 0, forgotten: 1 });
    expect([(await countKnowledge(opened.db, FORM)).documents, await checked()]).toEqual([1, []]);
    expect((await search('silver')).texts).toEqual(['Silver fell.']);
  });

  test('is noted by some run where there are more than one may ask for', async () => {
    opened.vectorCalls();
    expect(await noteMissing(opened.db, { passages: 0 })).toEqual(NOTHING);
    expect(opened.vectorCalls()).toEqual([]);
    const byName = new Map((await listVersions(opened.db, { skip: 0 })).map(({ title, id }) => [title, id]));
    const from = (title: string) => ({ passages: 1, from: byName.get(title) ?? '' });
    expect(await noteMissing(opened.db, from('About silver'))).toEqual(NOTHING);
    expect(await noteMissing(opened.db, from('About gold'))).toMatchObject({ missing: 1 });
  });
});

describe('a call of the index that fails', () => {
  test('changes nothing: no document is stored, noted or deleted for it', async () => {
    await ingest(gold, silver);
    // Even one that was gone a week ago.
    const [one] = await listVersions(opened.db, { skip: 0 });
    await noteGone(opened.db, one === undefined ? [] : [one]);
    await opened.db.execute(sql`update knowledge_versions set changed_at = changed_at - interval '8 days'`);
    const before = await opened.db.execute(sql`select * from knowledge_documents order by id`);
    opened.failVectors('GetVectors', 100);
    await expect(ingest(gold)).rejects.toMatchObject({ status: 503 });
    await expect(noteMissing(opened.db)).rejects.toMatchObject({ status: 503 });
    const [found] = await checked();
    expect(found).toMatchObject({ count: 2, finding: { kind: 'fault' } });
    expect(found?.finding.says).toContain('could not be asked');
    opened.failVectors('GetVectors', 0);
    expect((await opened.db.execute(sql`select * from knowledge_documents order by id`)).rows).toEqual(before.rows);
    expect(await checked()).toEqual([]);
    expect((await ingest(gold, silver)).sort()).toEqual(['stored', 'unchanged']);
  }, 60_000);
});

describe('a database that stayed when stage 3 went', () => {
  test('is told as that, and is no fault; an empty one is told nothing', async () => {
    const without = { name: 'aws', vectors: undefined } as const;
    expect(await checked(without)).toEqual([]);
    await ingest(gold);
    const [found] = await checked(without);
    expect(found).toMatchObject({ count: 1, finding: { kind: 'note' } });
    expect(found?.finding.remedy).toContain('npm run deploy -- --stage 3');
  });
});
