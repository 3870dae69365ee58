import type { SnapshotLine } from '../../../shared/schemas/analysis.ts';

/** So much of a name is recognized where a text cuts it short with an ellipsis. */
const PREFIX = 8;

/**
 * Takes out of a text what the portfolio itself calls its accounts, instruments and sources of prices, whole or cut short: a
 * report may name an account, whatever it is called, and has said nothing by that. What is left is plain text on one line.
 */
export function withoutNames(lines: readonly SnapshotLine[]): (text: string) => string {
  const given = lines.flatMap(({ accountName, name, priceSource }) => [accountName, name ?? '', priceSource ?? '']);
  // The longest first: one name may be part of another.
  const names = [...new Set(given.map(plain))].filter((name) => name.length > 1).sort((a, b) => b.length - a.length);
  return (text) => {
    const whole = names.reduce((left, name) => left.replaceAll(name, ' '), plain(text));
    const parts = whole.split('…');
    return parts.map((part, at) => (at < parts.length - 1 ? withoutPrefix(part, names) : part)).join('…');
  };
}

/** Without the beginning of a name that the text ends with. */
function withoutPrefix(text: string, names: readonly string[]): string {
  for (const name of names) {
    for (let length = Math.min(name.length, text.length); length >= PREFIX; length -= 1) {
      if (text.endsWith(name.slice(0, length))) return text.slice(0, -length);
    }
  }
  return text;
}

/** As it reads: without the marks and escapes of Markdown. */
function plain(text: string): string {
  return text
    .replaceAll(/\\([!-/:-@[-`{-~])/gu, '$1')
    .replaceAll(/\*\*|`/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
