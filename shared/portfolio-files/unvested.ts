import type { Account } from '../schemas/portfolio.ts';
import { quotation } from './file-problem.ts';
import type { Findings } from './findings.ts';

/** What a name says that is not yet its owner's: "Company stock (unvested)", "E*Trade unvested", "Non-vested RSUs". */
const UNVESTED = /\b(?:un|non[- ]?)vested\b|\bnot (?:yet )?vested\b/i;

/** What has not vested may never be its owner's: a name that says so is told, for all of it is counted. */
export function noteUnvested(
  accounts: readonly Account[],
  findings: Findings,
  lineOf: (account: string, symbol: string) => number | null = () => null,
): void {
  const then = 'is counted in full, though what has not vested is not yet yours and may be lost';
  for (const { name, positions } of accounts) {
    if (UNVESTED.test(name)) {
      findings.note('unvested', `account "${quotation(name)}" ${then}; leave it out of the file to leave it out of the figures`); // prettier-ignore
      continue;
    }
    for (const { symbol, name: called = '' } of positions) {
      if (!UNVESTED.test(called)) continue;
      const line = lineOf(name, symbol);
      findings.note(
        'unvested',
        `"${quotation(called)}" ${then}; take the line out to leave it out of the figures`,
        line,
      );
    }
  }
}
