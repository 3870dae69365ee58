/** A gain said as a multiple of what was paid: "Microsoft has doubled" tells its gain by itself, and no share of anything. */
export const MULTIPLE = /^(?:doubl|tripl|quadrupl|halv)/i;

/** Facts that such a word can be. */
export const GAIN_RATIO = /^holding\.[^.]+\.gainRatio$|^portfolio\.gain\.ratio$/;
