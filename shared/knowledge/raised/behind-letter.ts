const UNIT = /(?:(?:\d|\bper|\/|\bsquare|\ba)\s?(?:ft|in|yd|mi|s)|(?:^|[\s(/\d])[kcdm]?m)$/u;
const MONEY = /[$€£¥₹]\s?[\d.,]+\s?m$/u;
/** "R²", "x²", "mc²"; share classes are letters too. */
const QUANTITY = /(?:^|[^\p{L}\p{N}.])(?:[RrxyznkσχβρE]|mc)$/u;
const CLASS = /\b(?:class|series|tier|shares?|type|option|plan|phase|grade)\s\p{L}$/iu;
const MOLECULE = /(?:^|[^\p{L}])(?:CO|CH|NO|SO)$/u;
const SUPERSCRIPTS: Readonly<Record<string, string>> = { '-': '⁻', 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹' }; // prettier-ignore

/** What a raised number behind letters is: a power of a unit or a quantity, which stays raised ("m²"), or the mark of a note, which is nothing. */
export function behindLetter(before: string, raised: string): string {
  const power = raised.replace(/[−–]/u, '-');
  if (/^[2-4]$/u.test(power) && MOLECULE.test(before)) return power;
  const isPower =
    (/^(?:[23]|-[123])$/u.test(power) && UNIT.test(before) && !MONEY.test(before)) ||
    (/^[2-9]$/u.test(power) && QUANTITY.test(before) && !CLASS.test(before));
  return isPower ? power.replace(/./gu, (sign) => SUPERSCRIPTS[sign] ?? sign) : '';
}
