import { documentIdOf } from '../../knowledge/identity.ts';
import { POINT_END } from '../../knowledge/note-point.ts';
import type { KnowledgePassage } from '../../schemas/knowledge.ts';
import { quotedTitle } from '../../schemas/quoted-title.ts';

/**
 * A note of the researcher's own as what it rests on: each of its points a passage of the page that says it, with that page's
 * title, day and address, so that a reader is sent to who said it and not to Alex. What is no such note is left as it is; a note
 * without its pages is nothing that could be cited, nor what it says of one that was taken out.
 */
export function pointsOf(passage: KnowledgePassage): KnowledgePassage[] {
  if (passage.kind !== 'note' && passage.kind !== 'sample') return [passage];
  if (!passage.url.startsWith('urn:alex:research:')) return [passage];
  const { frame: _ofTheNote, ...note } = passage;
  return note.text.split('\n').flatMap((line, at) => {
    const [end, wasRead, day, number] = POINT_END.exec(line.trim()) ?? [];
    const source = note.sources[Number(number) - 1];
    if (end === undefined || day === undefined || source === undefined || source.withdrawn) return [];
    const said = line.trim();
    // Older notes have a title without its quotation marks.
    const begins = [` (${quotedTitle(source.title)}`, ` (${source.title}`].map((one) => said.lastIndexOf(one));
    const text = said.slice(0, begins.find((place) => place >= 0) ?? 0).trim();
    // A piece of a note may begin in the middle of a point.
    if (!/^["“‘']?[\p{Lu}\p{N}$]/u.test(text)) return [];
    return [
      {
        ...note,
        id: `${note.id}.${at}`,
        document: documentIdOf(source.url),
        text,
        title: source.title,
        url: source.url,
        published: wasRead === undefined ? day : null,
        fetched: source.fetched,
        sources: [],
      },
    ];
  });
}
