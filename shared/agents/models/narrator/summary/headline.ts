import { isStockByName } from '../tags/stock-ending.ts';
import type { Reading, Retirement } from '../reading/reading.ts';
import { unusualPart } from '../reading/unusual-part.ts';
import { AT_TARGET } from '../report/against-target.ts';
import { sinkingGoal } from '../report/sinking-goal.ts';
import { asksLittle, doesNotHold, fallsShort } from '../retirement/chance-words.ts';
import { lasting, lastsIn, startOf } from '../retirement/lasting-income.ts';
import { article, below, percent } from '../wording/percent.ts';
import { valuedPart } from '../reading/few-valued.ts';
import { withoutLeftOut } from './left-out.ts';

/** One sentence: what it is worth, the most important thing about its mix, and whether it will last. */
export function headline(reading: Reading): string {
  const { value, money, holdingCount, cash, excludedCount } = reading;
  if (holdingCount === 0 && cash === 0) {
    return excludedCount > 0 ? 'Nothing in this portfolio could be valued yet' : 'This portfolio is empty';
  }
  const first = planThatFails(reading) ?? mostlyUnvalued(reading) ?? mostlyUnknown(reading);
  if (first !== null) return withoutLeftOut(reading, first);
  const sum =
    value < 0 ? `A portfolio with debts ${money(-value)} above its holdings` : `${money(value)}${trait(reading)}`;
  return withoutLeftOut(reading, `${sum}${outlook(reading)}`);
}

/** A plan that is more likely to fail than to hold is the first thing to know, with the income that would last. */
function planThatFails(reading: Reading): string | null {
  const { retirement, stated, money } = reading;
  if (retirement === null || !fallsShort(retirement)) return null;
  const { success, sustainableIncome, until, futures, income, rule, amountIs } = retirement;
  const share = success === 0 ? 'none' : percent(success);
  const instead =
    sustainableIncome === null || sustainableIncome < 1
      ? ''
      : `; ${rule === null ? '' : amountIs === null ? 'beginning at ' : 'planned at '}${money(sustainableIncome)} a year${startOf(reading, retirement)}${rule === null ? '' : ' it'} would last in ${lastsIn(retirement)} of them`;
  const verdict = doesNotHold(retirement) ? 'does not hold' : 'is more likely to fail than to hold';
  const goal = sinkingGoal(retirement);
  if (goal !== null)
    return `The plan ${verdict} with ${goal.what}: at ${stated(income)} a year the money lasts ${until} in ${share} of the ${futures}; without ${goal.it}, in ${goal.share} of them`;
  return `The plan ${verdict}: at ${stated(income)} a year the money lasts ${until} in ${share} of the ${futures}${instead}`;
}

/** Where most positions have no value, what the others are worth is no verdict on anything. */
function mostlyUnvalued(reading: Reading): string | null {
  if (!reading.fewValued) return null;
  return `The ${valuedPart(reading)} is no picture of the whole, so its mix, its risk and whether the money lasts are not worked out`;
}

/** Where most of it is not classified, that is what the rest of the report has to be read by. */
function mostlyUnknown({ unclassifiedWeight, value, money, cash, isWhole, held, book }: Reading): string | null {
  if (unclassifiedWeight < held / 2 || value <= 0) return null;
  const sum = money(value);
  const part =
    cash < 0
      ? `Most of what is held in this ${sum} portfolio`
      : isWhole(unclassifiedWeight)
        ? `Nothing in this ${sum} portfolio`
        : `${percent(unclassifiedWeight)} of this ${sum} portfolio`;
  const can = part.startsWith('Nothing') ? 'can' : 'cannot';
  const risk =
    book.number('risk.volatility') === null ? 'its risk is not worked out' : 'its risk is that of the rest alone';
  return `${part} ${can} be classified, so its mix is largely unknown and ${risk}`;
}

function trait(reading: Reading): string {
  const { holdingCount, cash, debts, book, drift, breakdown, unclassifiedWeight, value, money, share } = reading;
  if (holdingCount === 0) return cash > 0 ? ', all in cash' : '';
  const issuer = book.number('concentration.largestIssuer.weight') ?? 0;
  if (cash < 0 && debts >= value / 20 && value > 0) return `, with ${money(debts)} borrowed`;
  const unusual = unusualPart(reading);
  if (unusual?.leads === true && unusual.weight > Math.max(issuer, unclassifiedWeight))
    return `, ${share(unusual.weight)} of it in ${unusual.name}`;
  const single = book.number('concentration.singleStock.weight') ?? 0;
  if (single >= 0.5 && issuer < single * 0.6) return `, ${share(single)} of it in single companies’ stocks`;
  if (issuer >= 0.2)
    return `, ${share(issuer)} of it in ${isStockByName(book.text('concentration.largestIssuer.name') ?? '') ? 'what may be one company’s stock' : 'one company'}`;
  const owed = book.number('concentration.largestDebtor.weight') ?? 0;
  if (owed >= 0.3) return `, ${share(owed)} of it in bonds of one issuer`;
  if (unclassifiedWeight >= 0.25 && unclassifiedWeight < 1)
    return `, ${percent(unclassifiedWeight)} of it not classified`;
  const table = drift.assetClass;
  const most = table?.leading ?? null;
  if (table !== null && most !== null) {
    if (table.turnover < AT_TARGET)
      return `, close to ${table.own ? 'your target mix' : `a mix typical for ${table.typicalFor}`}`;
    const than = table.own ? 'you aim for' : `is typical for ${table.typicalFor}`;
    return `, with ${most.drift > 0 ? 'more' : 'less'} in ${most.label.toLowerCase()} than ${than}`;
  }
  const [largest] = breakdown.assetClass.filter(({ key, weight }) => key !== 'unknown' && weight > 0);
  return largest === undefined ? '' : `, ${share(largest.weight)} of it in ${largest.label.toLowerCase()}`;
}

function outlook({ retirement, money, stated }: Reading): string {
  if (retirement === null) return '';
  if (asksLittle(retirement)) return untested(retirement, { money, stated });
  const { success, confidence, until, futures, historical, income, rule } = retirement;
  if (income === 0 && rule !== null && success === 1) return '';
  if (success === 1)
    return `; it lasts ${until} ${historical ? 'from every historical start' : 'in every simulated future'}`;
  if (success === 0) return `; it lasts ${until} ${historical ? 'from no historical start' : 'in no simulated future'}`;
  const chance = below(success, confidence);
  if (historical || !/^\d/.test(chance)) return `; it lasts ${until} in ${chance} of the ${futures}`;
  return `, and ${article(chance)} ${chance} chance of lasting ${until}`;
}

/** What nothing is taken out of lasts for ever: better said is what it would bear. */
function untested(plan: Retirement, { money, stated }: Pick<Reading, 'money' | 'stated'>): string {
  const { income, sustainableIncome, until, futures, rule } = plan;
  const asked =
    income === 0 ? 'no spending to test it with' : `only ${stated(income)} a year to pay, which is hardly a test`;
  if (sustainableIncome === null || sustainableIncome < 1) return `; the plan has ${asked}`;
  const amount = `${money(sustainableIncome)} a year`;
  const what = rule === null ? amount : `${lasting(plan, amount)}${startOf({ money }, plan)}`;
  return `; the plan has ${asked}, and ${what} would last ${until} in ${lastsIn(plan)} of the ${futures}`;
}
