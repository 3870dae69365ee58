/** What is no HCL, with its line, and what to do about it. */
export class NotHcl extends Error {
  readonly remedy: string;
  constructor(says: string, remedy: string) {
    super(says);
    this.remedy = remedy;
  }
}

/** Comments are space. */
export const SPACE = /(?:[ \t]|(?:#|\/\/)[^\n]*|\/\*[\s\S]*?\*\/)+/y;
export const SPACE_AND_LINES = /(?:\s|(?:#|\/\/)[^\n]*|\/\*[\s\S]*?\*\/)+/y;
export const NAME = /[A-Za-z_][\w-]*/y;
/** A template may have texts in it: "us-${"east"}-1". No two of the kinds begin alike, so that a long text without an end takes no time. */
export const STRING = /"((?:\$\$\{|%%\{|[$%]\{[^}\n]*\}|[$%](?!\{|\$\{|%\{)|[^"\\\n$%]|\\.)*)"/y;
export const HEREDOC = /<<-?([A-Za-z_]\w*)[^\n]*\n([\s\S]*?)^[ \t]*\1[ \t]*$/my;
export const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y;

const WORD = /[^\s,\]})#"]+/y;
const PHRASE = /(?:\([^()\n"]*\)|[^\n,\]}()#"=])+/y;
const CLOSES: Readonly<Record<string, string>> = { '[': ']', '{': '}', '(': ')' };

/** A place in a text of HCL, which goes on as pieces are taken. Patterns are sticky. */
export class HclCursor {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** The piece that fits here; undefined, and nothing taken, where it does not. */
  take(pattern: RegExp): RegExpExecArray | undefined {
    const found = this.#here(pattern);
    if (found !== null) this.at += found[0].length;
    return found ?? undefined;
  }

  isNext(pattern: RegExp): boolean {
    return this.#here(pattern) !== null;
  }

  /** What stands here, for a message. */
  get word(): string {
    return (this.#here(STRING) ?? this.#here(WORD))?.[0] ?? this.text.charAt(this.at);
  }

  /** All that may have been meant as one text here whose quotation marks were forgotten: `rate(12 hours)`. */
  get phrase(): string {
    const [meant = ''] = this.#here(PHRASE) ?? [];
    return meant.replace(/\s+\/[/*].*$/, '').trim() || this.word;
  }

  /** @throws {NotHcl} with the line of the place, or of another one */
  fail(says: string, remedy: string, where = this.at): never {
    throw new NotHcl(`line ${this.text.slice(0, where).split('\n').length}: ${says}`, remedy);
  }

  /** To the end of an expression that is not looked into, or of one in brackets: brackets and texts within are stepped over. */
  skip(until: 'line' | 'entry' | 'bracket'): void {
    const open: string[] = [];
    while (!this.isAtEnd) {
      const next = this.text.charAt(this.at);
      if (open.length === 0 && (/[,\]})]/.test(next) || (next === '\n' && until === 'line'))) return;
      if (this.take(STRING) !== undefined || this.take(HEREDOC) !== undefined) continue;
      const closes = CLOSES[next];
      if (closes !== undefined) open.push(closes);
      else if (next === open.at(-1)) open.pop();
      this.at += 1;
      if (until === 'bracket' && open.length === 0) return;
    }
  }

  #here(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    return pattern.exec(this.text);
  }
}
