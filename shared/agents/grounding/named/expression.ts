/** What a mark's target says: a fact, a plain number, or two of them joined. */
export type Expression =
  | { kind: 'fact'; name: string }
  | { kind: 'number'; value: number }
  | { kind: 'joined'; by: Operation; left: Expression; right: Expression };

export type Operation = '+' | '-' | '*' | '/';

/** A target that is no expression: a name that no fact has, or something that cannot be read. */
export class ExpressionFault extends Error {
  override readonly name = 'ExpressionFault';
  /** The name that no fact has. */
  readonly unknown: string | null;
  constructor(message: string, unknown: string | null = null) {
    super(message);
    this.unknown = unknown;
  }
}

/** Names may hold "-" and "/" (see `schemas/fact.ts`): where the longest is no fact's, a shorter one may be. */
const NAME = /^[a-z][A-Za-z0-9]*(?:\.[A-Za-z0-9_^:/=-]+)*/;
const NUMBER = /^\d[\d,_]*(?:\.\d+)?/;
const SIGNS: Readonly<Record<string, string>> = {
  '\u2212': '-',
  '\u2013': '-',
  '\u00D7': '*',
  '\u00B7': '*',
  '\u00F7': '/',
};
const MOST_OPERATIONS = 24;

/**
 * Reads a target: names of facts and plain numbers, joined by + - * / with their usual order, in brackets where need be.
 *
 * @throws {ExpressionFault} where it names what is no fact, or is no such expression
 */
export function parseExpression(target: string, isFact: (name: string) => boolean): Expression {
  const tokens = tokensOf(target, isFact);
  if (tokens.length > 2 * MOST_OPERATIONS) throw new ExpressionFault('it is too long');
  let at = 0;
  const next = () => tokens[at];
  const operand = (): Expression => {
    const token = tokens[at];
    at += 1;
    if (token === undefined) throw new ExpressionFault('something is missing in it');
    if (typeof token !== 'string') return token;
    if (token !== '(') throw new ExpressionFault(`"${token}" stands where a name should`);
    const inner = sum();
    if (tokens[at] !== ')') throw new ExpressionFault('a bracket is not closed');
    at += 1;
    return inner;
  };
  const chain = (of: () => Expression, by: readonly string[]): Expression => {
    let left = of();
    for (let sign = next(); typeof sign === 'string' && isOperation(sign) && by.includes(sign); sign = next()) {
      at += 1;
      left = { kind: 'joined', by: sign, left, right: of() };
    }
    return left;
  };
  const product = () => chain(operand, ['*', '/']);
  const sum = (): Expression => chain(product, ['+', '-']);
  const whole = sum();
  if (at < tokens.length) throw new ExpressionFault('names stand in it with nothing between them');
  return whole;
}

const isOperation = (sign: string): sign is Operation => /^[-+*/]$/.test(sign);

type Token = string | Extract<Expression, { kind: 'fact' | 'number' }>;

function tokensOf(target: string, isFact: (name: string) => boolean): Token[] {
  const tokens: Token[] = [];
  let rest = target.replaceAll(/[`\\]/g, '').trim();
  while (rest !== '') {
    const [number, name] = [NUMBER.exec(rest)?.[0], NAME.exec(rest)?.[0]];
    if (number !== undefined) {
      tokens.push({ kind: 'number', value: Number(number.replaceAll(/[,_]/g, '')) });
      rest = rest.slice(number.length).trimStart();
    } else if (name !== undefined) {
      const known = longestFact(name, isFact);
      tokens.push({ kind: 'fact', name: known });
      rest = rest.slice(known.length).trimStart();
    } else {
      const sign = SIGNS[rest.charAt(0)] ?? rest.charAt(0);
      if (!/[-+*/()]/.test(sign)) throw new ExpressionFault('it is neither the name of a fact nor a sum of such names', rest.slice(0, 60)); // prettier-ignore
      tokens.push(sign);
      rest = rest.slice(1).trimStart();
    }
  }
  if (tokens.length === 0) throw new ExpressionFault('it is empty');
  return tokens;
}

function longestFact(name: string, isFact: (name: string) => boolean): string {
  if (isFact(name)) return name;
  for (let end = name.length - 1; end > 0; end -= 1) {
    if (/[-/]/.test(name.charAt(end)) && isFact(name.slice(0, end))) return name.slice(0, end);
  }
  throw new ExpressionFault(`there is no fact of that name`, name);
}

/** The facts of an expression, in their order. */
export function factsOfExpression(one: Expression): string[] {
  if (one.kind === 'joined') return [...factsOfExpression(one.left), ...factsOfExpression(one.right)];
  return one.kind === 'fact' ? [one.name] : [];
}

/** The expression as it is noted behind a figure: "goals.income / 12". */
export function writeExpression(one: Expression): string {
  if (one.kind === 'fact') return one.name;
  if (one.kind === 'number') return String(one.value);
  const side = (part: Expression, right: boolean) => {
    const written = writeExpression(part);
    if (part.kind !== 'joined') return written;
    const tighter = one.by === '*' || one.by === '/';
    const looser = tighter && (part.by === '+' || part.by === '-');
    const turned = right && (one.by === '-' || one.by === '/');
    return looser || (turned && (tighter || part.by === '+' || part.by === '-')) ? `(${written})` : written;
  };
  return `${side(one.left, false)} ${one.by} ${side(one.right, true)}`;
}
