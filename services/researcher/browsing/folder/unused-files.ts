/** A file of the folder that is not read, and why: "no address". */
export interface UnusedFile {
  /** Relative to the folder, with "/" between names. */
  file: string;
  why: string;
  /** It is an entry of the feed in the file that is not read, and not the file. */
  isEntry?: boolean;
}

export const NO_ADDRESS = 'no address';
export const NOT_CITABLE = 'an address that nobody can look up';
export const NO_LINK = 'no link to a page';
export const NO_TEXT = 'no text';

/** Whole pages in one file, of which browsers make another kind as well. */
const ARCHIVES: readonly (readonly [name: RegExp, why: string])[] = [
  [/\.mht(?:ml)?$/i, 'an archive of a page: save it as “Webpage, Complete” instead of “Webpage, Single File”'],
  [/\.webarchive$/i, 'an archive of a page: save it as “Page Source” instead, and give it its address'],
];

/** Why a file is none that is read, by the end of its name, and what to save in its place where a browser made it. */
export const whyNoPage = (file: string): string =>
  ARCHIVES.find(([name]) => name.test(file))?.[1] ?? 'no page, text or feed by the end of its name';

/** So many names are told of those that share a reason. */
const NAMED = 12;
/** Characters of a name. */
const NAME = 80;

const HOW = 'How to give a file an address: guides/4-researcher.md.';

/** What belongs to a folder and is no page of it: hidden files, its index and README, and what browsers save beside a page. */
export const isBeside = (file: string): boolean =>
  file === 'index.json' || /(?:^|\/)\.|(?:^|\/)readme(?:\.[a-z]+)?$|_files\//i.test(file);

/** Each file that is not used and why, and where to read how to give an address; empty where all are used. File names are others' words: no control characters. */
export function tellUnused(unused: readonly UnusedFile[]): string {
  if (unused.length === 0) return '';
  const reasons = [...Map.groupBy(unused, ({ why }) => why)].map(([why, all]) => {
    const files = [...Map.groupBy(all, ({ file }) => file)].map(
      ([file, those]) => `${nameOf(file)}${entriesOf(those)}`,
    );
    const more = files.length > NAMED ? ` and ${files.length - NAMED} more` : '';
    return `${why}: ${files.slice(0, NAMED).join(', ')}${more}`;
  });
  const how = unused.some(({ why }) => why === NO_ADDRESS) ? ` ${HOW}` : '';
  return `${notUsed(unused)} (${reasons.join('; ')}).${how}`;
}

/** How many they are, where they have been told one by one; empty where all are used. */
export const tellUnusedAgain = (unused: readonly UnusedFile[]): string =>
  unused.length === 0 ? '' : `${notUsed(unused)}: the first step of the run says why.`;

function notUsed(unused: readonly UnusedFile[]): string {
  const entries = unused.filter(({ isEntry }) => isEntry).length;
  const files = unused.length - entries;
  const what = [
    ...(files > 0 ? [files === 1 ? '1 file' : `${files} files`] : []),
    ...(entries > 0 ? [entries === 1 ? '1 entry of a feed' : `${entries} entries of feeds`] : []),
  ].join(' and ');
  return `${what} in the folder of saved pages ${unused.length === 1 ? 'is' : 'are'} not used`;
}

/** How many of a feed's entries are meant; empty where it is the file. */
function entriesOf(those: readonly UnusedFile[]): string {
  const { length } = those.filter(({ isEntry }) => isEntry);
  if (length === 0) return '';
  return length === 1 ? ' (1 entry)' : ` (${length} entries)`;
}

function nameOf(file: string): string {
  const name = file.replace(/\p{C}/gu, '?');
  return name.length > NAME ? `${name.slice(0, NAME)}…` : name;
}
