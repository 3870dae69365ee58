// A run whose topic cannot be read: it takes the next one, and remembers.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createBrowsing } from '../../../services/researcher/browsing/browsing.ts';
import { openCatalogue } from '../../../services/researcher/pages/catalogue.ts';
import { firstReadable } from '../../../services/researcher/runs/first-readable.ts';
import type { RunContext } from '../../../services/researcher/runs/perform-run.ts';
import { settingsFrom } from '../../../services/researcher/settings.ts';
import { claimRun, noteProgress, requestRun, unreadTopics } from '../../../shared/database/research-runs.ts';
import type { ResearchProgress } from '../../../shared/schemas/research.ts';
import { openTestDatabase, type TestDatabase } from '../../setup/database.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const topic = (name: string) => ({ topic: name, tickers: [], because: 'For the test.' });

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());

async function read(...topics: string[]) {
  const { db } = opened;
  const { id } = await requestRun(db, { topic: null, scheduledFor: null });
  const run = await claimRun(db, id, { owner: 'a', leaseSeconds: 60 });
  if (run === undefined) throw new Error('the run is not free');
  const settings = settingsFrom({ ALEX_RESEARCH_SOURCES: 'folder:examples/research' });
  const browsing = createBrowsing({ ...settings.browsing, browser: false });
  const { signal } = new AbortController();
  const links = await openCatalogue(browsing, { startPages: [], signal, logger: silent });
  const progress: ResearchProgress[] = [];
  const tell: RunContext['tell'] = async (stage, detail, _topic, unread) => {
    progress.push({ at: new Date().toISOString(), stage, detail, ...(unread !== undefined && { unread }) });
    await noteProgress(db, id, 'a', { progress });
  };
  const context = {
    ...{ db, browsing, settings, environment: {}, logger: silent },
    now: () => new Date(),
    signal,
    tell,
  };
  const unused = [{ file: 'a.html', why: 'no address' }];
  const around = { run, links, unused, asOf: '2026-11-20', endsAt: performance.now() + 60_000, symbols: [] };
  return { progress, reading: firstReadable(topics.map(topic), around, context) };
}

test('a topic that no page is about is noted, and the next one is written about', async () => {
  const { reading, progress } = await read('Harpsichord makers', 'gold');
  const { chosen, pages } = await reading;
  expect(chosen.topic).toBe('gold');
  expect(pages.length).toBeGreaterThan(0);
  expect(progress[0]?.detail).toContain(
    'not used (no address: a.html). How to give a file an address: guides/4-researcher.md. Topic: Harpsichord makers',
  );
  expect(progress.map(({ stage }) => stage)).toEqual(
    expect.arrayContaining(['choose', 'skip', 'choose', 'read', 'write']),
  );
  expect([...(await unreadTopics(opened.db, 7)).keys()]).toEqual(['Harpsichord makers']);
});

test('a run fails only where none of its topics can be read, and says so of each', async () => {
  const { reading, progress } = await read('Harpsichord makers', 'Lute strings');
  await expect(reading).rejects.toThrow(
    /about “Harpsichord makers”.*about “Lute strings”.*1 file in the folder of saved pages is not used: the first step of the run says why\.$/u,
  );
  // By their names once, where the run began: whoever follows it reads both.
  expect(progress[0]?.detail).toContain('is not used (no address: a.html).');
});
