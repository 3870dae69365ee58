/** A name that begins as a kind of asset or a place does is not taken by its first word. */
const KIND = /^(?:bonds?|cash|emerging|equity|european?|global|gold|held|international|japan|money|real|stocks?|the|total|world)\b/i; // prettier-ignore

/** What people say for a company, by the first word of its name. */
const CALLED: Readonly<Record<string, string>> = { google: 'alphabet', facebook: 'meta', instagram: 'meta', coke: 'coca', jnj: 'johnson' }; // prettier-ignore

/** Tickers and first words of companies that are words of a question on money too: "now" is no ServiceNow, "my home" no Home Depot, "my target" no Target. */
const ORDINARY = new Set(
  'all and any are best big bill can car cash cat cost dan dash dog ease eat eye fast for fun fund gain gap get glad gold good grow has health her here home icon job key kind life live loan love low main man max may mid most net new nice now off old once one open our out pay peak per plan play post real rent ride run safe sail save see self she site snap spot tap team tell ten true turn two upon wait way well who you ally american ball bank block booking crown delta discover dollar first general international key match national news pool progressive public shell southern square strategy target union united unity'.split(' '), // prettier-ignore
);

/** The first word of what a holding is called, in small letters: "tesla" of "Tesla, Inc.", "amazon" of "Amazon.com, Inc.", "coca" of "The Coca-Cola Company". */
const firstWord = (label: string): string => /[A-Za-z]{2,}/.exec(label.replace(/^the /i, ''))?.[0].toLowerCase() ?? '';

/** In the names of funds that cost nothing, as companies cost nothing. */
const OF_FUNDS = /\b(?:fund|etf|index)\b/i;

/** What a holding is called. */
export interface Named {
  symbol: string;
  label: string;
  expenseRatio: number | null;
}

/** Of what is held what a question names: by its symbol, or a company or coin by the first word of its name; none where it names more than three. */
export function namedHoldings<T extends Named>(question: string, holdings: readonly T[]): T[] {
  const words = new Set(question.match(/[A-Za-z]{2,}/g));
  const said = new Set([...words].map((word) => CALLED[word.toLowerCase()] ?? word.toLowerCase()));
  const isSymbol = (symbol: string): boolean => {
    const small = symbol.toLowerCase();
    return words.has(symbol) || (small.length >= 3 && said.has(small) && !ORDINARY.has(small));
  };
  // "Vanguard" is whose funds these are, also of one whose cost is not known.
  const houses = new Set(
    holdings.flatMap(({ label, expenseRatio }) => ((expenseRatio ?? 0) > 0 ? [firstWord(label)] : [])),
  );
  const isCalled = ({ label, expenseRatio }: Named): boolean =>
    (expenseRatio ?? 0) === 0 &&
    !houses.has(firstWord(label)) &&
    !(expenseRatio === 0 && OF_FUNDS.test(label)) &&
    !KIND.test(label.replace(/^the /i, '')) &&
    isName(firstWord(label));
  // A capital tells a name from a word, but for the first word of a sentence.
  const capitals = new Set(question.match(/(?<=[a-z,;'’] )[A-Z][a-z]+/g)?.map((word) => word.toLowerCase()));
  const isName = (first: string): boolean => said.has(first) && (!ORDINARY.has(first) || capitals.has(first));
  const named = holdings.filter((one) => isSymbol(one.symbol) || isCalled(one));
  return named.length > 3 ? [] : named;
}
