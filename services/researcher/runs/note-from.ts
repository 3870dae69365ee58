import type { AgentOptions, AgentResult } from '../../../shared/agents/agent-run.ts';
import { toldBy } from '../../../shared/agents/research/contradiction/contradicts.ts';
import { tellLeftOut } from '../../../shared/agents/research/left-out.ts';
import { notePrompt, type NoteAnswer } from '../../../shared/prompts/researcher.ts';
import type { Page } from '../browsing/page.ts';
import { narrateNote } from '../note/narrate-note.ts';
import { paragraphsOf } from '../note/sentences.ts';
import { toldOtherwise } from '../note/told-otherwise.ts';
import { shownPages, writeNote } from '../note/write-note.ts';
import { countPushes } from '../pages/count-pushes.ts';
import type { Reading } from '../pages/reading.ts';
import { screenPages } from '../pages/screen-pages.ts';
import { unreadInNote } from '../pages/tell-unread.ts';
import { namedTopic, subjectOfTopic } from '../topic/known-name.ts';
import { readTopic } from '../topic/topic.ts';
import { TopicUnreadError } from '../topic/topic-unread.ts';

interface NoteTask {
  topic: string;
  tickers: readonly string[];
  asOf: string;
}

export interface NoteFrom {
  pages: readonly Page[];
  written: AgentResult<NoteAnswer>;
  /** What of all pages is not quoted, in sentences for a person. */
  leftOut: readonly string[];
}

/**
 * The note of the pages of a run: screened, written, and held against what the others say.
 *
 * @param titled a page with a title that can be told
 * @throws {TopicUnreadError} where nothing of them can be quoted, with what was left out
 */
export async function noteFrom(
  reading: Reading,
  { topic, tickers, asOf }: NoteTask,
  titled: (page: Page) => Page,
  options: AgentOptions,
): Promise<NoteFrom> {
  const pages = reading.pages.map(titled);
  // By its own title, whatever it is called from here on.
  const screened = screenPages(reading.pages, readTopic(namedTopic(topic)).tickers);
  const leftOut = [
    ...tellLeftOut({
      ...screened,
      pushes: countPushes(screened.pages, topic, tickers),
      pages: reading.setAside.map(({ why }) => why),
      from: reading.setAside.map(({ page }) => page.finalUrl),
    }),
    ...unreadInNote(reading.unread, subjectOfTopic(topic, tickers)),
  ];
  const written = await writeNote({ topic, asOf, pages: screened.pages.map(titled) }, options).catch(
    (error: unknown) => {
      if (!(error instanceof TopicUnreadError) || leftOut.length === 0) throw error;
      throw new TopicUnreadError([error.message, ...leftOut].join(' '));
    },
  );
  const otherwise = tellLeftOut({ pages: [], otherwise: toldOtherwise(written.output, screened.pages, reading.pages) });
  return { pages, written, leftOut: [...otherwise, ...leftOut] };
}

/** All of that which is done with each page, by rules alone, and with one page; throws where there is a fault in it. */
export function tryAlone(page: Page, { topic, tickers, asOf }: NoteTask, titled: (page: Page) => Page): void {
  const { pages } = screenPages([page], readTopic(namedTopic(topic)).tickers);
  countPushes(pages, topic, tickers);
  for (const { text, published } of pages)
    for (const one of paragraphsOf(text).flat()) toldBy({ text: one, day: published ?? null });
  try {
    narrateNote(notePrompt({ topic, asOf, pages: shownPages(pages.map(titled)) }).input);
  } catch (error) {
    if (!(error instanceof TopicUnreadError)) throw error;
  }
}
