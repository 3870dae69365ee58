import type { Analysis } from '../../schemas/analysis.ts';
import type { AccountPerformance } from '../../schemas/performance.ts';
import { spansYear } from '../performance/spans-year.ts';
import { called } from '../called.ts';
import { coveredAccounts } from '../performance/covered.ts';
import type { FactDraft } from './fact-list.ts';
import { NAME, shortened } from './shortened.ts';
import { slugs, wordSlug } from './slug.ts';

/** So many accounts have their own returns among the facts. */
const ACCOUNTS = 10;
/** So many instruments are named in one fact. */
const NAMED = 5;

const LAST_PRICED =
  'Last day with a price, at most a week old, of nearly all that was held. The value stated today rests on older prices.';

const KNOWN =
  'Days with prices of at least 95% of what was invested, no two further apart than monthly prices with one missing; of the rest of the time no fall is known.';

/** Returns and risk over time, of the whole and by account. */
export function performanceFacts(analysis: Analysis): FactDraft[] {
  const { performance } = analysis;
  if (performance === undefined) return [];
  const slug = slugs(wordSlug);
  return [
    ...coveredFacts(analysis),
    ...closingFacts(analysis),
    ...measuredFacts('performance.whole', 'Portfolio', performance.whole),
    ...performance.accounts.slice(0, ACCOUNTS).flatMap((account): FactDraft[] => {
      const at = `performance.account.${slug(account.accountName)}`;
      const who = shortened(account.accountName, NAME);
      const how = 'As in the transactions that were given.';
      return [
        { name: `${at}.name`, label: 'Account measured', value: who, unit: 'text', how },
        ...measuredFacts(at, who, account),
      ];
    }),
  ];
}

/** Which part of the portfolio the whole's returns are of. */
function coveredFacts(analysis: Analysis): FactDraft[] {
  const covered = coveredAccounts(analysis);
  if (covered === null) return [];
  const how = 'Accounts held now that have transactions, by name.';
  return [
    { name: 'performance.covered.accounts', label: 'Accounts measured', value: covered.accounts, unit: 'count', how },
    {
      name: 'performance.covered.value',
      label: 'Value of the accounts measured',
      value: covered.value,
      unit: 'usd',
      how,
    },
  ];
}

/** Whose stated price is not the last of the history: the returns end at the one, falls and risk are of the other. */
function closingFacts({ performance, holdings }: Analysis): FactDraft[] {
  const closing = performance?.closing ?? [];
  if (closing.length === 0) return [];
  const names = new Map(holdings.map(({ symbol, name }) => [symbol, name]));
  const named = closing.slice(0, NAMED).map(({ symbol }) => called(symbol, names.get(symbol) ?? null));
  const more = (performance?.closingCount ?? closing.length) > named.length ? ' and others' : '';
  return [
    {
      name: 'performance.closing',
      label: 'What is valued at another price than the newest of the past prices',
      value: `${named.join(', ')}${more}`,
      unit: 'text',
      how: 'The returns end at the stated value; falls, volatility and ratios leave the step to it out.',
    },
  ];
}

/** The facts of one account or of the whole. */
function measuredFacts(at: string, who: string, measured: Omit<AccountPerformance, 'accountName'>): FactDraft[] {
  const { from, to, pricedTo, pricedDays, timeWeighted, moneyWeighted, modifiedDietz, missing, cash } = measured;
  const { known, drawdown, risk } = measured;
  const nominal = { unit: 'fraction', basis: 'nominal' } as const;
  const scope = cash === 'implied' ? 'of the investments alone, for no deposits are recorded' : 'cash included';
  const estimated = timeWeighted?.estimatedDays ?? 0;
  const gapDays = timeWeighted?.gapDays ?? 0;
  const time = gapDays === 0 ? '' : ` Of the time in which there was money: ${gapDays} days without are left out.`;
  const doubt =
    estimated === 0
      ? ''
      : ` An estimate: on so many days money came or went without a price of all held: ${estimated}.`;
  const linked = `Returns between valuations linked${pricedDays === undefined ? '' : ` (days with a price: ${pricedDays})`}, each valued just before money came or went; ${scope} (GIPS).${doubt}`;
  const root = moneyWeighted?.kind === 'root' ? moneyWeighted : null;
  const isYearly = spansYear(measured);
  const noRate =
    moneyWeighted === null || moneyWeighted.kind === 'root'
      ? null
      : moneyWeighted.kind === 'no_root'
        ? moneyWeighted.reason
        : 'The flows change direction more than once and several rates balance them, so none is the return.';
  const ending = pricedTo === undefined ? 'today' : 'on the last day';
  const span = known === undefined ? '' : ` Of ${known.from} to ${known.to} alone, not of the whole time.`;
  const daily = risk === null ? '' : `Over ${risk.returns} returns, scaled to a year.${span}`;
  return [
    { name: `${at}.from`, label: `${who}: measured from`, value: from, unit: 'date', how: 'First transaction.' },
    {
      name: `${at}.to`,
      label: `${who}: measured to`,
      value: to,
      unit: 'date',
      how: pricedTo === undefined ? 'Day of the analysis.' : LAST_PRICED,
    },
    {
      name: `${at}.pricedTo`,
      label: `${who}: last day with prices, where the returns end; nothing is known of the time since`,
      value: pricedTo,
      unit: 'date',
      how: LAST_PRICED,
    },
    {
      name: `${at}.pricedDays`,
      label: `${who}: days with a price`,
      value: pricedDays,
      unit: 'count',
      how: 'Counted: days on which anything was quoted or traded at a price. Too few a year, and no fall or risk is stated.',
    },
    {
      name: `${at}.cash`,
      label: `${who}: how cash is counted`,
      value: cash,
      unit: 'text',
      how: 'Tracked: deposits are recorded; implied: they are not, so the return is that of the investments alone.',
    },
    {
      name: `${at}.missing`,
      label: `${who}: what is not known of the returns`,
      value: missing,
      unit: 'text',
      how: 'Found when measuring.',
    },
    {
      name: `${at}.timeWeighted.total`,
      label: `${who}: time-weighted return in all`,
      value: timeWeighted?.total,
      ...nominal,
      how: linked,
    },
    {
      name: `${at}.timeWeighted.annualized`,
      label: `${who}: time-weighted return a year${gapDays === 0 ? '' : ' while there was money in it'}`,
      value: timeWeighted?.annualized,
      ...nominal,
      how: `${linked}${time} Not stated below a year.`,
    },
    {
      name: `${at}.timeWeighted.gapDays`,
      label: `${who}: days since the first without any money`,
      value: gapDays === 0 ? null : gapDays,
      unit: 'count',
      how: 'Counted between valuations. What lies before and after is linked; GIPS would let firms link nothing across such a gap.',
    },
    {
      name: `${at}.timeWeighted.estimatedDays`,
      label: `${who}: days on which the value before money came or went is an estimate`,
      value: estimated === 0 ? null : estimated,
      unit: 'count',
      how: 'Counted: days with a flow of more than a hundredth of the value, while something held had no price of that day.',
    },
    {
      name: `${at}.moneyWeighted`,
      label: `${who}: money-weighted return a year`,
      value: isYearly ? root?.rate : null,
      ...nominal,
      how: `Rate at which all flows and the value ${ending} balance (XIRR, actual/365). Not stated below a year.`,
    },
    {
      name: `${at}.moneyWeighted.total`,
      label: `${who}: money-weighted return in all`,
      value: root?.total,
      ...nominal,
      how: `What the rate at which all flows and the value ${ending} balance comes to over the whole time (XIRR; GIPS).${time}`,
    },
    {
      name: `${at}.moneyWeighted.missing`,
      label: `${who}: why no money-weighted return is named`,
      value: noRate,
      unit: 'text',
      how: 'Found when solving for the rate.',
    },
    {
      name: `${at}.modifiedDietz`,
      label: `${who}: modified Dietz return in all`,
      value: modifiedDietz,
      ...nominal,
      how: 'Gain / (value at the start + flows weighted by the time they were there) (Dietz 1966).',
    },
    ...(['from', 'to'] as const).map((end): FactDraft => {
      const [label, value] = [`${who}: falls, volatility and ratios are of the days ${end}`, known?.[end]];
      return { name: `${at}.known.${end}`, label, value, unit: 'date', how: KNOWN };
    }),
    {
      name: `${at}.drawdown.depth`,
      label: `${who}: deepest fall from a peak`,
      value: drawdown?.depth,
      ...nominal,
      how: `1 - value / highest value before, deposits taken out.${span}`,
    },
    {
      name: `${at}.drawdown.peak`,
      label: `${who}: peak before the deepest fall`,
      value: drawdown?.peak,
      unit: 'date',
      how: 'Day of the peak.',
    },
    {
      name: `${at}.drawdown.trough`,
      label: `${who}: bottom of the deepest fall`,
      value: drawdown?.trough,
      unit: 'date',
      how: 'Day of the bottom.',
    },
    {
      name: `${at}.drawdown.recovered`,
      label: `${who}: day the deepest fall was made up`,
      value: drawdown?.recovered,
      unit: 'date',
      how: 'First day at the old peak again.',
    },
    {
      name: `${at}.drawdown.current`,
      label: `${who}: ${pricedTo === undefined ? 'now' : 'at the end'} below the last peak by`,
      value: drawdown?.current,
      ...nominal,
      how: `1 - value ${ending} / highest value so far, deposits taken out.`,
    },
    {
      name: `${at}.volatility`,
      label: `${who}: yearly volatility of the returns`,
      value: risk?.volatility,
      ...nominal,
      how: `Sample standard deviation. ${daily}`,
    },
    {
      name: `${at}.downsideDeviation`,
      label: `${who}: yearly downside deviation of the returns`,
      value: risk?.downsideDeviation,
      ...nominal,
      how: `Root mean square of what falls short of the riskless rate. ${daily}`,
    },
    {
      name: `${at}.riskless`,
      label: `${who}: yearly riskless rate in the ratios`,
      value: risk?.riskless,
      ...nominal,
      how: 'What the market assumptions expect of cash a year, unless one was given with the transactions.',
    },
    {
      name: `${at}.sharpe`,
      label: `${who}: Sharpe ratio`,
      value: risk?.sharpe,
      unit: 'ratio',
      how: `Mean return above the riskless rate / volatility (Sharpe 1994). ${daily}`,
    },
    {
      name: `${at}.sortino`,
      label: `${who}: Sortino ratio`,
      value: risk?.sortino,
      unit: 'ratio',
      how: `Mean return above the riskless rate / downside deviation (Sortino and Price 1994). ${daily}`,
    },
  ];
}
