type Attributes = Readonly<Record<string, string>>;

/**
 * How text says, while a page is read, where words are raised, lowered, a link or the mark of a note: by Unicode's noncharacters, which no page has
 * and no text is left with (`readRaised`).
 */
export const MARK = { raised: '\ufdd0', lowered: '\ufdd1', note: '\ufdd2', link: '\ufdd3', end: '\ufdd4', unsure: '\ufdd5' } as const; // prettier-ignore
export const ANY_MARK = /[\ufdd0-\ufdef]/gu;

/** "#fn3", "#_ftn1", "#cite_note-2", "page.html#footnote-4". */
const TO_A_NOTE =
  /#(?:_?ftn?|fn|footnotes?|endnotes?|en|notes?|cite|ref|nb|disclosures?|disclaimers?)[-_:.]?\w{0,30}$/iu;
const OF_A_NOTE =
  /^(?:foot-?note(?:s?-?(?:ref(?:erence)?|mark|link|anchor|number|num|call))?|fn-?(?:ref|mark|link)?|note-?(?:ref|mark|link|call)|reference|cite-?(?:ref|note)|ref-?mark|end-?note(?:-?ref)?|disclosure-?(?:ref|link|mark)|citation)$/iu;
const NOTE_ROLES = new Set(['doc-noteref', 'doc-footnote', 'noteref']);
/** What raises words within a line. */
const INLINE = new Set('a span small font b i em strong cite mark ins'.split(' '));
const RAISED = new Set(['super', 'text-top']);
const RAISED_CLASS = /^(?:sup|super|superscript)$/iu;
const LOWERED_CLASS = /^(?:sub|subscript)$/iu;

/**
 * The marks that the words of an element begin with; each is to end with `MARK.end`.
 *
 * @param align its `vertical-align`, from wherever it is
 */
export function marksOf(name: string, attributes: Attributes, align = ''): readonly string[] {
  if (name !== 'sup' && name !== 'sub' && !INLINE.has(name)) return [];
  const classes = (attributes.class ?? '').split(/\s+/u, 50);
  const isRaised = name === 'sup' || RAISED.has(align) || classes.some((one) => RAISED_CLASS.test(one));
  const isLowered = name === 'sub' || align === 'sub' || classes.some((one) => LOWERED_CLASS.test(one));
  const isNote =
    NOTE_ROLES.has((attributes.role ?? attributes['epub:type'] ?? '').toLowerCase()) ||
    classes.some((one) => OF_A_NOTE.test(one)) ||
    TO_A_NOTE.test(attributes.href ?? '');
  return [
    ...(isNote ? [MARK.note] : []),
    ...(isRaised ? [MARK.raised] : isLowered ? [MARK.lowered] : []),
    ...(name === 'a' && !isNote ? [MARK.link] : []),
  ];
}
