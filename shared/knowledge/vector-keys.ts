/** The key of a chunk's vector, and the ID of its passage: the version it belongs to and its number in it. */
export const vectorKey = (version: string, ordinal: number): string => `${version}.${ordinal}`;

/** The version in a key. */
export const versionOf = (key: string): string => key.slice(0, key.indexOf('.'));

/** The chunk's number in a key. */
export const ordinalOf = (key: string): number => Number(key.slice(key.indexOf('.') + 1));

/** The keys of all vectors of a version. */
export const keysOf = ({ version, chunks }: { version: string; chunks: number }): string[] =>
  Array.from({ length: chunks }, (_, ordinal) => vectorKey(version, ordinal));
