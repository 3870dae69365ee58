const MOST = 2;

/** The facts' names that a wrong one most likely stands for: those with its parts, the fewest others besides. */
export function closestNames(wrong: string, names: Iterable<string>): string[] {
  const parts = partsOf(wrong);
  const near = [...names]
    .map((name) => ({ name, points: likeness(parts, partsOf(name)) }))
    .filter(({ points }) => points >= 0.5)
    .sort((a, b) => b.points - a.points);
  const best = near[0]?.points ?? 0;
  return near.filter(({ points }) => points >= best - 0.05).slice(0, MOST).map(({ name }) => name); // prettier-ignore
}

/** "allocation.assetClass.equity" is "allocation", "asset", "class", "equity". */
const partsOf = (name: string): string[] =>
  name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '.').toLowerCase().split(/[^a-z0-9]+/).filter(Boolean); // prettier-ignore

/** Twice the parts in common by all parts: 1 for the same, 0 for nothing alike (Dice's coefficient). */
function likeness(one: readonly string[], other: readonly string[]): number {
  const common = one.filter((part) => other.includes(part)).length;
  return (2 * common) / Math.max(1, one.length + other.length);
}
