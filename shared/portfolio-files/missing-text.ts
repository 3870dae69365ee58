const MISSING = /^(?:[-–—.]*|n\/?a|#n\/a|nan|null|none|nil|not available|unavailable|unknown)$/i;

/** What brokers and spreadsheets write where there is nothing: a blank, dashes, "n/a". */
export const isMissing = (text: string): boolean => MISSING.test(text.trim());
