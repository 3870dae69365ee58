import { plainWords, type NamedSecurity } from './reference-names.ts';

/** A company that a list calls by its name alone. */
export interface NamedCompany {
  /** What it is listed under, its American listings and the class that most people hold first. */
  symbols: readonly string[];
  /** As the first of these is called. */
  name: string;
  /** Its symbols are classes of its shares on one exchange, and not places that its shares are listed at. */
  isListedOnce: boolean;
  /** The name is a bank's, an insurer's, a card's or an everyday word's too: it takes shares at a price to be a share's. */
  isOthersToo: boolean;
  /** Of these, an everyday word's. */
  isEveryday: boolean;
}

/** The companies that may be meant by a short name: one where it is unmistakable, none where it is nobody's. */
export type CompaniesByName = (name: string) => readonly NamedCompany[];

/** What stands at the end of a name for the form of a company or of its share. */
const FORM =
  / (?:&|inc|corp|co|cos|plc|ltd|ag|se|sa|nv|n v|s a|ab|asa|oyj|spa|s p a|a s|kgaa|com|the|lp|adr|class [a-c]|new york shares)$/;
/** What says at the end of a name what kind of business it is, and is left out of it in speech: Micron, Uber, Marriott. */
const BUSINESS =
  / (?:holdings?|group|technolog(?:y|ies)|platforms|international|systems|networks|communications|pharmaceuticals|wholesale|global|enterprises|brands|worldwide|laboratories|therapeutics|sciences|motors?|automotive|software|us)$/;

/** What people say for companies whose registered name is another. */
const SAID: Readonly<Record<string, string>> = {
  google: 'alphabet',
  facebook: 'meta platforms',
  disney: 'walt disney',
  exxon: 'exxon mobil',
  exxonmobil: 'exxon mobil',
  berkshire: 'berkshire hathaway',
  lilly: 'eli lilly',
  'j & j': 'johnson & johnson',
  'p & g': 'procter & gamble',
  tsmc: 'taiwan semiconductor manufacturing',
  jpmorgan: 'jpmorgan chase',
  'jp morgan': 'jpmorgan chase',
  'delta airlines': 'delta air lines',
};

/** Companies whose short name is a word that a household's list may mean something else by. */
const EVERYDAY = new Set(
  'target gap block next orange investor evolution snap match dow compass continental southern williams charter booking recruit ball unity square partners progressive travelers principal discover ally chase best general public republic shell constellation bt lucid strategy pool align carrier news fox prudential'.split(
    ' ',
  ),
);

/** Of several classes of one company's shares, what most people hold; and no account is kept with these companies. */
const HELD_MOST = new Set(['GOOGL', 'BRK.B']);

const without = (name: string, ending: RegExp): string => {
  let rest = name;
  while (ending.test(rest)) rest = rest.replace(ending, '');
  return rest;
};

/** A company's own name, whichever class or listing of its shares it is written for. */
const companyOf = (name: string): string => without(plainWords(name), / (?:adr|class [a-c]|new york shares)$/);

const isAbroad = (symbol: string): boolean => /\.[A-Z]{2}$|\.[LT]$|^[A-Z]{2}[A-Z0-9]{9}\d$/.test(symbol);

const rank = (symbol: string): number => (HELD_MOST.has(symbol) ? 0 : isAbroad(symbol) ? symbol.length : 1);

const isFinancial = ({ classification }: NamedSecurity): boolean => (classification?.sectors.financials ?? 0) > 0;

function namedCompany(listed: readonly NamedSecurity[]): NamedCompany {
  const [first, ...others] = listed.toSorted((a, b) => rank(a.symbol) - rank(b.symbol));
  const symbols = [first, ...others].flatMap((one) => one?.symbol ?? []);
  return {
    symbols,
    name: first?.name ?? '',
    isListedOnce: symbols.length === 1 || !symbols.some(isAbroad),
    isOthersToo: !HELD_MOST.has(symbols[0] ?? '') && listed.some(isFinancial),
    isEveryday: false,
  };
}

/** Companies by their whole names, those without the legal form and the short ones, as `plainWords` writes them. */
function indexOf(securities: readonly NamedSecurity[]): Map<string, NamedCompany[]> {
  const all = new Map<string, NamedCompany[]>();
  const byCompany = Map.groupBy(
    securities.filter(({ type }) => type === 'stock'),
    ({ name }) => companyOf(name),
  );
  const formless = new Set([...byCompany.keys()].map((name) => without(name, FORM)));
  const isBeginning = (short: string): boolean =>
    [...formless].filter((other) => other.startsWith(`${short} `)).length > 1;
  for (const [whole, listed] of byCompany) {
    const company = namedCompany(listed);
    const plain = without(whole, FORM);
    const said = without(without(plain, BUSINESS), FORM);
    for (const name of new Set([whole, plain, ...(isBeginning(said) ? [] : [said])])) {
      // Its legal form says a company, whatever else the rest of the name is.
      const isShort = name === plain || name === said;
      const isEveryday = isShort && EVERYDAY.has(name);
      const isOthersToo = isShort && (company.isOthersToo || isEveryday);
      all.set(name, [...(all.get(name) ?? []), { ...company, isOthersToo, isEveryday }]);
    }
  }
  return all;
}

/**
 * Finds companies by the names that people call them: "Apple", "Coca-Cola", "Google". A short name is that of a company where its own
 * name comes down to it without its legal form and the kind of its business; and of none where others' names begin with it.
 */
export function companiesByName(securities: readonly NamedSecurity[]): CompaniesByName {
  // When it is first asked for: most files give a ticker of everything.
  let known: Map<string, NamedCompany[]> | undefined;
  return (name) => {
    const words = plainWords(name);
    known ??= indexOf(securities);
    return known.get(words) ?? known.get(Object.hasOwn(SAID, words) ? (SAID[words] ?? '') : without(words, FORM)) ?? [];
  };
}

/**
 * The names that people call companies by, for each symbol, by the same rule and as `plainWords` writes them: of CSCO "cisco systems" and
 * "cisco". Names that several companies have are left out, and everyday words: a text may mean something else by them.
 */
export function shortNamesBySymbol(securities: readonly NamedSecurity[]): ReadonlyMap<string, readonly string[]> {
  const index = indexOf(securities);
  const all = new Map<string, string[]>();
  const add = (name: string, companies: readonly NamedCompany[]): void => {
    const [company, another] = companies;
    if (company === undefined || another !== undefined || EVERYDAY.has(name)) return;
    for (const symbol of company.symbols) all.set(symbol, [...(all.get(symbol) ?? []), name]);
  };
  for (const [name, companies] of index) add(name, companies);
  for (const [said, name] of Object.entries(SAID)) add(said, index.get(name) ?? []);
  return all;
}
