import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { Findings } from './findings.ts';

/** Where a field of a JSON document stands. */
export type JsonPath = readonly (string | number)[];

export interface JsonDocument {
  value: unknown;
  /** The line of the field at a path, or of the nearest one around it that is there. */
  lineOf: (path: JsonPath) => number;
  /** The number at a path as it is written: 10.10 keeps its digits. Null where there is no number. */
  numeralAt: (path: JsonPath) => string | null;
}

/** "accounts[0].positions[2].quantity" */
export const fieldPath = (path: JsonPath): string =>
  path.map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${step}`)).join('');

/** Where a character stands, line and column counted from 1. */
type Place = (offset: number) => { line: number; column: number };

function placeIn(text: string): Place {
  const starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

const spelled = (code: ParseError['error']): string =>
  printParseErrorCode(code)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();

function complainOfKeys(node: Node, lineAt: (offset: number) => number, findings: Findings): void {
  const open = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const keys = new Set<string>();
    for (const child of next.children ?? []) {
      open.push(child);
      const key: unknown = child.type === 'property' ? child.children?.[0]?.value : undefined;
      if (typeof key !== 'string') continue;
      if (keys.has(key)) findings.problem('this field is written twice in one object', lineAt(child.offset), key);
      keys.add(key);
    }
  }
}

function complainOfSyntax(errors: readonly ParseError[], placeOf: Place, findings: Findings): void {
  const told = new Set<number>();
  for (const { error, offset } of errors) {
    const { line, column } = placeOf(offset);
    // One slip makes a parser complain several times: the first of a line is the one to mend.
    if (!told.has(line)) findings.problem(`this is not JSON: ${spelled(error)} at column ${column}`, line);
    told.add(line);
  }
}

/** Parses JSON, remembering the lines. Null, with every problem of its syntax, where it is not JSON. */
export function readJson(text: string, findings: Findings): JsonDocument | null {
  const placeOf = placeIn(text);
  const lineAt = (offset: number): number => placeOf(offset).line;
  const errors: ParseError[] = [];
  try {
    const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
    complainOfSyntax(errors, placeOf, findings);
    if (tree === undefined || errors.length > 0) return null;
    complainOfKeys(tree, lineAt, findings);
    const nodeAt = (path: JsonPath): Node | undefined => findNodeAtLocation(tree, [...path]);
    return {
      value: JSON.parse(text),
      lineOf(path) {
        for (let length = path.length; length > 0; length -= 1) {
          const node = nodeAt(path.slice(0, length));
          if (node !== undefined) return lineAt((node.parent?.type === 'property' ? node.parent : node).offset);
        }
        return lineAt(tree.offset);
      },
      numeralAt(path) {
        const node = nodeAt(path);
        return node?.type === 'number' ? text.slice(node.offset, node.offset + node.length) : null;
      },
    };
  } catch (error) {
    const deep = error instanceof RangeError;
    findings.problem(deep ? 'this JSON is nested too deeply to be a portfolio' : 'this is not JSON');
    return null;
  }
}
