import { plainQuestions } from '../plan/plain-questions.ts';
import type { PlainQuestion } from '../plan/plain-questions.ts';
import type { Reading, Retirement } from '../reading/reading.ts';
import { lowerRisk } from '../report/recommend.ts';
import { withdrawalRate } from '../retirement/sustainable-spending.ts';
import { paragraph } from '../wording/list.ts';
import { adviceIn, told } from './advice-asked.ts';
import { badYearInShort, retirement } from './paragraphs.ts';
import { unusual } from './portfolio-observations.ts';
import { spendingCovered } from './spending-covered.ts';
import { strain } from './retirement-observations.ts';

/** What the plainest questions are told that no topic tells, the topics that this answers, and where they stand. */
export interface PlainAnswer {
  said: string[];
  topics: string[];
  spans: PlainQuestion[];
}

/** A sum so near to what is held is what is held. */
const NEAR = 0.05;

/** @param largest what is said of the largest holding and company */
export function plainAnswer(reading: Reading, question: string, largest: () => string): PlainAnswer {
  const answered: PlainAnswer = { said: [], topics: [], spans: [] };
  for (const span of plainQuestions(question)) {
    const [said, ...topics] = toldOf(reading, span, question, largest) ?? [null];
    if (said === null) continue;
    answered.said.push(said);
    answered.topics.push(...topics);
    answered.spans.push(span);
  }
  return answered;
}

function toldOf(
  reading: Reading,
  { kind, sum, start, end }: PlainQuestion,
  question: string,
  largest: () => string,
): [said: string, ...topics: string[]] | null {
  const { money, value, retirement: plan } = reading;
  switch (kind) {
    case 'advice':
      return [adviceIn(reading), ...OF_ADVICE];
    case 'harm':
      return [paragraph(badYearInShort(reading, 'your portfolio'), strain(reading)?.text ?? null), 'risk'];
    case 'safer':
      return [
        told(
          lowerRisk(reading),
          'What would lower the risk, by these figures',
          'Nothing that is held stands out as a risk that spreading it would lower. What is left is that of the markets, which less in stocks lowers, and with it what can be expected to be gained.',
        ),
        'concentration',
        'drift',
      ];
    case 'riskiest':
      return reading.fewValued ? null : [paragraph('How risky each holding is by itself is not worked out: kinds of assets are simulated, and not single holdings.', unusual(reading)?.text ?? null, largest()), 'concentration']; // prettier-ignore
    case 'rate':
      return plan === null ? null : [paragraph(rateTaken(plan), 'A share of the portfolio is not tried as spending; ask with what you would spend in all, in dollars a year, other income included.', retirement(reading)), 'retirement']; // prettier-ignore
    case 'enough':
      if (plan === null || sum === null || value <= 0 || Math.abs(sum / value - 1) > NEAR) return null;
      return [paragraph(`Your portfolio is worth ${money(value)}.`, retirement(reading)), 'retirement', 'value'];
    case 'covered': {
      const covered = spendingCovered(reading, question.slice(start, end));
      return covered === null ? null : [covered, 'retirement'];
    }
    default:
      return null;
  }
}

/** How much is taken out in a year, of which a rule says how much lasts. */
export const rateTaken = (plan: Retirement): string | null =>
  withdrawalRate(plan) ?? (plan.otherIncome.length > 0 ? 'Other income pays a part of what you spend, so that all of it is no rate of the portfolio.' : null); // prettier-ignore

const OF_ADVICE = ['rebalancing', 'retirement', 'drift', 'value', 'risk', 'allocation'];
