import type { JobResult } from '../../schemas/job.ts';
import { counted } from '../format.ts';
import { html } from '../markup.ts';
import type { Markup } from '../markup.ts';
import type { Outline } from '../outline.ts';
import { prose } from '../prose.ts';
import { provenance } from '../provenance.ts';
import { factsTable } from '../tables/facts-table.ts';
import { judgementInShort, judgementsTable } from '../tables/judgements-table.ts';
import { stepsTable, textsTable } from '../tables/making-tables.ts';
import { modelCallsTable } from '../tables/model-calls-table.ts';
import { scoresTable } from '../tables/scores-table.ts';
import { tableHtml } from './table.ts';

/** The method, the checks of the texts, the steps, and the facts in a list that opens. */
export function howMade(result: JobResult, { method }: Outline): Markup {
  const facts = factsTable(result);
  const scores = result.analysis === null ? null : scoresTable(result.analysis);
  const others = [scores, stepsTable(result)].filter((one) => one !== null);
  const checks = [textsTable(result), judgementsTable(result), modelCallsTable(result)].filter((one) => one !== null);
  const inShort = judgementInShort(result);
  return html`${method.map(({ body }) => prose(body))}${provenance(result).map(
    (one) => html`<p>${one}</p> `,
  )}${others.map((one) => tableHtml(one))}${
    checks.length === 0
      ? null
      : html`<h3>How the words were checked</h3>
          ${checks.map((one) => tableHtml(one))}${inShort === null ? null : html`<p>${inShort}</p> `}`
  }${
    facts === null
      ? null
      : html`<details>
          <summary>All ${counted(result.facts.length, 'fact')}: name, value, date and derivation</summary>
          <p class="muted">Open this list before printing to have it on paper.</p>
          ${tableHtml(facts, { bare: true })}
        </details> `
  }`;
}
