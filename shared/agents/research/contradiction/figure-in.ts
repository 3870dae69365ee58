const FIGURE =
  /(?<![\p{L}\d.-])([-−+]|\bminus )?([$€£])?(\d[\d,]*(?:\.\d+)?)(?:\s?(thousand|million|billion|trillion|bn|mn|tn)\b)?(?!\d|-?\p{L})(?:[\s-]?(%|per ?cent\b|percentage points?\b|basis points?\b|points?\b))?/iu;
/** Behind the first of two figures between which it is: "3.75% to 4%". */
const RANGE = /^\s?(?:to|[-–—])\s?([$€£]?)\d[\d.,]*(\s?(?:%|per ?cent|points?))?/iu;
const ROUGH =
  /\b(?:about|around|roughly|approximately|nearly|almost|some|more than|over|less than|under|at least|up to|close to)\s*$/iu;
const ABOUT = /\b(?:about|around|roughly|approximately)\s*$/iu;
/** Above this share of it what is "about" a figure is another one. */
const NEARLY = 0.05;
const SCALES: Readonly<Record<string, number>> = {
  ...{ thousand: 1e3, million: 1e6, mn: 1e6, billion: 1e9, bn: 1e9, trillion: 1e12, tn: 1e12 },
};

/** A figure with what stands around it. */
export interface Figure {
  said: {
    value: number;
    /** The unit of the last digit that is shown. */
    place: number;
    isRough: boolean;
  };
  /** "%", "$", "point"; empty for a bare number. */
  unit: string;
  before: string;
  behind: string;
}

/** The first figure of a text; null where there is none, or a range. */
export function figureIn(text: string): Figure | null {
  const found = FIGURE.exec(text);
  if (found === null) return null;
  const { 0: whole, 1: sign, 2: currency = '', 3: digits = '', 4: scale = '', 5: measure = '', index } = found;
  const number = digits.replaceAll(',', '');
  const times = SCALES[scale.toLowerCase()] ?? 1;
  const place = times * 10 ** -(number.split('.')[1]?.length ?? 0);
  const before = text.slice(0, index);
  // "About $98 billion" is not 93: in the last digit that is no nought it may be wrong by two.
  const near = 2 * times * lastDigit(number);
  const isNear = ABOUT.test(before) && near < NEARLY * Number(number) * times;
  const behind = text.slice(index + whole.length);
  const [, money = '', percent] = RANGE.exec(behind) ?? [];
  // "6 basis points to 4.02%" goes from nowhere to there.
  const isOfRate = /point/iu.test(measure) && !/point/iu.test(percent ?? 'point');
  if (RANGE.test(behind) && money === currency && (percent !== undefined) === (measure !== '') && !isOfRate)
    return null;
  return {
    said: {
      value: (sign === undefined || sign === '+' ? 1 : -1) * Number(number) * times,
      place: isNear ? 2 * near : place,
      isRough: !isNear && ROUGH.test(before),
    },
    unit:
      currency ||
      (/^(?:%|per)/iu.test(measure) && !/point/iu.test(measure) ? '%' : measure.toLowerCase().replace(/s$/u, '')),
    before,
    behind,
  };
}

/** The unit of the last digit that is no nought: of "98" 1, of "7,200" 100, of "4.10" 0.1. */
function lastDigit(number: string): number {
  const [whole = '', part = ''] = number.split('.');
  const digits = part.replace(/0+$/u, '');
  return digits === '' ? 10 ** (/0*$/u.exec(whole)?.[0].length ?? 0) : 10 ** -digits.length;
}
