// A word that is shown quoted is the same word again when it is typed.
import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { quoted } from '../../../scripts/terminal/in-this-shell.ts';

test.each(['{ $.step = report }', '{ $.step = "a-b" }', '"took long"', "it's", 'a $HOME b', '`x`'])('%s', (word) => {
  const program = `console.log(process.argv[1])`;
  const { stdout } = spawnSync(`"${process.execPath}" -e "${program}" -- ${quoted(word)}`, {
    shell: true,
    encoding: 'utf8',
  });
  expect(stdout.trimEnd()).toBe(word);
});
