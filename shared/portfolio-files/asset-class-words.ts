import type { NamedSecurity } from './debt-security.ts';

const PLACE =
  '(?:(?:u\\.?s\\.?|domestic|american|international|intl\\.?|foreign|non-us|world|global|emerging(?: markets?)?|european?|asian?|pacific|large[- ]cap|mid[- ]cap|small[- ]cap|growth|value) )*';
const KINDS =
  '(?:stocks?|equit(?:y|ies)|bonds?|fixed income|treasur(?:y|ies)|municipal bonds?|high[- ]yield bonds?|real estate|reits?|commodit(?:y|ies)|gold|precious metals)';
/** An asset class in the words of a column of classes: "US Stocks", "International equity", "Bonds". */
const CLASS = new RegExp(`^${PLACE}${KINDS}$`, 'i');
/** What a name tells by itself. */
const TELLS = new RegExp(`\\b${KINDS}\\b`, 'i');

/**
 * The name of a holding that nobody knows, with the file's own word for its asset class behind it where the name tells none: whoever
 * classifies it by its name has that to go by.
 */
export function nameWithClass({ symbol, name, kind }: NamedSecurity): string {
  const said = kind.trim();
  if (!CLASS.test(said) || TELLS.test(name)) return name;
  return `${name === '' ? symbol : name} (${said.replace(/\bequit(?:y|ies)$/i, 'stocks')})`;
}
