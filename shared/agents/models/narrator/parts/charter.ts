import { chartMenu } from '../charts/chart-menu.ts';
import { charterPlay } from '../charts/charter-play.ts';
import { dataIn, readingIn } from '../from-prompt.ts';
import type { Play } from '../play.ts';

/** Which charts, and their captions. */
export const charterPart: Play = (prompt) => charterPlay(readingIn(prompt), dataIn(prompt, 'charts', chartMenu));
