const listed = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** What a group of holdings is called after: classes of assets, kinds of instruments, sectors, regions and styles. */
const KINDS = listed(
  'stock stocks share shares equity equities bond bonds treasury treasuries muni munis municipal municipals income reit reits estate ' +
    'commodity commodities gold silver metal metals crypto cryptocurrency cryptocurrencies coin coins etf etfs etn etns etp etps fund funds ' +
    'cash equivalents cd cds certificates alternative alternatives derivatives options futures annuities insurance tips bills notes ' +
    'us usa uk eu em domestic american international intl foreign global world emerging developed europe european asia asian pacific japan ' +
    'china canada america caps cap growth value blend core satellite dividend dividends sector sectors technology tech healthcare health ' +
    'financials financial energy utilities utility industrials industrial materials communications communication telecom consumer staples ' +
    'discretionary defensive cyclical cyclicals preferreds preferred convertibles speculative collectibles adr adrs ' +
    'margin annuity unit units investment banks banking nasdaq russell msci ftse liabilities debts debt loans belongings vehicles property ' +
    'securities holdings positions products sweep assets investments portfolio long longs short shorts hedges ' +
    'aktien anleihen fonds rohstoffe actions obligations acciones bonos azioni obbligazioni aandelen obligaties',
);

/** What stands beside such a word, and says nothing by itself. */
const BESIDE = listed(
  'and of the my our all other others misc fixed real money market mutual index exchange traded closed open end private public listed hedge ' +
    'target date year high low yield grade corporate government agency federal state local savings deposit deposits i ee large ' +
    'mid small micro mega common structured settlement all total tax taxable free exempt term intermediate ultra inflation protected linked indexed digital precious ' +
    'physical physically individual single unit trust trusts active passive managed balanced moderate aggressive conservative style size ' +
    'information it care services service goods latin north south central eastern western markets ex non based plus no b s p t bill note n bank senior floating rate brokered deferred qualified variable',
);

/** What a broker calls the cash of an account within it, which is no account of its own: Fidelity's "Core Account". */
const CASH_WITHIN = /\b(core|cash sweep|sweep|cash core) accounts?\b/g;

/** "Bitcoin & Ethereum", "US Large-Cap Growth (35%)": without figures and signs. */
const wordsOf = (label: string): string[] =>
  label
    .toLowerCase()
    .replace(CASH_WITHIN, '$1 ')
    .replace(/\bu\.\s?s\.(?:\s?a\.)?/g, 'us')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');

/** Whether a heading is that of a group of holdings ("US Equities", "Fixed income", "Technology"), and names no account. */
export function isGroupOfHoldings(label: string): boolean {
  const words = wordsOf(label);
  return words.some((word) => KINDS.has(word)) && words.every((word) => KINDS.has(word) || BESIDE.has(word));
}
