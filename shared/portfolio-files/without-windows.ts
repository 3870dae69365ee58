import { masked, type AccountReference } from './account-names.ts';
import { readTypeOfName } from './account-type.ts';
import { isOfOne, windowIn, type Window } from './brokerage-window.ts';
import { quotation } from './file-problem.ts';
import type { Findings } from './findings.ts';
import type { Entry } from './gather-accounts.ts';

interface Worth {
  value: number;
  currency: string;
}

interface Line {
  entry: Entry;
  window: Window;
  worth: Worth | null;
}

interface Listed {
  account: AccountReference;
  entries: Entry[];
  whose: string | null | undefined;
  worth: Worth | null;
}

/** How far what a plan states may be from what the account lists, which may be priced at another hour. */
const NEAR = 0.02;
/** And where nothing but the sum says that they are one. */
const SAME = 0.001;

const isWithin = (one: Worth | null, other: Worth | null, share: number): boolean =>
  one !== null &&
  other !== null &&
  one.currency === other.currency &&
  Math.abs(one.value - other.value) <= Math.max(1, share * Math.max(one.value, other.value));

/** What is worth so much in one currency; null where a price is missing, a currency is another, or lots may be listed twice. */
function worthOf(entries: readonly Entry[]): Worth | null {
  const [first] = entries.map(({ held }) => currencyOf(held));
  let value = 0;
  for (const { held, lot } of entries) {
    const price = held.kind === 'cash' ? '1' : held.position.price;
    if (lot || price === undefined || currencyOf(held) !== first) return null;
    value += Number(held.kind === 'cash' ? held.cash.amount : held.position.quantity) * Number(price);
  }
  return first === undefined ? null : { value, currency: first };
}

const currencyOf = (held: Entry['held']): string =>
  held.kind === 'cash' ? held.cash.currency : held.position.currency;

const together = (all: readonly { worth: Worth | null }[]): Worth | null => {
  const worths = all.map(({ worth }) => worth);
  const currency = worths[0]?.currency;
  if (currency === undefined || worths.some((worth) => worth?.currency !== currency)) return null;
  return { value: worths.reduce((sum, worth) => sum + (worth?.value ?? 0), 0), currency };
};

/**
 * The entries without the lines of windows into accounts that the same file lists, which would count what is in them twice. A window
 * into an account that is not there stays. Each is told with its line.
 */
export function withoutWindows(entries: readonly Entry[], findings: Findings): Entry[] {
  const lines = entries.flatMap((entry): Line[] =>
    entry.window === undefined ? [] : [{ entry, window: entry.window, worth: worthOf([entry]) }],
  );
  if (lines.length === 0) return [...entries];
  const listed = listedIn(entries, lines);
  const left = new Set<Entry>();
  for (const { line, accounts } of matched(lines, listed)) {
    if (accounts.length === 0) noteUnknown(line, findings);
    else {
      left.add(line.entry);
      noteLeftOut(line, accounts, findings);
    }
  }
  return entries.filter((entry) => !left.has(entry));
}

/** Accounts that may be what a window stands for: those that are called after one, and those whose name says no other kind. */
function listedIn(entries: readonly Entry[], lines: readonly Line[]): Listed[] {
  const plans = new Set(lines.map(({ entry }) => entry.account.key));
  return [...Map.groupBy(entries, ({ account }) => account.key).values()].flatMap((own): Listed[] => {
    const [first] = own;
    if (first === undefined || plans.has(first.account.key)) return [];
    const { account } = first;
    const whose = windowIn([account.name, account.told?.kind ?? '', ...(account.apart ?? [])]);
    const said = readTypeOfName(account.name);
    const isAnother = said?.plain === true && said.type !== 'taxable';
    return whose === undefined && isAnother ? [] : [{ account, entries: own, whose, worth: worthOf(own) }];
  });
}

interface Match {
  line: Line;
  /** None: the file does not list what is in the window. */
  accounts: Listed[];
}

/** Which line stands for which accounts: those of the same sum first, then all of a name together, then the nearest. */
function matched(lines: readonly Line[], listed: readonly Listed[]): Match[] {
  const taken = new Set<Listed>();
  const found = new Map<Line, Listed[]>();
  const named = (line: Line): Listed[] =>
    listed.filter((one) => !taken.has(one) && one.whose !== undefined && isOfOne(one.whose, line.window.whose));
  const take = (line: Line, accounts: readonly Listed[]): void => {
    found.set(line, [...accounts]);
    for (const one of accounts) taken.add(one);
  };
  for (const line of lines) {
    const same = named(line).find(({ worth }) => isWithin(worth, line.worth, NEAR));
    if (same !== undefined) take(line, [same]);
  }
  const open = lines.filter((line) => !found.has(line));
  const rest = [...new Set(open.flatMap(named))];
  if (rest.length > 0 && isWithin(together(open), together(rest), NEAR)) {
    for (const line of open) take(line, rest);
  }
  for (const line of open.filter((one) => !found.has(one))) {
    const off = ({ worth }: Listed): number => Math.abs((worth?.value ?? 0) - (line.worth?.value ?? 0));
    const [nearest] = named(line).sort((a, b) => off(a) - off(b));
    if (nearest !== undefined) take(line, [nearest]);
  }
  for (const line of open.filter((one) => !found.has(one))) {
    const unnamed = listed.filter((one) => !taken.has(one) && one.whose === undefined);
    const alike = unnamed.filter(({ worth }) => isWithin(worth, line.worth, SAME));
    if (alike.length === 1) take(line, alike);
  }
  return lines.map((line) => ({ line, accounts: found.get(line) ?? [] }));
}

const written = ({ value, currency }: Worth): string =>
  `${value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })} ${currency}`;

function noteLeftOut({ entry, window, worth }: Line, accounts: readonly Listed[], findings: Findings): void {
  const names = accounts.map(({ account, entries }) => {
    const name = account.name || masked(account.number);
    return `account "${quotation(name)}" (from line ${entries[0]?.line ?? 0} on)`;
  });
  const listed = together(accounts);
  const what = `"${quotation(window.label)}" was left out of every total: it stands for ${names.join(' and ')}`;
  const isSame = isWithin(listed, worth, NEAR);
  const one = `${what}, where what is in it is listed`;
  const message =
    worth === null || listed === null
      ? `${one} and counted`
      : isSame
        ? `${one} and counted: ${written(listed)}, and ${written(worth)} here`
        : `${one} and counted, though that is ${written(listed)} and this ${written(worth)}: if something is missing there, add it; if they are two things, call this one something else`;
  // How its amount and its name were read is of no use.
  const kept = findings.notes.filter(({ line, topic }) => line !== entry.line || topic !== 'reading');
  findings.notes.splice(0, findings.notes.length, ...kept);
  findings.note('left_out', message, entry.line, entry.column);
}

function noteUnknown({ entry, window }: Line, findings: Findings): void {
  const what = `"${quotation(window.label)}" is a window into a brokerage account`;
  const why = 'no account of this file lists what is in it, so it is counted as one holding of unknown make-up';
  const remedy = `list that account too, under the name ${quotation(window.label)}`;
  findings.windows.push({ label: window.label, line: entry.line, column: entry.column });
  findings.note('reading', `${what}, and ${why}; to have it looked into, ${remedy}`, entry.line, entry.column);
}
