import type { Target } from '../target/target.ts';
import type { Fleet } from '../terraform/fleet.ts';

/** The folders of functions that the laptop's fleet does not have: what is packaged while it runs comes with its next start. */
export const notStarted = (
  { name, functions }: Pick<Target, 'name' | 'functions'>,
  folders: Fleet['functions'],
): string[] => (name === 'laptop' ? [...folders.keys()].filter((folder) => functions[folder] === undefined) : []);

/** What to do about one. */
export const startAgain = (name: string): string =>
  `lambdas/${name} was added after Alex was started: stop Alex with Ctrl-C and start it again (npm start)`;
