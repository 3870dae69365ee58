import { saysFalsePrice } from '../../../shared/agents/research/prices/false-price.ts';
import type { KnownPrice } from '../../../shared/agents/research/prices/known-price.ts';
import { sentencesIn } from '../../../shared/knowledge/sentences-in.ts';
import type { SetAside } from '../../../shared/schemas/knowledge.ts';
import type { Page } from '../browsing/page.ts';
import { wordsOf } from './screen-pages.ts';

/**
 * Why a page is believed in nothing, by what it says that something costs; null where no price is known to be false.
 *
 * @param known prices of what the page may be about
 * @param about the one security of the topic, where it is one
 */
export function whyFalse(
  { title, text, published }: Pick<Page, 'title' | 'text' | 'published'>,
  { known, about, today }: { known: readonly KnownPrice[]; about: string | undefined; today: string },
): SetAside | null {
  const sentences = [title, ...text.split('\n').flatMap((line) => sentencesIn(line))].map(wordsOf);
  return saysFalsePrice(sentences, known, { written: published ?? today, about }) ? 'price' : null;
}
