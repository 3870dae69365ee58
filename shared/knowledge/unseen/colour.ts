import { readWideColour } from './wide-colour.ts';

/** Red, green and blue of 0 to 255, and how opaque, 0 to 1. */
export interface Colour {
  rgb: readonly [number, number, number];
  alpha: number;
}

export const WHITE: Colour = { rgb: [255, 255, 255], alpha: 1 };
/** The names of colours that are near white or black, in CSS Color 4; what has another name is told from itself only. */
const NAMED: Readonly<Record<string, string>> = {
  white: 'ffffff',
  snow: 'fffafa',
  ivory: 'fffff0',
  floralwhite: 'fffaf0',
  ghostwhite: 'f8f8ff',
  mintcream: 'f5fffa',
  azure: 'f0ffff',
  aliceblue: 'f0f8ff',
  whitesmoke: 'f5f5f5',
  seashell: 'fff5ee',
  honeydew: 'f0fff0',
  lavenderblush: 'fff0f5',
  lightyellow: 'ffffe0',
  lightcyan: 'e0ffff',
  black: '000000',
  canvas: 'ffffff',
};
/** WCAG 2's ratio of two colours, from 1; below this nobody reads one on the other, and pale small print has more. */
const LEAST_CONTRAST = 1.15;

/** A colour as CSS writes it, undefined for what is none that is known here ("inherit", a variable, a gradient). */
export function readColour(value: string): Colour | undefined {
  if (value === 'transparent') return { ...WHITE, alpha: 0 };
  const hex = /^#([0-9a-f]{3,8})$/u.exec(value)?.[1] ?? (Object.hasOwn(NAMED, value) ? NAMED[value] : undefined);
  if (hex !== undefined) return hexColour(hex);
  const wide = readWideColour(value);
  if (wide !== undefined) return wide;
  const called = /^(rgb|hsl)a?\(([^()]*)\)$/u.exec(value);
  const [first, second, third, fourth = '1'] = (called?.[2] ?? '').split(/[\s,/]+/u).filter((part) => part !== '');
  if (first === undefined || second === undefined || third === undefined) {
    // Whatever else a colour is written in, what stands behind the stroke is how opaque it is.
    const alpha = /^[a-z]+\([^()/]*\/\s*([\d.]+%?)\s*\)$/u.exec(value)?.[1];
    return alpha !== undefined && share(alpha, 1) === 0 ? { ...WHITE, alpha: 0 } : undefined;
  }
  const alpha = share(fourth, 1);
  if (called?.[1] === 'hsl') return { rgb: fromHsl(parseFloat(first), share(second, 100), share(third, 100)), alpha };
  return { rgb: [share(first, 255) * 255, share(second, 255) * 255, share(third, 255) * 255], alpha };
}

/** Whether text of one colour cannot be told from a ground of the other. */
export function isLost(text: Colour, ground: Colour): boolean {
  const [dark = 0, light = 0] = [luminance(text), luminance(ground)].sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05) < LEAST_CONTRAST && isNear(text, ground);
}

/** Two colours of one lightness are told apart by their hue: red on green. */
const isNear = (one: Colour, other: Colour): boolean =>
  one.rgb.every((part, at) => Math.abs(part - (other.rgb[at] ?? 0)) < 48);

function hexColour(hex: string): Colour | undefined {
  const digits = hex.length < 6 ? hex.replace(/./gu, '$&$&') : hex;
  if (digits.length !== 6 && digits.length !== 8) return undefined;
  const part = (at: number) => Number.parseInt(digits.slice(at, at + 2), 16);
  return { rgb: [part(0), part(2), part(4)], alpha: digits.length === 8 ? part(6) / 255 : 1 };
}

/** "50%" or "0.5", or "127" of 255, as a part of 1. */
function share(written: string, whole: number): number {
  const amount = parseFloat(written) / (written.endsWith('%') ? 100 : whole);
  return Math.min(1, Math.max(0, amount));
}

/** CSS Color 4, section 7.1. */
function fromHsl(hue: number, saturation: number, lightness: number): [number, number, number] {
  const part = (n: number) => {
    const k = (n + hue / 30) % 12;
    const spread = saturation * Math.min(lightness, 1 - lightness);
    return 255 * (lightness - spread * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return [part(0), part(8), part(4)];
}

/** WCAG 2.2, "relative luminance". */
function luminance({ rgb }: Colour): number {
  const [red, green, blue] = rgb.map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}
