import type { ChartSpec } from '../../schemas/chart.ts';
import { chartSvg } from '../chart-svg.ts';
import { html, raw } from '../markup.ts';
import type { Markup } from '../markup.ts';
import { plainText } from '../../charts/plain-text.ts';
import { proseLine } from '../prose.ts';
import { pageTheme } from './stylesheet.ts';

/** The width of the column of text, and of a phone: each has its own drawing, so that the letters keep their size. */
const WIDE = 660;
const NARROW = 340;

/** A chart with its title and caption, drawn twice: for a page, and for a phone (the other is not shown, nor read aloud). */
export function figureHtml(spec: ChartSpec, currency: string): Markup {
  const at = (width: number, look: string) =>
    html`<div class="${look}">
      ${raw(chartSvg(spec, { width, theme: pageTheme, idPrefix: `${spec.id}-${look}`, currency }))}
    </div> `;
  return html`<figure id="chart-${spec.id}">
    <figcaption><p class="drawn">${plainText(spec.title)}</p></figcaption>
    ${at(WIDE, 'wide')}${at(NARROW, 'narrow')}${spec.caption === '' ? null : html`<p>${proseLine(spec.caption)}</p> `}
  </figure> `;
}
