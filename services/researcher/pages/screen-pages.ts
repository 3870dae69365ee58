import { isDisguised } from '../../../shared/agents/research/disguise/is-disguised.ts';
import { isEnglish } from '../../../shared/agents/research/disguise/is-english.ts';
import { isAbsurd } from '../../../shared/agents/research/prices/is-absurd.ts';
import { isContradicted, type KnownPrice } from '../../../shared/agents/research/prices/known-price.ts';
import { sentencesIn } from '../../../shared/knowledge/sentences-in.ts';
import type { Page } from '../browsing/page.ts';

/** What a note is not written from, counted. */
export interface Screened {
  pages: Page[];
  prices: number;
  foreign: number;
  disguised: number;
}

type Fault = 'prices' | 'foreign' | 'disguised';
/** A sentence of fewer words is a caption or an entry of a menu, of which nobody needs a count. */
const WORDS = 4;

/**
 * Pages as a note is written from them: without the sentences that say a price far from the one that Alex knows, that are not
 * English or whose words are disguised. They are gone before a model sees them; what was read is stored as it was.
 *
 * @param known prices of what the pages may be about
 * @param about the one security of the topic, where it is one
 */
export function screenPages(
  pages: readonly Page[],
  { known, about, today }: { known: readonly KnownPrice[]; about: string | undefined; today: string },
): Screened {
  const count: Record<Fault, number> = { prices: 0, foreign: 0, disguised: 0 };
  const screened = pages.map((page): Page => {
    const written = page.published ?? today;
    const faultOf = (sentence: string): Fault | null => {
      const words = wordsOf(sentence);
      if (isDisguised(words)) return 'disguised';
      if (!isEnglish(words)) return 'foreign';
      return isAbsurd(words) || isContradicted(words, known, { written, about }) ? 'prices' : null;
    };
    const lines = page.text.split('\n').map((line) => {
      const judged = sentencesIn(line).map((sentence) => ({ sentence, fault: faultOf(sentence) }));
      if (judged.every(({ fault }) => fault === null)) return line;
      for (const { sentence, fault } of judged) {
        if (fault !== null && sentence.split(/\s+/u).length >= WORDS) count[fault] += 1;
      }
      // What did not stand together is not put together.
      return judged.map(({ sentence, fault }) => (fault === null ? sentence : '\n\n')).join(' ');
    });
    return { ...page, text: lines.join('\n') };
  });
  return { pages: screened, ...count };
}

/** Without the addresses of links and the marks of Markdown, which are no words. */
const wordsOf = (markdown: string): string =>
  markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/https?:\S+|\S+@\S+/gu, ' ')
    .replace(/[\\`*_#>|~]+/gu, ' ');
