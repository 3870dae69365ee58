import type { Fact } from '../../schemas/fact.ts';
import type { KnowledgePassage } from '../../schemas/knowledge.ts';
import { escaped } from '../grounding/names.ts';
import { symbolsIn } from './fitting.ts';
import { namesBySymbol } from './names-held.ts';

/** What a name ends in that texts leave out. */
const FORM =
  /[\s,]+(?:inc|corp|corporation|company|co|ltd|limited|plc|ag|se|sa|nv|group|holdings?|etf|fund|trust|class [a-z])\.?$/iu;

/**
 * Tells of a passage which of some holdings it is about, by what it says itself: the symbol as symbols are written, "(COST)", or
 * the whole name but its legal form, of two words at least, as it is written. One that names none of them is left out: a search
 * by name finds what has some of its words, too.
 */
export function tagByName(
  facts: readonly Fact[],
  symbols: readonly string[],
): (passage: KnowledgePassage) => KnowledgePassage[] {
  const names = namesBySymbol(facts);
  const saysName = new Map(symbols.map((symbol) => [symbol, standing(withoutForm(names.get(symbol) ?? ''))]));
  return (passage) => {
    const text = `${passage.title}\n${passage.text}`;
    const marked = symbolsIn(text);
    const about = symbols.filter((symbol) => marked.includes(symbol) || saysName.get(symbol)?.test(text) === true);
    return about.length === 0 ? [] : [{ ...passage, tickers: [...new Set([...passage.tickers, ...about])] }];
  };
}

function withoutForm(name: string): string {
  const shorter = name.trim().replace(FORM, '');
  return shorter === name ? name : withoutForm(shorter);
}

/** Two words at least, and between words: "Global Payments" is not in "Global Paymentsystems". */
function standing(name: string): RegExp | null {
  return name.includes(' ') ? new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped(name)}(?![\p{L}\p{N}])`, 'u') : null;
}
