import type { Colour } from './colour.ts';

const CALLED = /^(oklch|oklab|lch|lab|hwb|color)\(([^()]*)\)$/u;
const SPACES = new Set(['srgb', 'srgb-linear', 'display-p3', 'a98-rgb', 'prophoto-rgb', 'rec2020']);
type Three = readonly [number, number, number];

/**
 * A colour of one of CSS's wider spaces, as the nearest of the screen; undefined for what is none. Spaces of three lights are taken for sRGB, which
 * they are for greys.
 */
export function readWideColour(value: string): Colour | undefined {
  const [, space = '', inside = ''] = CALLED.exec(value) ?? [];
  if (space === '') return undefined;
  const [values = '', opacity = '1'] = inside.split('/');
  const words = values.split(/[\s,]+/u).filter((word) => word !== '');
  if (space === 'color' && !SPACES.has(words.shift() ?? '')) return undefined;
  const [first = 0, second = 0, third = 0] = words.map((word) => parseFloat(word) || 0);
  const isPart = words[0]?.endsWith('%') === true;
  const alpha = parseFloat(opacity) / (opacity.trim().endsWith('%') ? 100 : 1);
  if (words.length < 3 || Number.isNaN(alpha)) return undefined;
  const part = (amount: number, whole: number) => (isPart ? amount / 100 : amount / whole);
  const rgb = (): Three => {
    if (space === 'color') return [part(first, 1), part(second, 1), part(third, 1)];
    if (space === 'hwb') return fromHwb(first, second / 100, third / 100);
    const [a, b] = space.endsWith('lch') ? fromPolar(second, third) : ([second, third] as const);
    return space.startsWith('ok') ? fromOklab(part(first, 1), a, b) : fromLab(first, a, b);
  };
  const [red, green, blue] = rgb().map((light) => 255 * Math.min(1, Math.max(0, light))) as [number, number, number];
  return { rgb: [red, green, blue], alpha };
}

const fromPolar = (chroma: number, hue: number) =>
  [chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)] as const;

/** CSS Color 4, section 8.1: a hue between its white and its black. */
function fromHwb(hue: number, white: number, black: number): Three {
  if (white + black >= 1) return [white / (white + black), white / (white + black), white / (white + black)];
  const light = (n: number) => {
    const k = (n + hue / 30) % 12;
    return 0.5 - 0.5 * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  };
  const mixed = (n: number) => light(n) * (1 - white - black) + white;
  return [mixed(0), mixed(8), mixed(4)];
}

/** B. Ottosson, "A perceptual color space for image processing" (2020): Oklab to linear sRGB. */
function fromOklab(lightness: number, a: number, b: number): Three {
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    gamma(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
    gamma(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
    gamma(-0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short),
  ];
}

/** CIE Lab to sRGB by way of XYZ, both of the white D50 as in CSS Color 4, section 9.3 (linear Bradford). */
function fromLab(lightness: number, a: number, b: number): Three {
  const fy = (lightness + 16) / 116;
  const from = (f: number) => (f ** 3 > 216 / 24_389 ? f ** 3 : (116 * f - 16) / (24_389 / 27));
  const [x, y, z] = [0.96429568 * from(fy + a / 500), from(fy), 0.82510460 * from(fy - b / 200)]; // prettier-ignore
  return [
    gamma(3.1341359569958707 * x - 1.6173863321612538 * y - 0.4906619460083532 * z),
    gamma(-0.978795502912089 * x + 1.916254567259524 * y + 0.03344273116131949 * z),
    gamma(0.07195537988411677 * x - 0.2289768264158322 * y + 1.405386058324125 * z),
  ];
}

/** IEC 61966-2-1: linear light as sRGB writes it. */
const gamma = (light: number): number => (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055);
