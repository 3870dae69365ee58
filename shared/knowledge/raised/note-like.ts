const ONE = String.raw`(?:\d{1,3}|[a-z]|aa|bb|cc|dd|ee|[ivx]{1,5}|[*†‡§¶#‖※]{1,4}|(?:note|nb?|fn)\.? ?\d{1,3})`;
const NOTE = new RegExp(
  `^[[(]?${ONE}[\\])]?(?:(?:\\s?[,;–-]\\s?|\\s|(?<=\\W)|(?=\\W))[[(]?${ONE}[\\])]?){0,9}[.)]?$`,
  'iu',
);
/** "[citation needed]", "[update]". */
const IN_BRACKETS = /^(?:\[[^\]]{1,40}\]\s?){1,9}$/u;
const TRADE_MARK = /^\(?(?:TM|SM|MC|MD|[®™℠©])\)?$/u;

/** Whether words that are raised, or link to a note, can be its mark: a number, a letter, an asterisk, several of them, with or without brackets. */
export const isNoteLike = (words: string): boolean => NOTE.test(words) || IN_BRACKETS.test(words);

/** "TM", "SM" and the like, which are no word of a name. */
export const isTradeMark = (words: string): boolean => TRADE_MARK.test(words);

/**
 * Marks in brackets that stand at the end of a word or figure, as encyclopedias and Markdown write them: "$71.2[3] billion", "4.2%[a]", "in 2020.[^1]".
 * "increase[d]" and "“[T]he" are words.
 */
export const GLUED_BRACKETS =
  /(?:(?<=[\p{L}\p{N}%.,;:!?)”’])(?:\[(?:\^[\w-]{1,20}|\d{1,3}|(?:note|nb?) ?\d{1,3}|citation needed|update)\])+|(?<=[\d%.,;:)])(?:\[[a-z]\])+|(?<=%)\(\d{1,2}\)(?=[\s.,;:]|$))(?![\p{L}\p{N}[(:])/giu;
