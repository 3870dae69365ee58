import { readColour } from './colour.ts';
import { lengthOf, lengthsIn, type Style } from './style.ts';

/** So far out of its place, in pixels, that it is out of the window: slides and columns are moved by less. */
const AWAY = 500;
/** The same of margins: columns stand beside others by a margin of minus a whole width. */
const FAR_MARGIN = 1_500;
/** Whoever has to go there by scrolling does not. */
const BEYOND = 5_000;
/** A box of no more pixels shows nothing. */
const NO_BOX = 1;
/** A length, or a scale, that is as good as none. */
const NO_SCALE = 0.05;

/** A whole window and more to the side of it, or below: of what stays in its place however far one scrolls. */
const OUT_OF_WINDOW = /^(?:\d{3,}(?:\.\d+)?)(?:%|[dsl]?v(?:w|h|min|max|i|b))$/u;
const TO_THE_SIDE = ['left', 'right', 'inset-inline-start', 'inset-inline-end'];
const UP_OR_DOWN = ['top', 'bottom', 'inset-block-start', 'inset-block-end'];
/** A part of the size of the letters by which they stand on each other. */
const SQUEEZED = -0.4;

/** Whether nothing within an element is seen, whatever is said of what is in it: it is not shown, has no size, is cut away or out of the window. */
export function hidesAll(style: Style): boolean {
  return (
    style.get('display') === 'none' ||
    style.get('content-visibility') === 'hidden' ||
    isAway(style) ||
    isBesideWindow(style) ||
    isMaskedAway(style) ||
    isCutAway(style) ||
    hasNoSize(style) ||
    isTransformedAway(style)
  );
}

/** Whether the lines of an element begin out of it: `text-indent`, which is handed down. */
export function isIndentedAway(value: string): boolean {
  const indent = lengthOf(value) ?? 0;
  return indent <= -AWAY || indent >= 1_000;
}

/** Whether the letters of an element stand on each other: `letter-spacing`, which is handed down. */
export function isSqueezed(value: string, fontSize: number): boolean {
  const spacing = (lengthOf(value) ?? 0) / (value.endsWith('em') ? 16 : fontSize);
  return spacing <= SQUEEZED;
}

/** Whether what is written in an element is struck out: taken back, and no word of the page any more. */
export function strikesOut(style: Style): boolean {
  return ['text-decoration', 'text-decoration-line', '-webkit-text-decoration', '-webkit-text-decoration-line'].some(
    (name) => style.get(name)?.includes('line-through'),
  );
}

/** Below the window nobody gets to see what is fixed; what is placed on the page is scrolled to. */
function isBesideWindow(style: Style): boolean {
  const position = style.get('position');
  if (position !== 'fixed' && position !== 'absolute') return false;
  const isOut = (name: string) => OUT_OF_WINDOW.test(style.get(name) ?? '');
  if (position === 'fixed') return [...TO_THE_SIDE, ...UP_OR_DOWN].some(isOut);
  // A percentage is of the box around, which may be a slide of several.
  return TO_THE_SIDE.some((name) => isOut(name) && style.get(name)?.endsWith('%') === false);
}

/** Every colour of the mask is no colour. */
function isMaskedAway(style: Style): boolean {
  return ['mask', 'mask-image', '-webkit-mask', '-webkit-mask-image'].some((name) => {
    const value = style.get(name) ?? '';
    const words = value.match(/[a-z]+\([^()]*\)|[^\s(),]+/gu) ?? [];
    const colours = words.flatMap((word) => readColour(word) ?? []);
    return value.includes('gradient(') && colours.length > 0 && colours.every(({ alpha }) => alpha === 0);
  });
}

function isAway(style: Style): boolean {
  const margins = ['margin', 'margin-left', 'margin-top', 'margin-right', 'margin-inline-start', 'margin-block-start'];
  const isFar = (name: string) =>
    lengthsIn(style.get(name) ?? '').some((length) => length <= -FAR_MARGIN || length >= BEYOND);
  if (margins.some(isFar)) return true;
  // Whatever makes the place count may stand in a style sheet that is not read.
  const places = ['left', 'right', 'top', 'bottom', 'inset-inline-start', 'inset-inline-end', 'inset-block-start'].map(
    (name) => lengthOf(style.get(name)) ?? 0,
  );
  const inset = lengthsIn(style.get('inset') ?? '');
  return [...places, ...inset].some((length) => length <= -AWAY || length >= BEYOND);
}

function isCutAway(style: Style): boolean {
  const clip = /^rect\(([^()]*)\)$/u.exec(style.get('clip') ?? '')?.[1];
  if (clip !== undefined) {
    const [top, right, bottom, left] = clip.split(/[\s,]+/u).filter((part) => part !== '').map(lengthOf); // prettier-ignore
    const isNothing = (from: number | undefined, to: number | undefined) =>
      from !== undefined && to !== undefined && to - from <= NO_BOX;
    if (isNothing(top, bottom) || isNothing(left, right)) return true;
  }
  const path = style.get('clip-path') ?? style.get('-webkit-clip-path') ?? '';
  const lengths = lengthsIn(path);
  const [first = Number.NaN, second = first, third = first, fourth = second] = lengths;
  if (path.startsWith('inset(')) return first + third >= 1_000 || second + fourth >= 1_000;
  if (path.startsWith('circle(') || path.startsWith('ellipse(')) return first <= NO_BOX;
  return path.startsWith('polygon(') && lengths.length > 0 && lengths.every((length) => length === first);
}

/** No height or width, and what is larger is cut off. */
function hasNoSize(style: Style): boolean {
  const overflow = ['overflow', 'overflow-x', 'overflow-y'].map((name) => style.get(name) ?? '').join(' ');
  if (!/hidden|clip|auto|scroll/u.test(overflow)) return false;
  return ['height', 'width', 'max-height', 'max-width', 'block-size', 'inline-size', 'max-block-size'].some((name) => {
    const length = lengthOf(style.get(name));
    return length !== undefined && length >= 0 && length <= NO_BOX;
  });
}

/** "0.01" or "1%"; "normal" is none of these. */
function hasNoZoom(style: Style): boolean {
  const zoom = style.get('zoom') ?? '';
  const factor = Number.parseFloat(zoom) / (zoom.endsWith('%') ? 100 : 1);
  return factor >= 0 && factor < NO_SCALE;
}

function isTransformedAway(style: Style): boolean {
  if (hasNoZoom(style) || /opacity\(\s*0*\.?0*%?\s*\)/u.test(style.get('filter') ?? '')) return true;
  const called = ['transform', '-webkit-transform', 'scale', 'translate'].flatMap((name) => {
    const value = style.get(name) ?? '';
    return name.endsWith('transform')
      ? Array.from(value.matchAll(/([a-z0-9]+)\(([^()]*(?:\([^()]*\))?[^()]*)\)/gu))
      : [[value, name, value]];
  });
  return called.some(([, name = '', values = '']) => {
    const lengths = lengthsIn(values);
    if (name.startsWith('translate')) return lengths.some((length) => Math.abs(length) >= 1_000);
    if (name.startsWith('scale')) return lengths.some((scale) => Math.abs(scale) < NO_SCALE);
    if (name === 'rotatex' || name === 'rotatey') return /^\s*-?(?:90deg|\.25turn|0\.25turn|100grad)/u.test(values);
    if (name !== 'matrix') return false;
    const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = lengths;
    return Math.abs(a * d - b * c) < NO_SCALE ** 2 || Math.abs(x) >= 1_000 || Math.abs(y) >= 1_000;
  });
}
