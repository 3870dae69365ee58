/** Scripts that expand patterns of files themselves, as shells of Windows do not. */
const EXPANDS = 'npm run ingest -- ';

const RULES: readonly (readonly [pattern: RegExp, problem: string])[] = [
  [/(?<=\s)@[\w./]/, '@notes without quotation marks is a variable of PowerShell: "@notes/x.json"'],
  [/(?<=\S),(?=\S)/, 'to PowerShell a comma outside quotation marks begins another word: "VTI,BND"'],
  [/(?:^|[\s=])'[^']*'(?=\s|$)/, '\'...\' is no quotation in the Command Prompt: "..."'],
  [/\s(?:&&|\|\||;)(?=\s|$)/, 'PowerShell 5 knows neither && nor ||: a command a line'],
  [/\$\(|(?<=\s)`[^`]+`/, '$( is of shells of macOS and Linux'],
  [/^[A-Z][A-Z_]*=\S*\s/, 'NAME=VALUE before the command is of shells of macOS and Linux'],
  [/^export\s/, 'export is of shells of macOS and Linux'],
  [/(?:^|\s)~\//, '~/ is of shells of macOS and Linux'],
  [/\s#\s/, 'what stands after # is given to the command in the Command Prompt'],
  [/^\.\//, './ before a program is of shells of macOS and Linux'],
  [/\\$/, 'a line that goes on after \\ does not in the Command Prompt'],
];

/** What of a command PowerShell or the Command Prompt would not take, or would take for something else. */
export function shellProblems(command: string): string[] {
  const bare = command.replaceAll(/"(?:[^"\\]|\\.)*"/g, (text) => (/\$[A-Za-z_{(]/.test(text) ? text : '""'));
  const variable = /\$(?!env:)(?:[A-Za-z_]\w*)/.exec(bare)?.[0];
  return [
    ...RULES.filter(([pattern]) => pattern.test(bare)).map(([, problem]) => problem),
    ...(variable === undefined ? [] : [`${variable} is of shells of macOS and Linux`]),
    ...(/\s\S*[*?]\S*/.test(bare) && !bare.startsWith(EXPANDS)
      ? ['Windows leaves * to the program, and this one knows none']
      : []),
  ];
}
