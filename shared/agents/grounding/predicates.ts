import type { FactIndex } from './fact-index.ts';
import type { Figure } from './figure.ts';
import type { Mention } from './mentions.ts';

const LARGEST = /^(?: \([^)]*\))? (?:is|remains) (?:by far )?(?:your|the)(?: single)? (?:largest|biggest) (?:holding|position|investment|line|fund|stake)\b(?! (?:after|but|outside|besides|among))/i; // prettier-ignore
const UNPRICED = /^(?: \([^)]*\))? (?:has|have) no price\b|^(?: \([^)]*\))? (?:is|are) (?:unpriced|without a price)\b/i;
const ALL_OF_A_KIND = /\baccounts? (?:are|is) all (taxable|tax[ -]deferred|tax[ -]free)\b|\ball (?:of )?(?:your |the )?(?:\w+ )?accounts are (taxable|tax[ -]deferred|tax[ -]free)\b/i; // prettier-ignore

/** What a text says of a thing without a figure, and facts say otherwise: which holding is the largest, which has no price. */
export function falseSayings(text: string, mentions: readonly Mention[], index: FactIndex): Figure[] {
  const { values } = index;
  const found = mentions.flatMap((mention): Figure[] => {
    const [subject = ''] = mention.subjects.filter((one) => one.startsWith('holding:'));
    if (subject === '') return [];
    const said = text.slice(mention.end, mention.end + 90);
    const key = subject.slice('holding:'.length);
    const largest = values.get('concentration.largest.symbol');
    const isNotTheLargest = LARGEST.test(said) && largest !== undefined && String(largest).replaceAll('.', '_') !== key;
    const hasAPrice = UNPRICED.test(said) && values.has(`holding.${key}.price`);
    return isNotTheLargest ||
      hasAPrice ||
      isOfAnotherClass(said, values.get(`holding.${key}.assetClass`), values.has(`holding.${key}.value`))
      ? [sayingOf(text, mention.start, mention.end)]
      : [];
  });
  const kind = ALL_OF_A_KIND.exec(text);
  const type = (kind?.[1] ?? kind?.[2] ?? '').toLowerCase().replace(/[ -]/, '_');
  const share = values.get(`allocation.accountType.${type}.weight`);
  if (kind !== null && typeof share === 'number' && share < 0.999) found.push(sayingOf(text, kind.index, kind.index + kind[0].length)); // prettier-ignore
  return found;
}

const CALLED = /^(?: \([^)]*\))?(?:, [^.;]{0,40},)? (?:is|remains) (?:an? |the )?(?:(?!not\b|no\b|neither\b)[\w-]+ ){0,4}?(bond|stock|equity|money[ -]market|real[ -]estate|gold|commodit(?:y|ies)) (?:fund|etf)\b/i; // prettier-ignore
const CLASSES: Readonly<Record<string, RegExp>> = { Stocks: /stock|equity/i, Bonds: /bond/i, 'Real estate': /estate/i, Commodities: /gold|commodit/i, Cash: /market/i }; // prettier-ignore

/** "Green Tidal is a low-risk bond fund" of what no file classifies, or of a stock fund. */
function isOfAnotherClass(said: string, assetClass: unknown, isHeld: boolean): boolean {
  const called = CALLED.exec(said)?.[1];
  if (called === undefined || !isHeld) return false;
  if (assetClass === undefined) return true;
  return typeof assetClass === 'string' && CLASSES[assetClass]?.test(called) === false;
}

const sayingOf = (text: string, start: number, end: number): Figure => {
  return { kind: 'word', text: text.slice(start, end), start, end, value: 0, place: 0, approximate: false, bound: 0, sign: 0, key: '', before: '', after: '' }; // prettier-ignore
};
