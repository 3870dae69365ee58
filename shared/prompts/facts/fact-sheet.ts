import * as z from 'zod';
import { factUnits } from '../../schemas/fact.ts';

const value = z.union([z.number(), z.string(), z.boolean(), z.null()]);
/** The unit, and the basis where there is one: "usd real". */
const unit = z.string().regex(new RegExp(`^(?:${factUnits.join('|')})(?: nominal| real)?$`, 'u'), 'no unit of a fact');
/** The number of a sentence in the list `how`, from 0; null or nothing in a sheet without one. */
const how = z.number().int().nullable();

/** A fact by itself: name, label, value, unit, how, and its day where it is not the sheet's. */
const single = z.tuple([z.string(), z.string(), value, unit, how.optional(), z.string().optional()]);

/** What a cell says that its column does not. Only so much of it as differs. */
const exception = z.strictObject({
  value,
  label: z.string().optional(),
  how: how.optional(),
  asOf: z.string().optional(),
});

/** The last part of the facts' names, the pattern of their labels, unit, how, and their day where it is not the sheet's. */
const column = z.tuple([z.string(), z.string(), unit, how.optional(), z.string().optional()]);

/** Facts named "FAMILY.ROW.COLUMN". A row: that part of the name, what stands for the star in labels, and a cell a column. */
const table = z.strictObject({
  family: z.string(),
  columns: z.array(column),
  /** Cells of null, or missing at the end: no such fact. */
  rows: z.array(z.tuple([z.string(), z.string()], z.union([value, exception]))),
});

/** Facts as prompts carry them: each name's and label's common parts, each method and the day said once. */
export const factSheet = z.strictObject({
  asOf: z.string(),
  facts: z.array(single),
  tables: z.array(table),
  how: z.array(z.string()),
});
export type FactSheet = z.infer<typeof factSheet>;
export type FactTable = z.infer<typeof table>;
export type Exception = z.infer<typeof exception>;

/** How a model is told to read it. */
export const HOW_TO_READ_FACTS =
  'Facts stand singly, as [name, label, value, unit, how, day], or in tables. The cell of row R in column C of the table of the family F is the fact "F.R.C"; its label is the column\'s pattern with the second entry of the row in place of the star; columns are [C, pattern, unit, how, day]; a cell in braces differs from its column in what it says; null or nothing is no fact. "how" is the place in the list of that name, from 0, of how it was computed, where that is said; "asOf" is the day of all that name no other.';
