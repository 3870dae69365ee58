import type { Score } from '../schemas/score.ts';
import { lookThrough, UNKNOWN } from './look-through.ts';
import type { Instruments } from './look-through.ts';
import { singleNames } from './risk/single-names.ts';
import { GLOBAL_MARKET, GLOBAL_MARKET_AS_OF } from './target-mix.ts';
import type { Valuation } from './valuation.ts';

/** Where less than this of what is invested is classified a grade would be a guess. */
const ENOUGH_KNOWN = 0.5;
/** Where less than this of what is owned is invested there is nothing to spread. */
const ENOUGH_INVESTED = 0.05;

type Part = Omit<Score['parts'][number], 'weight'>;
type Invested = ReturnType<typeof investedOf>;

/**
 * How well what is invested is spread, 1 (everything on one card) to 10: round(1 + 9 x product of four factors, 0 to 1). A
 * product and no average, for one part does not make up for another: a single company's stock is one card in whatever
 * sector it lies. Every figure is a share of what is invested, so a small bet costs little. Cash stands aside: it bears no
 * risk that could be spread, and more of it changes nothing.
 *
 * - single names (companies, coins, partnerships, issuers of single bonds but for national governments): 1 - sqrt(sum of squared shares), the part of one company's own risk that
 *   spreading removes where such risks are independent: none for one stock, 68% for ten equal ones, 82% for thirty, where
 *   Statman sees a portfolio diversified ("How Many Stocks Make a Diversified Portfolio?", JFQA 22(3), 1987);
 * - sectors (all but those of bonds): sqrt(sum of squared shares); full to 0.45, 30% at 1. The world's stocks have 0.37, US
 *   stocks 0.42, a fund of one sector 1;
 * - regions: stocks that lie elsewhere than in the world's markets (active share: Cremers and Petajisto, Review of Financial
 *   Studies 22(9), 2009, taken over regions), as a share of what is invested; full to 10%, 60% from 90% on;
 * - asset classes: effective number, 1 / sum of squared shares; 65% at one, full from 1.4, that is 82/18: by then a second
 *   class has done most of what it can do for the risk.
 *
 * How little sectors, regions and classes may leave is judgement: spreading them removes less than spreading companies does
 * (Campbell, Lettau, Malkiel and Xu, Journal of Finance 56(1), 2001: an industry's own volatility is well below a company's).
 * They are set so that a stock-and-bond fund of the world is a 10, a fund of the world's stocks a 7, of US stocks a 6, of
 * one sector a 3. A part of which nothing is held is left out, and so are sectors, and regions, where those of most of the
 * stocks are not known; what is not known counts neither for nor against the rest. `weight` is a part's share of what is missing to 10 (of
 * logarithms). Null where less than 5% of what is owned is invested, or less than half of that is classified.
 */
export function diversificationScore(valuation: Valuation, instruments: Instruments): Score | null {
  const invested = investedOf(valuation, instruments);
  const { whole, owned, known } = invested;
  if (whole <= 0 || whole < ENOUGH_INVESTED * owned || known < ENOUGH_KNOWN * whole) return null;
  const names = singleNames(valuation, instruments).map(({ units }) => units / whole);
  const parts = [nameSpread(names), sectorSpread(invested), regionSpread(invested), classSpread(invested)];
  const applying = parts.filter((part) => part !== null);
  const product = applying.reduce((left, { grade }) => left * grade, 1);
  const weights = sharesOfMissing(applying.map(({ grade }) => grade));
  return {
    score: Math.round(1 + 9 * product),
    how: 'round(1 + 9 x product of what each part leaves), of what is invested, cash aside; a weight is the share of what is missing to 10.',
    parts: applying.map((part, index) => ({ ...part, weight: weights[index] ?? 0 })),
  };
}

/**
 * Bonds are told apart by who owes them, which spreads little; cash is not invested. Coins and partnerships belong to none
 * ("other"), and count as single names.
 */
const NO_SECTOR = new Set([
  'government_bonds',
  'corporate_bonds',
  'securitized_bonds',
  'municipal_bonds',
  'cash',
  'other',
  UNKNOWN,
]);
/** Classes that have sectors; property and commodities are theirs. */
const WITH_SECTORS = ['equity', 'real_estate', 'commodities'];

/** What is invested, looked through, in units of money; debts left out. `known` is the part of `whole` that is classified. */
function investedOf(valuation: Valuation, instruments: Instruments) {
  const classes = new Map<string, number>();
  const sectors = new Map<string, number>();
  const places = new Map<string, number>();
  let [owned, whole, known, sectorless, placeless] = [0, 0, 0, 0, 0];
  for (const holding of valuation.holdings) {
    const units = Math.max(0, holding.units);
    const seen = lookThrough(holding, instruments);
    owned += units;
    whole += units * (1 - (seen.assetClasses.cash ?? 0));
    for (const [key, share] of Object.entries(seen.assetClasses)) {
      if (key === 'cash') continue;
      known += units * share;
      add(classes, key, units * share);
    }
    let unsaid = WITH_SECTORS.reduce((sum, key) => sum + (seen.assetClasses[key] ?? 0), 0);
    for (const [key, share] of Object.entries(seen.sectors)) {
      if (NO_SECTOR.has(key)) continue;
      add(sectors, key, units * share);
      unsaid -= share;
    }
    sectorless += units * Math.max(0, unsaid);
    const equity = seen.assetClasses.equity ?? 0;
    for (const [key, share] of Object.entries(seen.regions)) {
      if (key === UNKNOWN) placeless += units * equity * share;
      else add(places, key, units * equity * share);
    }
  }
  return { owned, whole, known, classes, sectors, sectorless, places, placeless };
}

function add(sums: Map<string, number>, key: string, units: number): void {
  if (units > 0) sums.set(key, (sums.get(key) ?? 0) + units);
}

function nameSpread(shares: readonly number[]): Part {
  const figure = Math.min(1, Math.sqrt(sumOfSquares(shares)));
  return {
    key: 'companies',
    label: 'Single companies and coins',
    figure,
    grade: 1 - figure,
    how: 'As if so much were in one company: sqrt of the sum of squared shares of single companies, coins, partnerships and issuers of single bonds (national governments aside); leaves what it lacks to 1.',
  };
}

function sectorSpread({ sectors, sectorless, known }: Invested): Part | null {
  if (sectors.size === 0 || sumOf(sectors) < ENOUGH_KNOWN * (sumOf(sectors) + sectorless)) return null;
  const figure = Math.min(1, Math.sqrt(sumOfSquares([...sectors.values()].map((units) => units / known))));
  return {
    key: 'sectors',
    label: "Stocks' sectors",
    figure,
    grade: between(figure, { full: 0.45, least: 1, leaves: 0.3 }),
    how: 'As if so much were in one sector: sqrt of the sum of squared shares, property and commodities counted as sectors, and what has no sector or one that is not known left out; full to 45%, leaves 30% at all in one.',
  };
}

function regionSpread({ places, placeless, known }: Invested): Part | null {
  const stocks = sumOf(places);
  if (stocks === 0 || stocks < ENOUGH_KNOWN * (stocks + placeless)) return null;
  const world = Object.entries(GLOBAL_MARKET.weights);
  // Stocks of no one market are taken to lie where the world's do.
  const anywhere = places.get('global') ?? 0;
  const lacking = world.map(([key, weight]) => weight * (stocks - anywhere) - (places.get(key) ?? 0));
  const figure = lacking.reduce((sum, units) => sum + Math.max(0, units), 0) / known;
  return {
    key: 'regions',
    label: 'Regions',
    figure,
    grade: between(figure, { full: 0.1, least: 0.9, leaves: 0.6 }),
    how: `Stocks that lie elsewhere than in the world's markets on ${GLOBAL_MARKET_AS_OF} (FTSE Global All Cap and MSCI ACWI IMI), as a share of what is invested, those whose region is not known left out: full to 10%, leaves 60% from 90% on.`,
  };
}

function classSpread({ classes, known }: Invested): Part {
  const figure = 1 / sumOfSquares([...classes.values()].map((units) => units / known));
  return {
    key: 'assetClasses',
    label: 'Asset classes',
    figure,
    grade: between(figure, { full: 1.4, least: 1, leaves: 0.65 }),
    how: 'Effective number of asset classes, 1 / sum of squared shares, cash aside: leaves 65% at 1, full from 1.4.',
  };
}

/** 1 at `full` and beyond, `leaves` at `least` and beyond, straight between. */
function between(figure: number, { full, least, leaves }: { full: number; least: number; leaves: number }): number {
  const lost = Math.min(1, Math.max(0, (figure - full) / (least - full)));
  return 1 - lost * (1 - leaves);
}

function sumOf(sums: ReadonlyMap<string, number>): number {
  return [...sums.values()].reduce((sum, units) => sum + units, 0);
}

function sumOfSquares(shares: readonly number[]): number {
  return shares.reduce((sum, share) => sum + share * share, 0);
}

/** Shares of the sum of logarithms; equal where nothing is missing, all to what leaves nothing. */
function sharesOfMissing(grades: readonly number[]): number[] {
  const nothing = grades.filter((grade) => grade === 0).length;
  if (nothing > 0) return grades.map((grade) => (grade === 0 ? 1 / nothing : 0));
  const whole = grades.reduce((sum, grade) => sum - Math.log(grade), 0);
  return grades.map((grade) => (whole > 0 ? -Math.log(grade) / whole : 1 / grades.length));
}
