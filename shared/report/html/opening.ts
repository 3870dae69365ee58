import type { JobResult } from '../../schemas/job.ts';
import { keyFigures } from '../key-figures.ts';
import { html } from '../markup.ts';
import type { Markup } from '../markup.ts';
import type { Outline } from '../outline.ts';
import { reasonsOf } from '../gaps.ts';
import { prose, proseLine } from '../prose.ts';

/** What a part of the report is called, and where it is. */
export interface Part {
  readonly id: string;
  readonly title: string;
  readonly content: Markup;
}

const contents = (parts: readonly Part[]): Markup =>
  html`<nav class="contents" aria-label="Contents">
    <ol>
      ${parts.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li> `)}
    </ol>
  </nav> `;

/** Said before anything else when the job did not end well: what this report lacks. */
function notice({ job, missing }: JobResult): Markup | null {
  if (job.status === 'completed') return null;
  const title = {
    failed: 'This analysis failed',
    partial: 'This report is incomplete',
    running: 'This analysis is not finished',
    pending: 'This analysis has not begun',
  }[job.status];
  const reasons = reasonsOf({ job, missing });
  return html`<aside class="notice" aria-label="${title}">
    <h2>${title}</h2>
    <ul>
      ${reasons.map((one) => html`<li>${one}</li>`)}
    </ul>
  </aside> `;
}

function figures({ analysis }: JobResult): Markup | null {
  const known = analysis === null ? [] : keyFigures(analysis);
  if (known.length === 0) return null;
  return html`<dl class="figures">
    ${known.map(
      ({ label, value, note }) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${value}<small>${note}</small></dd>
        </div> `,
    )}
  </dl> `;
}

/** The question in the person's own words, and its answer. */
const answered = (question: string | undefined, answer: string | null | undefined): Markup | null =>
  question === undefined || answer === undefined || answer === null
    ? null
    : html`<section class="question" aria-label="Your question">
        <p class="asked"><b>You asked:</b> ${question}</p>
        ${prose(answer)}
      </section> `;

const summary = ({ summary: text, question }: JobResult): Markup | null =>
  text === null
    ? null
    : html`<p class="lede">${proseLine(text.headline)}</p>
        ${answered(question, text.answer)} ${prose(text.body)}
        <ol class="observations">
          ${text.observations.map((one) => html`<li><span>${proseLine(one)}</span></li> `)}
        </ol> `;

/** The title, what is missing, the contents; then the summary with the figures that matter most. */
export function opening(result: JobResult, { title, covers }: Outline, parts: readonly Part[]): Markup {
  return html`<header>
    <p class="kicker">Alex · portfolio report</p>
    <h1>${title}</h1>
    <p class="covers">${covers}</p>
    ${notice(result)}${contents(parts)}
  </header> `;
}

/** Headline, executive summary, three observations, key figures. Null where there is none of them. */
export function inShort(result: JobResult): Markup | null {
  const [text, known] = [summary(result), figures(result)];
  return text === null && known === null ? null : html`${text}${known}`;
}
