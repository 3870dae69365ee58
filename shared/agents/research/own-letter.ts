/** What a site sends its readers. */
const LETTERS = new Set('newsletter newsletters email emails e-mail e-mails inbox mailbox podcast feed'.split(' '));
/** All that a site says of its letters: no security, promise or figure can be said with these words. */
const WORDS = new Set(
  'a and by click daily day delivered directly each enter every for free get have here in it letter list mailing miss monthly morning my never now on our please post posts receive sign straight subscribe subscribed that the them this to today up via week weekly you your'.split(
    ' ',
  ),
);

/**
 * Whether a sentence offers a site's own newsletter and nothing else, as blogs and papers do below each text: "Subscribe now to get
 * our newsletter every day!" It says nothing to quote, and nothing against what stands above it.
 */
export function offersOwnLetter(sentence: string): boolean {
  if (/[^\p{L}\s.,;:!’'“”"()-]/u.test(sentence)) return false;
  const words = sentence.toLowerCase().match(/[\p{L}’'-]+/gu) ?? [];
  return words.some((word) => LETTERS.has(word)) && words.every((word) => LETTERS.has(word) || WORDS.has(word));
}
