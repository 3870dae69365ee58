import { stripVTControlCharacters } from 'node:util';

/** What Terraform warns of, in a sentence each: what it is about, then the first sentence of why. Nothing is told twice. */
export function warningsIn(text: string): string[] {
  const found = unframed(text).matchAll(/^Warning: ([^\n]+)\n((?:\n|(?!Warning: |Error: |──)[^\n]+\n?)*)/gm);
  const sentences = [...found].map(([, about = '', rest = '']) => {
    // Where it is, and the line of code, stand indented before why.
    const why = rest.split(/\n[ \t]*\n/).find((part) => part.trim() !== '' && !/^\s{2}/.test(part.replace(/^\n+/, '')));
    const [first = ''] =
      /^.*?[.!?](?=\s|$)/.exec(
        (why ?? '')
          .trim()
          .split(/\s*\n\s*/)
          .join(' '),
      ) ?? [];
    return first === '' ? `Terraform warns: ${about}.` : `Terraform warns: ${about}. ${first}`;
  });
  return [...new Set(sentences)];
}

/** Without the frame that Terraform draws around errors and warnings, and without colours. */
export const unframed = (text: string): string => stripVTControlCharacters(text).replaceAll(/^[│╷╵] ?/gm, '');
