import type { Fact } from '../../schemas/fact.ts';
import type { KnowledgePassage, SearchRequest } from '../../schemas/knowledge.ts';
import { isSample } from '../../schemas/sample-pages.ts';
import type { AgentOptions } from '../agent-run.ts';
import type { AnsweredQuestion } from '../../schemas/question.ts';
import { askedAbout } from './asked-about.ts';
import { byWeight } from './by-weight.ts';
import { sentencesIn } from '../../knowledge/sentences-in.ts';
import { besideContraries } from './contradiction/beside.ts';
import { toldBy } from './contradiction/contradicts.ts';
import { dayOf } from './citations.ts';
import { Finds } from './finds.ts';
import type { SearchKnowledge } from './finds.ts';
import { marketQueries, queryAbout, queryByName, queryForSame, queryOfOne } from './market-queries.ts';
import type { Wanted } from './market-queries.ts';
import { namesBySymbol, namesHeld } from './names-held.ts';
import { newPatience } from './patience.ts';
import { quotableOf } from './quotable.ts';
import { tagByName } from './tag-by-name.ts';

export type { SearchKnowledge };

/** What a report may cite, and, where a failure is why that is nothing, a sentence for the reader. */
export interface Research {
  /** By their place they are numbered. One with `setAside` was found out later: its number is not cited any more. */
  passages: KnowledgePassage[];
  note: string | null;
  /** What was found and is not quoted, and why: sentences for the reader. */
  leftOut?: readonly string[];
  /**
   * Searches for what a writer wants besides, and gives the research with what is new at the end of the passages. Absent where a
   * search failed, or where the knowledge base has nothing. Not to be asked twice at once.
   *
   * @throws what the search threw, or after four seconds
   */
  searchFor?: (wanted: Wanted, signal: AbortSignal) => Promise<Research>;
}

export interface ResearchOptions extends Pick<AgentOptions, 'trace' | 'logger' | 'signal' | 'deadlineMs'> {
  /** Whether Alex's own invented sample pages may be cited: in the report on an example, and nowhere else. */
  samples?: boolean;
  /** What a person asked: what of it is known in research is cited first. */
  question?: Pick<AnsweredQuestion, 'asked' | 'outside'>;
}

const PASSAGES = 4;
/** Of these, what a person's question asks for. */
const OF_A_QUESTION = 2;
const OF_ONE_DOCUMENT = 2;
/** So many of the heaviest holdings are asked about by themselves where others took all the places of a search. */
const HEAVIEST = 3;
/** More of them, for what contradicts one of these. */
const CONTRARY = 4;
/** Passages of a search for what contradicts those that are cited. */
const LOOKED_THROUGH = 20;
/** New ones of one search that a writer wanted, and the most in all: a number has one digit. */
const OF_ONE_SEARCH = 3;
const MOST_PASSAGES = 9;
/** A writer is not kept waiting for longer. */
const MILLISECONDS_MORE = 4000;

const FAILED =
  'No research was available because the search of it failed, so this report says nothing of what has moved these markets lately. It may answer when the analysis is run again.';

/**
 * The search that code makes before a report is written: what the knowledge base has on what a portfolio holds. It never fails: a search
 * that does, or that takes longer than `patience.ts` says, is a note. That there is nothing to cite is a fact like others, and no failure.
 */
export async function findResearch(
  facts: readonly Fact[],
  search: SearchKnowledge,
  { trace, logger, signal, deadlineMs, samples = false, question }: ResearchOptions = {},
): Promise<Research> {
  const patience = newPatience(signal, deadlineMs);
  const finds = new Finds(facts, search, trace, samples);
  const isQuotable = quotableBy(facts);
  let failed = false;
  const asked = question === undefined ? null : askedAbout(facts, question, { samples });
  const meant: string[] = [];
  const ofMarkets = new Set<string>();
  const byItsName = new Set<string>();
  const best = () => {
    const all = placed(finds.trusted, facts, isQuotable);
    const first = all
      .filter((one) => meant.includes(one.id) && isQuotable(one))
      .toSorted((one, other) => meant.indexOf(one.id) - meant.indexOf(other.id))
      .slice(0, OF_A_QUESTION);
    return [...first, ...all.filter((one) => !first.includes(one))].slice(0, PASSAGES);
  };
  let cited: KnowledgePassage[] = [];
  try {
    for (const query of asked?.queries ?? []) {
      const found = await finds.ask(query, patience.signal);
      patience.answered();
      meant.push(...found.filter((one) => asked?.isMeant(one)).map(({ id }) => id));
    }
    for (const query of marketQueries(facts, { samples })) {
      // What a question happened to find is no reason to look for less of what is held.
      const general = finds.trusted.filter((one) => isQuotable(one) && ofMarkets.has(one.id));
      if (new Set(general.map(({ document }) => document)).size >= PASSAGES - 1) break;
      const found = await finds.ask(query, patience.signal);
      for (const { id } of found) ofMarkets.add(id);
      patience.answered();
      // What is tagged and cannot be quoted is no reason to look for nothing else.
      const untagged = (query.tickers ?? []).filter(
        (one) => !found.some((each) => each.tickers.includes(one) && isQuotable(each)),
      );
      const byName = queryByName(facts, untagged, { samples });
      const more = byName === null ? [] : await finds.ask(byName, patience.signal, tagByName(facts, untagged));
      for (const { id } of more) ofMarkets.add(id);
      for (const { id } of more) if (!found.some((one) => one.id === id)) byItsName.add(id);
      const crowdedOut = finds.isFull(query) ? (query.tickers ?? []).slice(0, HEAVIEST).filter((one) => !found.some((each) => each.tickers.includes(one) && isQuotable(each))) : []; // prettier-ignore
      for (const symbol of crowdedOut) {
        const alone = queryOfOne(facts, symbol, { samples });
        for (const { id } of alone === null ? [] : await finds.ask(alone, patience.signal)) ofMarkets.add(id);
      }
    }
    cited = best();
    const tagged = tagByName(facts, [...namesBySymbol(facts).keys()]);
    await findContrary(cited, facts, {
      isUntagged: ({ id, tickers }) => tickers.length === 0 || byItsName.has(id),
      ask: (query) =>
        finds.ask(query, patience.signal, (one) => {
          const about = one.tickers.length > 0 ? [] : tagged(one);
          return about.length > 0 ? about : [one];
        }),
    });
  } catch (error) {
    failed = true;
    logger?.warn('The knowledge base could not be searched', {
      error: error instanceof Error ? error.name : typeof error,
    });
    if (!finds.fits) return { passages: [], note: FAILED };
  } finally {
    patience.end();
  }
  if (failed) cited = best();
  const trusted = finds.trusted;
  const passages = withContrary(
    cited.filter((one) => trusted.includes(one)),
    trusted,
  );
  if (failed || !finds.any) return { passages, note: null, ...finds.leftOut };
  const ask = (wanted: Wanted) => queryAbout(facts, wanted, { samples });
  return searchable(passages, finds, ask);
}

/** Tells, once for each passage, whether a report can quote anything of it. */
function quotableBy(facts: readonly Fact[]): (passage: KnowledgePassage) => boolean {
  const held = namesHeld(facts);
  const known = new Map<KnowledgePassage, boolean>();
  return (passage) => {
    const told = known.get(passage) ?? quotableOf(passage, held).length > 0;
    known.set(passage, told);
    return told;
  };
}

/** Those of which something can be quoted get their places first: what leans on its page, or is old, is for a writer where there is room. */
const placed = (
  trusted: readonly KnowledgePassage[],
  facts: readonly Fact[],
  isQuotable: (one: KnowledgePassage) => boolean,
): KnowledgePassage[] =>
  [trusted.filter(isQuotable), trusted.filter((one) => !isQuotable(one))].flatMap((those) =>
    byWeight(turns(those), facts),
  );

/** Another document before a second passage of the same: what one page says twice is one view. */
function turns(trusted: readonly KnowledgePassage[]): KnowledgePassage[] {
  const placed = trusted.map((one, at) => ({ one, turn: documentsOf(one, trusted.slice(0, at)) }));
  return Array.from({ length: OF_ONE_DOCUMENT }, (_, turn) => placed.filter((each) => each.turn === turn)).flatMap(
    (each) => each.map(({ one }) => one),
  );
}

/**
 * Looks for what is known of the same things at the same times as what is about to be cited, wherever it stands: which passages a search for a
 * portfolio happens to find is no reason to tell one side. A search that fails found nothing.
 */
async function findContrary(
  cited: readonly KnowledgePassage[],
  facts: readonly Fact[],
  {
    ask,
    isUntagged,
  }: {
    ask: (query: SearchRequest) => Promise<unknown>;
    /** Whether a passage was stored without tickers, as others of the same are then: it may be tagged by its name here. */
    isUntagged: (passage: KnowledgePassage) => boolean;
  },
): Promise<void> {
  try {
    for (const tagged of [true, false]) {
      const those = cited.filter((one) => isUntagged(one) !== tagged);
      const told = those.flatMap(({ text, ...one }) =>
        text
          .split('\n')
          .flatMap((line) => sentencesIn(line))
          .filter((each) => toldBy({ text: each, day: dayOf({ text, ...one }).date }).length > 0),
      );
      const query =
        told.length === 0 ? null : queryForSame(facts, told, tagged ? those.flatMap(({ tickers }) => tickers) : []);
      if (query !== null) await ask({ ...query, k: LOOKED_THROUGH });
    }
  } catch {
    // What was found before is held against itself.
  }
}

/** With what contradicts one of them: a report that cites the one is to cite the other. */
function withContrary(cited: KnowledgePassage[], trusted: readonly KnowledgePassage[]): KnowledgePassage[] {
  const said = trusted.map((one) => ({ text: one.text, day: dayOf(one).date, page: one.document, one }));
  const chosen = said.filter(({ one }) => cited.includes(one));
  const more = besideContraries(chosen, said).flatMap((group) => group.slice(1).map(({ one }) => one));
  return [...cited, ...more.filter((one) => !cited.includes(one)).slice(0, CONTRARY)];
}

const documentsOf = ({ document }: KnowledgePassage, among: readonly KnowledgePassage[]): number =>
  among.filter((one) => one.document === document).length;

function searchable(
  passages: KnowledgePassage[],
  finds: Finds,
  ask: (wanted: Wanted) => ReturnType<typeof queryAbout>,
): Research {
  const searchFor = async (wanted: Wanted, signal: AbortSignal): Promise<Research> => {
    const question = ask(wanted);
    if (question === null) return searchable(passages, finds, ask);
    const found = await finds.ask(question, AbortSignal.any([signal, AbortSignal.timeout(MILLISECONDS_MORE)]));
    const cited = passages.map((one) => {
      const setAside = finds.whyAside(one);
      return setAside === undefined ? one : { ...one, setAside };
    });
    const known = cited.length;
    for (const one of found) {
      if (cited.length >= Math.min(known + OF_ONE_SEARCH, MOST_PASSAGES)) break;
      if (finds.whyAside(one) !== undefined || documentsOf(one, cited) >= OF_ONE_DOCUMENT) continue;
      // Invented pages and published ones are never cited together.
      if (cited.some((other) => isSample(other) !== isSample(one))) continue;
      if (
        !finds.isReprint(
          one,
          cited.filter(({ setAside }) => setAside === undefined),
        )
      )
        cited.push(one);
    }
    return searchable(cited, finds, ask);
  };
  return { passages, note: null, ...finds.leftOut, searchFor };
}
