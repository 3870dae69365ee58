import type { Context } from './context.ts';
import type { Figure } from './figure.ts';
import { readFigures } from './read-figures.ts';
import { viewOf } from './text-view.ts';

/** What an agent's tool found and the agent may cite: its text, and where it is from. */
export interface Passage {
  text: string;
  source?: string;
  url?: string;
  date?: string;
}

interface Cited {
  figure: Figure;
  /** Words of four letters and more in the sentence that states it. */
  words: ReadonlySet<string>;
  passage: string;
}

export interface PassageIndex {
  figures: readonly Cited[];
  passages: readonly Passage[];
}

const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[a-z]{4,}/g) ?? []);

/** The figures of the passages, each with the words of its sentence. */
export function indexPassages(passages: readonly Passage[]): PassageIndex {
  const figures = passages.flatMap(({ text }, at) =>
    text.split(/(?<=[.!?])\s+|\n/).flatMap((sentence) =>
      readFigures(viewOf(sentence)).map((figure): Cited => {
        return { figure, words: wordsOf(sentence), passage: `passage.${at + 1}` };
      }),
    ),
  );
  return { figures, passages };
}

/** A source without a title that can be shown is called by its host, whose digits are no figures. */
function isOf(url: string, link: string): boolean {
  if (url === link) return true;
  const { host } = URL.canParse(url) ? new URL(url) : { host: '' };
  return host !== '' && (link === host || `www.${link}` === host);
}

/** Of the person's own money no passage knows anything. */
const OWN = /\b(?:you|your|yours|portfolio|holdings?)\b/i;

/**
 * The passage that a figure is cited from, or null. A number counts only in a sentence that says nothing of the person's
 * money and shares two words with the sentence of the passage; a link must be the passage's own address, or the bare host of it.
 */
export function citedIn(figure: Figure, context: Context, { figures, passages }: PassageIndex): string | null {
  const at = (index: number) => (index === -1 ? null : `passage.${index + 1}`);
  if (figure.kind === 'link') return at(passages.findIndex(({ url }) => url !== undefined && isOf(url, figure.key)));
  const named = ({ text, source = '' }: Passage) => `${text} ${source}`;
  if (figure.kind === 'ticker' || figure.kind === 'word') {
    return at(
      passages.findIndex((one) => new RegExp(`\\b${figure.key.replace(/[^\w-]/g, '\\$&')}\\b`).test(named(one))),
    );
  }
  if (figure.kind === 'date' || figure.kind === 'year') {
    const key = figure.key === '' ? String(figure.value) : figure.key;
    const dated = passages.findIndex(({ date }) => date !== undefined && `${date}-`.startsWith(`${key}-`));
    if (dated !== -1) return at(dated);
  }
  if (OWN.test(context.clause)) return null;
  const said = wordsOf(context.sentence);
  const found = figures.find(
    (one) =>
      one.figure.kind === figure.kind &&
      one.figure.key === figure.key &&
      Math.abs(one.figure.value - figure.value) <= Math.min(figure.place / 2, 0.05 * figure.value) + 1e-9 &&
      [...one.words].filter((word) => said.has(word)).length >= 2,
  );
  return found?.passage ?? null;
}
