/** Names of which several differ in one part alone, written once with a star there: "allocation.sector.*.weight". */
export function foldNames(names: readonly string[]): string[] {
  const patterns = Map.groupBy(names, (name) => name.replace(/\.[^.]+(\.[^.]+)$/u, '.*$1'));
  return [...patterns].flatMap(([pattern, all]) => (all.length > 1 ? [pattern] : all));
}
