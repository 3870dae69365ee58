import { isParticular, type Figure } from '../../../shared/agents/grounding/figure.ts';
import { hasNumber, readFigures } from '../../../shared/agents/grounding/read-figures.ts';
import { viewOf } from '../../../shared/agents/grounding/text-view.ts';
import { measuresIn, tellOtherMeasures } from '../../../shared/agents/research/framing/measures.ts';
import { AgentError } from '../../../shared/errors.ts';
import { unfence } from '../../../shared/prompts/fence.ts';
import { noteMaterial, type NoteAnswer, type ReadPage } from '../../../shared/prompts/researcher.ts';
import { isOfSomebodyElse } from '../../../shared/agents/research/of-somebody-else.ts';
import { isReport } from '../../../shared/agents/research/reports.ts';
import { besideContraries, type PageSays } from '../../../shared/agents/research/contradiction/beside.ts';
import { ACRONYMS } from '../../../shared/agents/research/strangers/public-names.ts';
import { quotationsIn } from '../../../shared/agents/research/quotations.ts';
import { mentionedTickers } from '../topic/mentioned-tickers.ts';
import { namesCompany } from '../../../shared/agents/research/strangers/company-names.ts';
import { companiesNamed, knownName, namedTopic, subjectOfTopic } from '../topic/known-name.ts';
import { TopicUnreadError } from '../topic/topic-unread.ts';
import { ABOUT, aboutness, readTopic, sharesWord, type Topic } from '../topic/topic.ts';
import { entriesOf } from './sentences.ts';

const MOST_POINTS = 8;
const MOST_A_PAGE = 3;
/** Of the only page there is. */
const MOST_ALONE = 5;
const MOST_CHARACTERS = 500;
/** "(VCSH)", "$VCSH": a paragraph that names another symbol than the topic's is about that. */
const SYMBOL = /(?:\(|\$)([A-Z][A-Z0-9.]{1,9})(?=\)|\b)/gu;

interface Candidate extends PageSays {
  page: number;
  /** How much it is about the topic; 0 for not at all. */
  score: number;
  /** Where in its page it stands, 0 the first. */
  at: number;
  /** Of the entry of a live blog that it stands in, where it does not begin with it; else empty. */
  time: string;
}

/**
 * The narrator as the researcher: a note made of sentences of the pages, quoted word for word, and nothing else. It takes those
 * that are about the topic and stand by themselves, figures and the beginning of a page before the rest, and some of each
 * page. It quotes what reports something, and no promise, praise or order (`isReport`).
 *
 * @throws {AgentError} for a prompt without the pages
 * @throws {TopicUnreadError} for pages without a sentence about the topic that can be quoted
 */
export function narrateNote(prompt: string): NoteAnswer {
  const parsed = noteMaterial.safeParse(unfence(prompt, 'pages'));
  if (!parsed.success) {
    throw new AgentError('The narrator found no usable <pages> in the prompt.', { retryable: false });
  }
  const { topic, asOf, pages } = parsed.data;
  const about = readTopic(namedTopic(topic));
  const quotations = pages.map((page) => quotable(page, about, topic, asOf));
  const chosen = inTurn(quotations.map(ofTopic));
  const points = mostOf(besideContraries(chosen, quotations.flat()));
  if (points.length === 0) {
    throw new TopicUnreadError(`The pages have no sentence about “${topic}” that a note could quote.`);
  }
  const single = points.every(({ page }) => page === points[0]?.page);
  return {
    title: `What ${single ? 'one page says' : 'pages say'} about ${topic}`.slice(0, 140),
    // What was so at 9:31 and what was so at 16:05 are no two figures of one time.
    points: points.map(({ text, page, time }) => {
      return { text: `“${time === '' ? '' : `${time}: `}${text.replace(/[“”]/gu, '"')}”`, page };
    }),
  };
}

/** What of a page can be quoted, and how much it is about a topic. */
function quotable({ page, title, published, text }: ReadPage, topic: Topic, asked: string, asOf: string): Candidate[] {
  const ofPage = aboutness(topic, title);
  const whose = companiesNamed(topic.tickers);
  const subject = subjectOfTopic(asked, topic.tickers, text);
  // A page on another security has words of the topic's name, for names of one family share them.
  const isOnAnother = topic.tickers.length > 0 && namesAnother(`${title}\n${text}`, topic);
  const entries = entriesOf(text);
  const quotations = quotationsIn(
    entries.map(({ sentences }) => sentences),
    title,
    (sentence) => isReport(sentence, subject),
  );
  return quotations.flatMap(({ text: quoted, at, paragraph }): Candidate[] => {
    if (quoted.length > MOST_CHARACTERS || (whose.length > 0 && isOfSomebodyElse(quoted, whose))) return [];
    const { sentences = [], time: hour = '' } = entries[paragraph] ?? {};
    const elsewhere = namesAnother(sentences.join(' '), topic);
    const own = namesBare(quoted, text, topic) ? 1 : aboutQuoted(quoted, topic, isOnAnother);
    // On a page about the topic one of its words is enough, where nothing else is named.
    const near = ofPage >= ABOUT && !elsewhere && !isOnAnother && sharesWord(topic, quoted);
    const score = own >= ABOUT ? own : near ? ABOUT * ofPage : 0;
    const place = paragraph + at / 10_000;
    const more = (hasNumber(quoted) ? 0.25 : 0) + 0.25 / (1 + place);
    const time = quoted.startsWith(hour) ? '' : hour;
    return [{ text: quoted, day: published ?? asOf, page, at: place, time, score: score === 0 ? 0 : score + more }];
  });
}

/** What is about the topic, the best first; no sentence twice. */
function ofTopic(quotations: readonly Candidate[]): Candidate[] {
  return quotations
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || a.at - b.at)
    .filter(
      (one, at, ranked) =>
        !ranked.slice(0, at).some((other) => isPartOf(one.text, other.text) || saysTheSame(one.text, other.text)),
    );
}

/** Whether another sentence of its page has all figures of one, of which at least one is particular: the two say the same in other words. */
function saysTheSame(one: string, other: string): boolean {
  const [mine, theirs] = [figuresOf(one), figuresOf(other)];
  const isIn = (figure: Figure): boolean =>
    theirs.some(({ kind, value }) => kind === figure.kind && value === figure.value);
  return mine.some(isParticular) && mine.every(isIn) && !tellOtherMeasures(measuresIn(one), measuresIn(other));
}

/** Amounts, percents, and numbers that are no "two" or "four weeks". */
const figuresOf = (text: string): Figure[] =>
  readFigures(viewOf(text)).filter((figure) => {
    return figure.kind === 'money' || figure.kind === 'percent' || (figure.kind === 'number' && isParticular(figure));
  });

/** A symbol of two letters counts by itself where its page marks it as one: "(VB)". */
function namesBare(quoted: string, text: string, { tickers }: Topic): boolean {
  const words = new Set(quoted.split(/[^\p{L}\p{N}]+/u));
  const short = tickers.filter((one) => one.length === 2 && !ACRONYMS.has(one) && words.has(one));
  return mentionedTickers(text, short).length > 0;
}

/** How much a sentence is about the topic: where another security is named in it only by the whole name of the topic's. */
function aboutQuoted(quoted: string, topic: Topic, isOnAnother: boolean): number {
  const about = aboutness(topic, quoted);
  if (topic.tickers.length === 0 || topic.tickers.some((one) => quoted.includes(knownName(one) ?? `(${one})`)))
    return about;
  return namesAnother(quoted, topic) || (isOnAnother && about < 1) ? 0 : about;
}

function namesAnother(paragraph: string, { tickers }: Topic): boolean {
  const named = [...paragraph.matchAll(SYMBOL)].map(([, symbol = '']) => symbol);
  return named.length > 0 && mentionedTickers(paragraph, tickers).length === 0 && !namesCompany(paragraph, tickers);
}

const isPartOf = (one: string, other: string): boolean => one.includes(other) || other.includes(one);

/** As many groups as there is room for: what contradicts is told beside it, or neither is. */
function mostOf(groups: readonly (readonly Candidate[])[]): Candidate[] {
  const points: Candidate[] = [];
  for (const group of groups) if (points.length + group.length <= MOST_POINTS) points.push(...group);
  // A sentence may stand in two quotations, alone and with the one before it.
  return points.filter((one, at) => !points.slice(0, at).some((other) => isPartOf(one.text, other.text)));
}

/** One of each page before the second of any; in the order of the pages, and of each as it stands there. */
function inTurn(pages: readonly (readonly Candidate[])[]): Candidate[] {
  const telling = pages.filter(({ length }) => length > 0);
  const most = telling.length === 1 ? MOST_ALONE : MOST_A_PAGE;
  const kept = Array.from({ length: most }, (_, round) => telling.flatMap((page) => page.slice(round, round + 1)))
    .flat()
    .slice(0, MOST_POINTS);
  const seen = new Set<string>();
  return kept
    .filter(({ text }) => !seen.has(text) && seen.add(text))
    .toSorted((a, b) => a.page - b.page || a.at - b.at);
}
