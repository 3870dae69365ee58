import type { Analysis } from '../schemas/analysis.ts';
import type { JobResult } from '../schemas/job.ts';
import { counted, longDate, money, percent, points } from './format.ts';
import { gapsOf, MISSING, NO_PROJECTION } from './gaps.ts';
import { isBalance } from '../finance/called.ts';
import { plainText } from '../charts/plain-text.ts';
import { retirementLines } from './terminal/retirement-lines.ts';
import { riskLines } from './terminal/risk-lines.ts';
import { columns, cutTo, padEnd, padStart, wrapTo } from './terminal/columns.ts';

export interface SummaryOptions {
  /** ANSI colours; leave off in a pipe. */
  readonly color: boolean;
  /** Columns of the terminal; between 50 and 80 are used. */
  readonly width: number;
}

type Style = 'bold' | 'dim' | 'warn';
type Paint = (style: Style, text: string) => string;

const codes: Readonly<Record<Style, readonly [number, number]>> = { bold: [1, 22], dim: [2, 22], warn: [33, 39] };

const painter =
  (color: boolean): Paint =>
  (style, text) =>
    color ? `\u001b[${codes[style][0]}m${text}\u001b[${codes[style][1]}m` : text;

const LABEL = 12;

/** Markdown's emphasis means nothing in a terminal, and what was escaped for it is itself there. */
const spoken = (line: string): string =>
  plainText(line.replace(/\\([!-/:-@[-`{-~])|\*\*|`/g, (_mark, escaped?: string) => escaped ?? ''));

interface Page {
  readonly paint: Paint;
  readonly width: number;
}

/** A name on the left, its lines beside it. */
function entry(label: string, lines: readonly string[], { paint }: Page): string[] {
  return lines.map((line, at) => `${paint('bold', padEnd(at === 0 ? label : '', LABEL))}${line}`);
}

const wrapped = (text: string, { width }: Page, indent: number): string[] => wrapTo(text, width - indent);

function worth({ totals, baseCurrency, excluded, excludedCount, allocation }: Analysis, page: Page): string[] {
  const { value, cash, holdings, accounts, positions } = totals;
  if (holdings === 0 && cash === 0) {
    const none =
      excludedCount === 1 ? 'its 1 position has no value' : `none of its ${excludedCount} positions could be valued`;
    const why = excludedCount === 0 ? 'the portfolio is empty' : none;
    return entry('Value', wrapped(`not known: ${why}`, page, LABEL), page);
  }
  const place = `in ${counted(accounts, 'account')}`;
  // Money market funds, certificates of deposit and the like are holdings, and yet cash among the classes.
  const asCash = (allocation.assetClass.find(({ key }) => key === 'cash')?.value ?? 0) - cash;
  const inHoldings = asCash >= 1 ? `${money(asCash, baseCurrency)} of it in holdings that count as cash` : '';
  // Cash without an exchange rate is listed, and has no part in the figure.
  const isLeftOut = excluded.some(({ symbol }) => isBalance(symbol));
  const none = isLeftOut ? 'with no cash that could be valued' : inHoldings === '' ? 'no cash listed' : '';
  const balance =
    cash === 0
      ? none
      : cash < 0
        ? `less ${money(-cash, baseCurrency)} that is owed`
        : `${money(cash, baseCurrency)} of it in cash`;
  const inCash = [balance, inHoldings].filter((part) => part !== '').join(', ');
  const about =
    holdings === 0 && cash > 0 ? `all of it in cash, ${place}` : `${counted(holdings, 'holding')} ${place}, ${inCash}`;
  // It stands by the figure that lacks them, not at the end.
  const without =
    excludedCount === 0
      ? []
      : wrapped(
          `without ${excludedCount} of ${excludedCount + positions} positions, which could not be valued`,
          page,
          LABEL,
        );
  const lines = [...without.map((line) => page.paint('warn', line)), ...wrapped(about, page, LABEL)];
  return entry('Value', [money(value, baseCurrency), ...lines], page);
}

function spread({ allocation, drift, totals }: Analysis, page: Page): string[] {
  const table = drift.assetClass;
  const targeted = table?.rows.filter(({ weight, target }) => weight !== 0 || target !== 0) ?? [];
  const rows =
    table !== null && targeted.length > 0
      ? targeted.map((row) => ({
          label: row.label,
          held: [percent(row.weight), percent(row.target), points(row.drift)],
        }))
      : allocation.assetClass
          .filter(({ weight }) => weight !== 0)
          .map(({ label, weight }) => ({ label, held: [percent(weight)] }));
  if (rows.length === 0) return [];
  // Three columns of figures, nine wide, have to stand beside the names.
  const name = Math.min(page.width - LABEL - 27, Math.max(...rows.map(({ label }) => columns(label))));
  const line = (label: string, held: readonly string[]) =>
    `${padEnd(cutTo(label, name), name)}${held.map((one) => padStart(one, 9)).join('')}`;
  const heads = line('', targeted.length > 0 ? ['held', 'target', 'drift'] : ['held']);
  // Targets are measured over what is classified; the rest is said, so that nobody adds the column up in vain.
  const rest = table === null || targeted.length === 0 ? 0 : 1 - table.value / totals.value;
  const note = rest < 0.0005 ? [] : wrapped(besides(table, rest), page, LABEL);
  return entry(
    'Allocation',
    [
      page.paint('dim', heads),
      ...rows.map(({ label, held }) => line(label, held)),
      ...note.map((one) => page.paint('dim', one)),
    ],
    page,
  );
}

const besides = (table: Analysis['drift']['assetClass'], rest: number): string =>
  table?.source === 'default'
    ? `of stocks and bonds; ${percent(rest)} of the portfolio is neither, or not classified`
    : `of what is classified; ${percent(rest)} of the portfolio is not`;

/** What was asked, and the answer before anything else. */
function answered({ question, summary }: JobResult, page: Page): string[] {
  const answer = summary?.answer ?? null;
  if (question === undefined || answer === null) return [];
  const paragraphs = answer.split(/\n{2,}/).map((one) => wrapped(spoken(one), page, LABEL));
  return [
    ...entry('Asked', wrapped(plainText(question), page, LABEL), page),
    '',
    ...entry(
      'Answer',
      paragraphs.flatMap((lines, at) => (at === 0 ? lines : ['', ...lines])),
      page,
    ),
  ];
}

/** What the whole report comes to, as at its top. */
function headline({ summary }: JobResult, page: Page): string[] {
  return summary === null ? [] : entry('In short', wrapped(spoken(summary.headline), page, LABEL), page);
}

function observed({ summary }: JobResult, page: Page): string[] {
  if (summary === null) return [];
  const lines = summary.observations.flatMap((one, at) =>
    wrapped(spoken(one), page, LABEL + 3).map((line, part) => `${part === 0 ? `${at + 1}.` : '  '} ${line}`),
  );
  return entry('Observed', lines, page);
}

function lacking(result: JobResult, page: Page): string[] {
  // Why there is no projection stands above, beside "Retirement"; how the files were read was told when they were.
  const gaps = gapsOf(result).filter(({ title, toldBefore }) => title !== NO_PROJECTION && toldBefore !== true);
  const above = result.analysis?.retirementMissing ?? null;
  const reasons = gaps.flatMap(({ title, items, inShort }) =>
    title === MISSING
      ? items.map((one) => (above === null ? one : one.replace(`: ${plainText(above)}`, ', see above')))
      : [inShort ?? title],
  );
  const mend = gaps.some(({ remedy }) => remedy !== undefined) ? ['The report says how to mend these.'] : [];
  const failed = result.job.error === null || result.missing.length > 0 ? [] : [plainText(result.job.error)];
  const lines = [...failed, ...reasons].flatMap((one) =>
    wrapped(one, page, LABEL + 2).map((line, part) => `${part === 0 ? '!' : ' '} ${line}`),
  );
  return entry(
    'Uncertain',
    [...lines.map((line) => page.paint('warn', line)), ...mend.map((line) => page.paint('dim', line))],
    page,
  );
}

/** The result in one screen of text: value, allocation, drift, chance of success with its error, three observations, gaps. */
export function renderSummary(result: JobResult, { color, width }: SummaryOptions): string {
  const page: Page = { paint: painter(color), width: Math.min(80, Math.max(50, width)) };
  const { job, analysis } = result;
  const title = `Alex, ${longDate(job.asOf)}`;
  const status = padStart(job.status, page.width - columns(title));
  const rule = page.paint('dim', '─'.repeat(page.width));
  const said = (all: readonly string[]) => all.flatMap((one) => wrapped(one, page, LABEL));
  const blocks = [
    answered(result, page),
    headline(result, page),
    ...(analysis === null
      ? []
      : [
          worth(analysis, page),
          spread(analysis, page),
          entry('Risk', said(riskLines(analysis)), page),
          entry('Retirement', said(retirementLines(analysis)), page),
        ]),
    observed(result, page),
    lacking(result, page),
  ].filter((lines) => lines.length > 0);
  return [
    `${page.paint('bold', title)}${status}`,
    rule,
    blocks.map((lines) => lines.join('\n')).join('\n\n'),
    rule,
  ].join('\n');
}
