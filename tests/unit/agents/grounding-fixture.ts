import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { complianceProblems } from '../../../shared/agents/compliance/compliance.ts';
import { checkGrounding } from '../../../shared/agents/grounding/check-grounding.ts';
import { readMarks } from '../../../shared/agents/grounding/named/marks.ts';
import { withoutProductNames } from '../../../shared/agents/product-names.ts';
import { facts as factList } from '../../../shared/schemas/fact.ts';

/** A folder of tests/fixtures/grounding: its facts, or another's, its lists of texts, and what a text about them is stopped for. */
export function groundingFixture(folder: string, factsOf = folder) {
  const read = (name: string, of = folder): unknown =>
    JSON.parse(readFileSync(new URL(`../../fixtures/grounding/${of}/${name}.json`, import.meta.url), 'utf8'));
  const facts = factList.parse(read('facts', factsOf));
  const withoutNames = withoutProductNames(facts);
  return {
    facts,
    textsIn: (name: string): string[] => z.array(z.string()).parse(read(name)),
    /** As a text of a model is stopped: for its figures and sayings first, then for its promises. */
    problemsOf: (written: string): string[] => {
      const { text, marks } = readMarks(written);
      return [
        ...checkGrounding([{ at: 'body', text, marks }], facts).problems,
        ...complianceProblems([withoutNames(text)]),
      ];
    },
  };
}
