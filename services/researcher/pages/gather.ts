import type { AgentOptions } from '../../../shared/agents/agent-run.ts';
import { useTools } from '../../../shared/agents/use-tools.ts';
import { browsePrompt } from '../../../shared/prompts/researcher.ts';
import type { Page } from '../browsing/page.ts';
import type { RunLimits } from '../settings.ts';
import { browsingTools } from './browsing-tools.ts';
import type { Link } from './catalogue.ts';
import { nextBest, rankLinks } from './rank-links.ts';
import { NotReadError, type Reading } from './reading.ts';
import { companiesNamed, namedTopic } from '../topic/known-name.ts';
import { isNamesake, tellsOf } from '../../../shared/agents/research/strangers/namesakes.ts';
import { newsSince } from '../../../shared/agents/research/age.ts';
import { TopicUnreadError } from '../topic/topic-unread.ts';
import { pageIsAbout, readTopic } from '../topic/topic.ts';

/** Pages whose titles say nothing of the topic that are looked into for it. */
const MOST_LOOKED = 6;
/** Reasons that are told in one sentence. */
const MOST_REASONS = 4;

export interface GatherTask {
  topic: string;
  links: readonly Link[];
  reading: Reading;
  asOf: string;
  /** Whether pages that are too old to be news are read where nothing newer is about the topic. */
  orOld?: boolean;
  limits: Pick<RunLimits, 'fewestPages' | 'turns' | 'mostPages'>;
  signal: AbortSignal;
}

/**
 * Reads the pages for a note: those that a model chooses with its tools; where it chose too few, failed, or is the narrator, the
 * rest by rules.
 *
 * @returns why rules chose in a model's place, or null
 * @throws {TopicUnreadError} where no page about the topic could be read
 */
export async function gatherPages(task: GatherTask, options: AgentOptions): Promise<string | null> {
  const { topic: asked, reading, limits } = task;
  const topic = namedTopic(asked);
  const used = await useTools(
    {
      agent: 'researcher',
      prompt: browsePrompt(topic, { fewest: limits.fewestPages, most: limits.mostPages }),
      tools: browsingTools(task),
      maxTurns: limits.turns,
      purpose: 'browse',
    },
    options,
  );
  if (used.by === 'model' && reading.pages.length >= limits.fewestPages) return null;
  const degraded =
    used.by === 'none' ? null : (used.failed ?? 'The model read too few pages, so rules chose the others.');
  // Rules read whatever is about the topic, the best first, as far as there is room; a model's own choice counts first.
  const about = rankLinks(task.links, topic, task.asOf);
  let namesakes = 0;
  const isMeant = (page: Page): boolean => {
    const means = meansTopic(page, topic);
    if (!means) namesakes += 1;
    return means;
  };
  const old = about.filter(({ published }) => published !== null && published < newsSince(task.asOf));
  for (const { url } of about.filter((link) => !old.includes(link))) {
    if (reading.isFull) break;
    await tryToRead(task, url, isMeant);
  }
  // An index of titles tells little of its pages: while one page alone is found, the next best are looked into.
  const others = reading.pages.length >= limits.fewestPages ? [] : nextBest(task.links, topic).slice(0, MOST_LOOKED);
  for (const { url } of others) {
    if (reading.pages.length >= limits.fewestPages) break;
    await tryToRead(task, url, (page) => pageIsAbout(topic, `${page.title}\n${page.text}`) && isMeant(page));
  }
  if (reading.pages.length === 0 && task.orOld === true) await readOld(task, old);
  if (reading.pages.length === 0) {
    throw new TopicUnreadError(whyNothing(task, about.length, task.orOld === true ? 0 : old.length, namesakes));
  }
  return degraded;
}

/** A page that dates itself later than its feed does may still be news. */
async function readOld(task: GatherTask, links: readonly Link[]): Promise<void> {
  for (const { url } of links.slice(0, MOST_LOOKED)) await tryToRead(task, url);
  if (task.reading.pages.length === 0) await task.reading.takeOld();
}

async function tryToRead({ reading, signal }: GatherTask, url: string, fits?: (page: Page) => boolean): Promise<void> {
  signal.throwIfAborted();
  await reading.read(url, signal, fits).catch((error: unknown) => {
    if (!(error instanceof NotReadError)) throw error;
  });
}

/** Not where the page means others by the names of the companies that the topic is about, and names none of these itself. */
function meansTopic(page: Page, topic: string): boolean {
  const { tickers } = readTopic(topic);
  const companies = companiesNamed(tickers);
  if (companies.length === 0 || companies.length < tickers.length) return true;
  return !companies.every((company) => isNamesake(page, company) && !tellsOf(page.text, company));
}

function whyNothing({ topic, links, reading }: GatherTask, about: number, old: number, namesakes: number): string {
  if (links.length === 0) return `The sources name no page, so none about “${topic}”.`;
  if (about === 0) {
    return links.length === 1
      ? `The one page that the sources name is not about “${topic}”.`
      : `None of the ${links.length} pages that the sources name is about “${topic}”.`;
  }
  if (about === old) return `What the sources name about “${topic}” is by their dates older than a year: no news.`;
  if (namesakes > 0 && reading.unread.length === 0) {
    return `What the sources have by the name of “${topic}” is about others of that name.`;
  }
  return `No page about “${topic}” could be read: ${whyUnread(reading)}`;
}

/** The one reason there is, or how many pages were refused for which. */
function whyUnread({ unread }: Reading): string {
  const counts = new Map<string, number>();
  for (const { why } of unread) {
    // The address of each is its own: without it many have one reason.
    const reason = unread.length === 1 ? why : why.replaceAll(/https?:\/\/[^\s"]+/gu, 'the page');
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  const [only, ...more] = counts.keys();
  if (only === undefined) return 'none was there.';
  if (more.length === 0) return unread.length === 1 ? only : `${unread.length} were tried, for all of them: ${only}`;
  const told = [...counts].toSorted(([, a], [, b]) => b - a).slice(0, MOST_REASONS);
  const rest = counts.size - told.length;
  const reasons = told.map(([why, count]) => `${count} × ${why.replace(/\.$/u, '')}`);
  return `${unread.length} were tried. ${reasons.join('; ')}${rest > 0 ? `; and ${rest} other reasons` : ''}.`;
}
