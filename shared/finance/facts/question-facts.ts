import type { Analysis } from '../../schemas/analysis.ts';
import type { FocusTopic, OutsideTopic, UnreadPart } from '../../schemas/analysis-plan.ts';
import type { Fall } from '../../schemas/retirement-plan/market.ts';
import type { AnsweredQuestion, Scenario } from '../../schemas/question.ts';
import { wordOf } from '../labels.ts';
import type { FactDraft } from './fact-list.ts';
import { slugs, symbolSlug } from './slug.ts';

/** What Alex says of what it does not compute. */
const outsideWords: Readonly<Record<OutsideTopic, string>> = {
  taxes:
    'taxes are not computed, nor from which account it is best to withdraw first: every figure is before tax unless an effective tax rate is given with the goals (on the command line by --tax-rate)',
  moving_abroad:
    'what moving away would change in taxes, cost of living and health care, and moving abroad in currency, is not computed',
  property: 'buying, owning or selling a home is counted only as the money it takes from the portfolio, or adds to it',
  health_costs: 'the cost of health and long-term care is not computed',
  inheritance: 'what is left to heirs, and how, is not planned',
  insurance: 'insurance and annuities are not compared',
  debt: 'a debt is counted only where the portfolio lists it, as cash below zero, and the mortgage of a home is left out as the home is; payments that end once a debt is paid off are not counted: lower what you want to spend by them',
  payouts:
    'what your investments pay out in dividends and interest is not listed: it is a part of the returns that are assumed for them',
  single_investment: 'no advice is given to buy or sell a single investment',
  market_forecast: 'nobody can say what markets will do next: the figures are of many possible futures',
  market_news:
    'what has happened in the markets and what is written of them, which the report tells in its section on them as far as pages on it were read',
  other: 'what of the question was not understood, or asks for more than this portfolio and its retirement plan',
};

/** Said of taxes where rates were given. */
const TAXED = 'taxes are not worked out: they are taken off at the effective rates that were given';

/** An address of a page, a host or a person: no report leads to one that a question names. */
const ADDRESS = /\b(?:https?:|www\.)\S+|\S+@\S+|\b(?:[a-z\d-]+\.)+[a-z]{2,}\b\S*/gi;

/** Why a part of a question was not tried. */
const unreadWords: Readonly<Record<UnreadPart['why'], string>> = {
  unclear:
    'it was not understood; what can be tried is an age to stop work or live to, what is spent, saved, received or paid, inflation, yearly returns, another mix, and a fall of stocks',
  amount: 'it names no age and no amount to try',
  later: 'it is not clear what comes or goes when; ask with one sum and its age, its year or in how many years',
  period: 'it does not say whether a month or a year is meant',
  many: 'it is more than is tried at once; ask for it by itself',
  cost: 'it is something to pay, and what you want to spend may have it in it already; ask with what you would spend in all, or how much more',
  fall: 'a fall can be tried today, at an age, in a year or by the day on which work stops, and a rise today alone; the closer to that day, the more it weighs',
  size: 'it does not say by how much; ask with a percentage, or with a crash of the past, such as that of 2008',
  solve:
    'it is found where nothing else is asked with it but what a plan has: ages, income, savings, markets; ask it by itself (“How much must I save?”)',
  past: 'what has happened is in what the portfolio is worth today already',
  moved:
    'it moves money that is yours already, which is no new money, and what it would earn there is not known; ask with the shares of stocks, bonds and cash that you would hold then',
  price:
    'its price and what it pays are not tried together, and most annuities do not rise with prices; ask with what it pays a year, and from which age',
  alone:
    'what one of two spends alone is a share of what both spend that the plan has (survivorShare); give the plan anew with it',
  earned:
    'what is earned before work stops is not in the plan, only what is saved of it; ask with how much more or less you would save',
  lent: 'money that is lent comes in first and is paid back with interest, which is not worked out; ask with what is left to pay, and when',
  part: 'it may be in what you have or save already, or come on top; ask with what you would save in all, or how much more',
  account: 'all accounts are tried together; ask with what you would take from the portfolio in all',
  holding:
    'a plan is simulated by kinds of assets, in which one holding is as any other; ask with the shares of stocks, bonds and cash that you would hold then',
  absent: 'the plan has no such sum in it, so that it is as if it never came',
  ends: 'when an income of the plan ends is not moved by a question; give the plan anew with that age',
  whose:
    'what one of two people saves, receives or pays is not told apart by a question; ask with the sum of both, and the age of the first',
  until: 'it does not say until when that work pays; ask with the age at which that ends',
  begins: 'what is spent of the portfolio begins when work stops; ask with the age at which it does',
  sustained:
    'it is found where nothing else is asked with it but what a plan has: ages, income, savings, markets; ask it by itself (“How much can I spend?”)',
  required:
    'required minimum distributions are not worked out: one is the balance of last year’s end by a factor of the IRS’s tables for your age, and whoever keeps the account can tell it',
  ending: 'what there is then is worked out of the plan as it is alone',
  pause:
    'a time without work that ends again is not tried; ask with what you would save in all the years on average, or with a later age to stop',
  survivor:
    'what is left for others then is not worked out; of a couple, plan with both, and ask by name (“if Ben dies at 70”)',
  total: 'a sum to have is no spending of a year; whether it is enough depends on what you spend, so ask with that',
  rate: 'no share of the portfolio is tried; ask with what you would spend in all, in dollars a year, other income included',
  needed: 'what has to be there is found as of today, with what the plan saves on top; ask for what you need today',
  placed:
    'purchases are worked out from new money that is given with the analysis (on the command line by --new-money)',
  goal: 'what has to be saved for a sum is found of all that is held, with all else as planned; ask for it by itself, with the day on which the sum is to be there',
  rises: 'what grows by so much every year is not tried; ask with one amount to save or spend a year',
  another: 'it is of somebody else; of a plan for two ask with the names that it has',
  present:
    'it tells how things are today, and every figure here begins with the plan and the portfolio as they were given; where they differ, give them anew',
  currency: 'a plan is in dollars, and no exchange rate is assumed for it; ask with the amount in dollars',
  market:
    'prices are tried higher or lower of all stocks, bonds, gold, coins, real estate or commodities, of one holding, and of the whole portfolio; ask with one of these',
  each: 'it is not clear of how many it is; ask with their number, or with the sum in all',
  confidence:
    'how sure a plan has to be is chosen where an analysis is asked for, by --confidence or with the goals; or ask by itself what can be spent, or when work can stop, with that chance',
  futures:
    'how many futures are simulated is set where an analysis is asked for, and more of them make a chance more exact, not better',
  mix: 'a mix is tried of all that is held, from today on, by its percentages of stocks, bonds, cash, real estate and commodities (of a fund, its own); all kinds of stocks are simulated alike',
  together: 'there are more ways to combine it than are tried at once; ask for the one that matters by itself',
};

const focusWords: Readonly<Record<FocusTopic, string>> = {
  value: 'what it is worth',
  allocation: 'how it is spread',
  drift: 'how far it is from its targets',
  concentration: 'how concentrated it is',
  risk: 'what it could lose',
  costs: 'what it costs',
  performance: 'what it has returned',
  rebalancing: 'which trades would bring it to its targets',
  retirement: 'whether the money lasts',
  spending: 'how much can be spent',
  earliest_retirement: 'when work can stop',
  running_out: 'when the money runs out',
  future_value: 'what there will be later',
  missing_data: 'what is missing',
};

/** When a what-if has something fall, and by how much. */
function fallFacts(label: string, name: string, { age, by }: Fall): FactDraft[] {
  const how =
    'What the question asks to try, the same in every simulated future: on top of what markets do there in that year, after what is spent at its start and before what is saved at its end.';
  const slug = slugs(symbolSlug);
  return [
    { name: `${name}.age`, label: `${label}: age in that year`, value: age, unit: 'age', how },
    ...Object.entries(by).map(([key, share]): FactDraft => ({
      name: `${name}.by.${slug(key)}`,
      label: `${label}: what ${wordOf(key)} lose`,
      value: share,
      unit: 'fraction',
      how,
    })),
  ];
}

/** What is held in another mix, and what it is expected to do in a year. */
function mixFacts(label: string, name: string, mix: Scenario['mix']): FactDraft[] {
  if (mix === undefined) return [];
  const how = 'What the question asks to try: held from today on in every account, each class as it is made up today.';
  const expected = 'Of that mix, nominal, by the assumptions of the projection: sum of w m, and sqrt(w V w).';
  return [
    ...Object.entries(mix.shares).map(([key, share]): FactDraft => ({
      name: `${name}.mix.${key}`,
      label: `${label}: share of ${wordOf(key)} then`,
      value: share,
      unit: 'fraction',
      how,
    })),
    { name: `${name}.mean`, label: `${label}: expected return of a year`, value: mix.mean, unit: 'fraction', how: expected }, // prettier-ignore
    { name: `${name}.volatility`, label: `${label}: volatility of a year`, value: mix.volatility, unit: 'fraction', how: expected }, // prettier-ignore
  ];
}

/** What comes in or goes out once, and when. */
function sumFacts(label: string, name: string, sums: NonNullable<Scenario['sums']>): FactDraft[] {
  const how = 'What the question asks to try, in US dollars of today, the same in every simulated future.';
  return sums.flatMap(({ age, amount }, place): FactDraft[] => {
    const which = amount < 0 ? 'received' : 'paid';
    const at = `${name}.${which}.${place + 1}`;
    return [
      { name: `${at}.amount`, label: `${label}: what is ${which}`, value: Math.abs(amount), unit: 'usd', how },
      { name: `${at}.age`, label: `${label}: age in that year`, value: age, unit: 'age', how },
    ];
  });
}

/** What was left open, in words and figures. */
const foundWords = {
  retireAt: ['the earliest age at which work stops', 'age'],
  income: ['the most that is spent a year', 'usd'],
  contribute: ['the least that is saved a year', 'usd'],
} as const;

function foundFacts(label: string, name: string, found: Scenario['found']): FactDraft[] {
  if (found === undefined) return [];
  const [words, unit] = foundWords[found.what];
  const how = `Found on the random numbers of the plan: with it the money lasts as often as ${found.confidence === undefined ? 'the plan aims at (retirement.confidence)' : `the question wants, in a share of ${found.confidence}`}, and not with a dollar or a year on the other side of it.`;
  return [{ name: `${name}.found.${found.what}`, label: `${label}: ${words}`, value: found.value, unit, how }];
}

/** Of which what-if a figure is, and how it was computed; of the plan as it is where there is no label. */
interface Source {
  label?: string;
  how: string;
}

/** Words of a label that stand by themselves, or behind that of a what-if. */
const labelled = (words: string, { label }: Source): string =>
  label === undefined ? `${words.charAt(0).toUpperCase()}${words.slice(1)}` : `${label}: ${words}`;

/** When a sum is there; of no age where it never is. */
function reachedFacts(
  { amount, age }: { amount: number; age: number | null },
  name: string,
  source: Source,
): FactDraft[] {
  const first = labelled('age at which half of the futures first have that sum or more', source);
  return [
    { name: `${name}.amount`, label: 'Sum of which the question asks when there is as much', value: amount, unit: 'usd', basis: 'real', how: ASKED }, // prettier-ignore
    ...(age === null ? [] : [{ name: `${name}.age`, label: first, value: age, unit: 'age', how: source.how } as const]),
  ];
}

/** How likely a sum is at an age; of no chance where that is not known. */
function chanceFacts(
  { amount, age, chance }: { amount: number; age: number; chance?: number | undefined },
  name: string,
  source: Source,
): FactDraft[] {
  const share = labelled(`share of the futures with that sum or more at ${String(age)}`, source);
  return [
    { name: `${name}.amount`, label: 'Sum of which the question asks how likely it is', value: amount, unit: 'usd', basis: 'real', how: ASKED }, // prettier-ignore
    { name: `${name}.age`, label: 'Age at which it is to be there', value: age, unit: 'age', how: ASKED },
    { name: `${name}.chance`, label: share, value: chance, unit: 'fraction', how: source.how },
  ];
}

/** What there is at the days that the question asks for, and of the sums that it asks for, with what it changes. */
function triedBalanceFacts(label: string, name: string, balances: Scenario['balances']): FactDraft[] {
  if (balances === undefined) return [];
  const how = 'Simulated with these changes, on the same random numbers as the plan; at the start of that year.';
  const ranks = { p5: '5th percentile', p25: '25th percentile', p50: 'median', p75: '75th percentile' } as const; // prettier-ignore
  return [
    ...balances.at.flatMap(
      (one) =>
      (['p5', 'p25', 'p50', 'p75'] as const).map((rank): FactDraft => ({ name: `${name}.balanceAt.${String(one.age)}.${rank}`, label: `${label}: balance at ${String(one.age)}, ${ranks[rank]}`, value: one[rank], unit: 'usd', basis: 'real', how })), // prettier-ignore
    ),
    ...balances.reached.flatMap((one, place) =>
      reachedFacts(one, `${name}.balanceReached.${place + 1}`, { label, how }),
    ),
    ...balances.chances.flatMap((one, place) => chanceFacts(one, `${name}.balanceChance.${place + 1}`, { label, how })),
  ];
}

const ASKED = 'What the planner made of the question.';

/** What a question asks to try, what is different then, and what comes of it. */
function scenarioFacts(
  { label, balance, outcome, impossible, same, falls = [], sums = [], mix, found, balances, breakEven }: Scenario,
  name: string,
  historical: boolean,
): FactDraft[] {
  const text = { unit: 'text', how: ASKED } as const;
  const how = 'Simulated with these changes, on the same random numbers as the plan.';
  const [lasts, counted] = historical ? ['share of historical starts from which', 'share'] : ['chance that', 'chance'];
  const facts: FactDraft[] = [
    { name: `${name}.label`, label: 'The question asks what if', value: label, ...text },
    { name: `${name}.balance`, label: `${label}: the portfolio then`, value: balance, unit: 'usd', how: ASKED },
    ...falls.flatMap((one, place) => fallFacts(label, `${name}.fall.${place + 1}`, one)),
    ...mixFacts(label, name, mix),
    ...foundFacts(label, name, found),
    ...sumFacts(label, name, sums),
    {
      name: `${name}.breakEven`,
      label: `${label}: age by which the later of the two claims has paid as much in all`,
      value: breakEven,
      unit: 'age',
      how: 'What each claim pays a year times its years, in dollars of today and without interest.',
    },
  ];
  if (same === true) facts.push({ name: `${name}.same`, label: `${label}: nothing else`, value: 'the plan itself', ...text }); // prettier-ignore
  if (impossible !== null) facts.push({ name: `${name}.impossible`, label: `${label}: why not`, value: impossible, ...text }); // prettier-ignore
  if (outcome === null) return facts;
  facts.push(...triedBalanceFacts(label, name, balances));
  const { success, change, standardError, medianRuinAge } = outcome;
  facts.push(
    { name: `${name}.success`, label: `${label}: ${lasts} the money lasts`, value: success, unit: 'fraction', how },
    { name: `${name}.change`, label: `${label}: change of the ${counted}`, value: change, unit: 'points', how },
    { name: `${name}.standardError`, label: `${label}: standard error of the change`, value: standardError, unit: 'points', how }, // prettier-ignore
  );
  const ruin = `${label}: median age at which money runs out, where it does`;
  if (typeof medianRuinAge === 'number') facts.push({ name: `${name}.medianRuinAge`, label: ruin, value: medianRuinAge, unit: 'age', how }); // prettier-ignore
  return facts;
}

/** What has to be saved for a sum, or why that is not known. */
function savingsGoalFacts(
  {
    amount,
    age,
    per,
    confidence,
    planned,
    half,
    likely,
    missing,
  }: NonNullable<AnsweredQuestion['savingsGoals']>[number],
  name: string,
): FactDraft[] {
  const how = `Found on the random numbers of the plan: the least, in whole ${per === 'month' ? 'tens of dollars a month' : 'hundreds of dollars a year'}, saved from today until work stops in place of what the plan saves today.`;
  const real = { unit: 'usd', basis: 'real' } as const;
  const found = (key: string, share: string, value: number | null): FactDraft[] => {
    const label = `What has to be saved a year for that sum in ${share} of the futures`;
    if (value === null) return [{ name: `${name}.${key}.impossible`, label, value: 'no amount that is saved by then is enough', unit: 'text', how }]; // prettier-ignore
    const year: FactDraft = { name: `${name}.${key}`, label, value, ...real, how };
    return per === 'year' ? [year] : [year, { name: `${name}.${key}.monthly`, label: label.replace('a year', 'a month'), value: value / 12, ...real, how }]; // prettier-ignore
  };
  return [
    { name: `${name}.amount`, label: 'Sum of which the question asks what has to be saved for it', value: amount, ...real, how: ASKED }, // prettier-ignore
    { name: `${name}.age`, label: 'Age at which that sum is to be there', value: age, unit: 'age', how: ASKED },
    ...(missing === undefined
      ? [
          { name: `${name}.planned`, label: 'What the plan saves today, a year', value: planned, ...real, how: 'As of today, all savings of the plan together.' }, // prettier-ignore
          { name: `${name}.confidence`, label: 'How likely that sum is to be there', value: confidence, unit: 'fraction', how: 'What the plan aims at, or the question wants.' } as const, // prettier-ignore
          ...found('half', 'half', half),
          ...found('likely', 'as many as wanted', likely),
        ]
      : [{ name: `${name}.impossible`, label: 'Why nothing is known of it', value: missing, unit: 'text', how: ASKED } as const]), // prettier-ignore
  ];
}

/** What a question is about, what it asked to try with the outcome, and what of it is outside of what code computes. */
export function questionFacts({ question, retirement }: Analysis): FactDraft[] {
  const historical = retirement?.plan?.returns === 'historical';
  const taxed = (retirement?.accounts ?? []).some(({ taxRate }) => taxRate > 0);
  if (question === undefined) return [];
  const {
    focus,
    outside,
    scenarios,
    balancesAt = [],
    balancesReached = [],
    balanceChances = [],
    savingsGoals = [],
    unread = [],
  } = question;
  return [
    ...focus.map((topic, index): FactDraft => {
      const label = `The question is about ${focusWords[topic]}`;
      return { name: `question.focus.${index + 1}`, label, value: topic, unit: 'text', how: ASKED };
    }),
    ...scenarios.flatMap((one, index) => scenarioFacts(one, `question.whatIf.${index + 1}`, historical)),
    ...balancesAt.map(({ age, missing }, index): FactDraft => {
      const at = `question.balanceAt.${index + 1}`;
      return missing === undefined
        ? {
            name: `${at}.age`,
            label: 'Age at which the question asks what there is',
            value: age,
            unit: 'age',
            how: ASKED,
          }
        : { name: `${at}.impossible`, label: 'Why no balance is known then', value: missing, unit: 'text', how: ASKED };
    }),
    ...balancesReached.flatMap((one, index) =>
      reachedFacts(one, `question.balanceReached.${index + 1}`, {
        how: 'First age at whose start the median balance is not below it.',
      }),
    ),
    ...balanceChances.flatMap((one, index): FactDraft[] => {
      const at = `question.balanceChance.${index + 1}`;
      const how =
        'Share of the simulated futures, of those in which somebody lives then, whose balance at the start of that year is not below the sum.';
      const { missing } = one;
      return [
        ...chanceFacts(one, at, { how }),
        ...(missing === undefined ? [] : [{ name: `${at}.impossible`, label: 'Why nothing is known of it', value: missing, unit: 'text', how: ASKED } as const]), // prettier-ignore
      ];
    }),
    ...savingsGoals.flatMap((one, index) => savingsGoalFacts(one, `question.savingsGoal.${index + 1}`)),
    ...unread.map(({ words, why }, index): FactDraft => ({
      // A name, and no figure of anything: what a person writes is none of Alex's figures.
      name: `question.unread.${index + 1}.name`,
      label: `Not tried: ${unreadWords[why]}`,
      value: words.replace(ADDRESS, '…'),
      unit: 'text',
      how: 'Words of the question.',
    })),
    ...outside.map((topic, index): FactDraft => ({
      name: `question.outside.${index + 1}`,
      label: 'Outside of what Alex computes',
      value: topic === 'taxes' && taxed ? TAXED : outsideWords[topic],
      unit: 'text',
      how: ASKED,
    })),
  ];
}
