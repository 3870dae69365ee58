import { asideOf } from '../../shared/knowledge/why-aside.ts';
import { tellSetAside } from '../../shared/knowledge/tell-set-aside.ts';
import { ingestDocument, type SetAside } from '../../shared/schemas/knowledge.ts';
import type { Document } from './document-of.ts';

/** Characters of a sentence that is shown. */
const SHOWN = 160;

/**
 * That a document is set aside, why, which sentence of it is the reason, and what to do about it: lines for the person who ingests it,
 * none where it is believed.
 *
 * @param stored as the fleet told it; absent before it is asked
 */
export function tellAside(document: Document, stored?: { setAside?: SetAside | undefined }): string[] {
  if (stored !== undefined && stored.setAside === undefined) return [];
  const here = asideOf(ingestDocument.parse(document));
  const why = stored?.setAside ?? here?.why;
  if (why === undefined) return [];
  const sentence = here?.why === why ? here.sentence : undefined;
  return [tellSetAside(why), ...(sentence === undefined ? [] : [`The first: “${shown(sentence)}”`])];
}

/** Without control characters: a terminal obeys some of them. */
function shown(sentence: string): string {
  const plain = sentence.replaceAll(/[\s\p{C}]+/gu, ' ').trim();
  return plain.length > SHOWN ? `${plain.slice(0, SHOWN).trimEnd()}…` : plain;
}
