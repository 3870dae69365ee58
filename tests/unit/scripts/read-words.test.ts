// analyze -- FILE --income --out X: commander gives --out to --income, and then complains of one argument too many.
import { describe, expect, test } from '@jest/globals';
import { CommanderError, Option } from 'commander';
import { NpmCommand } from '../../../scripts/terminal/command.ts';
import { readWords } from '../../../scripts/terminal/read-words.ts';

const options = ['-i, --income <usd>', '--out <dir>', '--stage <stage...>', '--json', '--no-smoke', '--also [x]'].map(
  (flags) => new Option(flags),
);
const valueless = (...argv: string[]): string[] => readWords(options, argv).valueless;

describe('a flag without its value', () => {
  test.each([
    [['file', '--income', '--out', 'x'], ['--income']],
    [['--income', '--out', 'x', 'file'], ['--income']],
    [['file', '--out', 'x', '--income'], ['--income']],
    [
      ['--income', '--out', '--json'],
      ['--income', '--out'],
    ],
    [
      ['--out', '--no-smoke', '--out', '-i', '--stage'],
      ['--out', '-i', '--stage'],
    ],
    [['--out', '--mistyped'], ['--out']],
    [['--out', '--income=5'], ['--out']],
    [['--out', '-h'], ['--out']],
    [['--out', '--', '--income'], ['--out']],
  ])('%j: %j', (argv, flags) => {
    expect(valueless(...argv)).toEqual(flags);
  });

  test.each([
    [['file', '--income', '5', '--out', 'x', '--json']],
    [['--income', '-5']],
    [['--income=--out', '--also', '--json', '--no-smoke']],
    [['--out', '--why not?']],
    [['--out', '']],
    [['--out', '-']],
    [['--stage', '1', '2']],
    [['--json', '--', '--income']],
  ])('is none of %j', (argv) => {
    expect(readWords(options, argv)).toMatchObject({ valueless: [], others: argv });
  });

  test('leaves the rest to be read', () => {
    expect(readWords(options, ['a', '--income', '--out', 'x', '--stage', '--', '--income'])).toEqual({
      valueless: ['--income', '--stage'],
      others: ['a', '--out', 'x', '--', '--income'],
      lastTaken: { flag: '--out', value: 'x' },
    });
  });
});

describe('a command', () => {
  const said = (...argv: string[]): string => {
    const command = new NpmCommand('try').argument('<file>').exitOverride();
    let told = '';
    command.configureOutput({ writeOut: (text) => (told += text), writeErr: (text) => (told += text) });
    for (const option of options) command.addOption(option);
    try {
      command.parse(argv, { from: 'user' });
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error;
    }
    return told;
  };

  test('names every flag that has no value', () => {
    expect(said('file', '--income', '--json', '--out')).toBe('try: --income and --out have no value.\n');
  });

  test('names the flag that has taken its argument, but not one that has a number', () => {
    expect(said('--out', 'file')).toBe(
      'try: missing required argument \'file\': "file" was taken for the value of --out\n',
    );
    expect(said('--income', '5')).toBe("try: missing required argument 'file'\n");
    expect(said()).toBe("try: missing required argument 'file'\n");
  });

  test('that is asked for help gives it', () => {
    expect(said('--out', '--help')).toMatch(/^Usage: npm run try/);
  });
});
