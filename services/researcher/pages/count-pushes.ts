import { withoutDateline } from '../../../shared/agents/research/dateline.ts';
import { isDressedPush } from '../../../shared/agents/research/dressed-pushes.ts';
import type { Subject } from '../../../shared/agents/research/reports.ts';
import { KNOWN_NAMES } from '../../../shared/agents/research/strangers/known-securities.ts';
import { setBeside } from '../../../shared/agents/research/strangers/set-beside.ts';
import { sentencesIn } from '../../../shared/knowledge/sentences-in.ts';
import type { Page } from '../browsing/page.ts';
import { namedTopic, subjectOfTopic } from '../topic/known-name.ts';
import { ABOUT, aboutness, readTopic } from '../topic/topic.ts';
import { wordsOf } from './screen-pages.ts';

/** Sentences that push something, and the addresses of the pages that have them. */
export interface Pushes {
  count: number;
  from: string[];
}

/**
 * What of some pages no note on a topic quotes because it pushes, or sets a name that nobody knows beside the topic:
 * its reader is told of it, for a page that does so is still quoted in the rest. What a page says of a fund or firm of the reference
 * set is about something else, and no push. The rules for a quotation are stricter: what only may be a push is not told as one.
 */
export function countPushes(pages: readonly Page[], topic: string, tickers: readonly string[]): Pushes {
  const about = readTopic(namedTopic(topic));
  const each = pages.map(({ text, finalUrl }) => {
    const subject = subjectOfTopic(topic, tickers, text);
    const sentences = text
      .split('\n')
      .flatMap((line) => (line.startsWith('#') ? [] : sentencesIn(wordsOf(line).trim()).map(withoutDateline)));
    return {
      finalUrl,
      count: sentences.filter(
        (one) => isDressedPush(one) || (aboutness(about, one) >= ABOUT && setsBeside(one, subject)),
      ).length,
    };
  });
  const pushing = each.filter(({ count }) => count > 0);
  return { count: pushing.reduce((sum, { count }) => sum + count, 0), from: pushing.map(({ finalUrl }) => finalUrl) };
}

/** "(MUB)": a symbol of the reference set says what the name before it is. */
const SYMBOL = /\(([A-Z][A-Z0-9.]{0,9})\)/gu;

function setsBeside(sentence: string, { own, others }: Subject): boolean {
  const symbols = [...sentence.matchAll(SYMBOL)].map(([, symbol = '']) => symbol);
  if (symbols.some((symbol) => KNOWN_NAMES.has(symbol) && !own.has(symbol.toLowerCase()))) return false;
  return /[.!]["”’)]?$/u.test(sentence) && setBeside(sentence, own, others).length > 0;
}
