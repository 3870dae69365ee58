import type { Fact } from '../../schemas/fact.ts';
import { fenceJson } from '../fence.ts';
import type { FactSheet } from './fact-sheet.ts';
import { writeFactSheet } from './write-fact-sheet.ts';

/**
 * Facts between `<facts>` and `</facts>`, in the compact form that `HOW_TO_READ_FACTS` explains, a fact or a row to a line.
 *
 * @param how "with methods" where the agent writes of how figures come about
 */
export function fenceFacts(facts: readonly Fact[], how: 'with methods' | 'without methods'): string {
  return fenceJson('facts', laidOut(writeFactSheet(facts, how === 'with methods')));
}

const lines = (all: readonly unknown[]): string => `[\n${all.map((one) => JSON.stringify(one)).join(',\n')}\n]`;

function laidOut({ asOf, facts, tables, how }: FactSheet): string {
  const told = tables.map(
    ({ family, columns, rows }) =>
      `{"family":${JSON.stringify(family)},"columns":${JSON.stringify(columns)},"rows":${lines(rows)}}`,
  );
  return `{"asOf":${JSON.stringify(asOf)},
"facts":${lines(facts)},
"tables":[${told.join(',\n')}],
"how":${lines(how)}}`;
}
