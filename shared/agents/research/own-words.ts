/** A regular expression's source for what a page calls itself, with what stands around: "this article", "our column", "the text above". */
export const SELF =
  '(?:(?:this|our|the (?:above|following|preceding)) (?:[\\p{L}\\d-]+ )?(?:article|story|column|text|page|piece|post|excerpt|extract|website|site)|the (?:article|story|text|column) (?:above|below))';
