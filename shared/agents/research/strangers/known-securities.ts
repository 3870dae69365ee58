import { COMPANIES } from '../../grounding/known-names.ts';
import { companies } from '../../../database/seeds/reference/companies.ts';
import {
  allocationFunds,
  bondFunds,
  otherFunds,
  sectorFunds,
  stockFunds,
} from '../../../database/seeds/reference/funds.ts';

/** What the securities of the reference set are called, by their symbols. */
export const KNOWN_NAMES: ReadonlyMap<string, string> = new Map(
  [...companies, ...stockFunds, ...sectorFunds, ...bondFunds, ...otherFunds, ...allocationFunds].map(
    ([symbol, name]): [string, string] => [symbol, name],
  ),
);

/** Its symbols: of securities that many people hold. Any other is one that nobody vouches for. */
export const KNOWN_SYMBOLS: ReadonlySet<string> = new Set(KNOWN_NAMES.keys());

/** First words of companies' names that begin the names of others as well. */
const OF_MANY = new Set(['home', 'progressive', 'southern']);

/** First words of the names of the companies in it and of others that everybody knows, in lower case: "amazon". */
export const KNOWN_COMPANIES: ReadonlySet<string> = new Set([
  ...COMPANIES,
  ...companies
    .flatMap(
      ([, name]) =>
        name
          .replace(/^The /u, '')
          .split(/[\s,.]+/u)[0]
          ?.toLowerCase() ?? [],
    )
    .filter((word) => !OF_MANY.has(word)),
]);

/** Companies by the letters of their names, "j&j" and "p&g": the first word of each name, in lower case. */
export const KNOWN_LETTERS: ReadonlyMap<string, string> = new Map(
  companies.flatMap(([, name]): [string, string][] => {
    const [, first = '', second = ''] = /(\p{Lu}\p{Ll}+) & (?!Co)(\p{Lu})\p{Ll}+/u.exec(name) ?? [];
    return first === '' ? [] : [[`${first.charAt(0)}&${second}`.toLowerCase(), first.toLowerCase()]];
  }),
);
