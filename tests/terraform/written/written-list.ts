// What guards the deployment stands in lists that a person wrote: a change of the one has to be made in the other, and so is looked at.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What is so, by where it is so: `module.aurora[0].aws_rds_cluster.this` has `storage_encrypted = true`. */
export type Facts = ReadonlyMap<string, readonly string[]>;

/**
 * A list as it is written: the place in a line of its own, what is so there indented under it, `#` before remarks. Deeper indentation
 * belongs to the line before it: `Allow Traces` and under it `xray:PutTraceSegments` is `Allow Traces xray:PutTraceSegments`.
 */
export function readWritten(name: string): Facts {
  const text = readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8');
  const facts = new Map<string, string[]>();
  let place: string[] = [];
  let head = '';
  for (const line of text.split('\n')) {
    const [, indent = '', said = ''] = /^( *)(.*?)\s*$/.exec(line) ?? [];
    if (said === '' || said.startsWith('#')) continue;
    if (indent.length === 0) {
      place = [];
      facts.set(said, place);
    } else if (indent.length === 2) {
      head = said;
      place.push(said);
    } else place.push(`${head} ${said}`);
  }
  return facts;
}

/** Where they differ, a line each. Only places of which `of` holds are looked at. */
export function differences(name: string, found: Facts, of: (place: string) => boolean): string[] {
  const written = readWritten(name);
  const places = [...new Set([...found.keys(), ...written.keys()])].filter(of);
  return places.flatMap((place) => {
    const [is, should] = [found.get(place), written.get(place)];
    if (is === undefined) return [`${place} is in ${name} and is not made`];
    if (should === undefined) return [`${place} is made and is not in ${name}`];
    return [
      ...without(is, should).map((fact) => `${place}: not in ${name}: ${fact}`),
      ...without(should, is).map((fact) => `${place}: no longer so: ${fact}`),
    ];
  });
}

/** What is left of `all` once each of `others` has taken one of its like away: a fact that is there twice has to be written twice. */
function without(all: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return all.filter((fact) => {
    const found = left.indexOf(fact);
    if (found >= 0) left.splice(found, 1);
    return found < 0;
  });
}

/** The facts as a list is written, to be read by a person before they are put there. */
export function listed(facts: Facts): string {
  return [...facts]
    .map(([place, own]) => {
      const lines = own.map((fact) => {
        const head = own.find((other) => other !== fact && fact.startsWith(`${other} `));
        return head === undefined ? `  ${fact}` : `    ${fact.slice(head.length + 1)}`;
      });
      return [place, ...lines].join('\n');
    })
    .join('\n\n');
}
