import { ScriptedModel, assistantMessage } from '@openai/agents-core/testing';
import fc from 'fast-check';
import { complianceProblems } from '../shared/agents/compliance/compliance.ts';
import { checkGrounding } from '../shared/agents/grounding/check-grounding.ts';
import { readMarks } from '../shared/agents/grounding/named/marks.ts';
import { NarratorModel } from '../shared/agents/models/narrator/narrator.ts';
import { writeReport } from '../shared/agents/write-report.ts';
import { writeRetirement } from '../shared/agents/write-retirement.ts';
import { writeSummary } from '../shared/agents/write-summary.ts';
import type { Fact } from '../shared/schemas/fact.ts';
import type { GroundingCheck } from '../shared/schemas/text.ts';
import { borrowedLies } from '../tests/setup/borrowed-lies.ts';
import { liesAbout } from '../tests/setup/lies.ts';
import { namedLies } from '../tests/setup/named-lies.ts';
import { twistedLies } from '../tests/setup/twisted-lies.ts';
import { anyCase, household } from '../tests/unit/agents/portfolios.ts';
import { soFar } from './timing/progress.ts';

const PORTFOLIOS = 1000;
const ROUNDS = 200;

const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

const timed = (work: () => void) => {
  const started = performance.now();
  work();
  return performance.now() - started;
};

/** What is returned for a model that tells a lie and, told what is wrong, tells it again. */
async function summaryOfLiar(facts: readonly Fact[], lie: string): Promise<string> {
  const answer = { headline: 'A portfolio', body: `It is spread. ${lie}`, observations: ['Nothing is certain.'] };
  const says = () => [assistantMessage(JSON.stringify(answer))];
  const { output } = await writeSummary(facts, { model: new ScriptedModel([says(), says(), says()]) });
  return output.body;
}

/** How long the check of a whole report takes, how many generated lies it lets pass, and how many of the narrator's texts it stops. */
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
  const named = new Map<string, { lies: number; believed: number }>();
  let [narrated, stopped, returned] = [0, 0, 0];
  for (const [at, one] of fc.sample(anyCase, { numRuns: PORTFOLIOS, seed: 20260331 }).entries()) {
    soFar('portfolios', at, PORTFOLIOS);
    for (const { kind, sentence, figure } of [
      ...liesAbout(one.facts, at + 1),
      ...borrowedLies(one.facts, at + 1),
      ...twistedLies(one.facts, at + 1),
    ]) {
      const flagged = [...checkGrounding([sentence], one.facts).strays, ...complianceProblems([sentence])];
      const counted = told.get(kind) ?? { lies: 0, believed: 0 };
      counted.lies += 1;
      if (!flagged.some((found) => found.includes(figure))) counted.believed += 1;
      told.set(kind, counted);
    }
    for (const { kind, sentence } of namedLies(one.facts, at + 1)) {
      const { text, marks } = readMarks(sentence);
      const { strays } = checkGrounding([{ at: 'body', text, marks }], one.facts);
      const counted = named.get(kind.split(':')[0] ?? '') ?? { lies: 0, believed: 0 };
      counted.lies += 1;
      if (strays.length === 0 && complianceProblems([text]).length === 0) counted.believed += 1;
      named.set(kind.split(':')[0] ?? '', counted);
    }
    const lie = liesAbout(one.facts, at + 1)[at % 7];
    if (lie !== undefined && (await summaryOfLiar(one.facts, lie.sentence)).includes(lie.sentence)) returned += 1;
    const written: { check: GroundingCheck }[] = [await writeSummary(one.facts), await writeReport(one.facts)];
    if (one.analysis.retirement !== null) written.push(await writeRetirement(one.facts));
    narrated += written.length;
    stopped += written.filter(({ check }) => check.strays.length > 0).length;
  }
  console.log(`the narrator's texts about ${PORTFOLIOS} portfolios: ${narrated}, ${stopped} with a figure flagged`);
  console.log(`a lying model asked about ${PORTFOLIOS} portfolios: ${returned} lies in what was returned`);
  console.log(`lies whose figure has a name, about ${PORTFOLIOS} portfolios`);
  for (const [kind, { lies, believed }] of named) {
    console.log(`  ${kind.padEnd(28)} ${String(lies).padStart(6)} told, ${believed} believed`);
  }
  console.log(`lies about ${PORTFOLIOS} portfolios`);
  for (const [kind, { lies, believed }] of told) {
    console.log(`  ${kind.padEnd(28)} ${String(lies).padStart(6)} told, ${believed} believed`);
  }
}

if (import.meta.main) await run();
