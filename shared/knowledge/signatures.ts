/** Stands before who has said what a page quotes, in a line of its own, where the quotation's marks are lost. */
export const SIGNED = '— ';

/** Ends a sentence: what a `cite` behind it names is no work that the sentence tells of. */
const ENDS = /[.!?]["”’')\]]*\s*$/u;

/**
 * Of the elements of a page which say who has said a quotation: the `footer` of a `blockquote`, which is none of the page, and a `cite` in it
 * behind its words. Fed with every element that is read, and its text.
 */
export class Signatures {
  #quotations = 0;
  #said = '';

  /** Whether the element that opens signs the quotation that it stands in. */
  open(name: string): boolean {
    if (name === 'blockquote') {
      this.#quotations += 1;
      this.#said = '';
    }
    const signs = this.isIn && (name === 'footer' || (name === 'cite' && ENDS.test(this.#said)));
    if (signs) this.#said = '';
    return signs;
  }

  text(text: string): void {
    if (this.isIn && text.trim() !== '') this.#said = text;
  }

  close(name: string): void {
    if (name === 'blockquote') this.#quotations -= 1;
  }

  /** Whether what is read stands in a quotation. */
  get isIn(): boolean {
    return this.#quotations > 0;
  }
}
