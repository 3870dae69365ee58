import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

/** As long as a log event may be on AWS, about: what has no line break is cut. */
const LONGEST = 250_000;

/** Hands on what a program prints, a line at a time. */
export function eachLine(stream: Readable, line: (text: string) => void): void {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  stream.on('data', (chunk: Buffer) => {
    const lines = (rest + decoder.write(chunk)).split(/\r?\n/);
    rest = lines.pop() ?? '';
    for (const text of lines) if (text !== '') line(text);
    if (rest.length > LONGEST) {
      line(rest);
      rest = '';
    }
  });
  stream.on('end', () => {
    if (rest !== '') line(rest);
  });
}
