import type { Part, Reading } from '../reading/reading.ts';
import { list } from '../wording/list.ts';
import { percent } from '../wording/percent.ts';

const taxed: Record<string, string> = {
  taxable: 'in taxable accounts',
  tax_deferred: 'in tax-deferred accounts (taxed when it is withdrawn)',
  tax_free: 'in tax-free accounts',
  other: 'in accounts of another kind',
};

/** How the accounts are taxed. */
export function taxation({ breakdown }: Reading): string | null {
  const parts = breakdown.accountType.filter(({ weight }) => weight > 0);
  const [only] = parts;
  if (only === undefined) return null;
  const where = (part: Part) => taxed[part.key] ?? part.label;
  if (parts.length === 1) return `All of it is ${where(only)}.`;
  return `By tax treatment, ${list(parts.map((part, at) => `${percent(part.weight)} ${at === 0 ? 'is ' : ''}${where(part)}`))}.`;
}

/** The currencies it is quoted in, where there are several. */
export function currencies({ breakdown }: Reading): string | null {
  const parts = breakdown.currency.filter(({ weight }) => weight > 0);
  if (parts.length < 2) return null;
  const quoted = list(parts.slice(0, 4).map(({ label, weight }) => `${percent(weight)} in ${label}`));
  return `It is quoted in several currencies: ${quoted}. Exchange rates move its value too.`;
}
