/** Declarations by property, in lower case; the last one of a property that is valid to write counts, and an important one before others. */
export type Style = ReadonlyMap<string, string>;

/** Longer ones are pictures within the page: what they end with tells that one counts before others. */
const LONGEST_VALUE = 1_000;
const ESCAPED = /\\(?:([0-9a-f]{1,6})\s?|([^0-9a-f\n]))/giu;

/**
 * The declarations of a `style` attribute or of one rule of a style sheet, as a browser reads them: without comments, with
 * escapes read.
 */
export function readStyle(text: string): Style {
  const style = new Map<string, string>();
  const important = new Set<string>();
  for (const declaration of unescaped(text).split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const property = declaration.slice(0, colon).trim();
    const written = declaration
      .slice(colon + 1)
      .trim()
      .slice(-LONGEST_VALUE);
    const mark = written.lastIndexOf('!');
    const isImportant = mark >= 0 && written.slice(mark + 1).trim() === 'important';
    const value = isImportant ? written.slice(0, mark).trim() : written;
    if (value === '' || (important.has(property) && !isImportant)) continue;
    if (isImportant) important.add(property);
    style.set(property, value);
  }
  return style;
}

/** Text of CSS without comments and escapes, in lower case. */
const unescaped = (text: string): string =>
  withoutComments(text)
    .replace(ESCAPED, (_all, code: string | undefined, sign: string | undefined) => {
      const point = code === undefined ? 0 : Number.parseInt(code, 16);
      return sign ?? (point > 0 && point <= 0x10_ff_ff ? String.fromCodePoint(point) : ' ');
    })
    .toLowerCase();

/** Linear in the length also where comments are opened and never closed. */
export function withoutComments(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (let open = text.indexOf('/*'); open >= 0; open = text.indexOf('/*', at)) {
    parts.push(text.slice(at, open));
    const close = text.indexOf('*/', open + 2);
    at = close < 0 ? text.length : close + 2;
  }
  parts.push(text.slice(at));
  return parts.join(' ');
}

/** Pixels of a unit; a percentage, and a part of the window, is of a box of 1,000 pixels. */
const PIXELS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 37.8,
  mm: 3.78,
  em: 16,
  rem: 16,
  ch: 8,
  ex: 8,
  '%': 10,
  vw: 10,
  vh: 10,
  vmin: 10,
  vmax: 10,
  dvw: 10,
  dvh: 10,
  svw: 10,
  svh: 10,
  lvw: 10,
  lvh: 10,
};
const LENGTH = /([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)(%|[a-z]*)/giu;

/** Every length in a value, in pixels; nothing of what is no length, such as "auto". */
export function lengthsIn(value: string): number[] {
  return Array.from(
    value.matchAll(LENGTH),
    ([, amount, unit = '']) => Number(amount) * (PIXELS[unit] ?? Number.NaN),
  ).filter((length) => !Number.isNaN(length));
}

/** A single length in pixels, undefined for "auto" and the like; of a calculation its largest part, which tells how far it leads. */
export function lengthOf(value: string | undefined): number | undefined {
  const lengths = lengthsIn(value ?? '');
  if (lengths.length < 2) return lengths[0];
  const farthest = Math.max(...lengths.map(Math.abs));
  return /-|\*/u.test(value ?? '') ? -farthest : farthest;
}
