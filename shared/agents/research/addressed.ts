/** Speaks to somebody, or for whoever wrote it. "US", "I bonds" and "Series I" are no pronouns. */
const PERSONS =
  /\b(?:[Yy]ou(?:rs?|rself|rselves)?|[Ww]e|[Oo]urs?|[Oo]urselves|[Mm]y|[Mm]ine|me|us)\b|(?<!\b(?:Series|Part|Class|Phase|Tier|Title|Type|War) )\bI\b(?!\s*bonds?\b)/u;
/** Speaks of a text's machinery: to a program, or of what it is to write. */
const MACHINES =
  /\b(?:ignore|disregard|override|forget)\b[^.!?]{0,60}\b(?:instructions?|rules?|prompts?|guidelines?|directions?|above|previous|prior)\b|\b(?:assistants?|chatbots?|language models?|ai (?:models?|agents?|systems?)|system prompts?|this (?:prompt|instruction|model|summary|report))\b|\b(?:the|every|any|all|dear) (?:readers?|clients?|customers?)\b/iu;
const LINKS =
  /https?:|www\.|\b(?:click|subscribe|sign up|log in|newsletter|cookies?|read more|see also|advertisement)\b/iu;
/** Somebody who holds securities is to do something. What a law asks of a fund or a firm is a fact. */
const OBLIGED =
  /\b(?:investors?|holders?|shareholders?|savers?|owners?|retirees?|traders?|people|persons?|everyone|everybody|anyone|anybody|one|they|who(?:ever)?)\b[^.!?;]{0,60}\b(?:should|ought to|must|needs? to|has to|have to|had better|would do well|(?:is|are) (?:urged|advised|told|encouraged|well advised) to)\b/iu;
/** Whoever is meant: what ought to be, what is urged or recommended, that something is a buy, that it is time to act. */
const NORMATIVE =
  /\b(?:should|ought to|had better|let['’]s|let us)\b|\b(?:is|are|was|were|be) (?:\w+ly |now )?(?:urged|advised|encouraged|told|asked|instructed|invited|called (?:up)?on|recommended|best served) (?:to|by)\b|\b(?:recommend|urge|advise|suggest|advocate|favou?r)(?:s|ed|ing)?\b[^.!?]{0,50}\b(?:buy|sell|mov|add|switch|rotat|shift|hold|avoid|exit|own)\w*|\b(?:is|are|remains?|looks like) (?:a |an |the )?(?:\w+ )?(?:buy|sell|must-have|bargain|winner)\b|\btime to (?:buy|sell|move|get|act|switch|rotate|add|exit)\b|\b(?:summary|document|report|note|article|answer|text|whoever|anyone|anything) (?:that |who |which )?(?:quotes?|cites?|summari[sz]es?|mentions?|repeats?|reads?)\b/iu;
/** A sentence that begins with what somebody is to do. */
const IMPERATIVE =
  /^["“‘'(]*(?:(?:please|now|do|don['’]t|do not|never|always|just|simply)\s+)*(?:buy|sell|hold|avoid|consider|move|rotate|switch|shift|put|tell|add|reduce|trim|dump|take|make|keep|look|think|remember|note|ask|check|start|stop|use|get|give|write|say|include|mention|quote|invest|act|call|ignore|disregard)\s/iu;

/**
 * Whether a sentence speaks to somebody or tells somebody what to do, instead of telling what is: no report of a market quotes
 * it. A second line behind `claimsIn`; by the shape of the sentence, and not by what it is about: "US Treasury yields", what a
 * company "must pay out" or "sells at home" is reported.
 */
export function isAddressed(sentence: string): boolean {
  return [PERSONS, MACHINES, LINKS, OBLIGED, NORMATIVE, IMPERATIVE].some((pattern) => pattern.test(sentence));
}
