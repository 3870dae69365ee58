import type { InputFile } from '../../shared/portfolio-files/input-file.ts';
import { CommandError } from './command-error.ts';
import type { ReadInput } from './read-input-file.ts';

/**
 * A complaint for each file that is given twice, under whatever path, or as a copy: what it holds would be counted twice.
 *
 * @param lists files of transactions, of which none may be a portfolio file
 */
export function givenTwice(
  files: readonly (ReadInput | undefined)[],
  lists: readonly (ReadInput | undefined)[],
): CommandError[] {
  const given = [...files, ...lists].filter((file) => file !== undefined);
  return given.flatMap((file, at) => {
    const before = given.slice(0, at).find((other) => isSame(other, file));
    if (before === undefined) return [];
    const both = files.includes(before) && !files.includes(file);
    const how = both ? ', as what is held and with --transactions' : '';
    return before.place === file.place
      ? [new CommandError(`${file.name} is given twice${how}: leave one of the two out.`)]
      : [new CommandError(`${before.name} and ${file.name} are one file, byte for byte: leave one of the two out.`)];
  });
}

const isSame = (one: ReadInput, other: ReadInput): boolean => one.place === other.place || isCopy(one, other);

const isCopy = ({ bytes: one }: InputFile, { bytes: other }: InputFile): boolean =>
  one.length > 0 && Buffer.compare(one, other) === 0;
