import type { Option } from 'commander';

/** npm has settings of these names itself, so that they may be a person's own and mean nothing here. */
const OF_NPM = ['yes', 'json', 'only', 'all', 'force', 'version'];

/**
 * What was meant by `npm run deploy --stage 2`: npm takes a flag before the two dashes for a setting of its own, tells the script of it
 * in an environment variable alone (`npm_config_stage=true`), and leaves the 2. Undefined where nothing of the kind is seen; some flags npm
 * drops without a trace.
 *
 * @param script as in package.json
 * @param argv what was left for the script
 */
export function forgottenDashes(
  script: string,
  options: readonly Option[],
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const taken = options.flatMap((option) => {
    const name = option.name();
    if (OF_NPM.includes(name)) return [];
    const value =
      environment[`npm_config_${option.attributeName().replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`];
    // --no-smoke is smoke without a value.
    if (option.negate) return value === '' ? [`--${name}`] : [];
    if (value === undefined || value === '' || value === 'false') return [];
    // --stage=2; a target of this kind may be in an .npmrc for those who compile modules.
    if (value !== 'true') return name === 'target' ? [] : [`--${name} ${value}`];
    return [`--${name}`];
  });
  if (taken.length === 0) return undefined;
  // Of several with values nobody knows which had which.
  const typed = taken.length > 1 && argv.length > 0 ? taken.map((flag) => `… ${flag} …`) : [...taken, ...argv];
  return `npm run ${script} -- ${typed.join(' ')}`;
}
