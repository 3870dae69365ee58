import fc from 'fast-check';
import { complianceProblems } from '../shared/agents/compliance.ts';
import { checkGrounding } from '../shared/agents/grounding/check-grounding.ts';
import { NarratorModel } from '../shared/agents/models/narrator/narrator.ts';
import { writeReport } from '../shared/agents/write-report.ts';
import { writeRetirement } from '../shared/agents/write-retirement.ts';
import { liesAbout } from '../tests/setup/lies.ts';
import { anyCase, household } from '../tests/unit/agents/portfolios.ts';

const PORTFOLIOS = 1000;
const ROUNDS = 200;

const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

const timed = (work: () => void) => {
  const started = performance.now();
  work();
  return performance.now() - started;
};

/** How long the check of a whole report takes, and how many generated lies it lets pass. */
export async function run(): Promise<void> {
  const model = new NarratorModel();
  const { facts } = household;
  const sections = await Promise.all([writeReport(facts, { model }), writeRetirement(facts, { model })]);
  const texts = sections.flatMap(({ output }) => output.sections.map(({ body }) => body));
  const { figures } = checkGrounding(texts, facts);
  const first = median(Array.from({ length: 20 }, () => timed(() => void checkGrounding(texts, [...facts]))));
  const again = median(Array.from({ length: ROUNDS }, () => timed(() => void checkGrounding(texts, facts))));
  const claims = median(Array.from({ length: ROUNDS }, () => timed(() => void complianceProblems(texts))));
  const size = texts.join('').length;
  console.log(`a report and a retirement text: ${size} characters, ${figures} figures, ${facts.length} facts`);
  console.log(`  grounding, facts arranged anew   ${first.toFixed(1)} ms`);
  console.log(`  grounding, facts known           ${again.toFixed(1)} ms`);
  console.log(`  promises                         ${claims.toFixed(2)} ms`);

  const told = new Map<string, { lies: number; believed: number }>();
  for (const [at, one] of fc.sample(anyCase, { numRuns: PORTFOLIOS, seed: 20260331 }).entries()) {
    for (const { kind, sentence, figure } of liesAbout(one.facts, at + 1)) {
      const flagged = [...checkGrounding([sentence], one.facts).strays, ...complianceProblems([sentence])];
      const counted = told.get(kind) ?? { lies: 0, believed: 0 };
      counted.lies += 1;
      if (!flagged.some((found) => found.includes(figure))) counted.believed += 1;
      told.set(kind, counted);
    }
  }
  console.log(`lies about ${PORTFOLIOS} portfolios`);
  for (const [kind, { lies, believed }] of told) {
    console.log(`  ${kind.padEnd(28)} ${String(lies).padStart(6)} told, ${believed} believed`);
  }
}

if (import.meta.main) await run();
