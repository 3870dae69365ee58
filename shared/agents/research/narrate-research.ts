import * as z from 'zod';
import { unfence } from '../../prompts/fence.ts';
import { agentText } from '../../schemas/text.ts';
import type { AgentText, Section } from '../../schemas/text.ts';
import { claimsIn } from '../compliance/compliance.ts';
import { plays } from '../models/narrator/plays.ts';
import { longDate } from '../models/narrator/wording/date.ts';
import { bullets, plain } from '../models/narrator/wording/markdown.ts';

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

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
/** Words of a sentence that can be quoted: enough to say something, few enough to be read. */
const WORDS = { least: 6, most: 40 };
/** Says itself that it reports nothing. */
const INVENTED = /\b(?:invented|made[- ]up|sample (?:page|text|week)|fictitious|hypothetical)\b/i;
/** Speaks to a reader or to a machine, or of somebody's own money: no report of a market. */
const ADDRESSED =
  /\b(?:you|your|yours|we|our|I|my|reader|client|assistant|model|instructions?|ignore|disregard|prompt|portfolio|holdings?|buy|sell|must|should|click|subscribe|sign up)\b|https?:|www\./i;

/**
 * The narrator's report with what was read of its markets, where the prompt has passages. Only the reporter's own bundle carries
 * it.
 */
export function narrateWithResearch(prompt: string): AgentText {
  const { sections } = agentText.parse(plays.reporter(prompt));
  const context = marketContext(passageList.parse(unfence(prompt, 'passages') ?? []));
  const at = sections.findIndex(({ id }) => id === 'recommendations');
  return { sections: context === null ? sections : sections.toSpliced(at, 0, context) };
}

/** What was read of these markets: of each passage one sentence in its own words, with its day and its number. Null for none. */
function marketContext(passages: Passages): Section | null {
  const said = new Set<string>();
  const items = passages.flatMap(({ number, title, date, dated, text }) => {
    const sentence = quotable(text, said);
    if (sentence === null) return [];
    said.add(sentence);
    const day = `${dated === 'read' ? 'read ' : ''}${longDate(date)}`;
    return [`${plain(title)} (${day}): “${plain(sentence)}” [${number}]`];
  });
  if (items.length === 0) return null;
  const samples = passages.some(({ sample }) => sample);
  const intro = samples
    ? 'Invented sample pages, to show what stands here once real research has been read. Nobody published them, and their figures are made up:'
    : 'What research on these markets says, in its own words. It is background, and nobody’s advice:';
  const title = samples ? 'What research would say here: a sample' : 'What research says of these markets';
  return { id: 'market-context', title, body: `${intro}\n\n${bullets(items)}` };
}

/** The first sentence that reports something, promises nothing, speaks to nobody and has not been quoted yet. */
function quotable(text: string, said: ReadonlySet<string>): string | null {
  const all = text
    .split('\n')
    .flatMap((line) => Array.from(sentences.segment(line), ({ segment }) => unquoted(segment.trim())));
  const fits = all.find((sentence) => {
    const words = sentence.split(/\s+/u).length;
    if (words < WORDS.least || words > WORDS.most || !/[.!?]["”’)]?$/u.test(sentence)) return false;
    return (
      !said.has(sentence) &&
      !INVENTED.test(sentence) &&
      !ADDRESSED.test(sentence) &&
      !/\b[Uu]s\b/.test(sentence) &&
      claimsIn(sentence).length === 0
    );
  });
  return fits ?? null;
}

/** A note quotes its pages: a sentence that is a quotation whole is quoted once. */
const unquoted = (sentence: string): string => sentence.replace(/^[“"]([^“”"]*)[”"]$/u, '$1');
