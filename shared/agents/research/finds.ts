import { framedText } from '../../knowledge/framed-text.ts';
import { sentencesIn } from '../../knowledge/sentences-in.ts';
import type { Fact } from '../../schemas/fact.ts';
import { searchAnswer } from '../../schemas/knowledge.ts';
import type { KnowledgePassage, SearchRequest, SetAside } from '../../schemas/knowledge.ts';
import { isSample } from '../../schemas/sample-pages.ts';
import { viewOf } from '../grounding/text-view.ts';
import { untraced } from '../trace.ts';
import type { Trace } from '../trace.ts';
import { untilAborted } from '../until-aborted.ts';
import { isNews } from './age.ts';
import { fitting } from './fitting.ts';
import { corrects } from './framing/corrections.ts';
import { tellLeftOut } from './left-out.ts';
import { pointsOf } from './note-points.ts';
import { whyPassageAside } from './passage-aside.ts';
import { saysFalsePrice } from './prices/false-price.ts';
import type { KnownPrice } from './prices/known-price.ts';
import { pricesHeld } from './prices/prices-held.ts';
import { reprintsAmong } from './reprints.ts';

/** Asks the knowledge base; its answer is checked here. */
export type SearchKnowledge = (request: SearchRequest) => Promise<unknown>;

/** All that the searches for one report found, judged together: who is caught in one search is not believed in another. */
export class Finds {
  readonly #facts: readonly Fact[];
  readonly #search: SearchKnowledge;
  readonly #trace: Trace;
  readonly #samples: boolean;
  readonly #prices: readonly KnownPrice[];
  readonly #fitting: KnowledgePassage[] = [];
  readonly #read: KnowledgePassage[] = [];
  // An article that two hosts have, or two runs read, is one: a reader is not told that there are two.
  #reprints = new Set<string>();
  // By documents: who orders in one passage is not believed in another.
  readonly #aside = new Map<string, SetAside>();
  // By documents too, with their addresses: each of its passages says what a page puts right of itself.
  readonly #correcting = new Map<string, string>();
  // Searches that found as much as was asked for, so that there may be more.
  readonly #full = new WeakSet<SearchRequest>();
  // Nothing could be compared by meaning: a report has no time to hear so at each search.
  #wordsOnly = false;

  constructor(facts: readonly Fact[], search: SearchKnowledge, trace: Trace = untraced, samples = false) {
    this.#facts = facts;
    this.#search = search;
    this.#trace = trace;
    this.#samples = samples;
    this.#prices = pricesHeld(facts);
  }

  /**
   * Searches once, in a span of its own.
   *
   * @param about which of what was found counts, with what it is about; all of it, as it is tagged, where that is not said
   * @returns what was found that fits the portfolio
   * @throws what the search threw, or the signal's reason; a ZodError for an answer that is none
   */
  async ask(
    question: SearchRequest,
    until: AbortSignal,
    about: (passage: KnowledgePassage) => KnowledgePassage[] = (passage) => [passage],
  ): Promise<KnowledgePassage[]> {
    const asked: SearchRequest = this.#wordsOnly ? { ...question, mode: 'lexical' } : question;
    const passages = await this.#trace(toolSpan, async (span) => {
      const answer = searchAnswer.parse(await untilAborted(this.#search(asked), until));
      this.#wordsOnly ||= answer.degraded !== undefined;
      span.set({ 'alex.passages': answer.passages.length });
      return answer.passages;
    });
    if (passages.length >= (question.k ?? Infinity)) this.#full.add(question);
    // What was stored before samples had a kind of their own is told by its address.
    const found = passages
      .filter((one) => this.#samples || !isSample(one))
      .flatMap(pointsOf)
      .flatMap(about);
    // A note of today may quote a page of years ago.
    const asOf = this.#facts[0]?.asOf;
    const citable = found.filter((one) => asOf === undefined || isNews(one, asOf));
    for (const one of citable) {
      const why = one.setAside ?? whyPassageAside({ ...one, text: framedText(one) }) ?? whyFalse(one, this.#prices);
      if (why !== null) this.#aside.set(one.document, why);
      if (sentencesOf(one).some((sentence) => corrects(sentence.replaceAll('’', "'"))))
        this.#correcting.set(one.document, one.url);
    }
    this.#read.push(...citable);
    this.#reprints = reprintsAmong(this.#read.filter(({ document }) => !this.#aside.has(document)));
    const fits = fitting(citable, this.#facts);
    for (const one of fits) {
      if (!this.#fitting.some((other) => isTheSame(one, other))) this.#fitting.push(one);
    }
    return fits;
  }

  /** Whether a search found as much as it asked for: what it did not find may be there all the same. */
  isFull(question: SearchRequest): boolean {
    return this.#full.has(question);
  }

  /** Whether the knowledge base has anything at all. */
  get any(): boolean {
    return this.#read.length > 0;
  }

  /** Whether anything of it fits the portfolio. */
  get fits(): boolean {
    return this.#fitting.length > 0;
  }

  /** What may be cited: no invented page beside what somebody published, for a reader could not tell the two apart. */
  get trusted(): KnowledgePassage[] {
    const trusted = this.#fitting.filter(({ document }) => !this.#aside.has(document) && !this.#reprints.has(document));
    const published = trusted.filter((one) => !isSample(one));
    return published.length > 0 ? published : trusted;
  }

  /** Why nothing of the document of a passage is quoted; undefined where it may be. */
  whyAside({ document }: KnowledgePassage): SetAside | undefined {
    return this.#aside.get(document);
  }

  /** Whether a passage says nothing that is not said in what is cited already, or says all that one of those does. */
  isReprint(one: KnowledgePassage, cited: readonly KnowledgePassage[]): boolean {
    const documents = new Set(cited.map(({ document }) => document));
    const reprints = (also: string) =>
      reprintsAmong(this.#read.filter(({ document }) => document === also || documents.has(document))).size;
    return cited.some((other) => isTheSame(one, other)) || reprints(one.document) > reprints('');
  }

  get #correctingTrusted(): string[] {
    return [...new Set(this.trusted.flatMap(({ document }) => this.#correcting.get(document) ?? []))];
  }

  /** What was left out and why, for a reader. */
  get leftOut(): { leftOut?: string[] } {
    const from = new Map(this.#fitting.map(({ document, url }) => [document, url]));
    const aside = [...this.#aside].filter(([document]) => from.has(document));
    const leftOut = tellLeftOut({
      pages: aside.map(([, why]) => why),
      from: aside.map(([document]) => from.get(document) ?? ''),
      correcting: this.#correctingTrusted,
    });
    if (this.#wordsOnly) leftOut.push(WORDS_ONLY);
    return leftOut.length > 0 ? { leftOut } : {};
  }
}

/** The sentences of a passage, those of its frame first. */
const sentencesOf = (one: KnowledgePassage): string[] =>
  framedText(one)
    .split('\n')
    .flatMap((line) => sentencesIn(line));

/** By what the holdings cost: of whoever says another price by far nothing else is quoted either. */
function whyFalse(passage: KnowledgePassage, known: readonly KnownPrice[]): SetAside | null {
  const { published, fetched, tickers } = passage;
  const [about] = tickers.length === 1 ? tickers : [];
  const sentences = [passage.title, ...sentencesOf(passage)].map((one) => viewOf(one).text);
  return saysFalsePrice(sentences, known, { written: published ?? fetched.slice(0, 10), about }) ? 'price' : null;
}

/** A note quotes its pages: what one document says twice is said once. */
function isTheSame(one: KnowledgePassage, other: KnowledgePassage): boolean {
  if (one.id === other.id) return true;
  const [mine, others] = [words(one.text), words(other.text)];
  return one.document === other.document && (others.includes(mine) || mine.includes(others));
}

const words = (text: string): string => text.replace(/[^\p{L}\p{N}.%]+/gu, ' ').trim();

const WORDS_ONLY =
  'The research was searched by its words only, as its meaning could not be compared: what says the same in other words may be missing.';

/** No word of what is asked: it names what a person holds. */
const toolSpan = {
  name: 'execute_tool search_knowledge',
  kind: 'client',
  attributes: { 'gen_ai.operation.name': 'execute_tool', 'gen_ai.tool.name': 'search_knowledge' },
} as const;
