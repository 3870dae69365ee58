import { resolve } from 'node:path';
import { ConfigurationError } from '../../shared/errors.ts';
import { marketSettingsIn } from '../../shared/market/settings.ts';
import { CommandError } from '../analysis/command-error.ts';

/** Variables by name. */
type Variables = Readonly<Record<string, string | undefined>>;

/**
 * The settings of price sources in a person's own environment, as the functions that price are to get them: MARKET_SOURCES and
 * those beside it. A file of prices is one of the folder that the person stands in.
 *
 * @throws {CommandError} for a setting that cannot be used
 */
export function readMarketSettings(variables: Variables = process.env): Record<string, string> {
  try {
    const settings = marketSettingsIn(variables);
    const { MARKET_FILE: file } = settings;
    return file === undefined ? settings : { ...settings, MARKET_FILE: resolve(file) };
  } catch (error) {
    if (error instanceof ConfigurationError) throw new CommandError(error.message, [], error);
    throw error;
  }
}
