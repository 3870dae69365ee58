import { doubtedOn } from '../../../shared/agents/research/framing/framing.ts';
import { areContrary, toldBy } from '../../../shared/agents/research/contradiction/contradicts.ts';
import type { NoteAnswer } from '../../../shared/prompts/researcher.ts';
import type { Page } from '../browsing/page.ts';
import { paragraphsOf } from './sentences.ts';

/**
 * The addresses of pages that contradict a point of a note in a sentence that cannot be quoted, where no point tells it either: the reader hears at
 * least that there is one. A page without a day says nothing of the same time.
 *
 * @param pages by the numbers that points name, from 1 on, without what is framed
 * @param whole the same with all that they say: what a correction leaves in doubt may be so, and contradicts
 */
export function toldOtherwise({ points }: NoteAnswer, pages: readonly Page[], whole: readonly Page[] = []): string[] {
  const told = points.map(({ text, page }) => toldBy({ text, day: pages[page - 1]?.published ?? null }));
  const said = pages.map(({ text, published }, index) => {
    if (published === undefined) return [];
    const inDoubt = doubtedOn(whole[index]?.text ?? '', { written: published });
    return [...paragraphsOf(text).flat(), ...inDoubt].map((one) => toldBy({ text: one, day: published }));
  });
  const from = points.flatMap(({ page }, at) => {
    const mine = told[at] ?? [];
    if (points.some((other, place) => other.page !== page && areContrary(mine, told[place] ?? []))) return [];
    return pages.filter((_, index) => index + 1 !== page && said[index]?.some((one) => areContrary(mine, one)));
  });
  return [...new Set(from.map(({ finalUrl }) => finalUrl))];
}
