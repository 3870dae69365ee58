import { Parser } from 'htmlparser2';
import { cleanText } from './clean-text.ts';

/** What a page calls itself: the text of its first `<title>`, but of no picture's; empty where it has none. */
export function htmlTitle(html: string): string {
  let title = '';
  let isInTitle = false;
  let isDone = false;
  let pictures = 0;
  const parser = new Parser({
    onopentag: (name) => {
      if (name === 'svg') pictures += 1;
      isInTitle = name === 'title' && pictures === 0 && !isDone;
    },
    ontext: (text) => {
      if (isInTitle) title += text;
    },
    onclosetag: (name) => {
      if (name === 'svg') pictures -= 1;
      if (name === 'title' && isInTitle) isDone = true;
      isInTitle = false;
    },
  });
  parser.write(html);
  parser.end();
  return cleanText(title);
}
