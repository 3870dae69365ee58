/** Days, months and quarters that are counted from the day on which a page was written. */
const COUNTED =
  /\b(?:today|yesterday|tonight|overnight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:this|last|next|past) (?:morning|afternoon|evening|night|week|weekend|month|quarter|year)|(?:days?|weeks?|months?) ago|so far this|(?:in|during|for|of|since) (?:early |late |mid-)?(?:january|february|march|april|may|june|july|august|september|october|november|december)|(?:in|over|for|during) the (?:week|month|quarter)|(?:first|second|third|fourth)[- ]quarter)\b/iu;
const YEAR = /\b(?:19|20)\d\d\b/u;

/**
 * Whether a sentence says when by the day on which it was written: "on Thursday", "this week", "in October". Of a page that nowhere says its day
 * nobody knows which of them that was, and news of years ago would pass for news of now. A sentence with a year says it itself.
 */
export const isDatedByItsPage = (sentence: string): boolean => COUNTED.test(sentence) && !YEAR.test(sentence);
