export { listed as list } from '../../../../finance/listed.ts';

/** Sentences to a paragraph; empty ones are left out. A name that ends in a full stop needs no second one after it. */
export function paragraph(...sentences: readonly (string | null | false)[]): string {
  return sentences
    .filter((sentence) => typeof sentence === 'string')
    .filter((sentence) => sentence !== '')
    .map((sentence) => sentence.replace(/\.\.$/, '.'))
    .join(' ');
}

/** Paragraphs, lists and tables to a body; empty ones are left out. */
export function body(...blocks: readonly (string | null | false)[]): string {
  return blocks.filter((block) => typeof block === 'string' && block !== '').join('\n\n');
}

/** The first letter large, for the start of a sentence. */
export function sentence(text: string): string {
  return /^\p{Ll}\p{Lu}/u.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}
