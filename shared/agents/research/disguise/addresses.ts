import { isWord } from './leet.ts';
import { lettersFor } from './plain-reading.ts';

/** By what people and programs are reached and set, which has signs and digits between letters. */
const ADDRESSES = new RegExp(
  [
    // "https://acme.com/a1b2", "openai:gpt-4.1-mini@https://api.openai.com/v1", "www.acme.com/2026/11"
    String.raw`@?(?<!\p{L})(?:https?|postgres(?:ql)?|s3):\/\/\S{1,2000}|(?<![\p{L}\p{N}])www\.\S{1,2000}`,
    // "jane.doe@acme.com". Before "@" one letter is no name: "c@sh.now".
    String.raw`(?<![\p{L}\p{N}@$!|*])[\p{L}\p{N}][\p{L}\p{N}._%+-]{1,63}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}(?![\p{L}\p{N}@]|[$!|*]\p{L})`,
    // "Follow us on X: @acme"
    String.raw`(?<=\b(?:Follow|X|Twitter|Instagram|YouTube|Threads|Facebook|TikTok|LinkedIn|Bluesky|handle)\b(?: us)?(?: at| on X)?[:,]? ?[("“‘']?)@\w{3,30}`,
    // "Acme (Nasdaq “ACME” @acme)", "(@acme)"
    String.raw`(?<=\([^()]{0,80})(?<![\p{L}\p{N}])@[a-z][A-Za-z_]{2,30}(?![\p{L}\p{N}@$!|])(?=[,;)])`,
    // "@aws-sdk/client-sqs", "@notes/request.json"
    String.raw`(?<=["'\u0060])@[a-z][\w.-]{1,63}\/[\w.-]{1,63}(?=["'\u0060])`,
    // "$env:ALEX_API_KEY"; "[y/N]"; "sk-xxxx"
    String.raw`\$env:\w{1,63}|\[[yY]\/[nN]\]|(?<![\p{L}\p{N}])x{3,}(?![\p{L}\p{N}])`,
  ].join('|'),
  'gu',
);
/** A word of an address, whole and beside each "@". */
const WHOLE = /[\p{L}\p{N}@$!|]+/gu;
const PARTS = /[\p{L}\p{N}$!|]+/gu;
/** "tr@sh.your money": no domain ends like that. */
const LAST_LABEL = /@.*\.(\p{L}+)$/u;
/** Letters and digits for a program; those of a hash are the name of a file or a call. */
const ENCODED = /(?![A-Z]{0,4}[0-9a-f]+(?![A-Za-z0-9+=]))(?=[A-Za-z+=]{0,40}\d)[A-Za-z0-9+=]{30,}/u;

/**
 * A text without addresses of mail and of pages, names of packages, shell variables and placeholders. One in which a sign or a digit makes a
 * known word ("tr@de.now") stays.
 *
 * @example withoutAddresses('Email: jane.doe@acme.com') // 'Email:  '
 */
export const withoutAddresses = (text: string): string =>
  text.replace(ADDRESSES, (address) => (hidesWord(address) ? address : ' '));

function hidesWord(address: string): boolean {
  const tokens = [...(address.match(WHOLE) ?? []), ...(address.match(PARTS) ?? [])];
  return (
    ENCODED.test(address) ||
    isWord(LAST_LABEL.exec(address)?.[1] ?? '') ||
    tokens.some((token) => lettersFor(token) !== token && isWord(lettersFor(token)))
  );
}
