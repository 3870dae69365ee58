/** A value of terraform.tfvars; `other` is an expression that Terraform works out. */
export type Value =
  | { readonly kind: 'string' | 'number' | 'bool' | 'null'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  | { readonly kind: 'object'; readonly entries: ReadonlyMap<string, Value> }
  | { readonly kind: 'other' };

/** What is wrong with a file, and what to do about it. */
export interface Fault {
  readonly says: string;
  readonly remedy: string;
}

export interface Tfvars {
  readonly settings: ReadonlyMap<string, Value>;
  /** What is not HCL, by lines. What can be read before and after is in `settings` all the same. */
  readonly faults: readonly Fault[];
}

class NotHcl extends Error {
  readonly remedy: string;
  constructor(says: string, remedy: string) {
    super(says);
    this.remedy = remedy;
  }
}

const SPACE = /(?:[ \t]|(?:#|\/\/)[^\n]*|\/\*[\s\S]*?\*\/)+/y;
const SPACE_AND_LINES = /(?:\s|(?:#|\/\/)[^\n]*|\/\*[\s\S]*?\*\/)+/y;
const NAME = /[A-Za-z_][\w-]*/y;
/** A template may have texts in it. */
const STRING = /"((?:\$\$\{|%%\{|[$%]\{[^}\n]*\}|[^"\\\n]|\\.)*)"/y;
const HEREDOC = /<<-?([A-Za-z_]\w*)[^\n]*\n([\s\S]*?)^[ \t]*\1[ \t]*$/my;
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y;
/** An expression that goes on: an operator, an index, a conditional. */
const GOES_ON = /[-+*/%?<>&|!.[]|==/y;
const WORD = /[^\s,\]})#"]+/y;
const QUOTE = /['‘’“”„«»]/y;
const CLOSES: Readonly<Record<string, string>> = { '[': ']', '{': '}', '(': ')' };

/**
 * The text of a terraform.tfvars: names with their values, as HCL has them. https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
 * What takes working out (templates, operators) is let through as `other`.
 */
export function readTfvars(source: string): Tfvars {
  const text = source.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const settings = new Map<string, Value>();
  const faults: Fault[] = [];
  let at = 0;

  const lineOf = (index: number): number => text.slice(0, index).split('\n').length;
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null) at += found[0].length;
    return found ?? undefined;
  };
  const isNext = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    return pattern.test(text);
  };
  const fail = (says: string, remedy: string, where = at): never => {
    throw new NotHcl(`line ${lineOf(where)}: ${says}`, remedy);
  };
  const word = (): string => {
    for (const pattern of [STRING, WORD]) {
      pattern.lastIndex = at;
      const [found] = pattern.exec(text) ?? [];
      if (found !== undefined) return found;
    }
    return text.charAt(at);
  };

  /** To the end of an expression that is not looked into, or of one in brackets: brackets and strings within are stepped over. */
  const skip = (until: 'line' | 'entry' | 'bracket'): Value => {
    const open: string[] = [];
    while (at < text.length) {
      const next = text.charAt(at);
      if (open.length === 0 && (/[,\]})]/.test(next) || (next === '\n' && until === 'line'))) break;
      if (take(STRING) !== undefined || take(HEREDOC) !== undefined) continue;
      const closes = CLOSES[next];
      if (closes !== undefined) open.push(closes);
      else if (next === open.at(-1)) open.pop();
      at += 1;
      if (until === 'bracket' && open.length === 0) break;
    }
    return { kind: 'other' };
  };

  const value = (isInside: boolean): Value => {
    const began = at;
    const read = literal();
    take(SPACE);
    if (!isNext(/\/[/*]|#/y) && isNext(GOES_ON)) {
      at = began;
      return skip(isInside ? 'entry' : 'line');
    }
    return read;
  };

  const literal = (): Value => {
    const heredoc = take(HEREDOC);
    if (heredoc !== undefined) return { kind: 'string', text: heredoc[2] ?? '' };
    const string = take(STRING);
    if (string !== undefined) {
      const [, inside = ''] = string;
      return /(?<!\$)\$\{|(?<!%)%\{/.test(inside) ? { kind: 'other' } : { kind: 'string', text: unescaped(inside) };
    }
    if (isNext(/"/y)) fail('a text does not end', 'Close its quotation marks: "..."');
    const number = take(NUMBER);
    if (number !== undefined) return { kind: 'number', text: number[0] };
    if (isNext(/\[/y)) return list();
    if (isNext(/\{/y)) return object();
    if (isNext(/\(/y)) return skip('bracket');
    if (isNext(QUOTE)) fail(`${text.charAt(at)} is no quotation mark here`, 'Write " before and after a text');
    const name = /(?:true|false|null)(?![\w.(-])/y;
    const known = take(name)?.[0];
    if (known !== undefined) return { kind: known === 'null' ? 'null' : 'bool', text: known };
    if (at >= text.length || isNext(/[\n,\]})=:]/y)) fail('a value is missing', 'Write it after the =');
    return fail(`${word()} is neither a text nor a number`, `A text stands in quotation marks: "${word()}"`);
  };

  const list = (): Value => {
    const began = at;
    at += 1;
    take(SPACE_AND_LINES);
    if (isNext(/for\b/y)) return skipTo(began);
    const items: Value[] = [];
    while (take(/\]/y) === undefined) {
      // A setting begins where an entry should: the list before it was never closed.
      if (at >= text.length || isNext(/[)}]/y) || isNext(/[A-Za-z_][\w-]*[ \t]*=(?!=)/y))
        fail('the [ is not closed', 'Write ] after the last of its entries', began);
      items.push(value(true));
      take(SPACE_AND_LINES);
      if (take(/,/y) === undefined && isNext(/["\d[{]/y)) {
        fail(`a comma is missing before ${word()}`, 'Write a comma between the entries of a list');
      }
      take(SPACE_AND_LINES);
    }
    return { kind: 'list', items };
  };

  const object = (): Value => {
    const began = at;
    at += 1;
    take(SPACE_AND_LINES);
    if (isNext(/for\b/y)) return skipTo(began);
    const entries = new Map<string, Value>();
    while (take(/\}/y) === undefined) {
      const key = take(STRING)?.[1] ?? take(NAME)?.[0];
      take(SPACE);
      if (key === undefined || take(/[=:](?![=>])/y) === undefined)
        fail(
          'the { is not closed, or has an entry without =',
          'Write NAME = VALUE on each line, and } at the end',
          began,
        );
      take(SPACE);
      entries.set(key ?? '', value(false));
      take(SPACE);
      if (!isNext(/[,\n}]/y)) fail(`a new line is missing before ${word()}`, 'Write each entry on a line of its own');
      take(/,/y);
      take(SPACE_AND_LINES);
    }
    return { kind: 'object', entries };
  };

  const skipTo = (began: number): Value => {
    at = began;
    return skip('bracket');
  };

  const setting = (): void => {
    const began = at;
    const name = take(NAME)?.[0];
    if (name === undefined)
      fail(`${word()} is no name of a setting`, 'Write NAME = VALUE, the name without quotation marks');
    take(SPACE);
    if (take(/=(?!=)/y) === undefined) fail(`${name} has no =`, `Write ${name} = and its value`, began);
    take(SPACE);
    const read = value(false);
    take(SPACE);
    if (at < text.length && !isNext(/\n/y))
      fail(`${word()} stands after the value of ${name}`, 'Write each setting on a line of its own');
    if (settings.has(name ?? '')) fail(`${name} is set twice`, 'Delete one of the two', began);
    settings.set(name ?? '', read);
  };

  for (;;) {
    take(SPACE_AND_LINES);
    if (at >= text.length) return { settings, faults };
    const began = at;
    try {
      setting();
    } catch (error) {
      if (!(error instanceof NotHcl)) throw error;
      faults.push({ says: error.message, remedy: error.remedy });
      // On with the next line that begins as a setting does.
      const next = /^[A-Za-z_][\w-]*[ \t]*=(?!=)/gm;
      next.lastIndex = began + 1;
      at = next.exec(text)?.index ?? text.length;
    }
  }
}

const unescaped = (text: string): string =>
  text
    .replaceAll(/\\(?:u([\dA-Fa-f]{4})|(.))/g, (_, code: string | undefined, letter: string | undefined) =>
      code === undefined
        ? ({ n: '\n', r: '\r', t: '\t' }[letter ?? ''] ?? letter ?? '')
        : String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replaceAll('$${', '${')
    .replaceAll('%%{', '%{');
