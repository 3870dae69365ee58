import { slotted, without } from './slots.ts';

const HOW_IT_STANDS = /\b(?:too|enough|right|risk\w*|aggressive|conservative|appropriate|suit\w*|typical|good)\b/;
const CHANGES =
  /\b(?:if|retir\w*|stop\w*|quit\w*|work\w*|spen[dt]\w*|sav\w+|start\w*|begin\w*|claim\w*|will|would|could|might|going to|reach)\b.*#|'ll\b/;
const OF_AGE =
  /\b(?:for|at) (?:(?:my age|an?|someone|somebody|people|person|man|woman|investor)\b,? ?)*(?:(?:who is|who are|who's|aged?|of|the age of)\b ?)*(?<slot>#·*)(?![·%])(?:[- ]years?[- ]olds?)?/d;

/**
 * The question without the age of who asks where it only says for whom something would be too much: "too risky for a 50 year old".
 *
 * @param age today's, where it is known: another one stays
 */
export function withoutOwnAge(question: string, age: number | null): string {
  const { text, numbers } = slotted(question);
  const said = OF_AGE.exec(text);
  const slot = said?.indices?.groups?.slot;
  if (said === null || slot === undefined || !HOW_IT_STANDS.test(text) || CHANGES.test(text)) return question;
  return age === null || numbers.get(slot[0])?.value === age ? without(question, said.index, said.index + said[0].length, ' ') : question; // prettier-ignore
}
