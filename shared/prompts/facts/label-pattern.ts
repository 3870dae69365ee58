/** Stands in a pattern for what the labels differ in. */
const PLACE = '*';

/**
 * What labels have in common, with a star for what they differ in: "*, value" of "Stocks, value" and "Bonds, value". Words are
 * not cut. Labels that are all alike are their own pattern, without a star.
 */
export function patternOf(labels: readonly string[]): string {
  const [first = '', ...others] = labels;
  let head = first.length;
  let tail = first.length;
  for (const label of others) {
    head = Math.min(head, label.length);
    while (!label.startsWith(first.slice(0, head))) head -= 1;
    tail = Math.min(tail, label.length - head, first.length - head);
    while (!label.endsWith(first.slice(first.length - tail))) tail -= 1;
  }
  const alike = head === first.length && others.every(({ length }) => length === head);
  if (alike && !first.includes(PLACE)) return first;
  const before = first.slice(0, head).replace(/\S+$/u, '');
  const after = first.slice(first.length - tail).replace(/^[^\s,:]+/u, '');
  return before.includes(PLACE) || after.includes(PLACE) ? PLACE : `${before}${PLACE}${after}`;
}

/** What stands in the star's place in a label; undefined where the label does not fit, null where the pattern has no star. */
export function titleIn(label: string, pattern: string): string | null | undefined {
  const at = pattern.indexOf(PLACE);
  if (at === -1) return label === pattern ? null : undefined;
  const after = pattern.length - at - 1;
  const fits =
    label.length >= at + after && label.startsWith(pattern.slice(0, at)) && label.endsWith(pattern.slice(at + 1));
  return fits ? label.slice(at, label.length - after) : undefined;
}

/** The label again. */
export function labelFrom(pattern: string, title: string): string {
  const at = pattern.indexOf(PLACE);
  return at === -1 ? pattern : `${pattern.slice(0, at)}${title}${pattern.slice(at + 1)}`;
}
