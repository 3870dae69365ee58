// Lies made of the portfolio's own figures: a sentence about one thing with the figure of another. The dangerous kind, because
// every figure in them stands somewhere among the facts.
import type { Fact } from '../../shared/schemas/fact.ts';
import type { Lie } from './lies.ts';

/** A sentence with a place for a figure, and the facts that would make it true. */
interface Claim {
  kind: string;
  unit: 'percent' | 'usd' | 'points' | 'age' | 'count';
  say: (figure: string) => string;
  truths: RegExp;
}

const classNames: Readonly<Record<string, string>> = { equity: 'Stocks', fixed_income: 'Bonds', cash: 'Cash', commodities: 'Commodities', real_estate: 'Real estate' }; // prettier-ignore
const regionNames: Readonly<Record<string, string>> = { north_america: 'North America', europe: 'Europe', pacific: 'The Pacific region', emerging_markets: 'Emerging markets' }; // prettier-ignore
const sectorNames: Readonly<Record<string, string>> = { information_technology: 'Technology', financials: 'Financials', health_care: 'Health care', industrials: 'Industrials', energy: 'Energy', utilities: 'Utilities' }; // prettier-ignore
const crisisNames: Readonly<Record<string, string>> = { great_depression: 'The Great Depression', oil_crisis: 'The oil crisis of 1973', dot_com: 'The dot-com bust', financial_crisis: 'The financial crisis of 2008', rate_shock: 'The year 2022' }; // prettier-ignore
const percentiles: Readonly<Record<string, string>> = { 5: 'In the worst 5% of outcomes', 50: 'In the median outcome', 95: 'In the best 5% of outcomes' }; // prettier-ignore
const changes: readonly (readonly [RegExp, string])[] = [
  [/^retire_\d+_years_later$/, 'Retiring two years later'],
  [/^spend_/, 'Spending 10% less'],
  [/^save_/, 'Saving 20% more'],
  [/^inflation_/, 'Inflation one point higher'],
  [/^returns_/, 'With returns one point lower'],
  [/^live_/, 'Living five years longer'],
];

const one = (kind: string, unit: Claim['unit'], truths: RegExp, say: Claim['say']): Claim => ({ kind, unit, truths, say }); // prettier-ignore

/** What can be said of this portfolio and this plan, each with a place for a figure. */
function claimsAbout(facts: readonly Fact[]): Claim[] {
  const names = new Set(facts.map(({ name }) => name));
  const text = (name: string) => String(facts.find((fact) => fact.name === name)?.value ?? '');
  const claims: Claim[] = [];
  const add = (needs: string, ...more: Claim[]) => {
    if (names.has(needs)) claims.push(...more);
  };
  for (const [key, name] of Object.entries(classNames)) {
    const alias = key === 'cash' ? '|^portfolio\\.cash|^cash\\.' : '';
    const share = new RegExp(`^allocation\\.(?:assetClass|sector)\\.${key}\\.weight$|^assumption\\.${key}\\.weight$${alias}`); // prettier-ignore
    const amount = new RegExp(`^allocation\\.(?:assetClass|sector)\\.${key}\\.value$${alias}`);
    add(`allocation.assetClass.${key}.weight`, one('class, share', 'percent', share, (f) => `${name} ${name.endsWith('s') ? 'are' : 'is'} ${f} of the portfolio.`), one('class, money', 'usd', amount, (f) => `You have ${f} in ${name.toLowerCase()}.`)); // prettier-ignore
    add(`assumption.${key}.mean`, one('class, return', 'percent', new RegExp(`^assumption\\.${key}\\.mean$|^cash\\.interest`), (f) => `${name} ${name.endsWith('s') ? 'are' : 'is'} assumed to return ${f} a year.`), one('class, volatility', 'percent', new RegExp(`^assumption\\.${key}\\.volatility$`), (f) => `A volatility of ${f} is assumed for ${name.toLowerCase()}.`)); // prettier-ignore
    add(`drift.assetClass.${key}.target`, one('class, target', 'percent', new RegExp(`^drift\\.assetClass\\.${key}\\.target$`), (f) => `The target for ${name.toLowerCase()} is ${f}.`), one('class, drift', 'points', new RegExp(`^drift\\.assetClass\\.${key}\\.drift$`), (f) => `${name} are ${f} away from the target.`)); // prettier-ignore
  }
  for (const [key, name] of Object.entries(regionNames)) {
    const share = new RegExp(
      `^(?:allocation|drift)\\.region\\.${key}\\.weight$|^rebalancing\\.after\\.region\\.${key}$`,
    );
    add(`drift.region.${key}.weight`, one('region, share', 'percent', share, (f) => `${name} makes up ${f} of your stocks.`), one('region, target', 'percent', new RegExp(`^drift\\.region\\.${key}\\.target$`), (f) => `${name} is ${f} of the world market.`)); // prettier-ignore
  }
  for (const [key, name] of Object.entries(sectorNames))
    add(`allocation.sector.${key}.weight`, one('sector, share', 'percent', new RegExp(`^allocation\\.sector\\.${key}\\.weight$`), (f) => `${name} is ${f} of the portfolio.`)); // prettier-ignore
  for (const { name } of facts) {
    const [, key = ''] = /^holding\.([A-Z]+)\.value$/.exec(name) ?? [];
    if (key === '') continue;
    const self = text('concentration.largest.symbol') === key ? '|^concentration\\.largest\\.weight$' : '';
    claims.push(
      one('holding, share', 'percent', new RegExp(`^(?:holding|guessed|unclassified)\\.(?:${key}|\\d+)\\.weight$${self}|^concentration\\.largestIssuer`), (f) => `${key} is ${f} of the portfolio.`), // prettier-ignore
      one(
        'holding, money',
        'usd',
        new RegExp(`^holding\\.${key}\\.|^unclassified`),
        (f) => `Your ${key} is worth ${f}.`,
      ),
      one('holding, cost', 'percent', new RegExp(`^holding\\.${key}\\.expenseRatio$`), (f) => `${key} charges ${f} a year.`), // prettier-ignore
    );
    add(`holding.${key}.gain`, one('holding, paid', 'usd', new RegExp(`^holding\\.${key}\\.gain$`), (f) => `You paid ${f} for ${key}.`), one('holding, gain', 'percent', new RegExp(`^holding\\.${key}\\.gainRatio$`), (f) => `${key} has gained ${f}.`)); // prettier-ignore
  }
  for (const { name, label } of facts) {
    const key = /^allocation\.account\.([\w-]+)\.value$/.exec(name)?.[1];
    const called = /^([A-Z][A-Za-z ]{3,}) \(account\)/.exec(label)?.[1];
    if (key === undefined || called === undefined) continue;
    claims.push(one('account, share', 'percent', new RegExp(`^allocation\\.account(?:Type)?\\..*\\.weight$`), (f) => `Your ${called} is ${f} of the total.`), one('account, money', 'usd', new RegExp(`^allocation\\.account\\.${key}\\.value$`), (f) => `Your ${called} holds ${f}.`)); // prettier-ignore
  }
  for (const [key, name] of Object.entries(crisisNames))
    add(`risk.stress.${key}.change`, one('crisis, share', 'percent', new RegExp(`^risk\\.stress\\.${key}\\.return$`), (f) => `${name} would have cost you ${f}.`), one('crisis, money', 'usd', new RegExp(`^risk\\.stress\\.${key}\\.change$`), (f) => `${name} would have cost you ${f}.`)); // prettier-ignore
  for (const { name } of facts) {
    const [, rank = '', age = ''] = /^retirement\.balance\.p(5|50|95)\.(\d+)$/.exec(name) ?? [];
    const when = percentiles[rank];
    if (when === undefined || Number(age) % 10 !== 0) continue;
    const same = rank === '50' ? '|^retirement\\.median' : '';
    claims.push(one('balance', 'usd', new RegExp(`^retirement\\.balance\\.p${rank}\\.${age}$${same}`), (f) => `${when} you would have ${f} at ${age}.`)); // prettier-ignore
  }
  for (const { name } of facts) {
    const key = /^retirement\.whatIf\.(\w+)\.success$/.exec(name)?.[1];
    const said = changes.find(([which]) => which.test(key ?? ''))?.[1];
    if (key === undefined || said === undefined) continue;
    claims.push(one('what-if, chance', 'percent', new RegExp(`^(?:retirement|question)\\.whatIf\\.(?:${key}|\\d+)\\.success$`), (f) => `${said}, the chance that the money lasts would be ${f}.`)); // prettier-ignore
  }
  const plan = 'retirement.success';
  const lasts = /^retirement\.(?:success|interval\.\w+)$/;
  add(plan, one('chance', 'percent', lasts, (f) => `There is a ${f} chance that the money lasts.`), one('chance', 'percent', lasts, (f) => `Your chance of success is ${f}.`), one('chance', 'percent', /^retirement\.failure$/, (f) => `There is a ${f} chance that the money runs out.`)); // prettier-ignore
  add('goals.retireAt', one('retire at', 'age', /^goals\.retireAt$/, (f) => `You plan to retire at ${f}.`), one('today', 'age', /^goals\.age$/, (f) => `You are ${f} years old.`)); // prettier-ignore
  add('retirement.earliestAge', one('earliest age', 'age', /^retirement\.earliestAge$/, (f) => `The earliest age at which you could retire with that confidence is ${f}.`)); // prettier-ignore
  add('retirement.medianRuinAge', one('runs out at', 'age', /^retirement\.(?:medianRuinAge|p10RuinAge)$/, (f) => `Where the money runs out, it typically does so at ${f}.`)); // prettier-ignore
  add('retirement.sustainableIncome', one('sustainable income', 'usd', /^retirement\.sustainable/, (f) => `Your sustainable income is ${f} a year.`), one('sustainable income', 'usd', /^retirement\.sustainable/, (f) => `You could safely spend ${f} a year.`), one('sustainable income', 'usd', /^retirement\.sustainable/, (f) => `The plan supports ${f} a year.`)); // prettier-ignore
  add('goals.income', one('wish', 'usd', /^goals\.(?:income|fromPortfolio)$/, (f) => `You want ${f} a year in retirement.`)); // prettier-ignore
  add('goals.contribute', one('saving', 'usd', /^goals\.contribute$|^rebalancing\.newMoney\.amount$/, (f) => `You save ${f} a year.`)); // prettier-ignore
  add('risk.loss95.value', one('bad year', 'usd', /^risk\.loss95\.(?:value)$/, (f) => `In one year in twenty you would lose ${f} or more.`), one('bad year', 'usd', /^risk\.loss99\.value$/, (f) => `In one year in a hundred you would lose ${f} or more.`), one('bad year', 'percent', /^risk\.loss95\.(?:share|parametric)$/, (f) => `In one year in twenty you would lose ${f} or more.`), one('bad year', 'percent', /^risk\.loss99\.(?:share|parametric)$/, (f) => `In one year in a hundred you would lose ${f} or more.`)); // prettier-ignore
  add('risk.mean', one('return', 'percent', /^(?:risk\.mean|retirement\.portfolioMean)$/, (f) => `The mix is assumed to return ${f} a year.`), one('volatility', 'percent', /^(?:risk\.volatility|retirement\.portfolioVolatility)$|^score\.risk\.assetClasses$/, (f) => `The volatility of the mix is ${f}.`)); // prettier-ignore
  add('assumption.inflation.mean', one('inflation', 'percent', /^assumption\.inflation/, (f) => `Inflation is assumed at ${f} a year.`)); // prettier-ignore
  add('costs.yearly', one('costs', 'usd', /^costs\.yearly$/, (f) => `The funds cost ${f} a year.`), one('costs', 'percent', /^costs\.expenseRatio$|^assumption\.fee$/, (f) => `Your funds cost you ${f} a year.`), one('costs', 'usd', /^costs\.overYears\.cost$/, (f) => `Over the years the fees add up to ${f}.`)); // prettier-ignore
  add('concentration.topFive.weight', one('five largest', 'percent', /^concentration\.topFive/, (f) => `The five largest holdings make up ${f} of everything.`)); // prettier-ignore
  add('concentration.singleStock.weight', one('single companies', 'percent', /^concentration\.(?:singleStock|largestIssuer)/, (f) => `Individual companies are ${f} of the portfolio.`), one('single companies', 'percent', /^concentration\.(?:singleStock|largestIssuer)/, (f) => `Individual stocks account for ${f} of the total.`)); // prettier-ignore
  add('concentration.largest.weight', one('largest holding', 'percent', /^concentration\.largest/, (f) => `Your largest holding is ${f} of the portfolio.`)); // prettier-ignore
  add('portfolio.gain', one('gain', 'usd', /^portfolio\.gain$/, (f) => `Your investments have gained ${f} so far.`), one('gain', 'percent', /^portfolio\.gain\.ratio$/, (f) => `Your investments have gained ${f} so far.`)); // prettier-ignore
  add('portfolio.value', one('value', 'usd', /^(?:portfolio\.value|retirement\.startingBalance|allocation\.currency\..*)$/, (f) => `Your portfolio is worth ${f}.`)); // prettier-ignore
  add('portfolio.accounts', one('accounts', 'count', /^portfolio\.accounts$|^performance\.covered\.accounts$|^taxation/, (f) => `You have ${f} accounts.`)); // prettier-ignore
  add('portfolio.holdings', one('holdings', 'count', /^portfolio\.(?:holdings|positions)$|^otherHoldings|count$|effective/, (f) => `You own ${f} different investments.`)); // prettier-ignore
  add('score.risk', one('grade', 'count', /^score\.risk$/, (f) => `Risk is graded ${f} out of 10.`), one('grade', 'count', /^score\.diversification$/, (f) => `Diversification is graded ${f} out of 10.`)); // prettier-ignore
  add('goals.age', one('tax', 'percent', /taxRate|accountType|^assumption\.account|tax/i, (f) => `You pay ${f} tax.`)); // prettier-ignore
  add('portfolio.value', one('last year', 'percent', /^performance\./, (f) => `Your portfolio returned ${f} last year.`)); // prettier-ignore
  add('retirement.withdrawalRate', one('withdrawal rate', 'percent', /^retirement\.withdrawalRate$/, (f) => `You would withdraw ${f} of the balance in the first year.`)); // prettier-ignore
  return claims;
}

interface Borrowed {
  value: number;
  shown: string;
  /** The fact that it is borrowed from. */
  fact?: string;
}

const money = (value: number): Borrowed | null => {
  const size = Math.abs(value);
  if (size < 100) return null;
  const rounded = size >= 1e6 ? Math.round(size / 1e4) * 1e4 : size >= 10_000 ? Math.round(size / 100) * 100 : Math.round(size); // prettier-ignore
  return { value: size, shown: size >= 1e6 && size < 1e9 ? `$${(rounded / 1e6).toFixed(2)} million` : `$${rounded.toLocaleString('en-US')}` }; // prettier-ignore
};

const share = (value: number, unit: string): Borrowed | null => {
  const size = 100 * Math.abs(value);
  if (size < 0.4 || size > 99.4) return null;
  return {
    value: size,
    shown: `${size < 9.95 ? size.toFixed(1) : size.toFixed(0)}${unit}`,
  };
};

const whole = (value: number): Borrowed | null => (value >= 2 && value < 120 && value % 1 === 0 ? { value, shown: String(value) } : null); // prettier-ignore

const from = (fact: string, one: Borrowed | null): Borrowed[] => (one === null ? [] : [{ ...one, fact }]);

/** What can stand in a place of that unit: the values of all facts, and the figures of their labels. */
function valuesFor(facts: readonly Fact[], unit: Claim['unit']): Borrowed[] {
  return facts.flatMap(({ name: fact, unit: own, value, label }): Borrowed[] => {
    const labels = `${label} ${typeof value === 'string' ? value : ''}`;
    const labelled = (pattern: RegExp) => [...labels.matchAll(pattern)].map(([, found]) => Number((found ?? '').replaceAll(',', ''))); // prettier-ignore
    if (unit === 'usd') return [...(own === 'usd' ? [Number(value)] : []), ...labelled(/\$([\d,]+)/g)].flatMap((one) => from(fact, money(one))); // prettier-ignore
    if (unit === 'percent' || unit === 'points') {
      const known = [...(own === 'fraction' || own === 'points' ? [Number(value)] : []), ...labelled(/(\d+(?:\.\d+)?)%/g).map((one) => one / 100)]; // prettier-ignore
      return known.flatMap((one) => from(fact, share(one, unit === 'points' ? ' percentage points' : '%')));
    }
    const counted = own === 'age' || own === 'count' || own === 'years' || (own === 'ratio' && Number(value) % 1 === 0);
    return [...(counted ? [Number(value)] : []), ...labelled(/\bat (\d\d)\b/g)].flatMap((one) => whole(one) ?? []);
  });
}

/** Whether a figure is far enough from everything that would make the claim true, however it is rounded. */
function isFar({ value }: Borrowed, unit: Claim['unit'], truths: readonly number[]): boolean {
  const room = unit === 'usd' ? 0.06 * value + 60 : unit === 'age' || unit === 'count' ? 0.9 : Math.max(value < 9.95 ? 0.3 : 1.2, 0.06 * value); // prettier-ignore
  return truths.every((truth) => Math.abs(truth - value) > room);
}

/** Every claim with two of the figures of other facts, chosen by the seed. */
export function borrowedLies(facts: readonly Fact[], seed: number): Lie[] {
  const values = new Map((['percent', 'usd', 'points', 'age', 'count'] as const).map((unit) => [unit, valuesFor(facts, unit)])); // prettier-ignore
  return claimsAbout(facts).flatMap(({ kind, unit, say, truths }, at) => {
    const times = unit === 'percent' || unit === 'points' ? 100 : 1;
    const true_ = facts.flatMap(({ name, value }) => (truths.test(name) && typeof value === 'number' ? [Math.abs(value) * times] : [])); // prettier-ignore
    const far = (values.get(unit) ?? []).filter((value) => isFar(value, unit, true_) && isFar({ ...value, value: Number.parseFloat(value.shown.replace(/[$,]/g, '')) * (value.shown.endsWith('million') ? 1e6 : 1) }, unit, true_)); // prettier-ignore
    const some = far.length === 0 ? [] : [0, 1].map((next) => far[(seed * 31 + at * 17 + next * 53) % far.length]);
    return [...new Map(some.flatMap((one) => (one === undefined ? [] : [[one.shown, one] as const])))].map(([shown, { fact }]) => ({ kind: `borrowed: ${kind}`, sentence: say(shown), figure: shown, ...(fact !== undefined && { fact }) })); // prettier-ignore
  });
}
