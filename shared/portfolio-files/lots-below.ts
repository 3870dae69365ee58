import { readDate } from './date-text.ts';
import type { Section } from './find-sections.ts';
import type { Row } from './split-rows.ts';
import { looksLikeSymbol } from './symbol-text.ts';

const ACQUIRED = 'Date acquired';

const isDay = (text: string): boolean =>
  /\d/.test(text) && (readDate(text, 'mdy') !== null || readDate(text, 'dmy') !== null);

/**
 * A table with its lots opened, as E*TRADE writes it: below a holding a row for each purchase, with its day in the place of the ticker.
 * Each gets the ticker above it and its day a column of its own, so that the lots are no holdings called by a day.
 */
export function withLotsBelow(section: Section): Section {
  const { positions, headers, lots } = section.columns;
  const symbol = positions.get('symbol');
  if (symbol === undefined || lots || positions.has('acquired')) return section;
  let above = '';
  let found = 0;
  const rows = section.rows.map((row): Row => {
    if (row.cells.length !== headers.length) return row;
    const text = (row.cells[symbol] ?? '').trim();
    const isLot = above !== '' && isDay(text);
    if (isLot) found += 1;
    else if (text !== '') above = looksLikeSymbol(text) ? text : '';
    return { ...row, cells: isLot ? [...row.cells.with(symbol, above), text] : [...row.cells, ''] };
  });
  if (found === 0) return section;
  const columns = {
    ...section.columns,
    headers: [...headers, ACQUIRED],
    positions: new Map([...positions, ['acquired', headers.length] as const]),
  };
  return { ...section, columns, rows };
}
