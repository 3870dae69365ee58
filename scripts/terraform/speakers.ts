import type { Fleet } from './fleet.ts';

/** The functions that may have a model write: an agent of one's own is called as its folder, and has a setting of its own. */
export const speakersIn = ({ functions }: Pick<Fleet, 'functions'>): string[] =>
  [...functions].flatMap(([name, { needs }]) => (needs.includes('model') ? [name] : []));
