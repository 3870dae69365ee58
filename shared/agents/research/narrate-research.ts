import * as z from 'zod';
import { unfence } from '../../prompts/fence.ts';
import { quotedTitle } from '../../schemas/quoted-title.ts';
import { agentText } from '../../schemas/text.ts';
import type { AgentText, Section } from '../../schemas/text.ts';
import { factSheet } from '../../prompts/facts/fact-sheet.ts';
import { readFactSheet } from '../../prompts/facts/read-fact-sheet.ts';
import { reporterPart } from '../models/narrator/parts/reporter.ts';
import { longDate } from '../models/narrator/wording/date.ts';
import { bullets, plain } from '../models/narrator/wording/markdown.ts';
import { besideContraries, tellContrary } from './contradiction/beside.ts';
import { areContrary, toldBy } from './contradiction/contradicts.ts';
import { marketQueries } from './market-queries.ts';
import { namesHeld } from './names-held.ts';
import { quotableOf } from './quotable.ts';
import { byAnswer } from './quotations.ts';

/** Passages as the prompt has them. */
const passageList = z.array(
  z.object({
    number: z.number().int(),
    title: z.string(),
    date: z.string(),
    dated: z.enum(['published', 'read']),
    sample: z.literal(true).optional(),
    text: z.string(),
  }),
);
type Passages = z.infer<typeof passageList>;

/**
 * The narrator's report with what was read of its markets, where the prompt has passages. Only the reporter's own bundle carries
 * it.
 */
export function narrateWithResearch(prompt: string): AgentText {
  const { sections } = agentText.parse(reporterPart(prompt));
  const facts = readFactSheet(factSheet.parse(unfence(prompt, 'facts')));
  const asked = marketQueries(facts).map(({ query }) => query);
  const passages = passageList.parse(unfence(prompt, 'passages') ?? []);
  const context = marketContext(passages, asked.join(' '), namesHeld(facts));
  const at = sections.findIndex(({ id }) => id === 'recommendations');
  return { sections: context === null ? sections : sections.toSpliced(at, 0, context) };
}

/**
 * What was read of these markets: of each passage the one quotation that answers best what was asked, with its day and its
 * number, and beside it what contradicts it. What stands outside quotation marks is ours. Null for none.
 */
function marketContext(passages: Passages, asked: string, held: readonly string[]): Section | null {
  const quotable = passages.map(({ number, title, date, dated, text }) => {
    return quotableOf({ title, text }, held).map((one) => {
      return { ...one, number, title, date, dated, day: date, page: `${title} ${date}` };
    });
  });
  const all = quotable.flat().filter((one) => !isToldOtherwise(one, quotable.flat(), passages));
  const among = all.map(({ text }) => text);
  const said: string[] = [];
  const best = quotable.flatMap((ofPassage) => {
    const [first] = byAnswer(
      ofPassage.filter((one) => all.includes(one)),
      asked,
      among,
    ).filter(({ text }) => !said.some((one) => overlaps(one, text)));
    if (first !== undefined) said.push(first.text);
    return first ?? [];
  });
  const items = besideContraries(best, all).flatMap((group) => {
    const contrary = tellsContrary(group);
    return group.map(({ number, title, date, dated, text }, at) => {
      const day = `${dated === 'read' ? 'read ' : ''}${longDate(date)}`;
      const after = at > 0 && at === group.length - 1 ? ` ${contrary}` : '';
      return `${plain(quotedTitle(title))} (${day}): “${plain(text.replace(/[“”]/gu, '"'))}” [${number}]${after}`;
    });
  });
  const titles = new Set(best.map(({ page }) => page));
  if (items.length === 0) return null;
  const samples = passages.some(({ sample }) => sample);
  const intro = samples
    ? 'Invented sample pages, to show what stands here once real research has been read. Nobody published them, and their figures are made up:'
    : `What research on these markets says, in its own words. It is background, and nobody’s advice${titles.size === 1 ? '; all of it is from one page, a single view' : ''}:`;
  const title = samples ? 'What research would say here: a sample' : 'What research says of these markets';
  return { id: 'market-context', title, body: `${intro}\n\n${bullets(items)}` };
}

interface Quoted {
  text: string;
  day: string;
  number: number;
}

/** Whether another passage says otherwise in a sentence that cannot be quoted beside it: then neither is told. */
function isToldOtherwise(one: Quoted, quotable: readonly Quoted[], passages: Passages): boolean {
  const mine = toldBy(one);
  if (mine.length === 0) return false;
  const others = passages.filter(({ number, text, date }) => {
    return (
      number !== one.number && text.split('\n').some((line) => areContrary(mine, toldBy({ text: line, day: date })))
    );
  });
  return (
    others.length > 0 && !quotable.some((other) => other.number !== one.number && areContrary(mine, toldBy(other)))
  );
}

const tellsContrary = (group: readonly { number: number; date: string; dated: 'published' | 'read' }[]): string =>
  tellContrary(group.map(({ number, date, dated }) => ({ number, published: dated === 'published' ? date : null })));

const overlaps = (one: string, other: string): boolean => one.includes(other) || other.includes(one);
