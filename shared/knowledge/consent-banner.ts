/** What sites call the box that asks about cookies: "cookie-banner", "cookieConsent", "onetrust-banner-sdk", "gdpr_notice". */
const NAMED =
  /^(?:js[-_]|site[-_])?(?:cookies?|consent|gdpr|ccpa|onetrust|cookiebot|cmp)[\w-]*?(?:banner|bar|notice|popup|pop-up|modal|dialog|overlay|message|prompt|disclaimer|consent|alert|law|sdk)$/i;
/** A box that is called by nothing else: a page about baking has other words beside it. */
const TERSE = /^(?:cookies?|gdpr|ccpa|onetrust|cookiebot)$/i;
const BOXES = new Set(['div', 'section', 'aside', 'p']);
/** "cookiebanner" of a whole page says what was answered, and holds the page. */
const WHOLE = new Set(['html', 'body', 'main', 'article']);

/** Whether an element is the box that asks a visitor about cookies, by its class or id: no words of its page. */
export function isConsentBanner(name: string, { class: classes = '', id = '' }: Readonly<Record<string, string>>): boolean {
  if (WHOLE.has(name)) return false;
  if (BOXES.has(name) && TERSE.test((classes || id).trim())) return true;
  return `${classes.slice(0, 500)} ${id.slice(0, 100)}`.split(/\s+/u).some((one) => NAMED.test(one));
} // prettier-ignore
