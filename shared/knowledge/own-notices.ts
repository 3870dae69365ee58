import { Parser } from 'htmlparser2';
import { corrects, isCorrectionHeading, putsRight } from '../agents/research/framing/corrections.ts';
import { saysInvented } from '../agents/research/no-news.ts';
import { isTakenBack } from '../agents/research/taken-back.ts';
import { saysUnpublished } from '../agents/research/unpublished.ts';
import { cleanText } from './clean-text.ts';
import { isConsentBanner } from './consent-banner.ts';
import { ANY_MARK } from './raised/marks.ts';
import { sentencesIn } from './sentences-in.ts';
import { NO_TEXT, ReaderView } from './unseen/reader-view.ts';

type Attributes = Readonly<Record<string, string>>;

const DROPPED: ReadonlySet<string> = new Set([...NO_TEXT, 'head']);
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data dfn em font i ins kbd mark q rp rt ruby s samp small span strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
/** "correction", "article-correction", "c-corrections__text": a box of them, and not the way to send one in. */
const NAMED = /^(?:[a-z0-9]+[-_]{1,2}){0,3}(?:corrections?|clarifications?|errat(?:um|a)|corrigend(?:um|a))(?:[-_]{1,2}(?:box|text|note|notice|block|body|content|inner|wrapper|container|item|list|\d+))*$/u; // prettier-ignore
/** All of a page is no box of it. */
const WHOLE = new Set(['html', 'body', 'main', 'article']);
/** Without one of these words nothing says any of this of its page: most pages need not be read twice. */
const HINT =
  /correct|clarif|fixed|amended|regret|apologi|editor|note to |notes to |first version|initial version|right figure|, not |errat|corrigend|misst|misre|earlier|previous|prior|original|wrong|mistake|erroneous|retract|withdr|removed|taken down|unpublish|disavow|in error|fabricat|embargo|not for|publish|draft|\btest\b|placeholder|lorem|satir|parod|fiction|made[- ]up|invented|restated|revised|amended/iu;
/** Longer blocks are text, and a page has no more notices than these. Characters; notices. */
const LONGEST = 1_500;
const MOST = 10;
/** Words from which a line in a menu or a footer says something. */
const TELLING = 4;
/** Every day is after it: whether an embargo is over is told where the day of the page is known. */
const LONG_AGO = '0000-01-01';

/** Whether a line says of its page that it is put right, taken back, not for release or made up. */
export function isOwnNotice(line: string): boolean {
  if (line.length > LONGEST || !HINT.test(line)) return false;
  const plain = straight(line);
  return (
    isTakenBack('', plain) ||
    sentencesIn(plain).some((one) => {
      return (
        corrects(one) || saysInvented(one) || (wordsIn(one) >= TELLING && saysUnpublished(one, { published: LONG_AGO }))
      );
    })
  );
}

/**
 * What a page says of itself (a correction, that it is retracted, a draft, satire) in any part of it that a reader sees, a menu, a box
 * beside the text or its footer too, and that its text as it was read does not have. What links elsewhere is another page's.
 *
 * @param text the page as it is read
 */
export function noticesBeside(text: string, html: string): string[] {
  if (!HINT.test(html)) return [];
  const known = lettersOf(text);
  return noticesIn(html)
    .filter(({ said }) => !known.includes(lettersOf(said)))
    .map(({ notice }) => notice);
}

interface Open {
  isBlock: boolean;
  isWhole: boolean;
  /** A box of corrections by its name, or from a heading in it on that says so. */
  isNamed: boolean;
  isHeaded: boolean;
}

/** The notices of a page, and what of each its text has where it has the notice. */
function noticesIn(html: string): { notice: string; said: string }[] {
  const notices: { notice: string; said: string }[] = [];
  const view = new ReaderView(html);
  const open: Open[] = [];
  let [words, linked, links, skipped] = ['', 0, 0, 0];
  const end = (closing?: string) => {
    const text = cleanText(words);
    const isOfLinks = linked > text.length / 2;
    [words, linked] = ['', 0];
    if (text === '' || isOfLinks || text.length > LONGEST || notices.length >= MOST) return;
    const isHeading = isCorrectionHeading(straight(text));
    if (isHeading || /^h[1-6]$/u.test(closing ?? '')) {
      for (const one of open) one.isHeaded = false;
      const around = open.findLast(({ isBlock }, at) => isBlock && (closing === undefined || at < open.length - 1));
      if (around !== undefined && !around.isWhole) around.isHeaded = isHeading;
    } else if (isOwnNotice(text)) notices.push({ notice: text, said: text });
    else if (putsRight(straight(text))) {
      const notice = `Correction: ${text}`;
      if (open.some(({ isNamed }) => isNamed)) notices.push({ notice, said: notice });
      else if (open.some(({ isHeaded }) => isHeaded)) notices.push({ notice, said: text });
    }
  };
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const isHidden = view.open(name, attributes);
      if (skipped > 0 || DROPPED.has(name) || isHidden || isConsentBanner(name, attributes)) skipped += 1;
      if (skipped > 0) return;
      const [isBlock, isWhole] = [!INLINE.has(name), WHOLE.has(name)];
      if (isBlock) end();
      if (name === 'a' && attributes.href !== undefined) links += 1;
      open.push({ isBlock, isWhole, isNamed: !isWhole && isNamed(attributes), isHeaded: false });
      words += view.beginning;
    },
    ontext: (text) => {
      if (skipped > 0 || !view.isSeen) return;
      const told = text.replace(ANY_MARK, '');
      words += told;
      if (links > 0) linked += told.length;
    },
    onclosetag: (name) => {
      const ending = view.close();
      if (skipped > 0) {
        skipped -= 1;
        return;
      }
      words += ending;
      if (!INLINE.has(name)) end(name);
      if (name === 'a' && links > 0) links -= 1;
      open.pop();
    },
  });
  parser.write(html);
  parser.end();
  end();
  return notices;
}

function isNamed({ class: classes = '', id = '' }: Attributes): boolean {
  const names = `${classes} ${id}`.slice(0, 500).replace(/(?<=[a-z0-9])(?=[A-Z])/gu, '-').toLowerCase().split(/\s+/u);
  return names.some((one) => one.length < 60 && NAMED.test(one));
} // prettier-ignore

const straight = (text: string): string => text.replaceAll('’', "'");
const wordsIn = (text: string): number => text.split(/\s+/u).length;
const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
