/** SGR codes: https://www.ecma-international.org/publications-and-standards/standards/ecma-48/ */
const codes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, magenta: 35, cyan: 36, white: 37 } as const;
export type Style = keyof typeof codes | 'brightBlue' | 'brightMagenta' | 'brightCyan' | 'brightGreen' | 'brightYellow';
const bright = { brightGreen: 92, brightYellow: 93, brightBlue: 94, brightMagenta: 95, brightCyan: 96 } as const;
const all: Record<Style, number> = { ...codes, ...bright };

export type Paint = (text: string, ...styles: readonly Style[]) => string;

/** Writes text in colours, or plainly where nobody sees them: in a pipe, or with NO_COLOR (https://no-color.org). */
export function painter(stream: Pick<NodeJS.WriteStream, 'isTTY'>, env: NodeJS.ProcessEnv = process.env): Paint {
  const wanted = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0';
  const plain = (env.NO_COLOR !== undefined && env.NO_COLOR !== '') || !(stream.isTTY || wanted);
  return (text, ...styles) =>
    plain || styles.length === 0 ? text : `\u001b[${styles.map((style) => all[style]).join(';')}m${text}\u001b[0m`;
}
