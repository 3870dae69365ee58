import type { JobResult } from '../../schemas/job.ts';
import { html, raw } from '../markup.ts';
import type { Markup } from '../markup.ts';
import { prose } from '../prose.ts';

/** Marks that pass through Markdown as letters do; a text that has any of its own loses them before. */
const [OPEN, CLOSE] = ['\uE01E', '\uE01F'] as const;
/** A mark of a citation; one that a page wrote is escaped. */
const MARK = /(?<!\\)\[([1-9]\d?)\]/gu;
const MARKED = /\uE01E(\d{1,2})\uE01F/gu;

/** An agent's Markdown with each `[1]` that is a source of the report leading to its row. */
export function citingProse(body: string, { report }: Pick<JobResult, 'report'>): Markup {
  const known = new Set((report?.research?.sources ?? []).map(({ number }) => number));
  const marked = body.replace(MARK, (mark, number: string) => (known.has(Number(number)) ? `${OPEN}${number}${CLOSE}` : mark));
  return raw(prose(marked).text.replace(MARKED, (_, number: string) => {
    return html`<a class="cite" href="#source-${number}" aria-label="Source ${number}">[${number}]</a>`.text;
  }));
} // prettier-ignore
