import type { RetirementResult } from '../../schemas/analysis.ts';
import type { FactDraft } from './fact-list.ts';

/** What is taken off in the projection: the funds' costs or the plan's fees, and taxes account by account. */
export function accountFacts({
  accounts = [],
  fundCosts,
  startingBalance,
  untaxedGain,
  owed,
  leftOut = [],
}: RetirementResult): FactDraft[] {
  const fees = accounts.reduce((sum, { balance, fee }) => sum + balance * fee, 0);
  const used = fundCosts !== undefined && fundCosts !== null && accounts.some(({ fee }) => fee === fundCosts.fee);
  const beside = used && accounts.some(({ fee }) => fee !== fundCosts.fee);
  const how = beside
    ? 'Fees of the accounts as the plan has them; of the others the funds’ costs.'
    : used
      ? 'Weighted expense ratio of the funds over what is invested; cash costs nothing.'
      : fundCosts === null && fees === 0
        ? 'No fund’s cost is known.'
        : 'Fees of the accounts as the plan has them, by what they hold.';
  const taken = fees > 0 && startingBalance > 0 ? fees / startingBalance : 0;
  return [
    ...(accounts.length === 0
      ? []
      : [
          {
            name: 'assumption.fee',
            label: 'Costs taken off each year, share of the portfolio',
            value: Number(taken.toPrecision(12)),
            unit: 'fraction',
            how,
          } as const,
        ]),
    ...(!used || fees === 0
      ? []
      : [
          {
            name: 'assumption.fee.known',
            label: 'Share of what is invested whose costs are known',
            value: fundCosts.coverage,
            unit: 'fraction',
            how: 'The rest is taken to cost the same.',
          } as const,
        ]),
    ...(!beside
      ? []
      : [
          {
            name: 'assumption.fee.of',
            label: 'What is taken off each year',
            value: 'the fees that the plan states of accounts, and the funds’ costs of the others',
            unit: 'text',
            how: 'A fee that an account states takes the place of its funds’ costs.',
          } as const,
        ]),
    ...(untaxedGain === undefined ? [] : gainFacts(untaxedGain)),
    ...(owed === undefined ? [] : owedFacts(owed)),
    ...leftOut.map((value, index): FactDraft => ({
      name: `retirement.leftOut.${index + 1}`,
      label: 'What the law takes or asks that is not counted',
      value,
      unit: 'text',
      how: 'By the accounts that are held, and the ages that the plan comes to.',
    })),
    ...(accounts.some(({ taxRate }) => taxRate > 0)
      ? accounts.slice(0, 20).flatMap(({ name, balance, type, taxRate }, index): FactDraft[] => {
          const at = `assumption.account.${index + 1}`;
          const of = type === 'taxable' ? 'each year’s return' : 'what is withdrawn';
          return [
            {
              name: `${at}.balance`,
              label: `${name}, value today`,
              value: balance,
              unit: 'usd',
              how: 'Value of the portfolio by how its accounts are taxed.',
            },
            {
              name: `${at}.taxRate`,
              label: `${name}, tax on ${type === 'tax_free' ? 'it' : of}`,
              value: taxRate,
              unit: 'fraction',
              how: 'Effective rate, given by the person.',
            },
          ];
        })
      : []),
  ];
}

/** The debts that are paid before anything else. */
function owedFacts({ amount, nominalRate, paidAt, atOnce }: NonNullable<RetirementResult['owed']>): FactDraft[] {
  return [
    {
      name: 'retirement.owed',
      label: 'Debts that are paid first',
      value: amount,
      unit: 'usd',
      how: 'Balances below zero whose interest is stated, or assumed by the kind of debt.',
    },
    {
      name: 'retirement.owed.rate',
      label: 'Interest that these debts are charged a year',
      value: nominalRate,
      unit: 'fraction',
      basis: 'nominal',
      how: 'Average by amount of what is stated, or assumed where it is not.',
    },
    {
      name: 'retirement.owed.paidAt',
      label: 'Age at which these debts are paid back',
      value: paidAt,
      unit: 'age',
      how: 'Each grows by its own interest; what is paid goes to the dearest first.',
    },
    {
      name: 'retirement.owed.from',
      label: 'What pays these debts',
      value: atOnce === true ? 'what is held' : 'what is saved',
      unit: 'text',
      how: 'What is saved until retirement where that does it, else what is held today where it is enough.',
    },
  ];
}

/** What taxable accounts have gained until today, and whether the projection takes the tax on it. */
function gainFacts({ value, coverage, taxed }: NonNullable<RetirementResult['untaxedGain']>): FactDraft[] {
  return [
    {
      name: 'assumption.untaxedGain',
      label: 'Gain of today in taxable accounts',
      value,
      unit: 'usd',
      how: 'Value less cost where the cost is known, losses against gains.',
    },
    {
      name: 'assumption.untaxedGain.known',
      label: 'Share of what taxable accounts hold whose cost is known',
      value: coverage,
      unit: 'fraction',
      how: 'By value; the rest is taken to have gained nothing.',
    },
    {
      name: 'assumption.untaxedGain.taxed',
      label: 'Tax on the gain of today',
      value: taxed ? 'taken off as it is withdrawn' : 'not taken off',
      unit: 'text',
      how: 'Of each withdrawal the part that is gain is taxed at the rate of the account, where it has one.',
    },
  ];
}
