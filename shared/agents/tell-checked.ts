import type { GroundingCheck } from '../schemas/text.ts';
import { counted } from '../report/format.ts';

/** What the row of a step says of the text that it wrote: "6 sections, 1 figure checked"; of a text in one piece, the figures alone. */
export function tellChecked({ figures }: Pick<GroundingCheck, 'figures'>, sections?: readonly unknown[]): string {
  const checked = `${counted(figures, 'figure')} checked`;
  return sections === undefined ? checked : `${counted(sections.length, 'section')}, ${checked}`;
}
