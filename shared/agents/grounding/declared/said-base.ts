import type { Context } from '../context.ts';
import { FIGURE } from '../polarity/placed.ts';
import type { Base } from './fact-terms.ts';

const STOCKS = String.raw`(?:stocks?|equit(?:y|ies)|shares)(?: (?:holdings|investments|portfolio|allocation|side|part|portion|positions|sleeve|money))?`;
const BONDS = String.raw`(?:bonds?|fixed income)(?: (?:holdings|investments|portfolio|allocation|side|part|portion|positions|sleeve|money))?`;
const YOURS = '(?:all |total )?(?:of )?(?:your|the|all|my|our|their|its) (?:total |whole |entire |overall |own )?';

/** What a share is said to be of: behind it, or before it at the beginning of a clause. */
const bases: readonly (readonly [base: Base | 'bonds' | 'cash' | 'account' | 'invested', words: string])[] = [
  ['stocks and bonds', String.raw`(?:${STOCKS} and ${BONDS}|${BONDS} and ${STOCKS})`],
  ['stocks', String.raw`(?:single[ -]company )?${STOCKS}(?! (?:market|fund|index|and bonds|and cash|price))`],
  ['bonds', BONDS],
  ['cash', 'cash(?! flow)'],
  [
    'account',
    String.raw`(?:\w+ )?(?:roth|401\s?\(?k\)?|403\s?\(?b\)?|iras?|hsa|brokerage)(?: (?:account|plan|ira|money|savings))?`,
  ],
  ['invested', String.raw`(?:invested (?:money|part|assets|value|portfolio)|money invested)`],
  ['portfolio', String.raw`(?:portfolio|nest egg|net worth|wealth|total|whole|everything)`],
];
const behind = bases.map(([base, words]) => [base, new RegExp(String.raw`${FIGURE}(?: \([^)]*\))? of ${YOURS}${words}(?![\w-])`, 'i')] as const); // prettier-ignore
const before = bases.map(([base, words]) => [base, new RegExp(String.raw`^\W*(?:of|among|within) ${YOURS}${words},[^,;]{0,80}${FIGURE}`, 'i')] as const); // prettier-ignore
const said = [...behind, ...before];

/** Said of a whole, what each base is of: nearly all of the portfolio where it is that. */
const SHARES: Readonly<Record<string, readonly string[]>> = {
  stocks: ['allocation.assetClass.equity.weight'],
  bonds: ['allocation.assetClass.fixed_income.weight'],
  cash: ['allocation.assetClass.cash.weight'],
  'stocks and bonds': ['allocation.assetClass.equity.weight', 'allocation.assetClass.fixed_income.weight'],
  invested: ['portfolio.invested.weight'],
  portfolio: [],
};

/** From here on a part is as good as the whole: no rounded share tells them apart. */
const AS_GOOD_AS_ALL = 0.98;

type Values = ReadonlyMap<string, unknown>;

/** The words that say of a share that it is of another whole than it is; null where none do. */
export function otherBase(
  own: Base,
  subjects: readonly string[],
  onward: string,
  { of }: Context,
  values: Values,
): string | null {
  // prettier-ignore
  for (const [base, words] of said) {
    const match = words.exec(onward);
    if (match === null) continue;
    if (base === own || isAsGood(base, own, values)) return null;
    // "77% of the stocks": what the fact is of, in an odd turn of phrase.
    if (of.length > 0 && of.every((one) => subjects.includes(one))) return null;
    return match[0].replace(FIGURE, '…');
  }
  return null;
}

const partOf = (base: string, values: Values): number =>
  base === 'portfolio' ? 1 : (SHARES[base] ?? []).reduce((sum, name) => sum + Number(values.get(name) ?? 0), 0);

/** Whether two wholes hardly differ: all of the portfolio is in stocks. */
function isAsGood(base: string, own: Base, values: Values): boolean {
  const [one, other] = [partOf(base, values), partOf(own, values)];
  return one > 0 && other > 0 && Math.min(one, other) / Math.max(one, other) > AS_GOOD_AS_ALL;
}
