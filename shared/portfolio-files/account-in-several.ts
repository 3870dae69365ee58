import type { Account } from '../schemas/portfolio.ts';
import { masked, UNNAMED, type AccountReference } from './account-names.ts';
import { quotation } from './file-problem.ts';
import type { Findings } from './findings.ts';
import type { NamedFile } from './join-files.ts';
import { DAY_OF_THE_FILE } from './price-dates.ts';

/** An account of a file, and what tells whether another file lists it, too. */
interface Listed {
  /** The place of its file. */
  at: number;
  account: Account;
  /** As its file calls it. */
  called: string;
  /** As its file has them, in small letters; "" where it has none. */
  name: string;
  number: string;
  /** The last figures of its number, where that is known. */
  end: string;
  /** Quantities, by symbol. */
  held: ReadonlyMap<string, string>;
  /** The latest day that its file states of it; "" where it states none. */
  day: string;
  /** It is what a list of transactions leaves. */
  isFolded: boolean;
}

/** Fewer holdings may be alike by chance, in accounts that nothing else says to be one. */
const FEWEST_ALIKE = 2;

/**
 * Says which accounts two files seem to list, so that what they hold is counted twice: a broker's file beside one that gathers all
 * accounts, an older export beside the newer one. A list of transactions beside the positions of the account of the same number is a
 * problem, for it is no second account.
 */
export function listedInSeveral(files: readonly NamedFile[], findingsFor: (at: number) => Findings): void {
  const listed = files.flatMap((file, at) => accountsOf(file, at));
  listed.forEach((later, index) => {
    for (const earlier of listed.slice(0, index)) {
      const how = earlier.at === later.at ? null : alike(earlier, later);
      if (how === null) continue;
      // Of a list and positions it is the list that is too much.
      const [one, other] = earlier.isFolded && !later.isFolded ? [earlier, later] : [later, earlier];
      const [findings, file] = [findingsFor(one.at), files[other.at]?.name ?? ''];
      const own = `account "${quotation(one.account.name)}"`;
      const where = `account "${quotation(other.account.name)}" of ${file}`;
      if (!one.isFolded || other.isFolded) {
        const isOlderCopy = how.isOne && one.day !== '' && other.day !== '' && one.day !== other.day;
        const [older, newer] = one.day < other.day ? [one, other] : [other, one];
        const same = how.say(own, where);
        if (isOlderCopy) {
          // What to do stands first: a report cuts off long notes.
          const copy = `of ${older.day}, it seems an earlier copy of an account than of ${newer.day}, counted twice`;
          findings.note('older_copy', `leave ${files[older.at]?.name ?? ''} out: ${copy}; ${same}`);
        } else {
          findings.note(
            'twice',
            `${same}; if they are one account it is counted twice: leave one of the two files out`,
          );
        }
      } else if (how.byNumber) {
        findings.problem(
          `it lists the transactions of account "${quotation(other.called)}", whose positions ${file} has: give it with --transactions`,
        );
      } else {
        const then = 'if it is the list of that account, give it with --transactions, or what is held is counted twice';
        findings.note('twice', `what the transactions of ${own} leave is mostly held in ${where}, too; ${then}`);
      }
    }
  });
}

function accountsOf({ portfolio, origins, layout: { kind } }: NamedFile, at: number): Listed[] {
  const references = new Map(origins.map(({ name, reference }) => [name, reference]));
  return portfolio.accounts.map((account) => {
    const { key, name, number }: AccountReference = references.get(account.name) ?? {
      ...{ key: account.name, name: account.name, number: '' },
    };
    const isNumbered = number !== '' || masked(name) !== name || /^Account ending \d/.test(name);
    return {
      ...{ at, account, called: name || masked(number) || account.name },
      name: key === UNNAMED ? '' : name.toLowerCase(),
      number: fullNumber(number) || (masked(name) === name ? '' : fullNumber(name)),
      end: isNumbered ? (/(\d{3,4})\D*$/.exec(number || name)?.[1] ?? '') : '',
      held: new Map(account.positions.map(({ symbol, quantity }) => [symbol, quantity])),
      day: account.positions.flatMap(statedDay).toSorted().at(-1) ?? '',
      isFolded: kind === 'transactions' || kind === "Ghostfolio's JSON",
    };
  });
}

/** The day of a price; that on which a file was last changed says nothing of what it lists. */
const statedDay = ({ priceAsOf, priceSource }: Account['positions'][number]): string[] =>
  priceAsOf === undefined || priceSource?.includes(DAY_OF_THE_FILE) === true ? [] : [priceAsOf];

/** An account's number without what is written between its figures; "" where some of it is hidden. */
const fullNumber = (text: string): string => {
  const plain = text.toUpperCase().replace(/[\s-]/g, '');
  return /^[A-Z]{0,4}\d{5,}[A-Z]?$/.test(plain) ? plain : '';
};

/** Schwab's "Individual ...123": the name has the end of a number that it hides. */
const ENDS_HIDDEN = /(?:\.{2,}|…|[*•#]+|x{2,})\s*-?\d{3,4}\)?$/;

const isSame = (one: string, other: string): boolean => one !== '' && one === other;

interface Alike {
  /** Their numbers say that they are one. */
  byNumber: boolean;
  /** The whole of them, or their ends and names, are the same. */
  isOne: boolean;
  say: (one: string, other: string) => string;
}

/** Whether accounts of two files seem to be one, and by what; null where they do not. */
function alike(here: Listed, there: Listed): Alike | null {
  const [fewer, more] = here.held.size < there.held.size ? [here.held, there.held] : [there.held, here.held];
  const common = [...fewer].filter(([symbol]) => more.has(symbol));
  if (common.length === 0) return null;
  const isAll =
    common.length === more.size && common.every(([symbol, quantity]) => Number(more.get(symbol)) === Number(quantity));
  const isMost = common.length >= FEWEST_ALIKE && common.length * 2 >= fewer.size;
  const byNumber = isSame(here.number, there.number) || isSame(here.end, there.end);
  const byName = isSame(here.name, there.name);
  const isOne = isSame(here.number, there.number) || (byName && (byNumber || ENDS_HIDDEN.test(here.name)));
  if (isAll && (byNumber || byName || common.length >= FEWEST_ALIKE)) {
    const what =
      common.length === 1 ? 'the same holding, as many of it,' : `the same ${common.length} holdings, as many of each,`;
    return { byNumber, isOne, say: (one, other) => `${one} has ${what} as ${other}` };
  }
  if (byNumber) return { byNumber, isOne, say: (one, other) => `${one} has the number and holdings of ${other}` };
  const isOneOfLists = here.isFolded !== there.isFolded;
  if (!isMost || !(byName || isOneOfLists)) return null;
  return { byNumber, isOne, say: (one, other) => `${one} has the name and most holdings of ${other}` };
}
