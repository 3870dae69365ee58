/** What sites call the box that asks about cookies: "cookie-banner", "cookieConsent", "onetrust-banner-sdk", "gdpr_notice". */
const NAMED =
  /^(?:js[-_]|site[-_])?(?:cookies?|consent|gdpr|ccpa|onetrust|cookiebot|cmp)[\w-]*?(?:banner|bar|notice|popup|pop-up|modal|dialog|overlay|message|prompt|disclaimer|consent|alert|law|sdk)$/i;
/** "cookiebanner" of a whole page says what was answered, and holds the page. */
const WHOLE = new Set(['html', 'body', 'main', 'article']);

/** Whether an element is the box that asks a visitor about cookies, by its class or id: no words of its page. */
export function isConsentBanner(name: string, { class: classes = '', id = '' }: Readonly<Record<string, string>>): boolean {
  if (WHOLE.has(name)) return false;
  return `${classes.slice(0, 500)} ${id.slice(0, 100)}`.split(/\s+/u).some((one) => NAMED.test(one));
} // prettier-ignore
