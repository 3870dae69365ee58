import { complianceProblems } from '../../../shared/agents/compliance/compliance.ts';
import { isAddressed } from '../../../shared/agents/research/addressed.ts';
import { readFigures } from '../../../shared/agents/grounding/read-figures.ts';
import type { Figure } from '../../../shared/agents/grounding/figure.ts';
import { viewOf } from '../../../shared/agents/grounding/text-view.ts';
import type { NoteAnswer, ReadPage } from '../../../shared/prompts/researcher.ts';
import { isDressedPush } from '../../../shared/agents/research/dressed-pushes.ts';
import { areContrary, toldBy } from '../../../shared/agents/research/contradiction/contradicts.ts';
import { quotationsIn } from '../../../shared/agents/research/quotations.ts';
import { givesOrders } from '../../../shared/agents/research/orders.ts';
import { setBeside } from '../../../shared/agents/research/strangers/set-beside.ts';
import { sentencesIn } from '../../../shared/knowledge/sentences-in.ts';
import { subjectOfTopic } from '../topic/known-name.ts';
import { paragraphsOf } from './sentences.ts';

/** Kinds of figures that pages write in each other's place: "2 points" and "2%", "in 2026" and "2026 cars". */
const alike: readonly (readonly Figure['kind'][])[] = [
  ['percent', 'points'],
  ['number', 'year'],
];
const sameKind = (a: Figure['kind'], b: Figure['kind']): boolean =>
  a === b || alike.some((kinds) => kinds.includes(a) && kinds.includes(b));

/**
 * What is wrong with a note, one sentence each for whoever wrote it: a page that was not read, a figure that the page it names
 * does not have, a promise or a push, an order taken over from a page, a security beside the `topic` that it is not about, or what
 * another page contradicts where no point tells that.
 */
export function noteProblems({ title, points }: NoteAnswer, pages: readonly ReadPage[], topic = ''): string[] {
  const figuresOf = new Map(pages.map(({ page, text, title: name, published }) => {
    return [page, readFigures(viewOf(`${name}\n\n${text}\n\n${published ?? ''}`))];
  })); // prettier-ignore
  const all = [...figuresOf.values()].flat();
  const texts = [title, ...points.map(({ text }) => text)];
  const { own, others } = subjectOfTopic(topic, [], pages.map(({ text }) => text).join('\n'));
  return [
    ...strays(title, all).map((text) => `the title has "${text}", which is on no page`),
    ...points.flatMap(({ text, page }, index) => {
      const figures = figuresOf.get(page);
      if (figures === undefined) return [`points.${index}: page ${page} was not read`];
      return strays(text, figures).map((stray) => `points.${index}: "${stray}" is not on page ${page}`);
    }),
    ...complianceProblems(texts),
    ...texts.flatMap(sentencesIn).flatMap((text) => {
      const besides = setBeside(text, own, others);
      return besides.length === 0 ? [] : [`"${besides.join(', ')}" is set beside the topic, which is not about it: leave it out`];
    }),
    ...onesided(points, pages),
    ...texts.filter(passesOn).map((text) => `"${text.slice(0, 60)}…" passes on an instruction from a page: leave it out`),
  ]; // prettier-ignore
}

/** An order of a page's, told as the page tells it or as news. */
const passesOn = (text: string): boolean =>
  givesOrders(text) || isAddressed(text) || sentencesIn(text).some(isDressedPush);

/** What a page of another says otherwise, and no point of it does. A page without a day says nothing of the same time. */
function onesided(points: NoteAnswer['points'], pages: readonly ReadPage[]): string[] {
  const dayOf = new Map(pages.map(({ page, published }) => [page, published]));
  const told = points.map(({ text, page }) => toldBy({ text, day: dayOf.get(page) ?? null }));
  const said = pages.flatMap(({ page, title, text, published }) =>
    published === null ? [] : quotationsIn(paragraphsOf(text), title).map((one) => ({ page, text: one.text, told: toldBy({ text: one.text, day: published }) })),
  );
  return points.flatMap(({ page }, index) => {
    const mine = told[index] ?? [];
    const other = said.find((one) => one.page !== page && areContrary(mine, one.told));
    const isTold = points.some((one, at) => one.page !== page && areContrary(mine, told[at] ?? []));
    return other === undefined || isTold ? [] : [`points.${index}: page ${other.page} says otherwise (“${other.text}”): tell both, each in a point of its own, or neither`];
  });
} // prettier-ignore

/** The figures of a text, as written, that none of those of its page backs. */
function strays(text: string, figures: readonly Figure[]): string[] {
  return readFigures(viewOf(text))
    .filter((figure) => !figures.some((known) => backs(known, figure)))
    .map(({ text: written }) => written);
}

/** The same figure, or one of which it is a rounding to the last place that it shows. */
function backs(known: Figure, figure: Figure): boolean {
  if (!sameKind(known.kind, figure.kind)) return false;
  if (figure.key !== '' || known.key !== '') return keyBacks(known, figure);
  const signs = known.sign * figure.sign;
  return signs !== -1 && Math.abs(known.value - figure.value) <= figure.place / 2 + 1e-9;
}

/** Dates, tickers and words are what they are; of a date a part may be told: "November 2026" of 2026-11-18. */
function keyBacks(known: Figure, figure: Figure): boolean {
  if (known.key === figure.key) return true;
  return figure.kind === 'date' && (known.key.startsWith(figure.key) || known.key.endsWith(figure.key));
}
