import type { ServiceException } from '../../wire/service-exception.ts';
import { invalidPattern } from './invalid-pattern.ts';

/** A string in quotes, a selector ($.a.b[0]['c d']), an operator, or a word. */
const token =
  /\s*("(?:[^"\\]|\\.)*"|\$(?:\.[\w-]+|\[\d+\]|\[\s*'[^']*'\s*\]|\.\['[^']*'\])*|&&|\|\||!=|<=|>=|[=<>(){}]|[^\s=<>(){}&|!"$]+)/y;

/** The tokens of a JSON filter pattern, read one after another. */
export class JsonPatternTokens {
  readonly #pattern: string;
  readonly #tokens: string[] = [];
  #next = 0;

  /** @throws {ServiceException} InvalidParameterException for characters that begin no token */
  constructor(pattern: string) {
    this.#pattern = pattern;
    token.lastIndex = 0;
    const end = pattern.trimEnd().length;
    for (let at = 0; at < end; at = token.lastIndex) {
      const match = token.exec(pattern);
      if (!match) throw invalidPattern(pattern, `'${pattern.slice(at).trim()}' cannot be read`);
      this.#tokens.push(match[1] ?? '');
    }
  }

  /** The next token, left where it is; an empty string at the end. */
  peek(): string {
    return this.#tokens[this.#next] ?? '';
  }

  read(): string {
    const text = this.peek();
    this.#next += 1;
    return text;
  }

  /** Takes the next token if it is that one, in any case of letters. */
  take(wanted: string): boolean {
    if (this.peek().toUpperCase() !== wanted) return false;
    this.#next += 1;
    return true;
  }

  expect(wanted: string): void {
    if (!this.take(wanted)) throw this.unexpected(`'${wanted}'`);
  }

  expectEnd(): void {
    if (this.#next < this.#tokens.length) throw this.unexpected('nothing more');
  }

  /** The error for a next token that is not what should come. */
  unexpected(wanted: string): ServiceException {
    const found = this.peek() === '' ? 'its end' : `'${this.peek()}'`;
    return invalidPattern(this.#pattern, `expected ${wanted}, found ${found}`);
  }
}
