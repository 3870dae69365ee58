const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in an element or a quoted attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');

/** HTML that is known to be right: made by `html`, or by `raw` from something that escapes by itself. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

type Value = Markup | string | number | null | readonly Value[];

function render(value: Value): string {
  if (value === null) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  return value.map(render).join('');
}

/**
 * HTML with its values escaped: whatever is not Markup is text, so a name can never become an element. Null is nothing,
 * a list is its members one after another.
 *
 * @example html`<td>${account.name}</td>`
 */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(strings.reduce((sum, part, index) => sum + render(values[index - 1] ?? null) + part));
}

/** Trusts a string as HTML. Only for what has escaped its input itself: a drawing, rendered Markdown. */
export const raw = (text: string): Markup => new Markup(text);
