const signs: Record<string, string> = { USD: '$', EUR: '€', GBP: '£', JPY: '¥' };
const scales = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
] as const;

/**
 * Money as people write it: "$412,300", "$1.23 million", "CHF 9,870". To the dollar below 1,000, to ten below 10,000, to the
 * hundred below a million, three figures above. A sum below zero has its sign in front.
 */
export function money(amount: number, currency = 'USD'): string {
  const sign = signs[currency] ?? `${currency} `;
  return `${amount < 0 ? '−' : ''}${sign}${size(Math.abs(amount))}`;
}

/** Money that a person stated themselves, to the dollar where it is whole dollars: "$82,345". */
export function statedMoney(amount: number, currency = 'USD'): string {
  if (!Number.isInteger(amount) || amount < 0 || amount >= 10_000_000) return money(amount, currency);
  return `${signs[currency] ?? `${currency} `}${amount.toLocaleString('en-US')}`;
}

/** An amount as `money` writes it, for a column: with the zeros that a sentence leaves out, "$1.30 million" beside "$1.29 million". */
export function inColumn(written: string): string {
  const [, before = '', whole = '', digits = '', name = ''] =
    /^(.*?)(\d+)(?:\.(\d+))?( (?:trillion|billion|million))$/.exec(written) ?? [];
  const decimals = Math.max(0, 3 - whole.length);
  return name === '' || before.endsWith(',') || decimals === 0
    ? written
    : `${before}${whole}.${digits.padEnd(decimals, '0')}${name}`;
}

function size(amount: number): string {
  // 999,950 rounds to a million in hundreds.
  for (const [scale, name] of scales) {
    if (amount < scale * 0.99995) continue;
    const scaled = amount / scale;
    const decimals = scaled >= 100 ? 0 : scaled >= 10 ? 1 : 2;
    return `${Number(scaled.toFixed(decimals)).toLocaleString('en-US')} ${name}`;
  }
  if (amount !== 0 && amount < 1) return amount < 0.005 ? '0' : amount.toFixed(2);
  const step = amount < 1000 ? 1 : amount < 9995 ? 10 : 100;
  return (Math.round(amount / step) * step).toLocaleString('en-US');
}
