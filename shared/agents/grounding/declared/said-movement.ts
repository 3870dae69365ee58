import { FIGURE } from '../polarity/placed.ts';

const FORTH =
  'risen|climbed|grown|increased|gone up|jumped|swollen|ballooned|crept|edged up|soared|doubled|rose|climbed|grew';
const BACK =
  'fallen|slipped|slid|dropped|shrunk|decreased|declined|gone down|edged down|sunk|slid|dwindled|fell|shrank|sank';
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

const SOME = '(?: (?:you|by|about|around|roughly|some|nearly|almost|over|only|an?|more than|(?:a |an )?(?:dividends?|interest|yield|gain|return|profit)(?: of)?))*'; // prettier-ignore
const NO_THING = '(?! (?:of (?:the|your|all|it|this)|stocks?|funds?|shares|compan))';
const EARNS = [
  String.raw`\b(?:grew|grows?|rises?|rose|climb(?:s|ed)|jump(?:s|ed)|gain(?:s|ed)|advanced|appreciated|rallied|soared|return(?:s|ed)|yield(?:s|ed|ing)?|earn(?:s|ed|ing)?|made|pays?|paying|fell|falls|drop(?:s|ped)|declined|slipped|slid|sank|grown|risen|fallen|(?:is|are|was|were|been|went|gone) (?:up|down)|br(?:ings?|ought) in|increased|decreased)${SOME} ${FIGURE}(?! more| less)`,
  String.raw`\b(?:dividends?|yields?|interest|coupons?|payouts?|growth(?! (?:funds?|stocks?))|market share|(?:rise|increase|drop|fall|jump|gain|profit|loss|return)s? (?=of|at))(?: (?:rate|income|yield))?(?: [^.;,\d${FIGURE}]{0,30}?)??(?: ?\b(?:is|was|of|at))(?: (?:about|around|only|just))* ${FIGURE}${NO_THING}`,
  String.raw`${FIGURE}(?: (?:a|per|each) year)?(?: (?:of|in))? (?:growth|gains?|returns?|yields?|interest|dividends?|profits?|market share|rise|increase|jump|drop|loss|commission)\b(?![ -](?:stocks?|funds?|shares|compan|bearing|paying|rate))`,
].map((form) => new RegExp(form, 'i'));
const TAXED = new RegExp(String.raw`\btax(?:es)? on(?: (?:about|all|the|around))* ${FIGURE}`, 'i');
const SUPPOSED = /\b(?:if|would|could|were|should|might)\b/i;

/** The words that say of a part, or of what something is worth, that it has been gained, lost, earned or paid: "Microsoft grew 12%". */
export function saidEarned(clause: string): string | null {
  const forms = SUPPOSED.test(clause) ? [TAXED] : [...EARNS, TAXED];
  const said = forms.map((form) => form.exec(clause)?.[0]).find((one) => one !== undefined);
  return said?.replace(FIGURE, '…') ?? null;
}

const ONE_WAY = new RegExp(String.raw`\b(?:fall|drop|declin|los|shrink|sink)\w*(?: by)?(?: about| around| roughly| some| up to| an?)* ${FIGURE}`, 'i'); // prettier-ignore
const EITHER_WAY = /\bvolatil\w*|\bswing\w*|\bdeviat\w*|\bplus or minus\b|±|\bgive or take\b|\b(?:rise|gain|up|grow)\w* (?:or|and|as)\b|\bor (?:rise|gain|fall|down|lose)\b|\beither\b|\bcould\b|\bmight\b|\bmay\b|\bcan\b/i; // prettier-ignore

/** The words that say that what swings to both sides falls. */
export const saidToFall = (clause: string): string | null =>
  EITHER_WAY.test(clause) ? null : (ONE_WAY.exec(clause)?.[0].replace(FIGURE, '…') ?? null);
