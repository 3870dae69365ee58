import type { Form } from './form-of.ts';
import { fixed } from './form-of.ts';

const words = {
  /** Not "when I'm retired", which is what is planned. */
  i: "(?<!\\b(?:when|once|after|until|till|before|while|as soon as|by the time|not|the day|the year)\\s+)(?:i'm|i am|i've|i have|i had|i was|i got|i get|i|we're|we are|we've|we have|we were|we got|we)(?: (?:both|just|already|now|recently|currently|been|being|be|finally|officially|suddenly|unexpectedly|only|was|got|were|have))*",
  lost: '(?:laid off|let go|fired|made redundant|downsized|sacked|terminated|riffed)',
  job: '(?:my|our|the) (?:last |old |full-time |day )?(?:jobs?|work|position|career|company|employer|firm)',
  past: '(?: (?:(?:last|this) [a-z]+|yesterday|today|already|recently|early|for good|(?:#·*|an?)(?: few)? [a-z]+ ago))',
  soon: '(?:today|tomorrow|right now|now|(?:(?:this|next|in a|at the end of (?:the|this)) (?:week|month|friday|monday|weekend)|in a few (?:days|weeks)))',
};

const since =
  '<past>?(?: for (?:#·* (?:years?|months)|a (?:year|month|while|few (?:years|months|weeks))|some time|years|months))?';

/**
 * Work that has stopped already, or stops against one's will at a date that stands beside it, whatever the plan says: nothing to try, but
 * what everything else is tried with.
 */
export const givenForms: readonly Form[] = [
  ...fixed('retireAt', 'in', 0, [
    `(?:<i> (?:fully )?retired${since})(?! (?:at|by|in(?! #)|when|before|early|with|person|people|teacher|\\w+ and))`,
    `<i> (?:took|taken|accepted) (?:early |a )*(?:retirement|buyout)(?:<past>| in \\w+)?(?! (?:at|when|once|after) )`,
    `<i> (?:<lost>|(?:lost|left|quit|resigned from|walked away from) <job>)${since}(?! (?:once|after|before|as|when(?! i)) )`,
    `<i> (?:stopped|quit|finished) work(?:ing)?<past>`,
    '<i> (?:no longer work|not working|unemployed|out of (?:work|a job)|jobless)(?: (?:now|any ?more|at all|right now))*',
    "<i> (?:don't|do not) work (?:any ?more|now)",
    '<i> (?:retiring|stopping work|quitting(?: (?:my job|work))?|leaving (?:my job|work)) <soon>',
  ], words),
].map((one) => ({ ...one, given: true })); // prettier-ignore
