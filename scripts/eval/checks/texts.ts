import type { AgentName } from '../../../shared/agents/agent-names.ts';
import { complianceProblems } from '../../../shared/agents/compliance/compliance.ts';
import { checkGrounding } from '../../../shared/agents/grounding/check-grounding.ts';
import type { Grounding, PlacedText } from '../../../shared/agents/grounding/check-grounding.ts';
import { factsIn } from '../../../shared/agents/grounding/named/names-in.ts';
import { judgeByRules } from '../../../shared/agents/judge-by-rules.ts';
import type { Fact } from '../../../shared/schemas/fact.ts';
import { lose, loseAll } from '../row.ts';
import type { Loss } from '../row.ts';

export interface TextDemands {
  agent: AgentName;
  facts: readonly Fact[];
  /** Each is met by a figure of any of its families of facts. */
  speaks: readonly (readonly string[])[];
  /** Each is met by any of its patterns. */
  says: readonly (readonly string[])[];
  /** Takes the portfolio's own names out of a text: they promise nothing. */
  unnamed: (text: string) => string;
}

/**
 * What is wrong with the texts that would be stored: all of it lost for a figure that is no fact, or a promise; up to 60 points
 * for what the case demands of them, up to 40 for the subjects that the agent always speaks of.
 */
export function checkTexts(texts: readonly PlacedText[], { agent, facts, speaks, says, unnamed }: TextDemands): Loss[] {
  const grounding = checkGrounding(texts, facts);
  const claims = complianceProblems(texts.map(({ text }) => unnamed(text)));
  const unspoken = speaks.filter((families) => !isSpokenOf(families, grounding, facts));
  const all = texts.map(({ text }) => text).join('\n\n');
  const unsaid = says.filter((patterns) => !patterns.some((pattern) => new RegExp(pattern, 'iu').test(all)));
  const written = { texts: [...texts], grounding, claims: claims.length };
  const { complete } = judgeByRules(agent, { prompt: { instructions: '', input: '' }, facts, written });
  const each = 60 / Math.max(1, speaks.length + says.length);
  return [
    ...grounding.strays.map((stray) => loseAll(`states ${stray}, which is no fact`)),
    ...claims.map((claim) => loseAll(claim)),
    ...(complete.score < 100 ? [lose(0.4 * (100 - complete.score), complete.reason)] : []),
    ...unspoken.map((families) => lose(each, `has no figure of ${families.join(' or ')}`)),
    ...unsaid.map((patterns) => lose(each, `says nothing like ${patterns.join(' or ')}`)),
  ];
}

/** Many facts are of one size ("78% stocks" is a share, a target met, an assumption), and a figure is found for one of them. */
function isSpokenOf(families: readonly string[], { findings }: Grounding, facts: readonly Fact[]): boolean {
  const stated = new Set(findings.flatMap(({ fact }) => (fact === null ? [] : factsIn(fact))));
  const sizes = new Set(facts.filter(({ name }) => stated.has(name)).map(sizeOf));
  return facts.some((fact) => families.some((family) => fact.name.startsWith(family)) && sizes.has(sizeOf(fact)));
}

const sizeOf = ({ unit, value }: Fact): string =>
  `${unit} ${typeof value === 'number' ? Math.abs(value) : String(value)}`;
