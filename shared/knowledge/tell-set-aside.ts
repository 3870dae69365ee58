import { WHY_SET_ASIDE } from '../agents/research/passage-aside.ts';
import type { SetAside } from '../schemas/knowledge.ts';

/** What it means that a document is set aside, and what to do where it should not be: sentences for whoever sent it. */
export function tellSetAside(why: SetAside): string {
  return `Set aside: ${WHY_SET_ASIDE[why][0]}. It is stored and can be found, but no report and no note quotes it. If you trust it, such as a letter of your own broker's, send it again without the sentences that are the reason.`;
}
