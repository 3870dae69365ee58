import { existsSync } from 'node:fs';
import { counted } from '../terminal/counted.ts';
import { UNFINISHED } from './folder.ts';
import type { State } from './state.ts';

/** What to say of a deployment that did not get to its end, and what to do; undefined where it did, and where nothing is there. */
export function halfMade({ resources, outputs }: State): { says: string; remedies: readonly string[] } | undefined {
  const tainted = resources.filter((one) => one.tainted === true).map(({ address }) => address);
  const isWhole = tainted.length === 0 && outputs.environment !== undefined && !existsSync(UNFINISHED);
  if (resources.length === 0 || isWhole) return undefined;
  return {
    says: `The deployment is half made: ${counted(resources.length, 'thing')} ${resources.length === 1 ? 'is' : 'are'} there${tainted.length > 0 ? `, of which ${tainted.join(', ')} did not succeed` : ', and what was begun is not finished'}.`,
    remedies: [
      'Go on where it stopped: npm run deploy',
      'Or take down what is there, which costs money too: npm run destroy',
    ],
  };
}
