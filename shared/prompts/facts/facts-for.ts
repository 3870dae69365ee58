import type { Fact } from '../../schemas/fact.ts';

/** Who is told facts. */
export type Teller = 'planner' | 'reporter' | 'retirement' | 'charter';

/** What stands in a table of the report, case by case, and no short text has a use for. */
const cases =
  'stale\\.\\d|excluded\\.\\d+\\.quantity$|holding\\.[^.]+\\.(?:price|quantity|name)$|risk\\.stress\\.[^.]+\\.source$';
/** How the trades and the grades come about. */
const workings = 'rebalancing\\.(?:newMoney\\.)?(?:trade|note)\\.|score\\.[^.]+\\.[^.]+$';
/** What only an explanation of the simulation needs. */
const simulation = 'retirement\\.(?:balance|spending|note|sequence|paidInFullUntil|shortfall)\\.';

/** Names of the facts that an agent is not told, for it does not write about them. */
const notFor: Readonly<Record<Teller, RegExp>> = {
  planner: new RegExp(`^(?:${cases}|${workings}|assumption\\.|${simulation})`, 'u'),
  // Its charts show the simulation and the assumptions.
  charter: new RegExp(`^(?:${cases}|${workings}|assumption\\.correlation\\.|retirement\\.note\\.)`, 'u'),
  // A table of the trades stands under its text; the retirement agent explains the simulation. What another mix is simulated to do
  // is told beside the advice to change it: from which shares on, and whether it swings more.
  reporter: new RegExp(
    `^(?:rebalancing\\.(?:newMoney\\.)?trade\\.|holding\\.[^.]+\\.quantity$|assumption\\.(?!correlation\\.|\\w+\\.(?:weight|volatility)$)|assumption\\.inflation\\.|${simulation})`,
    'u',
  ),
  retirement:
    /^(?!portfolio\.|goals\.|retirement\.|assumption\.(?!correlation)|allocation\.assetClass\.|concentration\.|excluded\.|interest\.|question\.)/u,
};

/** A question on what the table of the holdings says of each. */
const OF_UNITS = /\b(?:prices?|how many [\w&.' -]*(?:shares|units))\b/i;

const OF_INFLATION = /\binflation\b|\b(?:today['’]s|real|nominal|future) dollars\b/i;

/**
 * The facts that an agent writes from; the planner also has what its question asks: of the simulated balances those of the ages that it names,
 * the prices and units of the holdings, and inflation.
 */
export function factsFor(teller: Teller, facts: readonly Fact[], question: string | null = null): Fact[] {
  const ofUnits = question !== null && OF_UNITS.test(question);
  const ofInflation = question !== null && OF_INFLATION.test(question);
  const asked = facts.flatMap(({ name, value }) =>
    /^question\.balanceAt\.\d+\.age$/.test(name) ? [String(value)] : [],
  );
  return facts.filter(
    ({ name }) =>
      !notFor[teller].test(name) ||
      (ofUnits && /^holding\.[^.]+\.(?:price|quantity)$/.test(name)) ||
      (ofInflation && name === 'assumption.inflation.mean') ||
      (teller === 'planner' && asked.includes(/^retirement\.balance\.p(?:5|25|50|75)\.(.+)$/.exec(name)?.[1] ?? '')),
  );
}
