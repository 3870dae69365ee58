/** First words of names that say nothing of which account or fund is meant. */
const TELLS_NOTHING = new Set(
  'each either iras work trade joint traditional individual personal family main first second third total global international world core target general national american united real growth value income short long high low small large mid green blue state street bank capital credit life mutual savings stock bond fund index emerging developed retirement social security cash brokerage taxable rollover account plan private public european pacific'.split(' '), // prettier-ignore
);

/** Last words of accounts' names that mean something else too: "the plan", "the savings". */
const TOO_COMMON = new Set('account accounts plan fund savings cash money market portfolio retirement pension stocks bonds'.split(' ')); // prettier-ignore
/** Last words that say of what kind an account is, and can be left out. */
const KINDS = /^(?:accounts?|savings|plan|fund|ira|brokerage|checking|trust|wallet|4\d\d\([kb]\))$/;

/**
 * What people shorten the names of accounts and holdings to, each with the one subject it can mean: the first word
 * ("Hilltop" of "Hilltop Private Credit LP", "Roth" of "Roth IRA"), what kind of account its name ends with ("Roth IRA" of "Schwab Roth
 * IRA"), and any word of an account's name before "account".
 * A word that two names have means neither.
 */
export function shortNames(names: ReadonlyMap<string, ReadonlySet<string>>): Map<string, string> {
  const meant = new Map<string, Set<string>>();
  const add = (alias: string, subject: string) => meant.set(alias, (meant.get(alias) ?? new Set()).add(subject));
  for (const [name, subjects] of names) {
    const words = name.split(' ');
    for (const subject of subjects) {
      const account = subject.startsWith('account:');
      if (!account && !subject.startsWith('holding:')) continue;
      const [first = ''] = words;
      if (/^\p{L}{4,}$/u.test(first) && !TELLS_NOTHING.has(first)) add(first, subject);
      if (account) for (const word of words) if (/^[\p{L}\p{N}()]{3,}$/u.test(word)) add(`${word} account`, subject);
      const last = words.at(-1) ?? '';
      if (account && /^\p{L}{3,}$/u.test(last) && !TOO_COMMON.has(last)) add(`the ${last}`, subject);
      if (account && /4\d\d|\bplan\b/.test(name) && /^\p{L}{3,}$/u.test(first)) add(`${first} plan`, subject);
      // "The credit union" of "Credit union savings".
      if (account && words.length > 2 && KINDS.test(last)) add(words.slice(0, -1).join(' '), subject);
      // "The Roth IRA" of "Schwab Roth IRA".
      if (account && words.length > 2 && /^(?:ira|brokerage|checking|account)$/.test(last)) add(words.slice(-2).join(' '), subject); // prettier-ignore
      if (account) for (const word of words) if (/^(?:4\d\d\([kb]\)|roth|hsa)$/.test(word)) add(word, subject);
    }
  }
  return new Map(
    [...meant].flatMap(([alias, [one, ...more]]) =>
      one === undefined || more.length > 0 ? [] : [[alias, one] as const],
    ),
  );
}
