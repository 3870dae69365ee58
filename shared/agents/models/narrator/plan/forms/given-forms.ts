import type { Form } from './form-of.ts';
import { fixed, levels } from './form-of.ts';

const words = {
  /** Not "when I'm retired", which is what is planned. */
  i: "(?<!\\b(?:when|once|after|until|till|before|while|as soon as|by the time|not|the day|the year)\\s+)(?:i'm|i am|i've|i have|i had|i was|i got|i get|i|we're|we are|we've|we have|we were|we got|we)(?: (?:both|just|already|now|recently|currently|been|being|be|finally|officially|suddenly|unexpectedly|only|was|got|were|have))*",
  lost: '(?:laid off|let go|fired|made redundant|downsized|sacked|terminated|riffed)',
  job: '(?:my|our|the) (?:last |old |full-time |day )?(?:jobs?|work|position|career|company|employer|firm)',
  past: '(?: (?:last (?:year|month|week|spring|summer|autumn|fall|winter|friday|monday|december|january)|yesterday|today|already|recently|this (?:year|month|week|morning|spring|summer)|early|for good|#·* years? ago|a (?:year|month|week|few (?:years|months|weeks)) ago|in #·*))',
  soon: '(?:today|tomorrow|right now|now|this (?:week|month|friday|monday|weekend)|next (?:week|month|friday|monday)|at the end of (?:the|this) (?:week|month)|in a (?:week|month|few (?:days|weeks)))',
};

const since =
  '<past>?(?: for (?:#·* (?:years?|months)|a (?:year|month|while|few (?:years|months|weeks))|some time|years|months))?';

/**
 * Work that has stopped already, whatever the plan says: nothing to try, but what everything else is tried with. What follows "at" or
 * "in" says when it would, and is no such thing.
 */
export const givenForms: readonly Form[] = [
  ...levels('retireAt', ['<i> <lost> (?:at|when i\'m|when i am|when i turn)(?: age)? {age}'], words),
  ...levels('retireAt', ['<i> <lost> in {years}'], words, 'in'),
  ...fixed('retireAt', 'in', 0, [
    '<i> (?:fully )?retired<past> at(?: age)? #·*',
    `(?:<i> (?:fully )?retired${since})(?! (?:at|by|in|when|before|early|with|person|people|teacher|\\w+ and))`,
    `<i> (?:took|taken|accepted) (?:early |a )*(?:retirement|buyout)(?:<past>| in \\w+)?(?! (?:at|when|once|after) )`,
    `<i> <lost>${since}(?! (?:at|by|in|when|once|after) )`,
    `<i> (?:lost|left|quit|resigned from|walked away from) <job>${since}(?! (?:at|by|in|when|once|after) )`,
    `<i> (?:stopped|quit|finished) work(?:ing)?<past>`,
    '<i> (?:no longer work|not working|unemployed|out of (?:work|a job)|jobless)(?: (?:now|any ?more|at all|right now))*',
    "<i> (?:don't|do not) work (?:any ?more|now)",
    '<i> (?:retiring|stopping work|quitting(?: (?:my job|work))?|leaving (?:my job|work)) <soon>',
  ], words),
].map((one) => ({ ...one, given: true })); // prettier-ignore
