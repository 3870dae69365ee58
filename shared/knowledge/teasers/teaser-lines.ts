import { sentencesIn } from '../sentences-in.ts';

const LABEL =
  "(?:read (?:more|next|also)|also read|see also|also see|related(?: (?:articles?|stor(?:y|ies)|reading|news|coverage|links?|posts?))?|recommended(?: (?:reading|articles?|stor(?:y|ies)|for you))?|don['’]t miss|more (?:on this|stories|news|from [\\p{L} ]{2,30})|you (?:may|might) (?:also )?like|further reading|must[- ]read|icymi|in case you missed it|trending|most read|watch|listen)";
const BEGINS_LABELLED = new RegExp(`^[\\s>*_#“"(\\[-]*${LABEL}\\s?(?:[:|–—»>]|-\\s)`, 'iu');
const HAS_LABEL = new RegExp(`(?:^|[.!?]["”’)]?\\s)[\\s>*_#“"(\\[-]*${LABEL}\\s?(?:[:|–—»>]|-\\s)`, 'imu');
const BARE = new RegExp(`^[\\s>*_#“"(\\[-]*${LABEL}\\b`, 'iu');
const HEADING =
  /^(?:related(?: \p{L}+){0,2}|recommended(?: \p{L}+){0,3}|(?:also )?read (?:more|next|also)|also read|see also|more (?:from|on|stories|news|like|in|about)\b.{0,40}|you (?:may|might|could)\b.{0,30}|trending\b.{0,20}|most (?:read|popular|viewed)\b.{0,20}|popular (?:stories|articles|now)|further reading|what to read next|don['’]t miss.{0,20}|newsletters?|sign up\b.{0,40}|subscribe\b.{0,40})[:.!…]*$/iu;
/** A paragraph that begins so and goes on for longer says something itself. Characters. */
const LONGEST = 300;

/** Whether words begin as a line does that leads elsewhere, with or without a colon. */
export const beginsAsTeaser = (words: string): boolean => BARE.test(words);

/** Whether a heading stands above links to other pages. */
export const isTeaserHeading = (heading: string): boolean => HEADING.test(heading.trim());

/** A text without its sentences that only lead to other pages: "Read also: Bond funds fell 9% in a day." */
export function withoutTeaserLines(text: string): string {
  if (!HAS_LABEL.test(text)) return text;
  return text
    .split('\n')
    .flatMap((line) => {
      if (!HAS_LABEL.test(line)) return [line];
      if (BEGINS_LABELLED.test(line) && line.length <= LONGEST) return [];
      const kept = sentencesIn(line).filter((one) => one.length > LONGEST || !BEGINS_LABELLED.test(one));
      return kept.length === 0 ? [] : [kept.join(' ')];
    })
    .join('\n');
}
