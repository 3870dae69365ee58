import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { decodeText } from '../../../shared/portfolio-files/decode-text.ts';
import type { ColumnReading } from '../../../shared/portfolio-files/column-use.ts';
import { findingsOf } from '../../../shared/portfolio-files/findings.ts';
import { readPortfolioFile, type PortfolioFileReading } from '../../../shared/portfolio-files/read-portfolio-file.ts';
import { splitRows, type Row, type Separator } from '../../../shared/portfolio-files/split-rows.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/import/ok');
const NAMES = readdirSync(FOLDER).filter((name) => !/\.expected\.json$|\.json$/.test(name));

const read = (name: string, text: string): PortfolioFileReading =>
  readPortfolioFile({
    ...{ name, modifiedOn: '2026-10-30', asOf: '2026-11-15' },
    bytes: new TextEncoder().encode(text),
  });

/** All that an import comes to. What a note quotes of a line that was passed over is that line, and no use of its cells. */
function importOf(reading: PortfolioFileReading): string {
  if (!reading.ok) return JSON.stringify(reading.problems);
  const { portfolio, goals, targets, origins, notes } = reading;
  const said = notes.map((note) => ({ ...note, message: note.message.replaceAll(/"[^"]*"/g, '""') }));
  return JSON.stringify({ portfolio, goals, targets, origins, said });
}

const written = (rows: readonly Row[], separator: Separator): string =>
  rows
    .map(({ cells }) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator))
    .map((line) => (line === '""' ? '' : line))
    .join('\n');

/** The columns of a file that its preview calls not used, and the file without what stands in each. */
function unused(name: string): { column: string; without: string; whole: string }[] {
  const findings = findingsOf(name);
  const text = decodeText(readFileSync(join(FOLDER, name)), findings) ?? '';
  const reading = read(name, text);
  if (!reading.ok || reading.layout.separator === null) return [];
  const { separator, tables } = reading.layout;
  const rows = splitRows(text, separator, findings);
  const whole = written(rows, separator);
  return tables.flatMap(({ headerLine, columns }, index) => {
    const end = tables[index + 1]?.headerLine ?? Infinity;
    const header = rows.find(({ line }) => line === headerLine)?.cells ?? [];
    const places = [...header.keys()].filter((place) => header[place]?.trim() !== '');
    return columns.flatMap(({ header: column, use }, at) => {
      const place = places[at] ?? -1;
      if (use !== null || header[place]?.trim().replace(/\s+/g, ' ') !== column) return [];
      const empty = ({ line, cells }: Row): Row => ({
        line,
        cells: line <= headerLine || line >= end ? cells : cells.with(place, ''),
      });
      const without = rows.map((row) => (place < row.cells.length ? empty(row) : row));
      return [{ column, without: written(without, separator), whole }];
    });
  });
}

describe('a column that the preview calls not used decides nothing', () => {
  test('in any file that is read', () => {
    let checked = 0;
    for (const name of NAMES) {
      for (const { column, without, whole } of unused(name)) {
        checked += 1;
        expect([name, column, importOf(read(name, without))]).toEqual([name, column, importOf(read(name, whole))]);
      }
    }
    expect(checked).toBeGreaterThan(60);
  });

  const TABLES = {
    'of holdings': [
      'Account;Symbol;Name;Quantity;Price',
      'Mine;VTI;Total;5;300.5',
      'Mine;CASH;Cash;500;',
      'Bank;CASH;;7;1',
    ],
    'of values': ['Symbol;Quantity;Market value', 'AAPL;10;2000.5', 'XYZQ;5;300', 'CASH;500;500'],
    'with commas and days': ['Symbol;Quantity;Price;Price date', 'AAPL;10;200,5;03/04/2026', 'CASH;500;;'],
    'of trades': [
      'Date;Action;Symbol;Quantity;Price;Amount',
      ...['03/04/2026;deposit;;;;3000', '03/04/2026;buy;VTI;10;200.5;-2005', '06/05/2026;dividend;VTI;;;5'],
    ],
  };
  const HEADERS =
    'Interest rate,APY,Side,Long/Short,Position type,Sub-account,Exchange,Market,Owner,Bank,Registration,Account type,Plan type,' +
    'Asset class,Security type,Settlement date,Trade date,Run date,Net amount,Cash balance,Fee,Commission,Exchange rate,FX rate,' +
    'Purchase price,Cost basis,Date acquired,Level of detail,Status,Notes,Sedol,Gain,Sector,Memo,Source,Total cost,Account currency';
  const CELLS = ['1,234', '5%', 'Short', 'ASX', '13/05/2026', 'Ann', 'LOT', '$5'];

  test.each(Object.entries(TABLES))('whatever stands in it, in a table %s', (_, [head = '', ...lines]) => {
    const dropped = importOf(read('my.csv', [head, ...lines].join('\n')));
    const uses = new Map<string, ColumnReading['use']>();
    for (const header of HEADERS.split(',')) {
      for (const cell of CELLS) {
        const table = (text: string) => [`${head};${header}`, ...lines.map((line) => `${line};${text}`)].join('\n');
        const reading = read('my.csv', table(cell));
        const column = reading.ok ? reading.layout.tables[0]?.columns.at(-1) : undefined;
        if (column?.header !== header) continue;
        uses.set(`${header} ${cell}`, column.use);
        if (column.use !== null) continue;
        const imported = importOf(reading);
        expect([header, cell, importOf(read('my.csv', table('')))]).toEqual([header, cell, imported]);
        expect([header, cell, dropped]).toEqual([header, cell, imported]);
      }
    }
    expect(uses.get('Sector Ann')).toBeNull();
  });
});
