/**
 * Whether more positions are without a value than with one: what the others are worth is not known, so any figure of shares,
 * of risk or of a plan would be passed off as one for the whole. Cash is no such position, for it needs no price.
 */
export const mostlyUnvalued = (valued: number, unvalued: number): boolean => unvalued > valued;
