import type { Reading } from '../reading/reading.ts';
import { paragraph } from '../wording/list.ts';
import { percent } from '../wording/percent.ts';
import { unknownShare } from './breakdown-words.ts';
import { MUCH_UNKNOWN } from './losses.ts';
import { placesPartlyKnown } from './regions.ts';

/** A part's grade is what it leaves of the score: from the first on it costs nothing to speak of, below the other it does. */
const LIFTS = 0.95;
const LOWERS = 0.9;
/** Below this part of the portfolio it is not the stocks' industries and regions that make the grade. */
const FEW_STOCKS = 0.1;
/** From this share without a known sector on, what is known is not said to be spread over many. */
const MUCH_UNSAID = 0.25;
/** As if more than this share of the stocks were in one industry: the world's have 0.37, those of the United States 0.42. */
const ONE_INDUSTRY = 0.5;
/** Single companies' part of the variance from which it is worth saying. */
const COMPANIES = 0.15;

/** How well it is spread, on a scale of ten, and what makes that grade. */
export function diversification(reading: Reading): string | null {
  const { book } = reading;
  const score = book.number('score.diversification');
  if (score === null) return null;
  const parts = book.keys('score.diversification', 'grade').map((key) => ({
    key,
    grade: book.number(`score.diversification.${key}.grade`) ?? 0,
  }));
  // What the regions are advised to change is no merit of theirs.
  const far = (reading.drift.region?.turnover ?? 0) >= 0.1;
  // Property and commodities count as sectors; of a portfolio without stocks, that it is of few classes says the same.
  const stocks = reading.breakdown.assetClass.find(({ key }) => key === 'equity')?.weight ?? 0;
  const lifts = parts
    .filter(({ key, grade }) => grade >= LIFTS && !(key === 'regions' && far))
    .filter(({ key }) => key === 'companies' || key === 'assetClasses' || stocks >= FEW_STOCKS)
    .filter(({ key }) => !(key === 'sectors' && unknownShare(reading.breakdown.sector) >= MUCH_UNSAID))
    .filter(({ key }) => !(key === 'sectors' && inOneIndustry(reading) > ONE_INDUSTRY * stocks))
    .filter(({ key }) => !(key === 'regions' && placesPartlyKnown(reading)))
    .map(({ key }) => lifting(key, reading));
  const unsaid = stocks >= FEW_STOCKS ? notCounted(parts.map(({ key }) => key)) : null;
  const lowers = parts
    .filter(({ key, grade }) => grade < LOWERS && (key !== 'sectors' || stocks >= FEW_STOCKS))
    .map(({ key }) => lowering(key, reading));
  const known =
    reading.unclassifiedWeight / reading.held >= MUCH_UNKNOWN ? ' Only the part that is classified is in that.' : '';
  const grade = `**Diversification is graded ${score.toString()} out of 10.**${known}`;
  if (lifts.length + lowers.length === 0)
    return paragraph(grade, 'No part of that stands out for good or ill.', unsaid);
  return paragraph(
    grade,
    lowers.length > 0 && `What lowers it: ${lowers.join('; ')}.`,
    lifts.length > 0 && `What lifts it: ${lifts.join('; ')}.`,
    unsaid,
  );
}

/** What is no industry of stocks: the grade of the sectors is of all that is invested, where little in stocks is little in any. */
const NO_INDUSTRY = /bonds$|^(?:real_estate|commodities|cash|other|unknown)$/;

const inOneIndustry = ({ breakdown }: Reading): number =>
  Math.hypot(...breakdown.sector.map(({ key, weight }) => (NO_INDUSTRY.test(key) ? 0 : weight)));

/** What is not known of most of the stocks is in the grade neither way. */
function notCounted(parts: readonly string[]): string | null {
  const [industries, places] = [!parts.includes('sectors'), !parts.includes('regions')];
  if (!industries && !places) return null;
  const what = industries && places ? 'industries and regions' : industries ? 'industries' : 'regions';
  return `The ${what} of most of its stocks are not known, which counts neither for nor against it.`;
}

/** Whether single bonds weigh more than any one company's stock. */
function onDebtor(book: Reading['book']): boolean {
  const owed = book.number('concentration.largestDebtor.weight') ?? 0;
  return owed > (book.number('concentration.largestIssuer.weight') ?? 0);
}

function lifting(key: string, { book }: Reading): string {
  const company = book.number('score.diversification.companies') ?? 0;
  switch (key) {
    case 'companies':
      if (company > 0 && onDebtor(book)) return 'no single issuer weighs much';
      return company > 0 ? 'no single company weighs much' : 'no single company’s stock is held';
    case 'assetClasses':
      return 'the money is in more than one asset class';
    case 'regions':
      return 'its regions are close to how the world’s markets divide';
    default:
      return 'its stocks are spread over many industries';
  }
}

function lowering(key: string, { breakdown, book }: Reading): string {
  const [most] = breakdown.assetClass.filter((part) => part.key !== 'unknown').toSorted((a, b) => b.weight - a.weight);
  switch (key) {
    case 'companies':
      return onDebtor(book)
        ? 'single issuers of bonds weigh heavily'
        : 'single companies, coins or partnerships weigh heavily';
    case 'assetClasses':
      return `most of it is in one asset class${most === undefined ? '' : ` (${most.label.toLowerCase()})`}`;
    case 'regions':
      return 'its regions are far from how the world’s markets divide';
    default:
      return 'its stocks are in few industries';
  }
}

/** Of companies, of bonds of one issuer, of coins: the facts have the sum of them. */
const OWN = 'what single holdings do by themselves';

/** How much it may swing, on a scale of ten, and whether single companies are part of that. */
export function swings({ book, unclassifiedWeight, held }: Reading): string | null {
  const [score, volatility, mean] = ['score.risk', 'risk.volatility', 'risk.mean'].map((name) => book.number(name));
  if (typeof score !== 'number' || typeof volatility !== 'number' || typeof mean !== 'number') return null;
  const companies = book.number('score.risk.companies.weight') ?? 0;
  return paragraph(
    `**Risk is graded ${score.toString()} out of 10**, where 10 swings most${unclassifiedWeight / held >= MUCH_UNKNOWN ? ', going by the part that is classified' : ''}: returns are assumed to average ${percent(mean)} a year before inflation, with a volatility of ${percent(volatility)}.`,
    companies >= COMPANIES &&
      (companies > 0.5
        ? `Most of that comes from ${OWN}, which no asset class explains.`
        : `Part of that comes from ${OWN}, which no asset class explains.`),
  );
}
