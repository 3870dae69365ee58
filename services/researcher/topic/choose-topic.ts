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
}

/** So many are asked about in the knowledge, one after the other: each is a search. */
const MOST_ASKED = 5;

/**
 * What a run is to be about where nobody said: the most widely held instrument that the sources write about and the knowledge
 * has nothing recent of. Where all of them are covered, the one whose turn is longest ago is not known, so the general topic is
 * taken.
 */
export async function chooseTopic(choice: TopicChoice): Promise<ChosenTopic> {
  const { held, links, covered, isKnown } = choice;
  const writtenAbout = held.filter((instrument) => links.some((link) => isAbout(link, instrument)));
  const uncovered = writtenAbout.filter(({ symbol }) => !covered.has(symbol));
  for (const instrument of uncovered.slice(0, MOST_ASKED)) {
    if (await isKnown(instrument)) continue;
    return about(instrument, 'It is among what most people hold, and the knowledge has nothing recent about it.');
  }
  const because =
    held.length === 0
      ? 'Nobody holds anything yet.'
      : writtenAbout.length === 0
        ? 'The sources write about nothing that people hold.'
        : 'What people hold and the sources write about is covered already.';
  return { topic: choice.otherwise, tickers: [], because };
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

function about({ name, symbol }: HeldInstrument, because: string): ChosenTopic {
  return { topic: `${name} (${symbol})`.slice(0, 200), tickers: [symbol], because };
}
