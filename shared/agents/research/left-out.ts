import type { SetAside } from '../../schemas/knowledge.ts';
import { WHY_SET_ASIDE, whyPassageAside } from './passage-aside.ts';

/** What was read and is quoted nowhere, counted for a reader. */
export interface LeftOut {
  /** Reasons of the pages that were set aside, one for each. */
  pages: readonly SetAside[];
  /** Their addresses in the same order, of which hosts and names of files are told. */
  from?: readonly string[];
  /** Sentences that are in another language, as far as anybody counted them. */
  foreign?: number;
  /** Sentences whose words are disguised. */
  disguised?: number;
  /** Sentences that what stands around them supposes, expects, denies or puts in another year. */
  framed?: number;
  /** Sentences that say what their page puts right, and those that put it right. */
  corrected?: number;
  /** Sentences that tell what was so on the day of a page that does not say it. */
  undated?: number;
  /** Addresses of pages that correct themselves, where their sentences are not counted. */
  correcting?: readonly string[];
  /** Addresses of pages that contradict what is quoted, in sentences that are not. */
  otherwise?: readonly string[];
  /** Sentences that push, and the addresses of their pages. */
  pushes?: { count: number; from: readonly string[] };
}

/** So many are told by name, and characters of a name. */
const NAMED = 5;
const NAME = /^[a-z0-9][\w.-]{0,79}$/iu;
const FILE = 'urn:alex:file:';

/** The same in sentences for a person; none where nothing was left out. */
export function tellLeftOut({
  pages,
  from = [],
  foreign = 0,
  disguised = 0,
  framed = 0,
  corrected = 0,
  undated = 0,
  correcting = [],
  otherwise = [],
  pushes,
}: LeftOut): string[] {
  return [
    ...tellPages(pages, from),
    ...counted(
      foreign,
      'is',
      'are',
      'in another language than English, which is all that the rules for quotations read',
    ),
    ...counted(disguised, 'has', 'have', 'words disguised as others'),
    ...counted(
      pushes?.count ?? 0,
      'pushes, or has a name beside what the note is about that is not known here',
      'push, or have a name beside what the note is about that is not known here',
      placesIn(pushes?.from ?? []),
    ),
    ...counted(
      framed,
      'is',
      'are',
      'only supposed, expected, claimed, denied or put in another year by what stands around on the page',
    ),
    ...counted(
      corrected,
      'says, or may say, what its page corrects, or is that correction',
      'say, or may say, what their page corrects, or are that correction',
      '',
    ),
    ...counted(
      undated,
      'is',
      'are',
      'news, a price, a yield or another measure of a day, on a page that does not say which day that is',
    ),
    ...tellCorrecting(correcting),
    ...tellOtherwise(otherwise),
  ];
}

/** Those of each reason by themselves: which page did what is told by its host. */
function tellPages(pages: readonly SetAside[], from: readonly string[]): string[] {
  return [...new Set(pages)].map((reason) => {
    const those = from.filter((_, at) => pages[at] === reason);
    const many = pages.filter((one) => one === reason).length;
    const [one, several] = WHY_SET_ASIDE[reason];
    return many === 1
      ? `One page was set aside${named(those)}, and nothing of it is quoted: ${one}.`
      : `${many} pages were set aside${named(those)}, and nothing of them is quoted: ${several}.`;
  });
}

function tellCorrecting(from: readonly string[]): string[] {
  if (from.length === 0) return [];
  const [what, verb, they] =
    from.length === 1
      ? ['One page', 'corrects itself', 'it takes']
      : [`${from.length} pages`, 'correct themselves', 'they take'];
  return [`${what}${named(from)} ${verb}: what ${they} back is not quoted.`];
}

function tellOtherwise(from: readonly string[]): string[] {
  if (from.length === 0) return [];
  const what = from.length === 1 ? 'One page' : `${from.length} pages`;
  return [
    `${what}${named(from)} contradict${from.length === 1 ? 's' : ''} what is quoted, in a sentence that cannot be quoted.`,
  ];
}

const placesIn = (from: readonly string[]): string => named([...new Set(from)]).trimStart();

/** A title is the page's own words, and so is a path: neither is told of what is believed in nothing. */
function named(from: readonly string[]): string {
  const places = from.map(placeOf);
  const names = [...new Set(places.flat())];
  if (names.length === 0) return '';
  const more = names.length > NAMED || places.some((one) => one.length === 0) ? ' and others' : '';
  return ` (${names.slice(0, NAMED).join(', ')}${more})`;
}

/**
 * A host, without the "www." that some readers of Markdown make a link of; the name of a file that a person put in; or nothing,
 * as for a name that sells or orders itself.
 */
function placeOf(url: string): string[] {
  if (!URL.canParse(url)) return [];
  const name = url.startsWith(FILE) ? url.slice(FILE.length) : new URL(url).hostname.replace(/^(?:www\.)+/, '');
  const said = name.replaceAll(/[-_.]+/g, ' ');
  return NAME.test(name) && whyPassageAside({ title: said, text: said }) === null ? [name] : [];
}

function counted(count: number, one: string, many: string, what: string): string[] {
  if (count === 0) return [];
  return [`${count === 1 ? `One sentence is not quoted, as it ${one}` : `${count} sentences are not quoted, as they ${many}`} ${what}`.trimEnd() + '.']; // prettier-ignore
}
