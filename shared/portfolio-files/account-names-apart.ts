import { ONLY_ACCOUNT, UNNAMED } from './account-names.ts';
import { quotation } from './file-problem.ts';
import type { Findings } from './findings.ts';
import type { NamedFile } from './join-files.ts';

/** As long as an account's name may be (shared/schemas/portfolio.ts), and so much of it its file's name. */
const [LONGEST, LONGEST_STEM] = [100, 40];
/** Accounts told of by their names. */
const NAMED = 4;

const withoutEnding = (name: string): string => name.replace(/(?<=.)\.[^.]+$/, '');

/** What each file is called within the name of an account: without its ending, unless another differs by that alone. */
function stemsOf(names: readonly string[]): string[] {
  const count = Map.groupBy(names, (name) => withoutEnding(name).toLowerCase());
  return names.map((name) => {
    const stem = withoutEnding(name);
    return quotation((count.get(stem.toLowerCase())?.length ?? 0) > 1 ? name : stem).slice(0, LONGEST_STEM);
  });
}

/**
 * The files with names for their accounts of which no two are alike: those that several files have, and the one account of a file
 * that names none, are told apart by their files' names. A note of each file says which.
 */
export function namesAmongAll(files: readonly NamedFile[], findingsFor: (at: number) => Findings): NamedFile[] {
  const stems = stemsOf(files.map(({ name }) => name));
  const own = files.flatMap(({ portfolio }) => portfolio.accounts.map(({ name }) => name.toLowerCase()));
  const shared = new Set(own.filter((name, at) => own.indexOf(name) !== at));
  const taken = new Set(own);
  return files.map((file, at) => {
    const renamed = new Map<string, string>();
    for (const { name } of file.portfolio.accounts) {
      if (!shared.has(name.toLowerCase()) && !isUnnamed(file, name)) continue;
      const free = freeName(name, stems[at] ?? '', taken);
      taken.add(free.toLowerCase());
      renamed.set(name.toLowerCase(), free);
    }
    if (renamed.size === 0) return file;
    const names = [...renamed.values()].map((name) => `"${quotation(name)}"`);
    const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
    const told = `${names.slice(0, NAMED).join(', ')}${more}`;
    findingsFor(at).note('account', `called after the file, to be told from accounts of the others: ${told}`);
    return withNames(file, (name) => renamed.get(name.toLowerCase()) ?? name);
  });
}

/** Whether the name of an account is Alex's own, for want of one in the file. */
const isUnnamed = ({ origins }: NamedFile, name: string): boolean =>
  name === ONLY_ACCOUNT && origins.some((origin) => origin.name === name && origin.reference.key === UNNAMED);

function freeName(name: string, stem: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count += 1) {
    const suffix = ` (${stem}${count === 1 ? '' : ` ${count}`})`;
    const free = `${name.slice(0, LONGEST - suffix.length).trim()}${suffix}`;
    if (!taken.has(free.toLowerCase())) return free;
  }
}

/** A file whose accounts are called otherwise wherever it names them. */
function withNames(file: NamedFile, nameOf: (name: string) => string): NamedFile {
  const { accounts, transactions } = file.portfolio;
  return {
    ...file,
    portfolio: {
      ...file.portfolio,
      accounts: accounts.map((one) => ({ ...one, name: nameOf(one.name) })),
      transactions: transactions.map((one) => ({ ...one, account: nameOf(one.account) })),
    },
    origins: file.origins.map((one) => ({ ...one, name: nameOf(one.name) })),
    places: file.places.map((one) => ({ ...one, account: nameOf(one.account) })),
  };
}
