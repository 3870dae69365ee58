import { fieldOf, type Field } from './column-names.ts';
import { headingKind } from './heading-name.ts';
import type { Row } from './split-rows.ts';

const squash = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();
const NAMING: readonly Field[] = ['symbol', 'identifier', 'name'];
/** A person's first name, as it heads their columns. */
const NAME = /^\p{Lu}\p{L}+$/u;

/**
 * The cells of a header in which a name stands twice, each with what the row above says of it: "Ann,,Bob," above "Shares,Value,Shares,Value"
 * is "Ann's Shares". As they are where that row tells them not all apart.
 */
export function withGroupsAbove(header: Row, above: Row | undefined): readonly string[] {
  const { cells } = header;
  const all = cells.map(squash);
  const isTwice = all.map((text, at) => text !== '' && (all.indexOf(text) !== at || all.lastIndexOf(text) !== at));
  // Two lists side by side are no columns of one.
  const isOfNames = cells.some((cell, at) => isTwice[at] === true && NAMING.includes(fieldOf(cell)?.field ?? 'notes'));
  if (!isTwice.some(Boolean) || isOfNames || above === undefined) return cells;
  const groups = above.cells.map((cell) => cell.trim());
  if (groups.filter((group) => group !== '').length < 2 || groups.some((group) => /\d{3}/.test(group))) return cells;
  const named = cells.map((cell, at) => {
    const group = groups.slice(0, at + 1).findLast((one) => one !== '') ?? '';
    if (isTwice[at] !== true || group === '') return cell;
    const isPerson = NAME.test(group) && headingKind(group) !== 'account';
    return `${group}${isPerson ? '’s' : ''} ${cell.trim()}`;
  });
  const filled = named.map(squash).filter((text) => text !== '');
  return new Set(filled).size === filled.length ? named : cells;
}
