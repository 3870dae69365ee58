import { parseEnv } from 'node:util';
import type { Variables } from '../target/target.ts';
import { newlineOf } from '../terminal/newline-of.ts';

const BEGIN =
  '# What is deployed: written by `npm run env` from what Terraform knows. Changes between these lines are lost.';
const END = '# End of what is deployed.';

export interface Merged {
  text: string;
  /** Variables that a person set in a line of their own, which is kept and counts. */
  own: string[];
}

/**
 * .env with the variables of a deployment in a section of its own, and everything else as it was. A variable that a person sets
 * themselves stays theirs.
 *
 * @param before the file as it was; empty where there was none
 */
export function mergeEnv(before: string, variables: Variables): Merged {
  const { above, below } = split(before);
  const theirs = parseEnv(`${above}\n${below}`);
  const own = Object.keys(variables).filter((name) => theirs[name] !== undefined);
  const lines = Object.entries(variables)
    .filter(([name]) => theirs[name] === undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${quoted(value)}`);
  const head = above.trim() === '' ? [] : [unpadded(above), ''];
  const tail = below.trim() === '' ? [] : ['', unpadded(below)];
  const text = [...head, BEGIN, ...lines, END, ...tail, ''].join('\n');
  return { text: text.replaceAll(/\r?\n/g, newlineOf(before)), own };
}

/** The file without the section. */
export function withoutDeployment(before: string): string {
  const { above, below } = split(before);
  return [unpadded(above), unpadded(below)]
    .filter((part) => part.trim() !== '')
    .map((part) => `${part}\n`)
    .join('\n')
    .replaceAll('\n', newlineOf(before));
}

/** A person's lines before and after the section; all before it where there is none. */
function split(text: string): { above: string; below: string } {
  const lines = text.split(/\r?\n/);
  const begin = lines.indexOf(BEGIN);
  if (begin === -1) return { above: lines.join('\n'), below: '' };
  const end = lines.indexOf(END, begin);
  return { above: lines.slice(0, begin).join('\n'), below: end === -1 ? '' : lines.slice(end + 1).join('\n') };
}

/** Without empty lines before and after. */
const unpadded = (text: string): string => text.replace(/^\n+/, '').replace(/\n+$/, '');

/** As Node's reader of .env takes it: plain where nothing in it is special, else in a quote that is not in it. */
function quoted(value: string): string {
  if (/^[\w@%+=:,./-]*$/.test(value)) return value;
  const quote = ["'", '`', '"'].find((mark) => !value.includes(mark)) ?? "'";
  return `${quote}${value}${quote}`;
}
