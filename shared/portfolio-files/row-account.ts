import type { AccountReference } from './account-names.ts';
import { HELD_AS, isKindOfAccount, nameOfKind, readAccountType } from './account-type.ts';
import type { Field } from './column-names.ts';
import type { Section } from './find-sections.ts';
import { tableRow, type TableRow } from './table-row.ts';

/** What a row's own cells say of the account that it is in; "" where they say nothing. */
interface Told {
  name: string;
  number: string;
  kind: string;
  institution: string;
  owner: string;
}

/** What tells accounts of one name apart where a table has several of it. */
const APART = ['kind', 'institution', 'owner'] as const;
type Apart = (typeof APART)[number];
type Several = Record<Apart, ReadonlySet<string>>;

const NAMING: readonly Field[] = ['account', 'registration', 'accountNumber'];

/** Whether a table has a column that names accounts, or a row above this one does. */
const isNaming = ({ section, row }: TableRow): boolean =>
  NAMING.some((field) => section.columns.positions.has(field) || section.headed?.says.get(row)?.[field] !== undefined);

/** What brokers write where nobody gave an account a name. */
const DASHES = /^(?:-*|–|—|n\/a)$/i;

function toldBy(row: TableRow): Told {
  const said = (field: Field): string => row.text(field).replace(DASHES, '');
  const kind = said('accountType');
  return {
    name: said('account') || said('registration'),
    number: said('accountNumber'),
    kind: (HELD_AS.test(kind) && !isAmongKinds(row.section)) || readAccountType(kind) === null ? '' : kind,
    // What was bought at one broker may be sold at another, after a transfer that no list of trades has.
    institution: row.section.columns.trades ? '' : said('institution'),
    owner: said('owner'),
  };
}

const amongKinds = new WeakMap<Section, boolean>();

/** Whether other rows of the column in which one says "Cash" or "Margin" say kinds of accounts, so that this is one as well and not how it is held. */
export function isAmongKinds(section: Section): boolean {
  const before = amongKinds.get(section);
  if (before !== undefined) return before;
  const found = section.rows.some((row) => {
    const kind = tableRow(section, row).text('accountType');
    return !HELD_AS.test(kind) && readAccountType(kind) !== null;
  });
  amongKinds.set(section, found);
  return found;
}

/** Each row of a table may ask what others of its account say: its rows are gone through once for all of them. */
const known = new WeakMap<Section, ReadonlyMap<string, Several>>();

/** What all rows of a table say, under `WHOLE`, and those of each name. */
function severalIn(section: Section): ReadonlyMap<string, Several> {
  const before = known.get(section);
  if (before !== undefined) return before;
  const found = new Map<string, Record<Apart, Set<string>>>();
  for (const told of section.rows.map((row) => toldBy(tableRow(section, row)))) {
    for (const key of [WHOLE, `name:${told.name.toLowerCase()}`]) {
      const sets = found.get(key) ?? { kind: new Set(), institution: new Set(), owner: new Set() };
      found.set(key, sets);
      for (const one of APART) if (told[one] !== '') sets[one].add(told[one].toLowerCase());
    }
  }
  known.set(section, found);
  return found;
}

const WHOLE = 'whole';

function isOfSeveral(section: Section, one: Apart, name?: string): boolean {
  const sets = severalIn(section).get(name === undefined ? WHOLE : `name:${name.toLowerCase()}`);
  const said = sets?.[one] ?? new Set();
  if (said.size < 2) return false;
  // "Fidelity" has a 401(k) and a Roth IRA; of an account that is called after its own kind, and in Alex's own words, two are a contradiction.
  return one !== 'kind' || name === undefined || (!isKindOfAccount(name) && [...said].some(isPeoplesWord));
}

const isPeoplesWord = (kind: string): boolean => isKindOfAccount(`${kind.charAt(0).toUpperCase()}${kind.slice(1)}`);

function reference(name: string, told: Told, apart: readonly string[]): AccountReference {
  const key = [told.number, name, ...apart].join('\n').toLowerCase();
  return { key, name, number: told.number, ...(apart.length > 0 && { apart }), told };
}

/** The account that a row names, by its kind where it has no name of its own; null where its cells are blank. */
export function accountOf(row: TableRow): AccountReference | null {
  const told = toldBy(row);
  const { section } = row;
  if (!isNaming(row)) return accountByKind(section, told);
  if (told.name === '' && told.number === '') return null;
  // One number is one account, whoever holds it.
  const apart = told.number === '' ? APART.filter((one) => isOfSeveral(section, one, told.name)) : [];
  const said = apart.map((one) => told[one]).filter((text) => text !== '');
  return reference(told.name, told, said);
}

/** Whether a row's own cells leave the account to the row above, in a table in which they say it. */
export function namesNoAccount(row: TableRow): boolean {
  const { name, number, kind, institution, owner } = toldBy(row);
  return (isNaming(row) ? [name, number] : [kind, institution, owner]).every((text) => text === '');
}

/** Where a table names no account its lines may say what kind of account they are in, where that is and whose. */
function accountByKind(section: Section, told: Told): AccountReference | null {
  const { kind, institution, owner } = told;
  const tells = kind !== '' && (isKindOfAccount(kind) || isOfSeveral(section, 'kind'));
  const isWhere = tells || isOfSeveral(section, 'institution');
  const named = nameOfKind(kind);
  const isSaid = named.toLowerCase().includes(institution.toLowerCase());
  const parts = [isWhere && !(tells && isSaid) ? institution : '', tells ? named : ''].filter((part) => part !== '');
  const several = isOfSeveral(section, 'owner') && owner !== '';
  if (parts.length === 0) return several ? reference(owner, told, []) : null;
  return reference(parts.join(' '), told, several ? [owner] : []);
}

/**
 * The account of a row of what is held, where blank cells stand for what the row above says: null where nothing says it. A row whose
 * own kind of account, owner or institution is another than that of the row above is in another account.
 */
export function accountHeldIn(row: TableRow, above: AccountReference | null): AccountReference | null {
  const own = accountOf(row);
  const told = toldBy(row);
  const before = above?.told;
  const isSame = (Object.keys(told) as (keyof Told)[]).every(
    (one) => told[one] === '' || told[one].toLowerCase() === before?.[one].toLowerCase(),
  );
  if (above !== null && isSame) return above;
  const differs = told.kind !== '' && told.kind.toLowerCase() !== (before?.kind.toLowerCase() ?? '');
  if (own === null && differs && isOfSeveral(row.section, 'kind')) return accountByKind(row.section, told) ?? above;
  return own ?? above;
}
