/** A flowchart of Mermaid, as far as the guides use it: nodes `id["label"]`, arrows `a & b --> c`, `a -->|words| b`. */
export interface Flowchart {
  /** The first line's `%% shows:` words. */
  readonly shows: readonly string[];
  /** A node's label, which is what it is called in the code. */
  readonly nodes: ReadonlyMap<string, string>;
  /** `from -> to`, by labels. */
  readonly edges: ReadonlySet<string>;
}

const NODE = /([\w-]+?)\s*(?:\[\(|\[\[|\(\[|\{\{|\[|\(|\{)"([^"]+)"(?:\)\]|\]\]|\]\)|\}\}|\]|\)|\})/g;

/** @throws {Error} where an arrow joins what is not declared */
export function readFlowchart(text: string): Flowchart {
  const shows = /^%% shows: (.+)$/m.exec(text)?.[1]?.trim().split(/\s+/) ?? [];
  const nodes = new Map(
    [...text.matchAll(NODE)].map(([, id = '', label = '']) => [id, label.replaceAll(/<br\/?>.*$/gs, '')]),
  );
  const edges = new Set<string>();
  for (const line of text.split('\n')) {
    if (/^\s*%%/.test(line)) continue;
    const ends = line.replaceAll(NODE, '$1').split(/\s*(?:-->|-\.->|==>)(?:\|[^|]*\|)?\s*/);
    for (const [index, to] of ends.slice(1).entries()) {
      for (const from of each(ends[index] ?? ''))
        for (const end of each(to)) edges.add(`${label(from)} -> ${label(end)}`);
    }
  }
  return { shows, nodes, edges };

  function label(id: string): string {
    const found = nodes.get(id);
    if (found === undefined) throw new Error(`the diagram joins ${id}, which it does not declare`);
    return found;
  }
}

const each = (ends: string): string[] => ends.split('&').map((end) => end.trim());

/** Names of those that a sequence diagram lets speak. */
export const participantsOf = (text: string): string[] =>
  [...text.matchAll(/^\s*(?:participant|actor) (\S+)(?: as (.+))?$/gm)].map(([, id = '', alias]) => alias ?? id);

/** The states of a state diagram, without its beginning and end. */
export const statesOf = (text: string): Set<string> =>
  new Set(
    [...text.matchAll(/^\s*(\S+) --> (\S+?)(?:\s*:.*)?$/gm)]
      .flatMap(([, from = '', to = '']) => [from, to])
      .filter((state) => state !== '[*]'),
  );
