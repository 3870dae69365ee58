type Attributes = Readonly<Record<string, string>>;

const KINDS =
  'related|recommend(?:ed|ations?)?|recirc(?:ulation)?|promos?|promo(?:ted|tions?|tional)|teasers?|read-?(?:more|next|also)|also-?(?:read|like)|see-?also|(?:you-?)?(?:may|might)-?(?:also-?)?like|more-?(?:from|on|stories|news|articles|like-this|coverage|reading)|further-?reading|trending|most-?(?:read|popular|viewed|shared)|popular|newsletters?|subscribe|sign-?up|mailing-?list|outbrain|taboola';
const BOXES =
  'articles?|stor(?:y|ies)|posts?|links?|content|news|items?|lists?|box|block|module|widget|container|wrapper|wrap|section|coverage|topics?|videos?|inline|cards?|rail|bar|banner|form|signup|promo|teaser|cta|inner|grid|unit|group|panel|area|reading|headlines?|\\d+';
/** "related", "article-related", "c-promo__inner", "newsletter-signup"; a page that "has-related" is none, nor are "related-party-transactions". */
const NAMED = new RegExp(
  `^(?!(?:has|with|without|no|not|is|show|hide)-)(?:[a-z]+[-_]{1,2}){0,3}(?:${KINDS})(?:[-_]{0,2}(?:${BOXES}))*$`,
  'u',
);
const LABELLED =
  /^(?:related|recommended|promot|read (?:more|next|also)|also read|see also|more (?:from|on|stories|news|like)|further reading|trending|most (?:read|popular|viewed)|newsletter|sign up|subscribe|you (?:may|might|could))\b/iu;
const ROLES = new Set(['navigation', 'complementary']);
/** Longer lists of names are no page's. */
const LONGEST = 500;

/** Whether an element says by its role that it is beside the text of its page. */
export const isBesideText = ({ role = '' }: Attributes): boolean => ROLES.has(role.trim().toLowerCase());

/** Whether an element is called a box of other things to read or to sign up for: by class, ID, label, or what its site's program calls it. */
export function isNamedTeaser(attributes: Attributes): boolean {
  const { class: classes = '', id = '', 'aria-label': label = '' } = attributes;
  const called = [classes, id, attributes['data-component'] ?? '', attributes['data-module'] ?? '', attributes['data-testid'] ?? ''].join(' '); // prettier-ignore
  const names = called.slice(0, LONGEST).replace(/(?<=[a-z0-9])(?=[A-Z])/gu, '-').toLowerCase().split(/\s+/u);
  return names.some((one) => one !== '' && one.length < 60 && NAMED.test(one)) || LABELLED.test(label.trim());
} // prettier-ignore
