import { plainText } from '../../charts/plain-text.ts';
import type { Fact } from '../../schemas/fact.ts';
import type { JobResult } from '../../schemas/job.ts';
import type { GroundingCheck } from '../../schemas/text.ts';
import { factValue, shortDate } from '../format.ts';
import { html, raw } from '../markup.ts';
import type { Markup } from '../markup.ts';
import { partsAt, partsOf, sumCard, sumsIn } from './sum-cards.ts';

/**
 * Marks around a figure, which pass through Markdown and escaping as ordinary letters: private-use characters, the number of
 * the fact in ten of them. A text that has any of its own loses them.
 */
const [OPEN, SHUT, CLOSE, ZERO] = ['\uE000', '\uE001', '\uE002', 0xe010] as const;
const PRIVATE = /[\uE000-\uE01F]/gu;
/** A marked figure, and the punctuation that must not be parted from it: browsers may break a line beside a button. */
const MARKED = /([(\u201C\u2018]*)\uE000([\uE010-\uE019]+)\uE001([^\uE000-\uE002<>]*)\uE002([.,;:!?)%\u201D\u2019]*)/gu;

const numbered = (value: number) =>
  Array.from(String(value), (digit) => String.fromCharCode(ZERO + Number(digit))).join('');
const numberOf = (marks: string) => Number(Array.from(marks, (mark) => mark.charCodeAt(0) - ZERO).join(''));

/** The result with each figure of its texts marked with the number of the fact behind it, where the check noted one. */
export function withMarkedFigures(result: JobResult): JobResult {
  const numbers = new Map([...result.facts.map(({ name }) => name), ...sumsIn(result)].map((name, at) => [name, at]));
  const { summary, report, retirement, charts } = result;
  const sectionsOf = <T extends NonNullable<JobResult['report']>>(step: T): T => ({
    ...step,
    sections: step.sections.map((one, at) => ({
      ...one,
      body: marked(one.body, `sections.${at}.body`, step.check, numbers),
    })),
  });
  return {
    ...result,
    summary: summary && {
      ...summary,
      ...(typeof summary.answer === 'string' && { answer: marked(summary.answer, 'answer', summary.check, numbers) }),
      headline: marked(summary.headline, 'headline', summary.check, numbers),
      body: marked(summary.body, 'body', summary.check, numbers),
      observations: summary.observations.map((one, at) => marked(one, `observations.${at}`, summary.check, numbers)),
    },
    report: report && sectionsOf(report),
    retirement: retirement && sectionsOf(retirement),
    charts: charts && {
      ...charts,
      charts: charts.charts.map((one, at) => ({
        ...one,
        caption: marked(one.caption, `charts.${at}.caption`, charts.check, numbers),
      })),
    },
  };
}

/** A line that quotes a source: its figures are nobody's here, also where a check of former days took one for a fact. */
const CITATION = /^.*“[^”\n]*”[^\n]*\[[1-9]\d?\].*$/gmu;

function marked(text: string, place: string, check: GroundingCheck, numbers: ReadonlyMap<string, number>): string {
  const quoted = [...text.matchAll(CITATION)].map(({ 0: line, index }) => [index, index + line.length] as const);
  const found = (check.findings ?? [])
    .filter(({ at, fact }) => at === place && fact !== null && numbers.has(fact))
    .filter(({ start, end }) => !quoted.some(([from, to]) => start >= from && end <= to));
  const clean = text.replace(PRIVATE, '\uFFFD');
  let [from, written] = [0, ''];
  for (const { start, end, fact } of found.sort((a, b) => a.start - b.start)) {
    if (start < from || end <= start || end > clean.length) continue;
    const number = numbered(numbers.get(fact ?? '') ?? 0);
    written += `${clean.slice(from, start)}${OPEN}${number}${SHUT}${clean.slice(start, end)}${CLOSE}`;
    from = end;
  }
  return written + clean.slice(from);
}

/** The page with each mark made a button that opens the card of its fact, and the cards behind its end, each once. */
export function withFigureCards(page: string, result: JobResult): string {
  const { facts, analysis } = result;
  const sums = sumsIn(result);
  const byName = new Map(facts.map((fact) => [fact.name, fact]));
  const used = new Set<number>();
  const buttons = page.replace(MARKED, (_whole, before: string, marks: string, figure: string, after: string) => {
    const at = numberOf(marks);
    const said = (fact: Fact) => plainText(`${fact.label}: ${factValue(fact, analysis?.baseCurrency)}`);
    const parts = partsAt(at, facts, sums, byName);
    if (parts.length === 0) return `${before}${figure}${after}`;
    used.add(at);
    const title = parts.map(said).join('; ');
    const button = figureButton(at, title, raw(figure));
    if (before === '' && after === '') return button.text;
    return html`<span class="joined">${raw(before)}${button}${raw(after)}</span>`.text;
  });
  const cards = [...used]
    .sort((a, b) => a - b)
    .flatMap((at) => {
      const [fact] = partsAt(at, facts, sums, byName);
      const sum = sums[at - facts.length];
      if (fact === undefined) return [];
      const currency = analysis?.baseCurrency;
      return [sum === undefined ? card(at, fact, currency) : sumCard(at, sum, partsOf(sum, byName), currency)];
    });
  return buttons.replace(PRIVATE, '').replace('</body>', () => `${html`${cards}`.text}</body>`);
}

const figureButton = (at: number, title: string, figure: Markup): Markup =>
  html`<button type="button" class="figure" popovertarget="fact-${at}" title="${title}">${figure}</button>`;

/** Name, exact value, day and derivation of one fact. */
function card(at: number, fact: Fact, currency: string | undefined): Markup {
  return html`<div class="card" id="fact-${at}" popover>
    <p><bdi>${plainText(fact.label)}</bdi></p>
    <p class="exact">${plainText(factValue(fact, currency))}</p>
    <p>As of ${shortDate(fact.asOf)}. <bdi>${plainText(fact.how)}</bdi></p>
    <p><code>${fact.name}</code> · <a href="#table-facts">all facts</a></p>
  </div> `;
}

/** The look of figures with a card, and of the cards; paper shows the figures as plain text. */
export const cardStyles = `
button.figure{all:unset;cursor:help;text-decoration:underline dotted var(--muted) 1px;text-underline-offset:.22em;-webkit-user-select:text;user-select:text;white-space:normal}
.n button.figure{white-space:inherit}
.joined{white-space:nowrap}
button.figure:hover{text-decoration-color:currentColor}
button.figure:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.card{inset:auto;position:fixed;left:50%;bottom:1.5rem;transform:translateX(-50%);width:min(26rem,calc(100vw - 2rem));margin:0;padding:.9rem 1.1rem .3rem;border:1px solid var(--rule);border-top:2px solid var(--ink);background:var(--paper);color:var(--ink);font:.8125rem/1.5 var(--sans);box-shadow:0 .5rem 2rem rgb(0 0 0/.18);overflow-wrap:anywhere}
.card p{margin:0 0 .5rem;color:var(--muted)}
.card p:first-child{color:var(--ink);font-weight:600}
.card .exact{font-size:1.25rem;line-height:1.25;color:var(--ink);font-variant-numeric:lining-nums tabular-nums}
@media (min-width:46rem){@supports (position-area:bottom){.card{position:absolute;inset:auto;transform:none;position-area:bottom span-right;position-try-fallbacks:flip-block,flip-inline,flip-block flip-inline;margin:.35rem 0}}}
@media print{button.figure{text-decoration:none}.card{display:none}}`;
