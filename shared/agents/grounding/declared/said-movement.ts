import { FIGURE } from '../polarity/placed.ts';

const FORTH =
  'risen|climbed|grown|increased|gone up|jumped|swollen|ballooned|crept|edged up|soared|doubled|rose|climbed|grew';
const BACK =
  'fallen|slipped|dropped|shrunk|decreased|declined|gone down|edged down|sunk|slid|dwindled|fell|shrank|sank';
const MOVED = new RegExp(String.raw`\b(${FORTH}|${BACK})(?: up| down| back| further| steadily| slightly| sharply| again)* to(?: about| around| roughly| only| just| nearly| almost)* ${FIGURE}`, 'i'); // prettier-ignore
const ROSE = new RegExp(`^(?:${FORTH})$`, 'i');

/** The words that say that something has come to a figure that only tells how it stands; `gain` is what is known to have been gained since it was bought. */
export function saidMoved(clause: string, gain: number | null): string | null {
  const match = MOVED.exec(clause);
  if (match === null) return null;
  const up = ROSE.test(match[1] ?? '');
  if (gain !== null && gain !== 0 && gain > 0 === up) return null;
  return match[0].replace(FIGURE, '…');
}

const ONE_WAY = new RegExp(String.raw`\b(?:fall|drop|declin|los|shrink|sink)\w*(?: by)?(?: about| around| roughly| some| up to| an?)* ${FIGURE}`, 'i'); // prettier-ignore
const EITHER_WAY = /\bvolatil\w*|\bswing\w*|\bdeviat\w*|\bplus or minus\b|±|\bgive or take\b|\b(?:rise|gain|up|grow)\w* (?:or|and|as)\b|\bor (?:rise|gain|fall|down|lose)\b|\beither\b|\bcould\b|\bmight\b|\bmay\b|\bcan\b/i; // prettier-ignore

/** The words that say that what swings to both sides falls. */
export const saidToFall = (clause: string): string | null =>
  EITHER_WAY.test(clause) ? null : (ONE_WAY.exec(clause)?.[0].replace(FIGURE, '…') ?? null);
