/** A file of the folder that is not read, and why: "no address". */
export interface UnusedFile {
  /** Relative to the folder, with "/" between names. */
  file: string;
  why: string;
}

export const NO_ADDRESS = 'no address';
export const NOT_CITABLE = 'an address that nobody can look up';
export const NO_PAGE = 'no page, text or feed by the end of its name';

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
    const more = all.length > NAMED ? ` and ${all.length - NAMED} more` : '';
    return `${why}: ${all.slice(0, NAMED).map(nameOf).join(', ')}${more}`;
  });
  const how = unused.some(({ why }) => why === NO_ADDRESS) ? ` ${HOW}` : '';
  return `${notUsed(unused)} (${reasons.join('; ')}).${how}`;
}

/** How many they are, where they have been told one by one; empty where all are used. */
export const tellUnusedAgain = (unused: readonly UnusedFile[]): string =>
  unused.length === 0 ? '' : `${notUsed(unused)}: the first step of the run says why.`;

const notUsed = ({ length }: readonly UnusedFile[]): string =>
  `${length === 1 ? '1 file' : `${length} files`} in the folder of saved pages ${length === 1 ? 'is' : 'are'} not used`;

function nameOf({ file }: UnusedFile): string {
  const name = file.replace(/\p{C}/gu, '?');
  return name.length > NAME ? `${name.slice(0, NAME)}…` : name;
}
