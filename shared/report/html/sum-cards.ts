import { plainText } from '../../charts/plain-text.ts';
import type { Fact } from '../../schemas/fact.ts';
import type { JobResult } from '../../schemas/job.ts';
import { factValue } from '../format.ts';
import { html } from '../markup.ts';
import type { Markup } from '../markup.ts';

/** The expressions that the checks have noted behind figures, each once: "goals.income / 12". */
export function sumsIn({ facts, summary, report, retirement, charts }: JobResult): string[] {
  const byName = new Map(facts.map((fact) => [fact.name, fact]));
  const noted = [summary, report, retirement, charts].flatMap((step) => step?.check.findings ?? []);
  return [...new Set(noted.flatMap(({ fact }) => fact ?? []))].filter(
    (fact) => / [-+*/] /.test(fact) && partsOf(fact, byName).length > 0,
  );
}

/** The facts of an expression; none where it names one that the result does not have. */
export function partsOf(sum: string, byName: ReadonlyMap<string, Fact>): Fact[] {
  const names = new Set(sum.split(/ [-+*/] |[()]/).filter((part) => /^[a-z]/.test(part)));
  const parts = [...names].flatMap((name) => byName.get(name) ?? []);
  return parts.length === names.size ? parts : [];
}

/** The facts behind the number of a figure: one, or those of the expression of that number. */
export function partsAt(
  at: number,
  facts: readonly Fact[],
  sums: readonly string[],
  byName: ReadonlyMap<string, Fact>,
): Fact[] {
  // prettier-ignore
  const fact = facts[at];
  return fact === undefined ? partsOf(sums[at - facts.length] ?? '', byName) : [fact];
}

/** What a figure was reckoned from: each fact with its exact value, and the expression. */
export function sumCard(at: number, sum: string, parts: readonly Fact[], currency: string | undefined): Markup {
  const lines = parts.map(
    (fact) => html`<p><bdi>${plainText(fact.label)}</bdi>: ${plainText(factValue(fact, currency))}</p> `,
  );
  return html`<div class="card" id="fact-${at}" popover>
    <p>Reckoned from</p>
    ${lines}
    <p><code>${sum}</code> · <a href="#table-facts">all facts</a></p>
  </div> `;
}
