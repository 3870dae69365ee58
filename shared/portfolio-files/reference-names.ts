/** A fund or company that is known, under a ticker. */
export interface NamedSecurity {
  symbol: string;
  name: string;
  type?: string;
  classification?: { sectors: Readonly<Partial<Record<string, number>>> } | null;
}

/** The ticker of what a file calls by a whole name, where exactly one is called so; null where none is, or several are. */
export type TickerByName = (name: string) => string | null;

/** One word for each legal form and for what brokers shorten at the end of a name. */
const WORDS: Readonly<Record<string, string>> = {
  incorporated: 'inc',
  corporation: 'corp',
  company: 'co',
  companies: 'cos',
  limited: 'ltd',
  and: '&',
  cl: 'class',
  fd: 'fund',
  adm: 'admiral',
  mkt: 'market',
  idx: 'index',
  intl: 'international',
};

/** What stands behind a company's name for its only kind of share. */
const SHARE_WORDS = / (?:com(?:mon)?(?: (?:stock|shares?|stk))?|ordinary shares?|registered shares?|capital stock)$/;

/** Where a reference name states no class, brokers state the one that is listed: A, but for these (their 10-K covers, 2026). */
const LISTED_CLASS: Readonly<Record<string, string>> = { NKE: 'b', UPS: 'b', DELL: 'c' };

/** Funds with a plain name and another class beside it: nothing says which of the two a file means. */
const SEVERAL = new Set(['VINIX', 'SPRXX']);

/** A name without what differs from one broker to the next: case, accents, punctuation, the words for legal forms. */
export function plainWords(name: string): string {
  const text = name
    .normalize('NFD')
    .replace(/\p{M}+|['’]/gu, '')
    .toLowerCase()
    // S.p.A., U.S. and p.l.c. are one word each.
    .replace(/\b(?:\p{L}\.){2,}\p{L}?/gu, (dotted) => dotted.replaceAll('.', ''))
    .replace(/[^\p{L}\p{N}&$%+]+/gu, ' ')
    .replace(/&/g, ' & ')
    .trim();
  const words = text.split(/\s+/).map((word) => (Object.hasOwn(WORDS, word) ? (WORDS[word] ?? word) : word));
  // "Home Depot Inc (The)"
  const whole = words.join(' ').replace(/^the | the$/g, '');
  return (
    whole
      .replace(SHARE_WORDS, '')
      .replace(/ index fund etf(?: shares)?$| etf (?:shares|trust)$/, ' etf')
      .replace(/ admiral (?:shares|shs|class)$/, ' admiral')
      // Vanguard's own lists leave out the word between: "500 Index Admiral".
      .replace(/^(vanguard .+) fund (admiral|investor|institutional)$/, '$1 $2')
      .replace(/ sponsored adr$/, ' adr')
      .replace(/^((?:ishares|spdr) .+) etf$/, '$1')
  );
}

/** The same without a class at the end, and that class: "airbnb inc class a". */
const WITH_CLASS = /^(.+?) class ([a-c])$/;

/**
 * Finds tickers by whole names, as a 401(k)'s page lists funds and shares that it gives no ticker of. A name that several
 * securities have, or one that leaves a class open, is nobody's.
 */
export function tickerByName(securities: readonly NamedSecurity[]): TickerByName {
  const index = (): Map<string, Set<string>> => {
    const all = new Map<string, Set<string>>();
    for (const { symbol, name } of securities) {
      const key = plainWords(name);
      all.set(key, (all.get(key) ?? new Set()).add(symbol));
    }
    return all;
  };
  // When it is first asked for: most files give a ticker of everything.
  let known: Map<string, Set<string>> | undefined;
  const only = (key: string): string | null => {
    known ??= index();
    const [symbol, another] = known.get(key) ?? [];
    return symbol === undefined || another !== undefined || SEVERAL.has(symbol) ? null : symbol;
  };
  return (name) => {
    const key = plainWords(name);
    const exact = only(key);
    if (exact !== null || known?.has(key) === true) return exact;
    const [, company = '', letter] = WITH_CLASS.exec(key) ?? [];
    const symbol = only(company);
    return symbol !== null && letter === (LISTED_CLASS[symbol] ?? 'a') ? symbol : null;
  };
}
