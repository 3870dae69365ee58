import { isEducation } from '../../../../finance/rebalancing/purpose.ts';
import type { Part, Reading } from '../reading/reading.ts';
import { count, verb } from '../wording/count.ts';
import { list } from '../wording/list.ts';
import { percent } from '../wording/percent.ts';

const taxed: Record<string, string> = {
  taxable: 'in taxable accounts',
  tax_deferred: 'in tax-deferred accounts (taxed when it is withdrawn)',
  tax_free: 'in tax-free accounts',
  other: 'in accounts of another kind',
};

/** How the accounts are taxed; what of it is assumed is said to be. */
export function taxation({ breakdown, book, accounts, money }: Reading): string | null {
  const assumed = book.number('taxation.assumed.count') ?? 0;
  const parts = breakdown.accountType.filter(({ weight }) => weight > 0);
  const [only] = parts;
  if (only === undefined) return null;
  const where = (part: Part) => taxed[part.key] ?? part.label;
  if (assumed > 0 && assumed >= accounts) {
    return `How ${accounts === 1 ? 'the account is' : 'the accounts are'} taxed was not found: ${accounts === 1 ? 'it is' : 'they are'} assumed to be taxable.`;
  }
  const unsaid =
    assumed === 0
      ? ''
      : `; of ${count(assumed, 'account')} nothing says it, and ${verb(assumed, 'it is', 'they are')} assumed to be taxable`;
  const owing = breakdown.accountType.filter(({ value }) => value <= -1);
  if (owing.length > 0) {
    const held = list(parts.map((part) => `${money(part.value)} is ${where(part)}`));
    const owed = list(owing.map((part) => `${where(part)} ${money(-part.value)} more is owed than is there`));
    return `By tax treatment, ${held}; ${owed}${unsaid}.`;
  }
  if (parts.length === 1) return `All of it is ${where(only)}${unsaid}.`;
  return `By tax treatment, ${list(parts.map((part, at) => `${percent(part.weight)} ${at === 0 ? 'is ' : ''}${where(part)}`))}${unsaid}.`;
}

/** What by its account's name is meant for somebody's education is counted as all else is, in the retirement plan too: then that is said. */
export function educationMoney({ breakdown, retirement, money }: Reading): string | null {
  const parts = breakdown.account.filter(({ label, value }) => value >= 1 && isEducation(label));
  if (parts.length === 0) return null;
  const named = list(parts.map(({ label, value }) => `${label}, worth ${money(value)}`));
  const where =
    retirement === null ? 'in every figure here' : 'in every figure here, and in what the retirement plan starts from';
  return `Meant for education or for a child by its name, and counted ${where}: ${named}. To see the rest without it, leave it out of the file.`;
}

/** The currencies that the portfolio is quoted in, where there are several. */
export function currencies({ breakdown }: Reading): string | null {
  const parts = breakdown.currency.filter(({ weight }) => weight > 0);
  if (parts.length < 2) return null;
  const quoted = list(parts.slice(0, 4).map(({ label, weight }) => `${percent(weight)} in ${label}`));
  return `The portfolio is quoted in several currencies: ${quoted}. Exchange rates move its value too.`;
}
