import { dataIn } from '../from-prompt.ts';
import type { Play } from '../play.ts';
import { instrumentList, taggerPlay } from '../tags/tagger-play.ts';

/** What unknown instruments are. */
export const taggerPart: Play = (prompt) => taggerPlay(dataIn(prompt, 'instruments', instrumentList));
