import { html } from '../markup.ts';
import type { Markup } from '../markup.ts';
import type { Cell, Column, Table } from '../tables/table.ts';

/** Tables whose columns have widths of their own. */
const OWN_COLUMNS: readonly string[] = ['facts', 'sources'];
/** From so many columns on a table becomes a list of cards on a phone. */
const STACKED = 4;
/** And from so many it is broader than the column of text, where there is room. */
const BROAD = 6;
/** A table of so few lines is not broken over two pages; a longer one would leave half a page white before it. */
const KEPT = 10;

const note = ({ note: small }: Cell) => (small === undefined ? null : html`<small><bdi>${small}</bdi></small>`);

const numeric = (column: Column | undefined) => (column?.numeric === true ? html` class="n"` : null);

/** Leads to what is cited; the report itself loads nothing from there. */
const content = ({ text, link }: Cell): Markup | string =>
  link !== undefined && /^https?:\/\//i.test(link)
    ? html`<a href="${link}" rel="noopener noreferrer nofollow">${text}</a>`
    : text;

function row(columns: readonly Column[], cells: readonly Cell[], stacked: boolean): Markup {
  return html`<tr${stacked ? html` role="row"` : null}>${cells.map((one, at) => {
    const column = columns[at];
    if (at === 0) {
      return html`<th
        scope="row"
        ${stacked ? html` role="rowheader"` : null}${one.anchor === undefined ? null : html` id="${one.anchor}"`}
      >
        <bdi>${one.text}</bdi>${note(one)}
      </th>`;
    }
    if (!stacked) return html`<td${numeric(column)}>${content(one)}${note(one)}</td>`;
    const look = [...(column?.numeric === true ? ['n'] : []), ...(one.text === '' ? ['empty'] : [])].join(' ');
    return html`<td role="cell" class="${look}" data-label="${column?.title ?? ''}">
      <div class="value">${content(one)}${note(one)}</div>
    </td>`;
  })}</tr>
`;
}

/** Small print is a line of its own. */
const linesOf = (rows: Table['rows']): number =>
  rows.reduce((sum, cells) => sum + (cells.some((one) => (one.note ?? '') !== '') ? 2 : 1), 0);

/** A table with its heads, its sums and the notes below it. Roles are said where a phone's layout would hide them. */
export function tableHtml({ id, caption, columns, rows, total, notes }: Table, { bare = false } = {}): Markup {
  const stacked = columns.length >= STACKED;
  const role = (name: string) => (stacked ? html` role="${name}"` : null);
  const place = ['scroll', ...(linesOf(rows) <= KEPT ? ['keep'] : []), ...(columns.length >= BROAD ? ['broad'] : [])];
  const look = [...(stacked ? ['stack'] : []), ...(OWN_COLUMNS.includes(id) ? [id] : [])].join(' ');
  return html`<div class="${place.join(' ')}" tabindex="0" role="region" aria-label="${caption}">
<table${role('table')} id="table-${id}" class="${look}">
${
  bare
    ? null
    : html`<caption>
        ${caption}
      </caption> `
}<thead${role('rowgroup')}><tr${role('row')}>${columns.map((column) => html`<th scope="col" ${role('columnheader')}${numeric(column)}>${column.title}</th>`)}</tr></thead>
<tbody${role('rowgroup')}>
${rows.map((cells) => row(columns, cells, stacked))}</tbody>
${total === undefined ? null : html`<tfoot${role('rowgroup')}>${row(columns, total, stacked)}</tfoot>`}</table>
</div>
${
  notes.length === 0
    ? null
    : html`<ul class="notes">
        ${notes.map((one) => html`<li>${one}</li>`)}
      </ul> `
}`;
}
