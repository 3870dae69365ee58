import type { SetAside } from '../../schemas/knowledge.ts';
import { sentencesIn } from '../../knowledge/sentences-in.ts';
import { accuses, tellsOfPromise } from './accusations.ts';
import { whyNoNews, type SelfTold } from './no-news.ts';
import { sells, whyPassageAside } from './passage-aside.ts';

/** "Read more: why VTI is our top pick", "Advertisement: open an account": a line of the site beside the text, which tells nothing of the page. */
const PROMOTES =
  /^[\s>*_#-]*(?:read (?:more|next|also)|see also|also read|related|recommended|don['’]t miss|watch|advertisement|advert|ad|promoted)\s?[:|–—-]\s?\S[^\n]{0,160}$/iu;
/** Of a page's sentences that advertise: so many, and so large a part. */
const ADVERTISING = { sentences: 2, part: 0.25 } as const;

/**
 * Why nothing of a page is to be quoted, or null: its title or a sentence of it is an order to whatever program reads it, also in
 * a disguise; it takes itself back; its title sells; it is paid for; or it does little else. Who tries that is not believed in anything else.
 * So is a page that says itself that it is no news: invented, of long ago, with dollars of another country, a test or a draft, or checked by nobody.
 */
export function whySetAside(page: SelfTold): SetAside | null {
  const { title, text } = page;
  const why = whyPassageAside({ title, text }) ?? whyNoNews(page);
  if (why !== null) return why;
  const sentences = text.split('\n').flatMap((line) => (PROMOTES.test(line) ? [] : sentencesIn(line.trim())));
  // News of a fraud tells what was promised, also where a sentence does not say who charges whom.
  const isOfFraud = [title, ...sentences].some((one) => accuses(one.replaceAll('’', "'")));
  const known = new Map<string, boolean>();
  const selling = sentences.filter((one) => {
    const isSelling = known.get(one) ?? (sells(one) && !(isOfFraud && tellsOfPromise(one)));
    known.set(one, isSelling);
    return isSelling;
  }).length;
  return selling >= ADVERTISING.sentences && selling >= sentences.length * ADVERTISING.part ? 'advertising' : null;
}
