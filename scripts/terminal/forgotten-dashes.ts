import type { Option } from 'commander';

/** npm has settings of these names itself, so that they may be a person's own and mean nothing here. */
const OF_NPM = ['yes', 'json', 'only', 'all', 'force', 'version'];

/** npm completes the start of one of its own settings' names (--to since npm 11), with what a person may have set there. */
const COMPLETED: Readonly<Record<string, { setting: string; ownValue?: RegExp }>> = {
  replace: { setting: 'replace_registry_host', ownValue: /^(?:never|always|npmjs)$|[.:]/ },
  to: { setting: 'token_description' },
};

/** npm reads a name that is made of its short letters as those: -p, -l, -a and -n. */
const SPELT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  plan: { parseable: 'true', long: 'true', all: 'true' },
  days: { loglevel: 'silent', all: 'true', yes: 'true' },
};

type Environment = Readonly<Record<string, string | undefined>>;

/** What npm kept of a flag, '' where there is no sign of it. */
function keptOf(option: Option, environment: Environment): string {
  const name = option.name();
  const letters = Object.entries(SPELT[name] ?? {});
  if (letters.length > 0 && letters.every(([setting, value]) => environment[`npm_config_${setting}`] === value)) {
    return 'true';
  }
  const named = option.attributeName().replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const own = environment[`npm_config_${named}`] ?? '';
  if (own !== '') return own;
  const { setting = '', ownValue } = COMPLETED[name] ?? {};
  const completed = environment[`npm_config_${setting}`] ?? '';
  return ownValue?.test(completed) === true ? '' : completed;
}

/**
 * What was meant by `npm run deploy --stage 2`: npm takes a flag before the two dashes for a setting of its own, tells the script of it
 * in an environment variable alone (`npm_config_stage=true`), and leaves the 2. Undefined where nothing of the kind is seen: of
 * --only npm leaves no trace, and of --quiet what may as well be a person's own.
 *
 * @param script as in package.json
 * @param argv what was left for the script
 */
export function forgottenDashes(
  script: string,
  options: readonly Option[],
  argv: readonly string[],
  environment: Environment,
): string | undefined {
  const taken = options.flatMap((option) => {
    const name = option.name();
    if (OF_NPM.includes(name)) return [];
    // --no-smoke is smoke without a value.
    if (option.negate) return environment[`npm_config_${option.attributeName()}`] === '' ? [`--${name}`] : [];
    const value = keptOf(option, environment);
    if (value === '' || value === 'false') return [];
    // --stage=2; a target of this kind may be in an .npmrc for those who compile modules.
    if (value !== 'true') return name === 'target' ? [] : [`--${name} ${value}`];
    return [`--${name}`];
  });
  if (taken.length === 0) return undefined;
  // Of several with values nobody knows which had which.
  const typed = taken.length > 1 && argv.length > 0 ? taken.map((flag) => `… ${flag} …`) : [...taken, ...argv];
  return `npm run ${script} -- ${typed.join(' ')}`;
}
