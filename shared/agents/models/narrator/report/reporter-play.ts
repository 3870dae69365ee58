import type { AgentText, Section } from '../../../../schemas/text.ts';
import type { Reading } from '../reading/reading.ts';
import { numbered } from '../wording/markdown.ts';
import { costs } from './costs.ts';
import { howItIsSpread } from './how-it-is-spread.ts';
import { missing } from './missing.ts';
import { performance } from './performance.ts';
import { recommend } from './recommend.ts';
import { risks } from './risks.ts';
import { sources } from './sources.ts';
import { whatYouOwn } from './what-you-own.ts';

/** The portfolio report, section by section; what the facts say nothing about has no section. */
export function reporterPlay(reading: Reading): AgentText {
  const sections = [
    whatYouOwn(reading),
    performance(reading),
    howItIsSpread(reading),
    risks(reading),
    costs(reading),
    recommendations(reading),
    missing(reading),
    sources(reading),
  ];
  return { sections: sections.filter((section) => section !== null) };
}

function recommendations(reading: Reading): Section {
  const items = recommend(reading).map(({ title, text }) => `**${title}.** ${text}`);
  const body =
    items.length > 0
      ? `What the figures suggest${items.length > 1 ? ', what matters most first' : ''}:\n\n${numbered(items)}`
      : reading.value > 0
        ? 'Nothing in these figures calls for a change now. Look again when your plans change, or in a year.'
        : 'With nothing valued there is nothing to recommend yet.';
  return { id: 'recommendations', title: 'Recommendations', body };
}
