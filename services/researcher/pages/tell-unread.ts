import { pageTitle } from '../../../shared/agents/research/page-title.ts';
import type { Subject } from '../../../shared/agents/research/reports.ts';
import { quotedTitle } from '../../../shared/schemas/quoted-title.ts';
import type { Unread } from './reading.ts';

/** So many are told one by one; a source that is down refuses all of its pages. */
export const MOST_TOLD = 5;

/**
 * A page that was tried and not read, as a person is told: what its link calls it, where that passes for a report, or its host, and
 * why. No address: its words are the page's too.
 */
export function tellUnread({ url, title, why }: Unread, subject: Subject): string {
  const host = URL.canParse(url) ? new URL(url).host : 'a page';
  const called = pageTitle({ title, url }, subject);
  const reason = why.replaceAll(/https?:\/\/[^\s"]+/gu, 'the page').replace(/^the/u, 'The');
  return `Not read: ${called === host ? host : `${quotedTitle(called)} (${host})`}. ${reason}`;
}

/** The same for a note: those that are not told of as set aside, and of many the first. */
export function unreadInNote(unread: readonly Unread[], subject: Subject): string[] {
  const others = unread.filter(({ isSetAside }) => !isSetAside);
  const more = others.length - MOST_TOLD;
  const beyond = more > 0 ? [`${more === 1 ? 'One other page' : `${more} other pages`} could not be read either.`] : [];
  return [...others.slice(0, MOST_TOLD).map((one) => tellUnread(one, subject)), ...beyond];
}
