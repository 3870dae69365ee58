/**
 * What a document of the knowledge base is. A `note` is what the researcher wrote from its sources; a `page` anything of the web
 * that is no article; a `sample` one of Alex's invented pages, or a note that rests on one, whatever it was sent as. In a file of its own, since whoever has the database has it, and few have the rest.
 */
export const documentKinds = [
  'note',
  'article',
  'filing',
  'page',
  'report',
  'transcript',
  'reference',
  'sample',
] as const;
