import * as z from 'zod';

/** A decimal number as a string, e.g. "1234.56": how money and quantities cross every border, so that no digit is lost. */
export const decimal = z
  .string()
  .regex(/^-?\d{1,12}(\.\d{1,8})?$/, 'must be a decimal number such as "1234.56" (at most 12 digits, 8 decimals)');
export type Decimal = z.infer<typeof decimal>;

/** A decimal string greater than zero. */
export const positiveDecimal = decimal.refine((value) => Number(value) > 0, 'must be greater than zero');

/** A decimal string of zero or more. */
export const nonNegativeDecimal = decimal.refine((value) => Number(value) >= 0, 'must not be negative');

/** A calendar date, ISO 8601, e.g. "2026-03-31". */
export const isoDate = z.iso.date();
export type IsoDate = z.infer<typeof isoDate>;

/** A moment in UTC, ISO 8601, e.g. "2026-03-31T09:30:00.000Z". */
export const isoInstant = z.iso.datetime();

/** An ISO 4217 currency code, e.g. "USD". */
export const currency = z.string().regex(/^[A-Z]{3}$/, 'must be a three-letter currency code such as "USD"');
export type Currency = z.infer<typeof currency>;

/** A share of a whole, 0 to 1 (never a percentage). */
export const fraction = z.number().min(0).max(1);
