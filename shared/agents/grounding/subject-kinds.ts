/** The kind of a subject: "class" of "class:equity". */
export const kindOf = (subject: string) => subject.slice(0, subject.indexOf(':'));
/** Kinds of subject that the words of a clause name; the others are told by the whole sentence. */
export const NAMED: ReadonlySet<string> = new Set([
  'class',
  'region',
  'sector',
  'account',
  'accountType',
  'holding',
  'currency',
  'whole',
  'issuer',
]);

/** A thing that a figure can be said of; the whole counts only where nothing else is spoken of. */
export const isThing = (subject: string): boolean =>
  NAMED.has(kindOf(subject)) && kindOf(subject) !== 'whole' && kindOf(subject) !== 'currency';
