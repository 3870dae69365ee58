import type { AgentOptions, AgentResult } from '../../../shared/agents/agent-run.ts';
import { newsSince } from '../../../shared/agents/research/age.ts';
import { latestDay } from '../../../shared/knowledge/prepare-document.ts';
import { pageTitle } from '../../../shared/agents/research/page-title.ts';
import type { NoteAnswer } from '../../../shared/prompts/researcher.ts';
import type { ResearchRun } from '../../../shared/schemas/research.ts';
import { describeFailure } from '../../../shared/middleware/failure.ts';
import { quotedTitle } from '../../../shared/schemas/quoted-title.ts';
import { tellUnused, tellUnusedAgain, type UnusedFile } from '../browsing/folder/unused-files.ts';
import type { Page } from '../browsing/page.ts';
import { nameOf } from '../browsing/refusal.ts';
import type { Link } from '../pages/catalogue.ts';
import { gatherPages } from '../pages/gather.ts';
import { knownPrices } from '../pages/known-prices.ts';
import { Reading, type SetAsidePage } from '../pages/reading.ts';
import { MOST_TOLD, tellUnread, unreadInNote } from '../pages/tell-unread.ts';
import { whyFalse } from '../pages/why-false.ts';
import type { ChosenTopic } from '../topic/choose-topic.ts';
import { subjectOfTopic } from '../topic/known-name.ts';
import { mentionedTickers } from '../topic/mentioned-tickers.ts';
import { readTopic } from '../topic/topic.ts';
import { TopicUnreadError } from '../topic/topic-unread.ts';
import type { RunContext } from './perform-run.ts';
import { noteFrom, tryAlone } from './note-from.ts';
import { runLedger } from './run-ledger.ts';
import { sparePages } from './spare-pages.ts';

/** Of a run's time, kept from its models: for the note's storing, and for the narrator. Milliseconds. */
const KEPT = 8_000;
/** Pages that are stored though no note is written from them: a request to ingest takes twenty. */
const MOST_SET_ASIDE = 5;
/** With less of it left no other topic is begun, milliseconds. */
const WORTH_BEGINNING = 5_000;

interface Surroundings {
  run: ResearchRun;
  links: readonly Link[];
  /** What of the folder of saved pages is not among them. */
  unused: readonly UnusedFile[];
  asOf: string;
  /** On the clock of `performance`. */
  endsAt: number;
  /** What people hold. */
  symbols: readonly string[];
  /** Stores pages that are set aside where no note is written that they could be stored with. */
  keepAside: (setAside: readonly SetAsidePage[], chosen: ChosenTopic) => Promise<void>;
}

export interface WrittenTopic {
  chosen: ChosenTopic;
  pages: readonly Page[];
  /** Some of those that no note is written from. */
  setAside: readonly SetAsidePage[];
  /** What of all of them is not quoted, in sentences for a person. */
  leftOut: readonly string[];
  /** Why rules chose the pages in a model's place, or null. */
  gathered: string | null;
  written: AgentResult<NoteAnswer>;
}

/**
 * The first of some topics that pages can be read and a note be written about. Those before it are noted as unread, and wait behind
 * others in the runs to come.
 *
 * @throws {TopicUnreadError} where there is none among them, or no time for the next
 */
export async function firstReadable(
  topics: readonly ChosenTopic[],
  around: Surroundings,
  context: RunContext,
): Promise<WrittenTopic> {
  const { tell, signal, logger } = context;
  const unread: string[] = [];
  for (const [at, chosen] of topics.entries()) {
    const { topic } = chosen;
    const begun = [
      `${pagesOf(around.links.length)} to choose from.`,
      tellUnused(around.unused),
      `Topic: ${topic}. ${chosen.because}`,
    ];
    await tell('choose', at === 0 ? begun.filter(Boolean).join(' ') : `The next topic: ${topic}. ${chosen.because}`);
    try {
      return await writtenAbout(chosen, around, context);
    } catch (error) {
      if (!(error instanceof TopicUnreadError)) throw error;
      signal.throwIfAborted();
      unread.push(error.message);
      logger.warn('a topic could not be read', { runId: around.run.id, topic: at + 1, of: topics.length });
      await tell('skip', error.message, undefined, topic);
      if (around.endsAt - performance.now() < KEPT + WORTH_BEGINNING) break;
    }
  }
  throw new TopicUnreadError([...unread, tellUnusedAgain(around.unused)].filter(Boolean).join(' '));
}

async function writtenAbout(
  chosen: ChosenTopic,
  { run, links, asOf, endsAt, symbols, keepAside }: Surroundings,
  { db, browsing, settings, environment, model, logger, now, signal, tell }: RunContext,
): Promise<WrittenTopic> {
  const { topic } = chosen;
  const subject = subjectOfTopic(topic, chosen.tickers);
  // A title is the page's own words: whoever reads it from here on reads one that passes for a report.
  const titled = (page: Page): Page => ({ ...page, title: pageTitle({ title: page.title, url: page.finalUrl, text: page.text }, subject) });
  const own = [...new Set([...chosen.tickers, ...readTopic(topic).tickers])];
  const [about] = own.length === 1 ? own : [];
  const reading = new Reading({
    ...{ browsing, most: settings.limits.mostPages, links, since: newsSince(asOf), until: latestDay(now()) },
    distrust: async (page) => {
      const named = mentionedTickers(`${page.title}\n${page.text}`, symbols);
      const known = await knownPrices(db, [...own, ...named], asOf);
      return whyFalse(page, { known, about, today: asOf });
    },
    onRead: (page) => tell('read', `Read ${told(titled(page))}.`),
    onUnread: async (unread, count) => {
      const { fault } = unread;
      if (fault !== undefined) logger.error('a page was left out for a fault', { runId: run.id, url: nameOf(unread.url), error: describeFailure(fault) });
      else logger.warn('a page was not read', { runId: run.id, url: nameOf(unread.url), why: unread.why });
      if (count <= MOST_TOLD) await tell('read', tellUnread(unread, subject));
    },
  });
  const options = (): AgentOptions => ({
    environment,
    ...(model !== undefined && { model }),
    ledger: runLedger(db, run.id, settings.limits),
    deadlineMs: endsAt - performance.now() - KEPT,
    ...{ signal, now, logger },
  });
  const asides = () => reading.setAside.slice(0, MOST_SET_ASIDE).map(({ page, why }) => ({ page: titled(page), why }));
  try {
    const gathered = await gatherPages(
      // Somebody who asks for a topic gets what there is; where none is asked for, another topic has news.
      { topic, links, reading, asOf, orOld: run.topic !== null, limits: settings.limits, signal },
      options(),
    );
    const untold = reading.unread.length - MOST_TOLD;
    if (untold > 0) await tell('read', `Not read either: ${pagesOf(untold)}.`);
    const task = { topic, tickers: chosen.tickers, asOf };
    const noted = await sparePages(reading, {
      work: async () => {
        const { length } = reading.pages;
        if (length === 0) throw new TopicUnreadError([`No page about “${topic}” could be read.`, ...unreadInNote(reading.unread, subject)].join(' '));
        await tell('write', `Writing a note from ${length === 1 ? 'one page' : pagesOf(length)}.`);
        return noteFrom(reading, task, titled, options());
      },
      alone: (page) => {
        tryAlone(page, task, titled);
      },
      signal,
    });
    return { chosen, setAside: asides(), gathered, ...noted };
  } catch (error) {
    if (error instanceof TopicUnreadError && reading.setAside.length > 0) await keepAside(asides(), chosen);
    throw error;
  }
} // prettier-ignore

const pagesOf = (count: number): string => (count === 1 ? '1 page' : `${count} pages`);

function told({ title, finalUrl }: Page): string {
  const { host } = new URL(finalUrl);
  return title === host ? host : `${quotedTitle(title)} (${host})`;
}
