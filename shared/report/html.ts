import type { JobResult } from '../schemas/job.ts';
import { costLine } from './cost.ts';
import { cardStyles, withFigureCards, withMarkedFigures } from './html/figure-cards.ts';
import { opening } from './html/opening.ts';
import { partsOf } from './html/parts.ts';
import { stylesheet } from './html/stylesheet.ts';
import { html, raw } from './markup.ts';
import { outline } from './outline.ts';

/**
 * The report as one HTML file that needs nothing else: style and drawings are inside, no script, no request to anywhere.
 * Opens offline, prints on A4 and Letter, follows light and dark, reads well on a phone. The same result gives the same
 * bytes. Whatever was written by people or models is text in it, never markup.
 */
export function renderHtml(result: JobResult): string {
  return withFigureCards(page(withMarkedFigures(result)), result);
}

function page(result: JobResult): string {
  const outlined = outline(result);
  const parts = partsOf(result, outlined);
  const cost = costLine(result);
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"
        />
        <meta name="referrer" content="no-referrer" />
        <title>${outlined.title}</title>
        <link rel="icon" href="data:," />
        <style>
          ${raw(stylesheet)}${raw(cardStyles)}
        </style>
      </head>
      <body>
        <a class="skip" href="#content">Skip to the report</a>
        <div class="page">
          ${opening(result, outlined, parts)}
          <main id="content">
            ${parts.map(
              ({ id, title, content }) =>
                html`<section id="${id}" aria-labelledby="${id}-title">
                  <h2 id="${id}-title">${title}</h2>
                  ${content}
                </section> `,
            )}
          </main>
          <footer>
            <h2>Please note</h2>
            <p>${result.disclaimer}</p>
            ${cost === null ? null : html`<p class="muted">${cost}</p>`}
          </footer>
        </div>
      </body>
    </html> `.text;
}
