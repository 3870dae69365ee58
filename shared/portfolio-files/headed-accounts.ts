import { accountAbove } from './account-above.ts';
import { partsOf, type AccountWords, type Heading, type Part } from './account-headings.ts';
import type { DecimalMark } from './decimal-mark.ts';
import type { Section } from './find-sections.ts';
import type { Findings } from './findings.ts';
import { isGroupOfHoldings } from './group-words.ts';
import { headingKind } from './heading-name.ts';
import { noteHeadings } from './note-headings.ts';
import type { KnownNames } from './security-code.ts';
import type { Row } from './split-rows.ts';
import { summarized } from './summary-accounts.ts';
import type { TableRow } from './table-row.ts';

/** What is known of the table: `isNamed` where the file names the account of all of it above it, in the rows of its `preamble`. */
interface HeadedTable {
  mark: DecimalMark;
  known: KnownNames;
  isNamed: boolean;
  preamble: readonly Row[];
}

type OfHeading = Extract<Part, { kind: 'heading' }>;

/**
 * A table with accounts named on rows of their own, as outlines and pivot tables have them: each is that of the rows below it, until
 * the next one, a total or a row that names its own. Groups of holdings ("US Equities") are no accounts, nor are sums. Words that may
 * be either name an account beside others that do, or where one symbol is under two of them; a note says what they were taken for.
 */
export function withHeadedAccounts(
  section: Section,
  { mark, known, isNamed, preamble }: HeadedTable,
  findings: Findings,
): Section {
  const parts = partsOf(section, mark, known);
  const headings = parts.filter((part): part is OfHeading => part.kind === 'heading' && part.held.length > 0);
  const sure = headings.flatMap(({ heading }) => (heading.kind === 'account' ? [heading] : []));
  const open = headings.filter((part) => part.heading.kind === 'open' && !isOfLots(part));
  const columns = new Set(sure.map(({ column }) => column));
  const isTwice = sure.length === 0 && !isNamed && isListedTwice(open);
  const taken = open.flatMap(({ heading }) => (isTwice || columns.has(heading.column) ? [heading] : []));
  const accounts = new Set([...sure, ...taken]);
  const parted = headings.flatMap(({ heading }) => (['open', 'part'].includes(heading.kind) ? [heading] : []));
  const left = isNamed && sure.length === 0 ? [] : parted.filter((heading) => !accounts.has(heading));
  noteHeadings({ sure, taken, left }, findings);
  if (accounts.size === 0) return section;
  const title = !isNamed && headingKind(section.title, known) === 'account' ? { account: section.title } : null;
  const { headings: heads, ends, says } = headedBy(parts, accounts, title, preamble);
  const own = section.headed;
  return {
    ...section,
    headed: {
      headings: heads,
      ends: new Set([...ends, ...(own?.ends ?? [])]),
      says: new Map([...says, ...(own?.says ?? [])]),
    },
  };
}

const symbolOf = (row: TableRow): string => row.text('symbol') || row.text('name');

/** Purchases of one holding under its name. */
const isOfLots = ({ held }: OfHeading): boolean =>
  held.length > 1 && held.every((row) => symbolOf(row) === symbolOf(held[0] ?? row));

/** Whether something is listed under two headings: no account would list it twice. */
function isListedTwice(open: readonly OfHeading[]): boolean {
  const symbols = open.flatMap(({ held }) => [...new Set(held.map(symbolOf))]);
  return new Set(symbols).size < symbols.length;
}

/** The rows that name accounts, those that end one, and what each row below says of its account by them. */
function headedBy(
  parts: readonly Part[],
  accounts: ReadonlySet<Heading>,
  title: AccountWords | null,
  preamble: readonly Row[],
): NonNullable<Section['headed']> {
  const headings = new Set<Row>();
  const ends = new Set<Row>();
  const says = new Map<Row, AccountWords>();
  const names = namesApart(parts, accounts);
  let current = title;
  let isInGroup = false;
  for (const [at, part] of parts.entries()) {
    if (part.kind === 'held') {
      if (part.isOwn) current = null;
      else if (current !== null) says.set(part.table.row, current);
      if (part.ownAccount === undefined) continue;
      ends.add(part.table.row);
      says.set(part.table.row, { account: part.ownAccount });
    } else if (part.kind === 'heading' && accounts.has(part.heading)) {
      headings.add(part.heading.row);
      ends.add(part.heading.row);
      [current, isInGroup] = [listedAs(part.heading, preamble) ?? names.get(part.heading) ?? part.heading.says, false];
    } else if (part.kind === 'heading' && part.heading.kind !== 'account') isInGroup = true;
    else {
      const row = part.kind === 'total' ? part.table.row : part.heading.row;
      // The total of a group ends that alone.
      if (part.kind === 'total' && isOfGroup(row, isInGroup, parts[at + 1])) isInGroup = false;
      else {
        ends.add(row);
        current = null;
      }
    }
  }
  return { headings, ends, says };
}

/** What the summary above the table says of an account whose number a heading is: "239876543" is a Roth IRA; null where it says nothing. */
function listedAs({ label, says }: Heading, preamble: readonly Row[]): AccountWords | null {
  const stated = accountAbove([{ cells: [label] }])?.number ?? '';
  const found = summarized(preamble, stated === '' ? label : stated);
  return found === null ? null : { ...says, account: found.name, accountNumber: found.number };
}

/** Whether a total is that of a group within an account: "Total stocks"; below such a group "Subtotal", and "Total" above another group. */
function isOfGroup({ cells }: Row, isInGroup: boolean, next: Part | undefined): boolean {
  const label = cells.find((cell) => /\p{L}/u.test(cell)) ?? '';
  const rest = label.replace(/\b(?:sub|grand)?[\s-]*totals?\b|[:\s]+|\b(?:of|for|in)\b/giu, ' ').trim();
  const isNextInside = next?.kind === 'heading' && ['group', 'part'].includes(next.heading.kind);
  return rest === '' ? isInGroup && (isNextInside || /\bsub/i.test(label)) : isGroupOfHoldings(rest);
}

/** What accounts of one name say under several headings without holdings of their own ("Ann" above "Roth IRA"): each with its own. */
function namesApart(parts: readonly Part[], accounts: ReadonlySet<Heading>): ReadonlyMap<Heading, AccountWords> {
  const owners = new Map<Heading, string>();
  let above = '';
  for (const part of parts) {
    if (part.kind !== 'heading' || ['group', 'part'].includes(part.heading.kind)) continue;
    if (accounts.has(part.heading)) owners.set(part.heading, above);
    else if (part.held.length === 0) above = part.heading.label;
  }
  const byName = Map.groupBy(owners, ([{ says }]) => (says.account ?? '').toLowerCase());
  return new Map(
    [...byName.values()].flatMap((alike) => {
      const isApart = new Set(alike.map(([, owner]) => owner)).size > 1;
      return alike.flatMap(([heading, owner]): [Heading, AccountWords][] => {
        const { account = '' } = heading.says;
        const isSaid = !isApart || owner === '' || account === '';
        return isSaid ? [] : [[heading, { ...heading.says, account: `${account} (${owner})` }]];
      });
    }),
  );
}
