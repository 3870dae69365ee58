import type { Context } from './context.ts';
import type { FactIndex, Quantity } from './fact-index.ts';
import type { Figure } from './figure.ts';

type Sides = readonly [before: string, after: string];

const MOST: readonly (readonly [said: RegExp, fact: RegExp, least: boolean])[] = [
  [/\b(?:cheapest|least expensive|lowest[- ]cost)\b/i, /^holding\.[^.]+\.expenseRatio$/, true],
  [/\b(?:most expensive|priciest|costliest|dearest)\b/i, /^holding\.[^.]+\.expenseRatio$/, false],
  [/\b(?:largest|biggest|top) (?:single )?(?:holding|position|investment|fund)\b(?! (?:after|but))/i, /^(?:holding\.[^.]+|concentration\.largest)\.weight$/, false], // prettier-ignore
  [/\bworst (?:\w+ )?(?:time|crisis|crash|episode|period|of (?:them|these))\b/i, /^risk\.stress\.\w+\.return$/, true],
];

/** "The cheapest fund is GLD, at 0.40%" where another is cheaper. */
export function isNotTheMost(
  { fact }: Quantity,
  [before]: Sides,
  { sentence, before: wider }: Context,
  index: FactIndex,
): boolean {
  return MOST.some(([said, family, least]) => {
    if (!family.test(fact) || !(said.test(wider) || said.test(before)) || /\b(?:second|third|fourth|next|then|other|followed|besides|(?:aside|apart) from|aside|except|excluding|outside|without|not counting|among|one of|rather than|against)\b/i.test(sentence)) return false; // prettier-ignore
    if (before.includes(',') && !said.test(before) && /\band\b/.test(before)) return false;
    const own = Number(index.values.get(fact));
    // "The dearest are SLV at 0.50% and ARKK at 0.75%": each of as many as have a figure.
    const several = new RegExp(`(?:${said.source})(?: \\w+){0,2} (?:are|were)\\b(.*)`, 'i').exec(sentence)?.[1] ?? '';
    let ahead = 0;
    for (const [name, value] of index.values)
      if (family.test(name) && typeof value === 'number' && (least ? value < own : value > own)) ahead += 1;
    return ahead >= Math.max(1, several.match(/\d%/g)?.length ?? 0);
  });
}

/** "Your gold cost you $13,200": what it cost is not what it is worth. */
export function isUnpaid(
  { kind }: Figure,
  { meaning, fact }: Quantity,
  [before]: Sides,
  { subjects }: Context,
): boolean {
  if (kind !== 'money' || meaning.says === 'paid' || !/\bcost (?:you )?(?:about |around |roughly |some |only )*$/i.test(before)) return false; // prettier-ignore
  return (
    [...subjects].some((one) => one.startsWith('holding:')) &&
    !/^(?:costs|rebalancing|risk|question)\.|\.gain$/.test(fact)
  );
}

const SOURCES: Readonly<Record<string, RegExp>> = {
  'class:equity': /^(?:stocks?|equit)/,
  'class:fixed_income': /^(?:bonds?|fixed)/,
  'class:cash': /^cash/,
  'class:real_estate': /^real estate/,
  'class:commodities': /^(?:gold|commodit)/,
};

/** "Shift $42,000 from bonds into stocks" where stocks are above their target. */
export function goesBackwards(
  { kind }: Figure,
  { meaning }: Quantity,
  sides: Sides,
  { sentence }: Context,
  index: FactIndex,
): boolean {
  if (kind !== 'money' || meaning.topic !== 'trade') return false;
  if (meaning.direction?.words === 'trade') {
    const [bought, sold] = [/\b(?:buy\w*|add\w*|purchas\w+)(?: about| around| roughly| some| another)* $/i, /\b(?:sell\w*|trim\w*|reduc\w+|cut\w*)(?: about| around| roughly| some)* $/i].map((way) => way.test(sides[0])); // prettier-ignore
    if (bought !== sold && (bought === true) !== meaning.direction.up) return true;
  }
  if (!/\bfrom\b.*\b(?:in)?to\b/i.test(sentence)) return false;
  const from = /\bfrom (?:your |the )?(\w+(?: \w+)?)/i.exec(sentence)?.[1]?.toLowerCase() ?? '';
  const source = Object.entries(SOURCES).find(([, words]) => words.test(from))?.[0];
  return (
    source !== undefined &&
    index.money.some(
      ({ meaning: one }) => one.topic === 'trade' && one.subjects[0] === source && one.direction?.words === 'trade' && one.direction.up, // prettier-ignore
    )
  );
}
