import type { RetirementGoals, Targets } from '../schemas/goals.ts';
import { portfolio as portfolioSchema, type Portfolio } from '../schemas/portfolio.ts';
import type { ColumnReading } from './column-map.ts';
import { decodeText } from './decode-text.ts';
import type { FileProblem } from './file-problem.ts';
import { findingsOf, inFileOrder, type Findings } from './findings.ts';
import type { InputFile } from './input-file.ts';
import { readCsvPortfolio } from './read-csv-portfolio.ts';
import { readJsonPortfolio } from './read-json-portfolio.ts';
import { fieldPath } from './json-lines.ts';

export interface PortfolioFile {
  ok: true;
  portfolio: Portfolio;
  /** From a JSON file that states them. */
  goals: RetirementGoals | undefined;
  targets: Targets | undefined;
  /** What was assumed or left out. */
  notes: FileProblem[];
  /** How each column was understood; empty for JSON. */
  columns: ColumnReading[];
}

export type PortfolioFileReading = PortfolioFile | { ok: false; problems: FileProblem[] };

/**
 * Reads a portfolio from a broker's CSV (whatever its separator, headers and number style) or from the project's own JSON,
 * told apart by content. Either the whole file is good, or every problem of it is returned; it never throws.
 *
 * @example
 * const reading = readPortfolioFile({ name: 'my.csv', bytes, modifiedOn: '2026-03-31', asOf: '2026-04-01' });
 * if (!reading.ok) reading.problems.map(formatProblem).forEach((line) => console.error(line));
 */
export function readPortfolioFile(file: InputFile): PortfolioFileReading {
  const findings = findingsOf(file.name);
  const text = decodeText(file.bytes, findings);
  const read = text === null ? null : readText(text, file, findings);
  if (read === null || findings.problems.length > 0) return { ok: false, problems: inFileOrder(findings.problems) };
  return { ok: true, ...read, notes: inFileOrder(findings.notes) };
}

function readText(text: string, file: InputFile, findings: Findings): Omit<PortfolioFile, 'ok' | 'notes'> | null {
  const start = text.trimStart();
  if (start.startsWith('{') || start.startsWith('[')) {
    const read = readJsonPortfolio(text, file, findings);
    return read === null ? null : { ...read, columns: [] };
  }
  if (/^<(?:!doctype|html|\?xml)/i.test(start)) {
    findings.problem('this is a web page or XML, not CSV or JSON. Use the CSV export of your broker.');
    return null;
  }
  const read = readCsvPortfolio(text, file, findings);
  if (read === null || findings.problems.length > 0) return null;
  if (read.accounts.length === 0) {
    findings.problem('there is a header, but no position under it');
    return null;
  }
  const checked = portfolioSchema.safeParse({ accounts: read.accounts });
  if (checked.success) return { portfolio: checked.data, goals: undefined, targets: undefined, columns: read.columns };
  for (const { path, message } of checked.error.issues) {
    findings.problem(message, null, fieldPath(path.map((step) => (typeof step === 'symbol' ? String(step) : step))));
  }
  return null;
}
