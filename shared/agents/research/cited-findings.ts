import type { KnowledgePassage } from '../../schemas/knowledge.ts';
import type { AgentText, GroundingCheck } from '../../schemas/text.ts';
import { longDate } from '../models/narrator/wording/date.ts';
import { dayOf, MARKET_CONTEXT, MARK } from './citations.ts';

type Findings = NonNullable<GroundingCheck['findings']>;

/**
 * What was found, with each figure of a citation as its passage's and no fact's, also where a fact happens to be as large: all that
 * stands in a quotation, and of the sentence around it the page's title and day.
 */
export function citedFindings(
  findings: Findings,
  { sections }: AgentText,
  passages: readonly KnowledgePassage[],
): Findings {
  return findings.map((finding) => {
    const [, place] = /^sections\.(\d+)\.body$/.exec(finding.at) ?? [];
    const section = sections[Number(place)];
    if (section?.id !== MARKET_CONTEXT) return finding;
    const number = citedAt(section.body, finding, passages);
    return number === null ? finding : { ...finding, fact: `passage.${number}` };
  });
}

/** The number of the passage that a figure is of; null where it is the writer's own. */
function citedAt(body: string, { start, end }: Findings[number], passages: readonly KnowledgePassage[]): number | null {
  const from = body.lastIndexOf('\n', start) + 1;
  const until = body.indexOf('\n', end);
  const line = body.slice(from, until === -1 ? undefined : until);
  const quoted = [...line.matchAll(/“[^”]*”/gu)].find(({ 0: text, index }) => {
    return index <= start - from && end - from <= index + text.length;
  });
  const behind = quoted === undefined ? end - from : quoted.index + quoted[0].length;
  const mark = [...line.matchAll(MARK)].find(({ index }) => index >= behind);
  const number = Number(mark?.[1]);
  const passage = passages[number - 1];
  if (passage === undefined) return null;
  if (quoted !== undefined) return number;
  const { date } = dayOf(passage);
  // Escapes of Markdown are none of the page's.
  const figure = body.slice(start, end).replaceAll('\\', '');
  return [passage.title, date, longDate(date)].some((text) => text.includes(figure)) ? number : null;
}
