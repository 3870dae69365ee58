import type { FactIndex } from '../fact-index.ts';

/** What of a plan a question or the retirement engine changes, and a text can name. */
export const DIMENSIONS = ['retireAt', 'income', 'contribute', 'lifeExpectancy'] as const;
export type Dimension = (typeof DIMENSIONS)[number];
export type Changes = Partial<Record<Dimension, number>>;

/** The plan as it is, what each of the changed ones changes, and all values that any of them has. */
export interface Plans {
  base: Changes;
  changed: ReadonlyMap<string, Changes>;
  known: Readonly<Record<Dimension, readonly number[]>>;
  labels: ReadonlyMap<string, string>;
}

const LABELS: Readonly<Record<Dimension, RegExp>> = {
  retireAt: /\b(?:retires?|stop the work of today)\b[^;]*?\bat (\d+)/i,
  income: /\bspend(?: [\d.]+% less,)? \$([\d,]+) a year/i,
  contribute: /\bsave(?: [\d.]+% more,)? \$([\d,]+) a year/i,
  lifeExpectancy: /\blast to (\d+)|\blive \d+ years longer, to (\d+)/i,
};

const made = new WeakMap<FactIndex, Plans>();

/** The plans that the facts speak of; read from their labels once for each list of facts. */
export function plansOf(index: FactIndex): Plans {
  const found = made.get(index);
  if (found !== undefined) return found;
  const { values } = index;
  const base: Changes = {};
  for (const one of DIMENSIONS) {
    const value = values.get(`goals.${one}`);
    if (typeof value === 'number') base[one] = value;
  }
  const changed = new Map<string, Changes>();
  const labels = new Map<string, string>();
  for (const [name, value] of values) {
    const key = /^((?:question|retirement)\.whatIf\.[^.]+)\.label$/.exec(name)?.[1];
    if (key === undefined || typeof value !== 'string') continue;
    const changes: Changes = {};
    for (const one of DIMENSIONS) {
      const [, first, second] = LABELS[one].exec(value) ?? [];
      const digits = first ?? second;
      if (digits !== undefined) changes[one] = Number(digits.replaceAll(',', ''));
    }
    changed.set(key, changes);
    labels.set(key, value);
  }
  const all = [base, ...changed.values()];
  const lasts = values.get('retirement.sustainableIncome');
  const earliest = values.get('retirement.earliestAge');
  const more: Partial<Record<Dimension, unknown>> = { income: lasts, retireAt: earliest };
  const valuesOf = (one: Dimension) => [...new Set([...all.map((plan) => plan[one]), more[one]].filter((value) => typeof value === 'number'))]; // prettier-ignore
  const known = { retireAt: valuesOf('retireAt'), income: valuesOf('income'), contribute: valuesOf('contribute'), lifeExpectancy: valuesOf('lifeExpectancy') }; // prettier-ignore
  const plans = { base, changed, known, labels };
  made.set(index, plans);
  return plans;
}
