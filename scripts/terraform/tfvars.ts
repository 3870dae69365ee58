import { HclCursor, HEREDOC, NAME, NotHcl, NUMBER, SPACE, SPACE_AND_LINES, STRING } from './hcl-cursor.ts';

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

/** An expression that goes on: an operator, an index, a conditional. */
const GOES_ON = /[-+*/%?<>&|!.[]|==/y;
const QUOTE = /['‘’“”„«»]/y;

/** As Windows PowerShell's > writes, and Terraform cannot read: every other byte of such a text is 0. */
const UTF_16: Fault = {
  says: 'it is saved as UTF-16, and Terraform reads UTF-8 alone',
  remedy:
    'Save it as UTF-8: in Notepad, File, Save as, Encoding; in PowerShell, Set-Content -Encoding utf8 instead of >',
};

/**
 * The text of a terraform.tfvars: names with their values, as HCL has them. https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
 * What takes working out (templates, operators) is let through as `other`.
 */
export function readTfvars(source: string): Tfvars {
  if (source.includes('\0')) return { settings: new Map(), faults: [UTF_16] };
  const here = new HclCursor(source.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n'));
  const other = (until: 'line' | 'entry' | 'bracket'): Value => {
    here.skip(until);
    return { kind: 'other' };
  };
  const settings = new Map<string, Value>();
  const faults: Fault[] = [];

  const value = (isInside: boolean): Value => {
    const began = here.at;
    const read = literal();
    here.take(SPACE);
    if (!here.isNext(/\/[/*]|#/y) && here.isNext(GOES_ON)) {
      here.at = began;
      return other(isInside ? 'entry' : 'line');
    }
    return read;
  };

  const literal = (): Value => {
    const heredoc = here.take(HEREDOC);
    if (heredoc !== undefined) return { kind: 'string', text: heredoc[2] ?? '' };
    const string = here.take(STRING);
    if (string !== undefined) {
      const [, inside = ''] = string;
      if (inside.includes('\uFFFD'))
        here.fail(`${string[0]} has letters that are not UTF-8`, 'Save the file as UTF-8 and write them again');
      return /(?<!\$)\$\{|(?<!%)%\{/.test(inside) ? { kind: 'other' } : { kind: 'string', text: unescaped(inside) };
    }
    if (here.isNext(/"/y)) here.fail('a text does not end', 'Close its quotation marks: "..."');
    const number = here.take(NUMBER);
    if (number !== undefined) return { kind: 'number', text: number[0] };
    if (here.isNext(/\[/y)) return list();
    if (here.isNext(/\{/y)) return object();
    if (here.isNext(/\(/y)) return other('bracket');
    if (here.isNext(QUOTE))
      here.fail(`${here.text.charAt(here.at)} is no quotation mark here`, 'Write " before and after a text');
    const name = /(?:true|false|null)(?![\w.(-])/y;
    const known = here.take(name)?.[0];
    if (known !== undefined) return { kind: known === 'null' ? 'null' : 'bool', text: known };
    if (here.isAtEnd || here.isNext(/[\n,\]})=:]/y)) here.fail('a value is missing', 'Write it after the =');
    if (/^(?:true|yes|on|false|no|off)$/i.test(here.word)) {
      const meant = /^(?:true|yes|on)$/i.test(here.word);
      here.fail(
        `${here.word} is no value of Terraform's`,
        `Where yes or no is asked, write ${meant}; a text stands in quotation marks: "${here.word}"`,
      );
    }
    return here.fail(
      `${here.phrase} is neither a text nor a number`,
      `A text stands in quotation marks: "${here.phrase}"`,
    );
  };

  const list = (): Value => {
    const began = here.at;
    here.at += 1;
    here.take(SPACE_AND_LINES);
    if (here.isNext(/for\b/y)) return skipTo(began);
    const items: Value[] = [];
    while (here.take(/\]/y) === undefined) {
      // A setting begins where an entry should: the list before it was never closed.
      if (here.isAtEnd || here.isNext(/[)}]/y) || here.isNext(/[A-Za-z_][\w-]*[ \t]*=(?!=)/y))
        here.fail('the [ is not closed', 'Write ] after the last of its entries', began);
      items.push(value(true));
      here.take(SPACE_AND_LINES);
      if (here.take(/,/y) === undefined && here.isNext(/["\d[{]/y)) {
        here.fail(`a comma is missing before ${here.word}`, 'Write a comma between the entries of a list');
      }
      here.take(SPACE_AND_LINES);
    }
    return { kind: 'list', items };
  };

  const object = (): Value => {
    const began = here.at;
    here.at += 1;
    here.take(SPACE_AND_LINES);
    if (here.isNext(/for\b/y)) return skipTo(began);
    const entries = new Map<string, Value>();
    while (here.take(/\}/y) === undefined) {
      const key = here.take(STRING)?.[1] ?? here.take(NAME)?.[0];
      here.take(SPACE);
      if (key === undefined || here.take(/[=:](?![=>])/y) === undefined)
        here.fail(
          'the { is not closed, or has an entry without =',
          'Write NAME = VALUE on each line, and } at the end',
          began,
        );
      here.take(SPACE);
      entries.set(key ?? '', value(false));
      here.take(SPACE);
      if (!here.isNext(/[,\n}]/y))
        here.fail(`a new line is missing before ${here.word}`, 'Write each entry on a line of its own');
      here.take(/,/y);
      here.take(SPACE_AND_LINES);
    }
    return { kind: 'object', entries };
  };

  const skipTo = (began: number): Value => {
    here.at = began;
    return other('bracket');
  };

  const setting = (): void => {
    const began = here.at;
    const name = here.take(NAME)?.[0];
    if (name === undefined)
      here.fail(`${here.word} is no name of a setting`, 'Write NAME = VALUE, the name without quotation marks');
    here.take(SPACE);
    if (here.take(/=(?!=)/y) === undefined) here.fail(`${name} has no =`, `Write ${name} = and its value`, began);
    here.take(SPACE);
    const read = value(false);
    here.take(SPACE);
    if (!here.isAtEnd && !here.isNext(/\n/y))
      here.fail(`${here.word} stands after the value of ${name}`, 'Write each setting on a line of its own');
    if (settings.has(name ?? '')) here.fail(`${name} is set twice`, 'Delete one of the two', began);
    settings.set(name ?? '', read);
  };

  for (;;) {
    here.take(SPACE_AND_LINES);
    if (here.isAtEnd) return { settings, faults };
    const began = here.at;
    try {
      setting();
    } catch (error) {
      if (!(error instanceof NotHcl)) throw error;
      faults.push({ says: error.message, remedy: error.remedy });
      // On with the next line that begins as a setting does.
      const next = /^[A-Za-z_][\w-]*[ \t]*=(?!=)/gm;
      next.lastIndex = began + 1;
      here.at = next.exec(here.text)?.index ?? here.text.length;
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
