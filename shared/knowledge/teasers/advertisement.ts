type Attributes = Readonly<Record<string, string>>;

const PLACES =
  'slot|unit|box|block|break|banner|container|wrapper?|holder|inner|content|body|text|module|widget|placement|placeholder|position|zone|area|frame|card|row|cell|rail|sidebar|inline|native|display|leaderboard|billboard|skyscraper|rectangle|mpu|top|bottom|left|right|middle|mid|center|centre|first|second|last|in-?article|mobile|desktop|large|small|wide|sticky|lazy|loaded|\\d+';
/** "ad", "ad-slot", "dfp-ad", "advert-box", "c-advertisement__inner", "adsbygoogle"; a page that "has-ads" or is "ad-free" is none. */
const NAMED = new RegExp(
  `^(?!(?:has|with|without|no|not|is|show|hide)-)(?:[a-z]+[-_]{1,2}){0,3}(?:ads?|advs?|adverts?|advertis(?:ements?|ing)|ad(?:slot|unit|box|banner|container|wrapper)s?|dfp|adsbygoogle|adsense)(?:[-_]{0,2}(?:${PLACES}))*$`,
  'u',
);
/** What programs of advertisers mark their places with. */
const MARKED = /^data-(?:ad|ads|dfp|google-query)(?:-|$)/u;
const LABELLED = /^(?:advert|ads?$)/iu;
/** Longer lists of names are no page's. */
const LONGEST = 500;

/** Whether an element is a place for advertisements: by class, ID, label or what an advertiser's program marks it with. */
export function isAdvertisement(attributes: Attributes): boolean {
  const { class: classes = '', id = '', 'aria-label': label = '' } = attributes;
  const names = `${classes} ${id}`.slice(0, LONGEST).replace(/(?<=[a-z0-9])(?=[A-Z])/gu, '-').toLowerCase().split(/\s+/u);
  return (
    names.some((one) => one.length < 60 && NAMED.test(one)) ||
    LABELLED.test(label.trim()) ||
    Object.keys(attributes).some((name) => MARKED.test(name))
  );
} // prettier-ignore
