import { isDiskFull } from '../../local/disk-space.ts';
import { DATA } from './paths.ts';

/** What to tell who waits for Alex on this machine while the disk under its data is full; null where that has room. */
export function tellFullDisk(folder = DATA, isFull = isDiskFull): string | null {
  return isFull(folder)
    ? `The disk that holds ${folder} is full: free some space there, and Alex goes on by itself.`
    : null;
}
