/** Words that say nothing of what a text is about. */
const empty = new Set(
  `a about above after again all also an and any are as at be because been before being below between both but by can could did do does
doing down during each few for from further had has have having he her here his how i if in into is it its itself just me more most my
no nor not now of off on once only or other our out over own per said same say says she should so some such than that the their them
then there these they this those through to too under until up very was we were what when where which while who whom why will with would
you your fund funds etf etfs inc corp corporation company co trust class shares share index total vanguard ishares spdr schwab fidelity
invesco week today new news update latest markets market stock stocks`.split(/\s+/u),
);

/**
 * The words that a text is about, lower case, without endings that only say how many or when: what "yields" and "yield" share.
 * Words that stand in every text about money are left out.
 */
export function tellingWords(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’&.-][\p{L}\p{N}]+)*/gu) ?? [];
  return new Set(words.filter((word) => word.length > 1 && !empty.has(word)).map(stem));
}

function stem(word: string): string {
  const bare = word.replace(/['’]s$/u, '');
  if (bare.length < 5) return bare.replace(/(?<=[a-z]{3})s$/u, '');
  return bare.replace(/(?:ies)$/u, 'y').replace(/(?:ing|ed|es|s)$/u, '').replace(/(.)\1$/u, '$1'); // prettier-ignore
}

/** How much of a topic a text is about, 0 to 1: the share of the topic's words that are in it. */
export function overlap(topic: ReadonlySet<string>, text: ReadonlySet<string>): number {
  if (topic.size === 0) return 0;
  return [...topic].filter((word) => text.has(word)).length / topic.size;
}
