const hiding =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0?\.?0+\s*(?:;|!|$)|font-size\s*:\s*0(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:;|!|$))/i;

/**
 * Whether an element says of itself that no reader sees it. Style sheets are not read, so this is what an element's own
 * attributes tell; `html` and `body` are often hidden until a script has run, and are the page all the same.
 */
export function isHidden(name: string, attributes: Readonly<Record<string, string>>): boolean {
  if (name === 'html' || name === 'body') return false;
  if (attributes.hidden !== undefined || attributes['aria-hidden'] === 'true') return true;
  return hiding.test((attributes.style ?? '').slice(0, 2_048));
}
