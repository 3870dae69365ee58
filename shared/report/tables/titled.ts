import { plainText } from '../../charts/plain-text.ts';
import { called, isCode } from '../../finance/called.ts';
import { isMadeOf } from '../../portfolio-files/code-of-name.ts';
import { cell } from './table.ts';
import type { Cell } from './table.ts';

/**
 * An instrument in a table's first column: its symbol and then its name, or the other way round where the symbol is a mere code. A code
 * that was made of the name, all of which stands there, is not shown.
 */
export function titleOf(symbol: string, name: string): { title: string; about: string } {
  const title = called(symbol, name);
  const text = plainText(title);
  if (!isCode(symbol, name)) return { title: text, about: name === symbol ? '' : plainText(name) };
  return { title: text, about: title === name && isMadeOf(name, symbol) ? '' : symbol };
}

/** The same as a cell, after a word of what is done with it. */
export function titled(verb: string, symbol: string, name: string): Cell {
  const { title, about } = titleOf(symbol, name);
  return cell(`${verb}${title}`, about === '' ? undefined : about);
}
