import type { PlanChange } from '../../../../../schemas/analysis-plan.ts';
import { form } from '../slots.ts';
import { MOVES } from './form-of.ts';
import type { Form, Found } from './form-of.ts';

/** Whose price moves: kinds of assets by their words, and the largest holding; anything else by a name with a capital. */
const KINDS: readonly (readonly [asset: string, words: string])[] = [
  ['fixed_income', 'bonds?(?: funds?| etfs?)?'],
  ['gold', 'gold'],
  ['crypto', 'crypto(?:s|currenc(?:y|ies))?'],
  ['commodities', 'commodit(?:y|ies)'],
  ['real_estate', 'reits?|real estate funds?'],
  ['largest', '(?:biggest|largest|top|main|single largest|single biggest) (?:holding|position|stock|investment|company|fund)'],
]; // prettier-ignore
/** Coins are written small as well. */
const COIN = /^(?:bitcoin|ethereum|ether|solana|dogecoin)$/;
const NO_NAME =
  'what|if|when|and|or|but|should|suppose|say|happens?|would|could|can|will|i|we|my|our|the|an?|in|of|after|once|as|that|how|bad|much|lose|lost|still|at|to|with|do|does|did|is|are|be|it|they|this|then|also|even|while|because|portfolio|money|savings|income|spending|expenses|inflation|rates?|house|home|property|salary|pay|rent|pension|market|markets|stocks?|bonds?|shares?|equit(?:y|ies)|prices?|dollar|euro|value|account|accounts|ira|roth|401\\(?k\\)?';
const WORD = `(?!(?:${NO_NAME})(?![\\w-]))[a-z][\\w&-]*`;

const words = {
  kinds: KINDS.map(([, said]) => said).join('|'),
  named: `${WORD}(?: (?:(?:&|of) )?${WORD}){0,2}?`,
  whose: '(?:(?:my|our|the|all|all my|all our|the price of|price of) )*',
  held: "(?:'s)?(?: (?:shares?|stocks?|stake|position|holdings?|prices?|fund|etf))*",
  would: '(?:(?:suddenly|only|then|were to|was to|should|would|will|has|have|had|just|also|ever|were|was|again|tomorrow|today) )*',
  about: '(?: (?:by|another|about|around|roughly|as much as|up to|more than|over|some|another|tomorrow|today|now|suddenly))*',
  value: '(?: (?:of (?:its|their) value|in value|in price))?',
}; // prettier-ignore
/** Not what comes back each year, which is a return. */
const ONCE = '(?! (?:a|per|each|every) year| on average)';
const OF = '<whose>(?:(?<kind><kinds>)|(?<name><named>))<held>';

function assetOf({ name }: Found): string | null {
  if (name === null) return null;
  const small = name.toLowerCase();
  const kind = KINDS.find(([, said]) => new RegExp(`^(?:${said})$`).test(small))?.[0];
  return kind ?? (COIN.test(small) ? small : /^(?:[A-Z][\w&-]*(?: (?:(?:&|of) )?|$))+$/.test(name) ? name : null);
}

function moving(found: Found, how: 'up_percent' | 'down_percent' | null, value = found.value): PlanChange | null {
  const asset = assetOf(found);
  return asset === null || how === null ? null : { what: 'price', how, value, per: null, fromAge: null, asset };
}

/** "What if Nvidia falls 50%?", "bonds lose a fifth", "my largest holding goes to zero": today, and of nothing else. */
export const priceForms: readonly Form[] = [
  ...[
    `${OF} <would>(?<way><move>|halves?|correct\\w*)<about> {percent}<value>${ONCE}`,
    `${OF} (?:is|are|was|were|gets?|got) (?<way>cut|down|up) (?:in |by )?{percent}<value>${ONCE}`,
  ].map((pattern): Form => ({
    pattern: form(pattern, { ...MOVES, ...words }),
    read: (found) => moving(found, found.way === null ? null : `${found.way}_percent`),
  })),
  {
    pattern: form(`${OF} <would>{percent}<value>${ONCE}`, words),
    read: (found) =>
      moving(found, /^hal/i.test(found.written) ? 'down_percent' : /^(?:doubl|twice)/i.test(found.written) ? 'up_percent' : null), // prettier-ignore
  },
  {
    pattern: form(`${OF} <would>(?:goes|go|went|falls?|fell|drops?|crash\\w*) to {age}`, words),
    read: (found) => (found.value === 0 ? moving(found, 'down_percent', 100) : null),
  },
  {
    pattern: form(
      `${OF} <would>(?:(?:goes|go|went|going) (?:bankrupt|bust|broke|under)|(?:becomes?|became|is|are|were|was) (?:worthless|wiped out))`,
      words,
    ),
    read: (found) => moving(found, 'down_percent', 100),
  },
];
