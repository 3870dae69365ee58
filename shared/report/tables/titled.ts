import { plainText } from '../../charts/plain-text.ts';
import { called, isCode } from '../../finance/called.ts';
import { cell } from './table.ts';
import type { Cell } from './table.ts';

/** An instrument in a table's first column: its symbol and then its name, or the other way round where the symbol is a mere code. */
export function titleOf(symbol: string, name: string): { title: string; about: string } {
  const text = plainText(name);
  if (isCode(symbol, name)) return { title: plainText(called(symbol, name)), about: symbol };
  return { title: plainText(called(symbol, name)), about: name === symbol ? '' : text };
}

/** The same as a cell, after a word of what is done with it. */
export function titled(verb: string, symbol: string, name: string): Cell {
  const { title, about } = titleOf(symbol, name);
  return cell(`${verb}${title}`, about === '' ? undefined : about);
}
