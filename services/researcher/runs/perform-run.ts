import type { AgentOptions } from '../../../shared/agents/agent-run.ts';
import type { Database } from '../../../shared/database/client.ts';
import { mostHeldInstruments, type HeldInstrument } from '../../../shared/database/held-instruments.ts';
import { recentTopics } from '../../../shared/database/research-runs.ts';
import type { ResearchRun, ResearchStage, StoredNote } from '../../../shared/schemas/research.ts';
import type { Browsing } from '../browsing/browsing.ts';
import type { Page } from '../browsing/page.ts';
import { isKnown } from '../knowledge/is-known.ts';
import { storeNote } from '../knowledge/store-note.ts';
import { citedOnly, renderNote, renderPoints } from '../note/render-note.ts';
import { writeNote } from '../note/write-note.ts';
import { openCatalogue } from '../pages/catalogue.ts';
import { gatherPages } from '../pages/gather.ts';
import { Reading } from '../pages/reading.ts';
import type { Settings } from '../settings.ts';
import { chooseTopic, type ChosenTopic } from '../topic/choose-topic.ts';
import { mentionedTickers } from '../topic/mentioned-tickers.ts';
import type { Logger } from './logger.ts';
import { runLedger } from './run-ledger.ts';

/** How many of the held instruments a topic is chosen from, and found in pages. */
const MOST_HELD = 60;
/** A topic is not taken up again for so long. */
const COVERED_DAYS = 7;
/** Of a run's time, kept from its models: for the note's storing, and for the narrator. Milliseconds. */
const KEPT = 8_000;

export interface RunContext {
  db: Database;
  browsing: Browsing;
  settings: Settings;
  environment: Readonly<Record<string, string | undefined>>;
  logger: Logger;
  now: () => Date;
  /** Ends the run: its time is up, its lease is lost, or its process ends. */
  signal: AbortSignal;
  /** Tells what the run has come to, and its topic once it is chosen. */
  tell: (stage: ResearchStage, detail: string, topic?: string) => Promise<void>;
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
  const links = await openCatalogue(browsing, { startPages: settings.startPages, signal, logger });
  const held = await mostHeldInstruments(db, MOST_HELD);
  const symbols = held.map(({ symbol }) => symbol);
  const chosen = run.topic === null ? await chosenTopic(held, links, context) : given(run.topic, symbols);
  const { topic } = chosen;
  await tell('choose', `${links.length} pages to choose from. Topic: ${topic}. ${chosen.because}`, topic);

  const reading = new Reading({
    browsing,
    most: settings.limits.mostPages,
    links,
    onRead: (page) => tell('read', `Read “${page.title}” (${new URL(page.finalUrl).host}).`),
  });
  const options = (): AgentOptions => ({
    environment: context.environment,
    ...(context.model !== undefined && { model: context.model }),
    ledger: runLedger(db, run.id, settings.limits),
    deadlineMs: endsAt - performance.now() - KEPT,
    signal,
    now,
    logger,
  });
  const task = { topic, links, reading, asOf, limits: settings.limits, signal };
  const gathered = await gatherPages(task, options());
  const { pages } = reading;

  await tell('write', `Writing a note from ${pages.length === 1 ? 'one page' : `${pages.length} pages`}.`);
  const written = await writeNote({ topic, asOf, pages }, options());
  const cited = citedOnly(written.output, pages.map(sourceOf));
  const mentioned = mentionedTickers(written.output.points.map(({ text }) => text).join('\n'), symbols);
  const note: StoredNote = {
    title: written.output.title,
    asOf,
    markdown: renderNote(cited.note, { asOf, sources: cited.sources }),
    tickers: [...new Set([...chosen.tickers, ...mentioned])],
    sources: cited.sources,
    model: written.author.model,
  };
  signal.throwIfAborted();
  const stored = await storeNote(run.id, {
    note,
    content: renderPoints(cited.note, { asOf, sources: cited.sources }),
    pages,
    symbols,
  });
  const chunks = stored.documents.reduce((sum, one) => sum + one.chunks, 0);
  await tell(
    'store',
    `Stored the note and the ${pages.length === 1 ? 'page' : `${pages.length} pages`} read for it: ${chunks} passages.`,
  );
  const reasons = [...new Set([gathered, written.degraded].filter((reason) => reason !== null))];
  return { note, degraded: reasons.length === 0 ? null : reasons.join(' ') };
}

async function chosenTopic(
  held: readonly HeldInstrument[],
  links: Parameters<typeof chooseTopic>[0]['links'],
  { db, settings, logger, now }: RunContext,
): Promise<ChosenTopic> {
  const recent = await recentTopics(db, COVERED_DAYS);
  const covered = new Set(recent.flatMap(({ topic }) => held.filter(({ symbol }) => topic?.endsWith(`(${symbol})`)).map(({ symbol }) => symbol))); // prettier-ignore
  return chooseTopic({
    ...{ held, links, covered, otherwise: settings.topic },
    isKnown: (instrument) => isKnown(instrument, now(), logger),
  });
}

function given(topic: string, symbols: readonly string[]): ChosenTopic {
  return { topic, tickers: mentionedTickers(topic, symbols), because: 'As it was asked for or chosen before.' };
}

function sourceOf({ finalUrl, title, published, fetchedAt, excerptHash }: Page): StoredNote['sources'][number] {
  return { url: finalUrl, title, published: published ?? null, fetched: fetchedAt, excerptHash };
}
