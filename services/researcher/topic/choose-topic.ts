import type { HeldInstrument } from '../../../shared/database/held-instruments.ts';
import type { Link } from '../pages/catalogue.ts';
import { mentionedTickers } from './mentioned-tickers.ts';
import { aboutness, readTopic } from './topic.ts';

export interface ChosenTopic {
  topic: string;
  /** What it is about; empty for a topic that is no instrument. */
  tickers: string[];
  /** Why, one sentence for a person. */
  because: string;
}

export interface TopicChoice {
  /** The most widely held first. */
  held: readonly HeldInstrument[];
  links: readonly Link[];
  /** Symbols that a note of the last days was about. */
  covered: ReadonlySet<string>;
  /** Whether the knowledge has something recent about an instrument. */
  isKnown: (instrument: HeldInstrument) => Promise<boolean>;
  /** Where the portfolios suggest nothing that the sources write about. */
  otherwise: string;
  /** Topics that nothing could be read about of late, each with the moment that it was so: behind all others. */
  unread?: ReadonlyMap<string, string>;
}

/** Topics that one run tries, the general one last of them. */
export const MOST_TOPICS = 4;

/** So many are asked about in the knowledge, one after the other: each is a search. */
const MOST_ASKED = 5;

/**
 * What a run is to be about where nobody said, the best first, for a run whose topic cannot be read takes the next: the most widely
 * held instruments that the sources write about and the knowledge has nothing recent of; then those that nothing could be read
 * about of late, the longest ago first; and the general topic, where all else is covered or cannot be read.
 */
export async function chooseTopics(choice: TopicChoice): Promise<[ChosenTopic, ...ChosenTopic[]]> {
  const { held, links, covered, isKnown, unread = new Map<string, string>() } = choice;
  const writtenAbout = held.filter((instrument) => links.some((link) => isAbout(link, instrument)));
  const uncovered = writtenAbout.filter(({ symbol }) => !covered.has(symbol));
  const failedAt = (instrument: HeldInstrument): string => unread.get(topicOf(instrument)) ?? '';
  const waiting = uncovered.toSorted((a, b) => failedAt(a).localeCompare(failedAt(b)));
  const topics: ChosenTopic[] = [];
  for (const instrument of waiting.slice(0, MOST_ASKED)) {
    if (topics.length === MOST_TOPICS - 1) break;
    if (await isKnown(instrument)) continue;
    const before = failedAt(instrument) === '' ? '' : ' Nothing could be read about it lately.';
    const because = `It is among what most people hold, and the knowledge has nothing recent about it.${before}`;
    topics.push({ topic: topicOf(instrument), tickers: [instrument.symbol], because });
  }
  const general: ChosenTopic = { topic: choice.otherwise, tickers: [], because: generally(choice, { writtenAbout, topics }) };
  const [first, ...rest] = topics;
  return first === undefined ? [general] : [first, ...rest, general];
} // prettier-ignore

function generally(
  { held }: TopicChoice,
  { writtenAbout, topics }: Record<'writtenAbout' | 'topics', readonly unknown[]>,
): string {
  if (held.length === 0) return 'Nobody holds anything yet.';
  if (writtenAbout.length === 0) return 'The sources write about nothing that people hold.';
  if (topics.length > 0) return 'Nothing could be read about what people hold.';
  return 'What people hold and the sources write about is covered already.';
}

/** Characters from the beginning of a page in which a symbol has to stand: further down it is mentioned in passing. */
const FIRST = 400;

/** It names the symbol in its title or first lines, or its title has the name, said in one way or another. */
function isAbout({ title, summary }: Link, { symbol, name }: HeldInstrument): boolean {
  if (mentionedTickers(`${title} ${summary.slice(0, FIRST)}`, [symbol]).length > 0) return true;
  return aboutness({ ...readTopic(name), tickers: [symbol] }, title) >= NAMED;
}

/** All of a name, or what says the same; one word of it is not enough to choose a topic by. */
const NAMED = 0.8;

const topicOf = ({ name, symbol }: HeldInstrument): string => `${name} (${symbol})`.slice(0, 200);
