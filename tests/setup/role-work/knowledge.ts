import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import type { Database } from '../../../shared/database/client.ts';
import * as documents from '../../../shared/database/knowledge-documents.ts';
import { findOtherwiseEmbedded, noteModel } from '../../../shared/database/knowledge-models.ts';
import { findCandidates } from '../../../shared/database/knowledge-search.ts';
import { forgetGone, listVersions, noteGone } from '../../../shared/database/knowledge-vectors.ts';
import * as versions from '../../../shared/database/knowledge-versions.ts';
import { withdrawDocuments } from '../../../shared/database/knowledge-withdrawals.ts';

const id = `doc_${'a'.repeat(32)}`;
const stored: versions.NewDocument = {
  ...{ id, url: 'https://example.com/a', title: 'Gold', kind: 'article', tickers: [], published: null },
  ...{ fetched: '2026-11-01T10:00:00.000Z', day: '2026-11-01', sources: [], textHash: 't', hash: 'h', model: 'm' },
};

/** Every statement that ingest and search have a database for. */
export async function wholeStore(db: Database): Promise<void> {
  const version = randomUUID();
  await versions.beginVersion(db, { version, id, chunks: 1, hash: 'h', model: 'm' });
  await versions.noteProgress(db, version, 1);
  expect((await versions.findBegun(db, id, 'h'))?.version).toBe(version);
  const chunks = [{ ordinal: 0, words: 1, terms: "'gold':1" }];
  expect(await versions.publishVersion(db, version, stored, chunks)).toBe(true);
  expect(await documents.findKnown(db, [{ id, textHash: 't' }], '2026-11-20')).toHaveLength(1);
  await documents.dateAhead(db, '2026-11-20');
  await documents.noteReading(db, [id], '2026-11-02T10:00:00.000Z');
  expect((await documents.listDocuments(db, { limit: 10 })).documents).toHaveLength(1);
  expect((await documents.countKnowledge(db, 'h')).documents).toBe(1);
  expect(await findOtherwiseEmbedded(db, 'another', '')).toMatchObject({ version });
  expect(await noteModel(db, { id, version }, 'another')).toBe(true);
  expect(await listVersions(db, { skip: 0 })).toMatchObject([{ version, chunks: 1 }]);
  expect(await noteGone(db, [{ version }])).toBe(1);
  expect(await forgetGone(db, [{ version }])).toBe(0);
  const found = await findCandidates(db, { terms: ['gold'], versions: [], most: 5, filters: {} });
  expect(found.map((one) => one.hits.length)).toEqual([1]);
  expect(await documents.retireDocuments(db, { before: '2000-01-01' })).toBe(0);
  expect((await withdrawDocuments(db, { id })).deleted).toBe(1);
  const waste = await versions.takeWaste(db, id);
  await versions.forgetVersions(
    db,
    waste.map((one) => one.version),
  );
}
