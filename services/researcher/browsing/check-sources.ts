import { statSync } from 'node:fs';
import { ConfigurationError } from '../../../shared/errors.ts';
import type { Settings } from '../settings.ts';
import { Guard } from './guard/guard.ts';
import { readWebAddress } from './guard/web-address.ts';
import { PageRefusedError } from './refusal.ts';

/**
 * Looks at the sources as far as it can be done without reading any: whether the folder is there, and whether a start page is at
 * an address that is never read. What a name stands for is only known when it is asked for.
 *
 * @throws {ConfigurationError} for the first that cannot be read
 */
export function checkSources({ browsing, startPages }: Pick<Settings, 'browsing' | 'startPages'>): void {
  const { folder } = browsing;
  if (folder !== undefined && statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new ConfigurationError(
      `ALEX_RESEARCH_SOURCES names the folder ${folder}, which is not there or is no folder.`,
    );
  }
  const guard = new Guard(browsing, () => Promise.resolve([]));
  for (const page of startPages) {
    try {
      guard.examine(readWebAddress(page));
    } catch (error) {
      if (!(error instanceof PageRefusedError)) throw error;
      throw new ConfigurationError(`ALEX_RESEARCH_SOURCES names ${page}, which is never read. ${error.message}`);
    }
  }
}
