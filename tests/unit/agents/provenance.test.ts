import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { writeReport } from '../../../shared/agents/write-report.ts';
import { writeRetirement } from '../../../shared/agents/write-retirement.ts';
import { writeSummary } from '../../../shared/agents/write-summary.ts';
import { anyCase, household, plainCases } from './portfolios.ts';
import type { Case } from './portfolios.ts';

/**
 * What the narrator says, with «» where the figure stands, and the facts that it may be. A crisis, a change of the plan and the
 * like are told apart by their values: two facts with the same value may stand for one another.
 */
const meant: readonly (readonly [sentence: RegExp, fact: RegExp])[] = [
  [/your portfolio is worth \**«»/, /^portfolio\.value$/],
  [/«» chance of lasting to age/, /^retirement\.success$/],
  [/the money lasts to age \d+ in «» of the simulated futures/, /^retirement\.success$/],
  [/as it stands the chance is «»/, /^retirement\.success$/],
  [/the chance that the money lasts rises from «» to/, /^retirement\.success$/],
  [/\*\*In «» of [\d,]+ simulated futures the money lasts/, /^retirement\.success$/],
  [/the money lasts to age «» in/, /^goals\.lifeExpectancy$/],
  [/chance of lasting to age «»/, /^goals\.lifeExpectancy$/],
  [/has a standard error of «»/, /^retirement\.standardError$/],
  [/95% interval (?:is )?«» to/, /^retirement\.interval\.low$/],
  [/95% interval (?:is )?[\d.]+% to «»/, /^retirement\.interval\.high$/],
  [/; its «» interval is/, /#label$/],
  [/The largest is [^|.]*\(«»\), \$/, /^holding\.[^.]+\.(?:name|value)$/],
  [
    /The largest is [^|.]*\), \$[\d,.]+(?: (?:m|b)illion)? or «» of the portfolio/,
    /^holding\.[^.]+\.weight$|^concentration\.largest/,
  ],
  [/alone is «» of the portfolio/, /^holding\.[^.]+\.weight$|^concentration\.largest/],
  [/Single companies’ stocks are «» in all/, /^concentration\.singleStock\.weight$/],
  [/Single companies’ stocks, «» of the portfolio/, /^concentration\.singleStock\.weight$/],
  [/with a volatility of «»/, /^(?:risk\.volatility|retirement\.portfolioVolatility)$/],
  [/returns are assumed to average «» a year/, /^(?:risk\.mean|retirement\.portfolioMean)$/],
  [/Your mix is taken to return «» a year/, /^(?:risk\.mean|retirement\.portfolioMean)$/],
  [/prices to rise by «» a year/, /^assumption\.inflation/],
  [/would lose about \*\*«»\*\* \(/, /^risk\.loss95\.value$/],
  [/would lose about \*\*\$[\d,.]+(?: (?:m|b)illion)?\*\* \(«»\) or more/, /^risk\.loss95\.share$/],
  [/average over such years is a loss of «»/, /^risk\.loss95\.tailValue$/],
  [/average over such years is a loss of \$[\d,.]+(?: (?:m|b)illion)? \(«»\)/, /^risk\.loss95\.tailShare$/],
  [/In a bad year, «», /, /#tail$/],
  [/typically a loss of «» a year/, /^retirement\.sequence\.worst\.return$/],
  [/What you want is «» of the median balance/, /^retirement\.withdrawalRate$/],
  [/An income of \**«»/, /^retirement\.sustainableIncome$/],
  [/in «» of the simulated futures\. That is the plan’s ceiling/, /^retirement\.ceiling\.success$/],
  [/in «» of the simulated futures\. That is/, /^retirement\.confidence$/],
  [/less than the «» you want/, /^goals\.income$/],
  [/until you retire at «», then to take/, /^goals\.retireAt$/],
  [/You are «»\. The plan is to save/, /^goals\.age$/],
  [/The plan is to save «» a year/, /^goals\.contribute$/],
  [/typically does so around age «»/, /^retirement\.medianRuinAge$/],
  [/the earliest tenth, by age «»/, /^retirement\.p10RuinAge$/],
  [/\n\| «» \| \$/, /#age$/],
  [/The yearly cost is known for «»/, /^costs\.coverage$|^assumption\.fee\.known$/],
  [/The part whose cost is known \(«» of what is invested\)/, /^portfolio\.gain\.coverage$/],
  // A share, or dollars where an account owes more than it holds.
  [/«» is in taxable accounts/, /^allocation\.accountType\.taxable\.(?:weight|value)$/],
  [/«» in tax-deferred accounts/, /^allocation\.accountType\.tax_deferred\.weight$/],
  [/«» are in North America/, /^drift\.region\.north_america\.weight$/],
  [/For «» the sector is not known/, /^allocation\.sector\.unknown\.weight$/],
  [/financials \(«»\)/, /^allocation\.sector\.financials\.weight$/],
  [/information technology \(«»\)/, /^allocation\.sector\.information_technology\.weight$/],
  [/«» of the portfolio is in stocks/, /^allocation\.assetClass\.equity\.weight$/],
];

interface Wrong {
  said: string;
  fact: string | null;
}

/** The figures of the narrator's texts that the table knows, and those of them that have another fact behind them. */
async function checked({ analysis, facts }: Case): Promise<{ known: Set<string>; wrong: Wrong[]; indirect: string[] }> {
  const texts = [await writeSummary(facts), await writeReport(facts)].map(({ output, check }) => ({ output, check }));
  const all: { output: unknown; check: (typeof texts)[number]['check'] }[] = [...texts];
  if (analysis.retirement !== null) all.push(await writeRetirement(facts));
  const values = new Map(facts.map(({ name, value }) => [name, value]));
  const known = new Set<string>();
  const wrong: Wrong[] = [];
  const indirect: string[] = [];
  for (const { output, check } of all) {
    for (const { at, start, end, fact } of check.findings ?? []) {
      const text = textAt(output, at);
      const said = `${text.slice(Math.max(0, start - 160), start)}«»${text.slice(end, end + 60)}`;
      if ((fact ?? '').startsWith('stale.') && !/\bold\b|\bdays\b/.test(said)) indirect.push(said);
      const row = meant.find(([sentence]) => sentence.test(said));
      if (row === undefined) continue;
      const [sentence, expected] = row;
      known.add(sentence.source);
      const same = facts.some(({ name }) => expected.test(name) && values.get(name) === values.get(fact ?? ''));
      if (!expected.test(fact ?? '') && !same) wrong.push({ said, fact });
    }
  }
  return { known, wrong, indirect };
}

function textAt(output: unknown, at: string): string {
  let found: unknown = output;
  for (const part of at.split('.')) {
    const next: unknown = typeof found === 'object' && found !== null ? Reflect.get(found, part) : undefined;
    found = next;
  }
  return typeof found === 'string' ? found : '';
}

describe('the fact behind a figure of the narrator', () => {
  test('is the one that the sentence is about, for any portfolio', async () => {
    const known = new Set<string>();
    await fc.assert(
      fc.asyncProperty(anyCase, async (one) => {
        const found = await checked(one);
        for (const sentence of found.known) known.add(sentence);
        expect(found.wrong).toEqual([]);
        expect(found.indirect).toEqual([]);
      }),
      { numRuns: 80, seed: 20260401 },
    );
    expect(known.size).toBeGreaterThan(30);
  }, 120_000);

  test.each(Object.entries({ household, ...plainCases }))('is so of a portfolio that is %s', async (_name, one) => {
    const { wrong, indirect } = await checked(one);
    expect({ wrong, indirect }).toEqual({ wrong: [], indirect: [] });
  });
});
