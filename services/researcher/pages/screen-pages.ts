import { isDisguised } from '../../../shared/agents/research/disguise/is-disguised.ts';
import { isEnglish } from '../../../shared/agents/research/disguise/is-english.ts';
import { framesOf } from '../../../shared/agents/research/framing/framing.ts';
import { isDatedByItsPage } from '../../../shared/agents/research/self-dated.ts';
import { hasShortName, isNamesake, tellsOf } from '../../../shared/agents/research/strangers/namesakes.ts';
import { otherListings } from '../../../shared/agents/research/strangers/other-listings.ts';
import { sentencesIn } from '../../../shared/knowledge/sentences-in.ts';
import type { Page } from '../browsing/page.ts';
import { companiesNamed } from '../topic/known-name.ts';

/** What a note is not written from, counted. */
export interface Screened {
  pages: Page[];
  foreign: number;
  disguised: number;
  /** Only supposed, denied, or put in another year by what stands around them. */
  framed: number;
  /** Say what their page puts right, or put it right. */
  corrected: number;
  /** Tell what was so on the day of a page that does not say it. */
  undated: number;
}

type Fault = 'foreign' | 'disguised' | 'framed' | 'corrected' | 'undated';
/** A sentence of fewer words is a caption or an entry of a menu, of which nobody needs a count. */
const WORDS = 4;

/**
 * Pages as a note is written from them: without the sentences that are not English, whose words are disguised, or that what stands
 * around them supposes, denies or puts in another year, or that are dated by a day that nobody knows. They are gone
 * before a model sees them; what was read is stored as it was. So are sentences with a symbol of the topic that stands on their page for another
 * security, "(ASX: VEA)", or with the name of its company on a page that means another by it: they are about something else.
 *
 * @param tickers of the topic
 */
export function screenPages(pages: readonly Page[], tickers: readonly string[] = []): Screened {
  const count: Record<Fault, number> = { foreign: 0, disguised: 0, framed: 0, corrected: 0, undated: 0 };
  const screened = pages.map((page): Page => {
    const written = page.published ?? page.fetchedAt.slice(0, 10);
    const others = [...otherListings(`${page.title}\n${page.text}`)].filter((symbol) => tickers.includes(symbol));
    const namesakes = companiesNamed(tickers).filter((company) => isNamesake(page, company));
    const isElse = (words: string) =>
      others.some((symbol) => wordsIn(words).includes(symbol)) ||
      namesakes.some((company) => hasShortName(words, company, true) && !tellsOf(words, company));
    const frames = framesOf(page.text, { title: page.title, written });
    const faultOf = (words: string): Fault | null => {
      if (isDisguised(words)) return 'disguised';
      if (!isEnglish(words)) return 'foreign';
      return page.published === undefined && isDatedByItsPage(words) ? 'undated' : null;
    };
    const lines = page.text.split('\n').map((line, at) => {
      const judged = sentencesIn(line).map((sentence, place) => {
        const frame = frames[at]?.[place] ?? null;
        const framed = frame === null ? null : frame === 'corrected' ? frame : 'framed';
        const words = wordsOf(sentence);
        const fault: Fault | 'other' | null = isElse(words) ? 'other' : (faultOf(words) ?? framed);
        return { sentence, fault };
      });
      if (judged.every(({ fault }) => fault === null)) return line;
      // A row of a table is no sentence that a note could quote.
      const isRow = line.trimStart().startsWith('|');
      for (const { sentence, fault } of isRow ? [] : judged) {
        if (fault !== null && fault !== 'other' && sentence.split(/\s+/u).length >= WORDS) count[fault] += 1;
      }
      // What did not stand together is not put together.
      return judged.map(({ sentence, fault }) => (fault === null ? sentence : '\n\n')).join(' ');
    });
    return { ...page, text: lines.join('\n') };
  });
  return { pages: screened, ...count };
}

const wordsIn = (text: string): string[] => text.split(/[^\p{L}\p{N}]+/u);

/** Without the addresses of links and the marks of Markdown, which are no words. */
export const wordsOf = (markdown: string): string =>
  markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/https?:\S+|\S+@\S+/gu, ' ')
    .replace(/[\\`*_#>|~]+/gu, ' ');
