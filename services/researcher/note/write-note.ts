import type { AgentOptions, AgentResult } from '../../../shared/agents/agent-run.ts';
import { runAgent } from '../../../shared/agents/run.ts';
import { noteAnswer, notePrompt, type NoteAnswer, type ReadPage } from '../../../shared/prompts/researcher.ts';
import type { Page } from '../browsing/page.ts';
import { noteProblems } from './check-note.ts';
import { narrateNote } from './narrate-note.ts';

/** Characters of all pages together in a prompt: five pages and the instructions are some 20,000 tokens. */
const MOST_CHARACTERS = 60_000;

/**
 * The note of what pages say about a topic. A model's figures are held to the page that each point names; what is wrong goes
 * back to it once, and wrong again, the narrator quotes the pages instead.
 *
 * @throws {ConfigurationError | AgentError} see `runAgent`
 */
export function writeNote(
  { topic, asOf, pages }: { topic: string; asOf: string; pages: readonly Page[] },
  options: AgentOptions,
): Promise<AgentResult<NoteAnswer>> {
  const shown = shownPages(pages);
  return runAgent(
    {
      agent: 'researcher',
      form: 'note',
      prompt: notePrompt({ topic, asOf, pages: shown }),
      answer: noteAnswer,
      // Its figures are held to pages, not to facts.
      texts: () => [],
      facts: [],
      problems: (note) => noteProblems(note, shown, topic),
      play: narrateNote,
    },
    options,
  );
}

/** Pages as a prompt shows them, each with its share of the room. */
export function shownPages(pages: readonly Page[]): ReadPage[] {
  const each = Math.floor(MOST_CHARACTERS / pages.length);
  return pages.map(({ finalUrl, title, published, text }, index): ReadPage => {
    return { page: index + 1, title, host: new URL(finalUrl).host, published: published ?? null, text: text.slice(0, each) };
  }); // prettier-ignore
}
