import type { AgentOptions, AgentResult } from '../../../shared/agents/agent-run.ts';
import { pageTitle } from '../../../shared/agents/research/page-title.ts';
import { subjectOf } from '../../../shared/agents/research/reports.ts';
import type { NoteAnswer } from '../../../shared/prompts/researcher.ts';
import type { ResearchRun } from '../../../shared/schemas/research.ts';
import { quotedTitle } from '../../../shared/schemas/quoted-title.ts';
import type { Page } from '../browsing/page.ts';
import { writeNote } from '../note/write-note.ts';
import type { Link } from '../pages/catalogue.ts';
import { gatherPages } from '../pages/gather.ts';
import { Reading } from '../pages/reading.ts';
import type { ChosenTopic } from '../topic/choose-topic.ts';
import { TopicUnreadError } from '../topic/topic-unread.ts';
import type { RunContext } from './perform-run.ts';
import { runLedger } from './run-ledger.ts';

/** Of a run's time, kept from its models: for the note's storing, and for the narrator. Milliseconds. */
const KEPT = 8_000;
/** With less of it left no other topic is begun, milliseconds. */
const WORTH_BEGINNING = 5_000;

interface Surroundings {
  run: ResearchRun;
  links: readonly Link[];
  /** What of the folder of saved pages is not among them, for a person; empty where all is. */
  unused?: string;
  asOf: string;
  /** On the clock of `performance`. */
  endsAt: number;
}

export interface WrittenTopic {
  chosen: ChosenTopic;
  pages: readonly Page[];
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
    const left = around.unused ? ` ${around.unused}` : '';
    const begun = `${pagesOf(around.links)} to choose from.${left} Topic: ${topic}. ${chosen.because}`;
    await tell('choose', at === 0 ? begun : `The next topic: ${topic}. ${chosen.because}`);
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
  throw new TopicUnreadError([...unread, ...(around.unused ? [around.unused] : [])].join(' '));
}

async function writtenAbout(
  chosen: ChosenTopic,
  { run, links, asOf, endsAt }: Surroundings,
  { db, browsing, settings, environment, model, logger, now, signal, tell }: RunContext,
): Promise<WrittenTopic> {
  const { topic } = chosen;
  const subject = subjectOf([topic, ...chosen.tickers]);
  // A title is the page's own words: whoever reads it from here on reads one that passes for a report.
  const titled = (page: Page): Page => ({ ...page, title: pageTitle({ title: page.title, url: page.finalUrl }, subject) });
  const reading = new Reading({
    ...{ browsing, most: settings.limits.mostPages, links },
    onRead: (page) => tell('read', `Read ${told(titled(page))}.`),
  });
  const options = (): AgentOptions => ({
    environment,
    ...(model !== undefined && { model }),
    ledger: runLedger(db, run.id, settings.limits),
    deadlineMs: endsAt - performance.now() - KEPT,
    ...{ signal, now, logger },
  });
  const gathered = await gatherPages({ topic, links, reading, asOf, limits: settings.limits, signal }, options());
  const pages = reading.pages.map(titled);
  await tell('write', `Writing a note from ${pages.length === 1 ? 'one page' : `${pages.length} pages`}.`);
  return { chosen, pages, gathered, written: await writeNote({ topic, asOf, pages }, options()) };
} // prettier-ignore

const pagesOf = ({ length }: readonly Link[]): string => (length === 1 ? '1 page' : `${length} pages`);

function told({ title, finalUrl }: Page): string {
  const { host } = new URL(finalUrl);
  return title === host ? host : `${quotedTitle(title)} (${host})`;
}
