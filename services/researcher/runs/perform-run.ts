import type { AgentOptions } from '../../../shared/agents/agent-run.ts';
import type { Database } from '../../../shared/database/client.ts';
import { mostHeldInstruments, type HeldInstrument } from '../../../shared/database/held-instruments.ts';
import { lastNoteOn, recentTopics, unreadTopics } from '../../../shared/database/research-runs.ts';
import type { ResearchRun, ResearchStage, StoredNote } from '../../../shared/schemas/research.ts';
import type { UnusedFile } from '../browsing/folder/unused-files.ts';
import type { Browsing } from '../browsing/browsing.ts';
import type { Page } from '../browsing/page.ts';
import { isKnown } from '../knowledge/is-known.ts';
import { storeNote } from '../knowledge/store-note.ts';
import { citedOnly, renderNote, renderPoints } from '../note/render-note.ts';
import { isOfSameFindings } from '../note/same-findings.ts';
import { openCatalogue, type Link } from '../pages/catalogue.ts';
import type { Settings } from '../settings.ts';
import { chooseTopics, type ChosenTopic } from '../topic/choose-topic.ts';
import { mentionedTickers } from '../topic/mentioned-tickers.ts';
import { topicTickers } from '../topic/topic-tickers.ts';
import type { Logger } from './logger.ts';
import { firstReadable } from './first-readable.ts';

/** How many of the held instruments a topic is chosen from, and found in pages. */
const MOST_HELD = 60;
/** A topic is not taken up again for so long. */
const COVERED_DAYS = 7;
export interface RunContext {
  db: Database;
  browsing: Browsing;
  settings: Settings;
  environment: Readonly<Record<string, string | undefined>>;
  logger: Logger;
  now: () => Date;
  /** Ends the run: its time is up, its lease is lost, or its process ends. */
  signal: AbortSignal;
  /** Tells what the run has come to; its topic once it is written about, or one that nothing could be read about. */
  tell: (stage: ResearchStage, detail: string, topic?: string, unread?: string) => Promise<void>;
  /** In the place of the models that the environment names, for tests. */
  model?: AgentOptions['model'];
}

export interface RunOutcome {
  note: StoredNote;
  degraded: string | null;
}

/** One run from its topic to the knowledge: choose, read, write, store. Nothing is stored before all of it is there. */
export async function performRun(run: ResearchRun, context: RunContext): Promise<RunOutcome> {
  const { db, browsing, settings, logger, now, signal, tell } = context;
  const endsAt = performance.now() + settings.limits.seconds * 1000;
  const asOf = now().toISOString().slice(0, 10);
  let unused: readonly UnusedFile[] = [];
  const links = await openCatalogue(browsing, {
    ...{ startPages: settings.startPages, signal, logger },
    onUnused: (files) => {
      unused = files;
    },
  });
  const held = await mostHeldInstruments(db, MOST_HELD);
  const symbols = held.map(({ symbol }) => symbol);
  const topics = run.topic === null ? await chosenTopics(held, links, context) : [given(run.topic, symbols)];
  const { chosen, pages, setAside, gathered, written, leftOut } = await firstReadable(
    topics,
    {
      ...{ run, links, unused, asOf, endsAt, symbols },
      keepAside: async (pages, { tickers }) => {
        await storeNote(run.id, { note: null, content: '', pages: [], setAside: pages, symbols: [...new Set([...symbols, ...tickers])] }); // prettier-ignore
      },
    },
    context,
  );

  const cited = citedOnly(written.output, pages.map(sourceOf));
  const mentioned = mentionedTickers(written.output.points.map(({ text }) => text).join('\n'), symbols);
  const note: StoredNote = {
    title: written.output.title,
    asOf,
    markdown: renderNote(cited.note, { asOf, sources: cited.sources, leftOut }),
    tickers: [...new Set([...chosen.tickers, ...mentioned])],
    sources: cited.sources,
    model: written.author.model,
  };
  signal.throwIfAborted();
  // Every two hours the same sources may have nothing new: the note that says so stands already.
  const earlier = run.scheduledFor === null ? undefined : await lastNoteOn(db, chosen.topic);
  const same = earlier !== undefined && isOfSameFindings(cited, earlier.note) ? earlier : null;
  const stored = await storeNote(run.id, {
    note: same === null ? note : null,
    content: renderPoints(cited.note, { asOf, sources: cited.sources }),
    // What a page that was set aside says is no secret: it stays readable, and is quoted nowhere.
    ...{ pages, setAside, symbols: [...new Set([...symbols, ...chosen.tickers])] },
  });
  for (const why of stored.leftOut) {
    logger.warn('a page could not be stored', { runId: run.id, why });
    await tell('store', why);
  }
  const chunks = stored.documents.reduce((sum, one) => sum + one.chunks, 0);
  // The topic is the run's once it is written about: begun again before, a run that chose it may choose another.
  const read = pages.length === 1 ? 'page' : `${pages.length} pages`;
  if (same === null) {
    await tell('store', `Stored the note and the ${read} read for it: ${chunks} passages.`, chosen.topic);
  } else {
    logger.info('research found nothing new', { runId: run.id, sameAs: same.note.sameAs ?? same.id });
    await tell('store', `Nothing new: the note of ${same.note.asOf} says the same, so none was stored.`, chosen.topic);
  }
  const reasons = [...new Set([gathered, written.degraded].filter((reason) => reason !== null))];
  const standing = same === null ? note : { ...same.note, sameAs: same.note.sameAs ?? same.id };
  return { note: standing, degraded: reasons.length === 0 ? null : reasons.join(' ') };
}

async function chosenTopics(
  held: readonly HeldInstrument[],
  links: readonly Link[],
  { db, settings, logger, now }: RunContext,
): Promise<readonly [ChosenTopic, ...ChosenTopic[]]> {
  const recent = await recentTopics(db, COVERED_DAYS);
  const covered = new Set(recent.flatMap(({ topic }) => held.filter(({ symbol }) => topic?.endsWith(`(${symbol})`)).map(({ symbol }) => symbol))); // prettier-ignore
  return chooseTopics({
    ...{ held, links, covered, otherwise: settings.topic },
    unread: await unreadTopics(db, COVERED_DAYS),
    isKnown: (instrument) => isKnown(instrument, now(), logger),
  });
}

function given(topic: string, symbols: readonly string[]): ChosenTopic {
  return { topic, tickers: topicTickers(topic, symbols), because: 'As it was asked for or chosen before.' };
}

function sourceOf({ finalUrl, title, published, fetchedAt, excerptHash }: Page): StoredNote['sources'][number] {
  return { url: finalUrl, title, published: published ?? null, fetched: fetchedAt, excerptHash };
}
