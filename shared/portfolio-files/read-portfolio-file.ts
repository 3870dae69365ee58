import type { RetirementGoals, Targets } from '../schemas/goals.ts';
import { issueMessage, valueAt } from '../schemas/issue-message.ts';
import { portfolio as portfolioSchema, type Portfolio, type PortfolioInput } from '../schemas/portfolio.ts';
import { decodeText } from './decode-text.ts';
import type { FileLayout } from './file-layout.ts';
import type { FileNote, FileProblem } from './file-problem.ts';
import { findingsOf, inFileOrder, type Findings, type OpenWindow, type PositionPlace } from './findings.ts';
import type { AccountOrigin } from './account-origin.ts';
import type { InputFile } from './input-file.ts';
import { readCsvPortfolio } from './read-csv-portfolio.ts';
import { readJsonPortfolio } from './read-json-portfolio.ts';
import { fieldPath } from './json-lines.ts';
import { portfolioOfTransactions } from './transactions/portfolio-of-transactions.ts';
import { looksLikeGhostfolio, readGhostfolio } from './transactions/read-ghostfolio.ts';

export interface PortfolioFile {
  ok: true;
  portfolio: Portfolio;
  /** From a JSON file that states them. */
  goals: RetirementGoals | undefined;
  targets: Targets | undefined;
  /** What was assumed or left out. */
  notes: FileNote[];
  layout: FileLayout;
  /** What the file calls its accounts, and how it was found out how they are taxed; of Alex's own JSON only those that it does not say it of. */
  origins: AccountOrigin[];
  /** Where each position stands; none where positions follow from transactions. */
  places: PositionPlace[];
  /** Lines that stand for accounts which another file may list. */
  windows?: OpenWindow[];
}

/** `leftOut`: lines of a refused file that would be left out, without being wrong. */
export type PortfolioFileReading =
  PortfolioFile | { ok: false; problems: FileProblem[]; leftOut: FileNote[]; places: PositionPlace[] };

/**
 * Reads a portfolio from a broker's CSV (whatever its separator, headers and number style; positions, transactions or both),
 * from Ghostfolio's export or from the project's own JSON, told apart by content. Either the whole file is good, or every
 * problem of it is returned; it never throws.
 *
 * @example
 * const reading = readPortfolioFile({ name: 'my.csv', bytes, modifiedOn: '2026-03-31', asOf: '2026-04-01' });
 * if (!reading.ok) reading.problems.map(formatProblem).forEach((line) => console.error(line));
 */
export function readPortfolioFile(file: InputFile): PortfolioFileReading {
  const findings = findingsOf(file.name);
  const text = decodeText(file.bytes, findings);
  const read = text === null ? null : readText(text, file, findings);
  if (read === null || findings.problems.length > 0) {
    const leftOut = findings.notes.filter(({ topic, line }) => topic === 'left_out' && line !== null);
    return {
      ok: false,
      problems: inFileOrder(findings.problems),
      leftOut: inFileOrder(leftOut),
      places: findings.places,
    };
  }
  return { ok: true, ...read, notes: inFileOrder(findings.notes), places: findings.places, windows: findings.windows };
}

type Read = Omit<PortfolioFile, 'ok' | 'notes' | 'places' | 'windows'>;

function readText(text: string, file: InputFile, findings: Findings): Read | null {
  const start = text.trimStart();
  if (start.startsWith('{') || start.startsWith('[')) {
    if (looksLikeGhostfolio(text)) return readExport(text, file, findings);
    const own = readJsonPortfolio(text, file, findings);
    const layout: FileLayout = { kind: "Alex's own JSON", separator: null, tables: [] };
    return own === null ? null : { ...own, layout };
  }
  const program = ofProgram(start);
  if (program !== null) {
    findings.problem(`this is ${program}, not CSV or JSON. Download the positions as CSV from your broker instead.`);
    return null;
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
  return checked(read, findings);
}

/** What a file is that was made for another program to read; null where it is none. */
function ofProgram(start: string): string | null {
  const head = start.slice(0, 500);
  if (/^OFXHEADER\s*:|<\?OFX\b|^<OFX>/i.test(head)) return 'an OFX or QFX file, as Quicken reads them';
  return /^!(?:type|account|option)\b/i.test(head) ? 'a QIF file, as Quicken reads them' : null;
}

function readExport(text: string, file: InputFile, findings: Findings): Read | null {
  const list = readGhostfolio(text, file, findings);
  if (list === null || findings.problems.length > 0) return null;
  if (list.listed.length === 0) {
    findings.problem('there is no activity of a security in the export');
    return null;
  }
  return checked({ ...portfolioOfTransactions(list, findings, file.rates), layout: list.layout }, findings);
}

/** What rows gave, as the schema has it. Some things only it sees: a sum with too many digits, too many accounts. */
function checked(
  { accounts, transactions, exchangeRates, layout, origins }: PortfolioInput & Pick<Read, 'layout' | 'origins'>,
  findings: Findings,
): Read | null {
  const { success, data, error } = portfolioSchema.safeParse({ accounts, transactions, exchangeRates });
  if (success) return { portfolio: data, goals: undefined, targets: undefined, layout, origins };
  for (const issue of error.issues) {
    const { path } = issue;
    findings.problem(
      issueMessage(issue, valueAt({ accounts, transactions, exchangeRates }, path)),
      null,
      fieldPath(path.map((step) => (typeof step === 'symbol' ? String(step) : step))),
    );
  }
  return null;
}
