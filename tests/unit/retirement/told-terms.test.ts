// Every field of a plan that decides what is simulated is told: in the report's list of the plan, its assumptions or its notes.
import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { defaultAssumptions } from '../../../shared/finance/market-assumptions/default.ts';
import { projectPlan } from '../../../shared/finance/retirement/engine.ts';
import { assumedMarket } from '../../../shared/finance/retirement/portfolio/assumed-market.ts';
import { outlineOf } from '../../../shared/finance/retirement/portfolio/outline.ts';
import { plan as planSchema, type PlanInput } from '../../../shared/schemas/retirement-plan/plan.ts';

const rows = [0.1, -0.12, 0.2, 0.03, -0.05, 0.15].map((equity, year) => ({
  ...{ period: String(1990 + year), inflation: 0.01 + 0.005 * year },
  returns: { equity, fixed_income: 0.03 - equity / 10 },
}));
const history = { frequency: 'year' as const, rows };
const assets = [
  { name: 'equity', weight: 0.6 },
  { name: 'fixed_income', weight: 0.4 },
];
const inflation = { mean: 0.02, volatility: 0.01, persistence: 0.3 };

const base: PlanInput = {
  people: [
    { name: 'Ana', age: 60, retireAt: 63, sex: 'female', longevity: { model: 'fixed_age', age: 75 } },
    { name: 'Ben', age: 61, retireAt: 64, sex: 'male', longevity: { model: 'fixed_age', age: 82 } },
  ],
  accounts: [
    { name: 'Brokerage', type: 'taxable', balance: 300_000, costBasis: 150_000, taxRate: 0.15, fee: 0.002 },
    { name: 'IRA', type: 'tax_deferred', balance: 300_000, taxRate: 0.2 },
  ],
  savings: [{ amount: 10_000, account: 'IRA', owner: 0, growth: 0.01, from: 61, to: 63, timing: 'end' }],
  incomes: [
    { kind: 'social_security', owner: 1, amount: 20_000, claimAt: 67, taxRate: 0.1 },
    { kind: 'pension', owner: 0, amount: 8000, basis: 'nominal', from: 65, to: 74, survivorShare: 0.5, taxRate: 0.1 },
  ],
  spending: { amount: 45_000, from: 64, survivorShare: 0.7, goals: [{ name: 'Boat', age: 66, amount: 30_000 }] },
  market: { assets, inflation },
  simulation: { paths: 30, seed: 3 },
};

type Change = (plan: PlanInput) => PlanInput;
const spending =
  (change: Partial<PlanInput['spending']>): Change =>
  (plan) => ({ ...plan, spending: { ...plan.spending, ...change } });
const market =
  (change: Partial<PlanInput['market']>): Change =>
  (plan) => ({ ...plan, market: { ...plan.market, ...change } });
const first = <T>(list: readonly T[] | undefined, change: Partial<T>, at = 0): T[] =>
  (list ?? []).map((one, index) => (index === at ? { ...one, ...change } : one));
const person =
  (change: Partial<PlanInput['people'][number]>, at = 0): Change =>
  (plan) => ({ ...plan, people: first(plan.people, change, at) });
const account =
  (change: Partial<PlanInput['accounts'][number]>): Change =>
  (plan) => ({ ...plan, accounts: first(plan.accounts, change) });
const saving =
  (change: Partial<NonNullable<PlanInput['savings']>[number]>): Change =>
  (plan) => ({ ...plan, savings: first(plan.savings, change) });
const income =
  (at: number, change: object): Change =>
  (plan) => ({ ...plan, incomes: first(plan.incomes, change, at) });
const asset = (change: Partial<PlanInput['market']['assets'][number]>): Change =>
  market({ assets: first(assets, change) });
const rule = (one: PlanInput['spending']['rule']): Change => spending({ rule: one });
const guardrails = (change: object = {}): Change =>
  rule({
    rule: 'guyton_klinger',
    floor: 30_000,
    ceiling: 60_000,
    withdrawalRule: true,
    inflationCap: 0.025,
    ...change,
  });
/** Guardrails that are soon met. */
const tight =
  (change: object = {}): Change =>
  (plan) =>
    spending({ amount: 80_000 })(
      guardrails({ band: 0.02, noCutYears: 1, floor: 1000, ceiling: 200_000, ...change })(plan),
    );
const bounds = { rule: 'floor_and_ceiling', rate: 0.05, floor: 0.9, ceiling: 1.1 } as const;
const returns = (one: PlanInput['market']['returns']): Change => market({ returns: one });
const longevity = (one: PlanInput['longevity']): Change => person({ longevity: one });
const glide = (equity: number, age = 62): Change =>
  market({
    glidePath: [
      { age, weights: { equity, fixed_income: 0.5 } },
      { age: 75, weights: { fixed_income: 1 } },
    ],
  });
const ages = (share: number, age = 70): Change =>
  spending({
    shareByAge: [
      { age: 64, share: 1 },
      { age, share },
    ],
  });
const fall = (age: number, by: number): Change => market({ falls: [{ age, by: { equity: by } }] });
const correlation = (value: number, other = 'fixed_income'): Change =>
  market({ correlations: [{ between: ['equity', other], value }] });
const cutBy =
  (from: number, share: number): Change =>
  (plan) => ({ ...plan, socialSecurityCut: { from, share } });
const none: Change = (plan) => plan;

/** Two plans that differ in one field alone, by that field. */
const fields: Record<string, [Change, Change]> = {
  'people.age': [none, person({ age: 58 })],
  'people.retireAt': [saving({ to: undefined }), (plan) => person({ retireAt: 62 })(saving({ to: undefined })(plan))],
  'people.sex': [
    longevity({ model: 'us_period_life_table_2025' }),
    (plan) => person({ sex: 'male' })(longevity({ model: 'us_period_life_table_2025' })(plan)),
  ],
  'accounts.type': [none, account({ type: 'tax_deferred', costBasis: undefined })],
  'accounts.balance': [none, account({ balance: 290_000 })],
  'accounts.costBasis': [none, account({ costBasis: 100_000 })],
  'accounts.taxRate': [none, account({ taxRate: 0.1 })],
  'accounts.fee': [none, account({ fee: 0.01 })],
  'savings.account': [none, saving({ account: 'Brokerage' })],
  'savings.owner': [none, saving({ owner: 1 })],
  'savings.amount': [none, saving({ amount: 12_000 })],
  'savings.growth': [none, saving({ growth: 0.2 })],
  'savings.from': [none, saving({ from: 62 })],
  'savings.to': [none, saving({ to: 62 })],
  'savings.timing': [none, saving({ timing: 'start' })],
  'incomes.owner': [none, income(1, { owner: 1 })],
  'incomes.amount': [none, income(0, { amount: 15_000 })],
  'incomes.claimAt': [none, income(0, { claimAt: 69 })],
  'incomes.taxRate': [none, income(1, { taxRate: 0.3 })],
  'incomes.basis': [none, income(1, { basis: 'real' })],
  'incomes.from': [none, income(1, { from: 67 })],
  'incomes.to': [none, income(1, { to: 70 })],
  'incomes.survivorShare': [income(1, { to: 90 }), income(1, { to: 90, survivorShare: 0.9 })],
  'socialSecurityCut.from': [cutBy(67, 0.2), cutBy(70, 0.2)],
  'socialSecurityCut.share': [cutBy(67, 0.2), cutBy(67, 0.3)],
  'spending.amount': [none, spending({ amount: 44_000 })],
  'spending.growth': [none, spending({ growth: 0.01 })],
  'spending.shareByAge.age': [ages(0.7), ages(0.7, 72)],
  'spending.shareByAge.share': [ages(0.7), ages(0.6)],
  'spending.from': [none, spending({ from: 66 })],
  'spending.survivorShare': [none, spending({ survivorShare: 0.6 })],
  'spending.planTo': [
    rule({ rule: 'variable_percentage', realReturn: 0.03 }),
    spending({ rule: { rule: 'variable_percentage', realReturn: 0.03 }, planTo: 85 }),
  ],
  'spending.timing': [none, spending({ timing: 'end' })],
  'spending.rule.rate': [rule({ rule: 'percentage', rate: 0.05 }), rule({ rule: 'percentage', rate: 0.06 })],
  'spending.rule.band': [guardrails(), guardrails({ band: 0.05 })],
  'spending.rule.step': [guardrails({ band: 0.05 }), guardrails({ band: 0.05, step: 0.2 })],
  'spending.rule.noCutYears': [tight(), tight({ noCutYears: 15 })],
  'spending.rule.withdrawalRule': [guardrails(), guardrails({ withdrawalRule: false })],
  'spending.rule.inflationCap': [guardrails(), guardrails({ inflationCap: 0.01 })],
  'spending.rule.incomeReturn': [guardrails(), guardrails({ incomeReturn: 0.1 })],
  'spending.rule.floor': [guardrails(), guardrails({ floor: 44_000 })],
  'spending.rule.ceiling': [guardrails({ band: 0.05 }), guardrails({ band: 0.05, ceiling: 45_500 })],
  'spending.rule.floor as a share': [rule(bounds), rule({ ...bounds, floor: 0.8 })],
  'spending.rule.ceiling as a multiple': [rule(bounds), rule({ ...bounds, ceiling: 1.05 })],
  'spending.rule.realReturn': [
    rule({ rule: 'variable_percentage', realReturn: 0.03 }),
    rule({ rule: 'variable_percentage', realReturn: 0.05 }),
  ],
  'spending.rule.rule': [none, rule({ rule: 'constant_nominal' })],
  'spending.goals.age': [none, spending({ goals: [{ name: 'Boat', age: 70, amount: 30_000 }] })],
  'spending.goals.amount': [none, spending({ goals: [{ name: 'Boat', age: 66, amount: 40_000 }] })],
  'market.assets.name': [
    none,
    market({
      assets: [
        { name: 'real_estate', weight: 0.6 },
        { name: 'fixed_income', weight: 0.4 },
      ],
    }),
  ],
  'market.assets.weight': [none, asset({ weight: 0.9 })],
  'market.assets.mean': [none, asset({ mean: 0.05 })],
  'market.assets.volatility': [none, asset({ volatility: 0.3 })],
  'market.assets.kind': [asset({ mean: 0.06 }), asset({ mean: 0.06, kind: 'compound' })],
  'market.assets.basis': [asset({ mean: 0.06 }), asset({ mean: 0.06, basis: 'real' })],
  'market.correlations.value': [correlation(0.2), correlation(0.6)],
  'market.correlations.between': [correlation(0.2), correlation(0.2, 'inflation')],
  'market.glidePath.age': [glide(0.5), glide(0.5, 66)],
  'market.glidePath.weights': [glide(0.5), glide(0.9)],
  'market.rebalanceYears': [none, market({ rebalanceYears: 3 })],
  'market.falls.age': [fall(65, 0.3), fall(70, 0.3)],
  'market.falls.by': [fall(65, 0.3), fall(65, 0.4)],
  'market.inflation.mean': [none, market({ inflation: { ...inflation, mean: 0.03 } })],
  'market.inflation.volatility': [none, market({ inflation: { ...inflation, volatility: 0.02 } })],
  'market.inflation.persistence': [none, market({ inflation: { ...inflation, persistence: 0.6 } })],
  'market.returns.model': [none, returns({ model: 'student_t', degreesOfFreedom: 5 })],
  'market.returns.degreesOfFreedom': [
    returns({ model: 'student_t', degreesOfFreedom: 5 }),
    returns({ model: 'student_t', degreesOfFreedom: 8 }),
  ],
  'market.returns.history': [
    returns({ model: 'historical', history, wrap: true }),
    returns({ model: 'historical', history: { ...history, rows: rows.slice(1) }, wrap: true }),
  ],
  'market.returns.block': [
    returns({ model: 'bootstrap', history, block: 1 }),
    returns({ model: 'bootstrap', history, block: 3 }),
  ],
  'market.returns.wrap': [
    (plan) =>
      longevity({ model: 'fixed_years', years: 4 })(
        person({ longevity: { model: 'fixed_years', years: 4 } }, 1)(returns({ model: 'historical', history })(plan)),
      ),
    (plan) =>
      longevity({ model: 'fixed_years', years: 4 })(
        person(
          { longevity: { model: 'fixed_years', years: 4 } },
          1,
        )(returns({ model: 'historical', history, wrap: true })(plan)),
      ),
  ],
  'longevity.age': [none, longevity({ model: 'fixed_age', age: 70 })],
  'longevity.years': [longevity({ model: 'fixed_years', years: 10 }), longevity({ model: 'fixed_years', years: 12 })],
  'longevity.medianYears': [
    longevity({ model: 'constant_hazard', medianYears: 10 }),
    longevity({ model: 'constant_hazard', medianYears: 14 }),
  ],
  'longevity.mode': [
    longevity({ model: 'gompertz', mode: 80, dispersion: 9 }),
    longevity({ model: 'gompertz', mode: 84, dispersion: 9 }),
  ],
  'longevity.dispersion': [
    longevity({ model: 'gompertz', mode: 80, dispersion: 9 }),
    longevity({ model: 'gompertz', mode: 80, dispersion: 14 }),
  ],
  'longevity.firstAge': [
    longevity({
      model: 'life_table',
      firstAge: 55,
      deathProbabilities: [...Array.from({ length: 20 }, (_, at) => at / 40), 1],
    }),
    longevity({
      model: 'life_table',
      firstAge: 50,
      deathProbabilities: [...Array.from({ length: 20 }, (_, at) => at / 40), 1],
    }),
  ],
  'simulation.stepsPerYear': [none, (plan) => ({ ...plan, simulation: { ...plan.simulation, stepsPerYear: 4 } })],
};

/** What is no term of a plan: names and places, how often it is drawn, and tables of figures, which the report names. */
const NO_TERM =
  /^\$schema$|\.name$|^simulation\.(?:paths|seed|confidence)$|\.model$|\.kind$|deathProbabilities|history|^incomes\.kind$/;

function leaves(schema: unknown, path: string): string[] {
  const { properties, items, anyOf, oneOf, allOf } = z
    .looseObject({
      properties: z.record(z.string(), z.unknown()).optional(),
      items: z.unknown().optional(),
      ...{ anyOf: z.array(z.unknown()).optional(), oneOf: z.array(z.unknown()).optional() },
      allOf: z.array(z.unknown()).optional(),
    })
    .parse(schema);
  if (properties !== undefined)
    return Object.entries(properties).flatMap(([name, one]) => leaves(one, path === '' ? name : `${path}.${name}`));
  const some = anyOf ?? oneOf ?? allOf;
  if (some !== undefined) return some.flatMap((one) => leaves(one, path));
  return typeof items === 'object' && items !== null ? leaves(items, path) : [path];
}

test('no field of a plan is left out here', () => {
  const all = new Set(
    leaves(z.toJSONSchema(planSchema, { io: 'input', unrepresentable: 'any' }), '').map((path) =>
      path.replace('people.longevity', 'longevity'),
    ),
  );
  const told = new Set(Object.keys(fields).map((field) => field.replace(/ as a .*/, '')));
  expect([...all].filter((path) => !NO_TERM.test(path) && !told.has(path))).toEqual([]);
});

/** What a plan comes to, and all that a report tells of it beside. */
function projected(change: Change) {
  const plan = planSchema.parse(change(base));
  const result = projectPlan(plan);
  const { notes, success, balance, spending: spent } = result;
  const accounts = plan.accounts.map(({ name, type, balance: held, taxRate, fee }) => [name, type, held, taxRate, fee]);
  return {
    figures: JSON.stringify({ success, balance, spent }),
    told: JSON.stringify([outlineOf(plan), notes, accounts, assumedMarket(plan, result, defaultAssumptions)]),
  };
}

describe('what changes the projection is told', () => {
  test.each(Object.entries(fields))('%s', (_, [before, after]) => {
    const [one, other] = [projected(before), projected(after)];
    expect(other.figures).not.toBe(one.figures);
    expect(other.told).not.toBe(one.told);
  });
});

test('floor and ceiling are told in dollars, and for one alone', () => {
  const outline = outlineOf(planSchema.parse(guardrails()(base)));
  expect(outline.spending).toMatchObject({ floor: 30_000, ceiling: 60_000, survivorShare: 0.7 });
  expect(outlineOf(planSchema.parse(rule(bounds)(base))).spending).toMatchObject({ floor: 40_500, ceiling: 49_500 });
});
