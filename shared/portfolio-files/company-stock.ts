/** A company that a line calls by its name and a word for its stock: "Apple stock", "Tesla RSUs", "shares of Nvidia (Schwab)". */
export interface SaidStock {
  /** What the company is called. */
  company: string;
  /** A plan's fund of the stock, whose units have a price of their own. */
  isFund: boolean;
}

const BEHIND =
  /^(.+?),? +(?:(?:common |ordinary |restricted |company |employer )?(?:stocks?|shares?)(?: units?)?(?<fund> (?:unit(?:ized)? )?(?:fund|fd))?|rsus?|espp|(?<plan>(?:leveraged )?esop)(?: fund| stock)?)$/i;
const BEFORE = /^(?:(?:common |restricted )?(?:stocks?|shares?)(?: units?)?|rsus?) (?:of|in|from|at) (.+)$/i;
/** Where it is kept, or what has become of it: "(Schwab)", "(vested)". */
const REMARK = /\s*\([^)]*\)$/;

/** The company whose stock a name says it is; null where the name says no such thing. Whether there is such a company it does not tell. */
export function stockSaid(name: string): SaidStock | null {
  const words = name.trim().replace(REMARK, '');
  const behind = BEHIND.exec(words);
  const company = behind?.[1] ?? BEFORE.exec(words)?.[1];
  if (company === undefined) return null;
  return { company, isFund: behind?.groups?.fund !== undefined || behind?.groups?.plan !== undefined };
}
