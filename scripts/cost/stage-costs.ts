import { databaseRoles, userOfRole } from '../../shared/schemas/database-role.ts';
import { secretsNeeded } from '../../shared/schemas/secret-need.ts';
import { counted } from '../terminal/counted.ts';
import { stagesWith } from '../terraform/stages-with.ts';
import { withFoundations, type Stage } from '../terraform/variables-file.ts';
import type { ByTheClock } from './by-the-clock.ts';
import type { Circumstances } from './circumstances.ts';
import { containerLines } from './container-cost.ts';
import { kept, line, type CostLine } from './cost-line.ts';
import { allowed, countOf, guardrailUsd, narrated, RESEARCH_TOKENS, tokensUsd } from './model-use.ts';
import { notCounted } from './not-counted.ts';
import { beside, inTurn, thereWith } from './there-with.ts';
import { watched } from './watched.ts';

/**
 * What each stage costs in a day on which nobody asks Alex for anything: what is there, and what runs by the clock. What comes by use is
 * in analysis-cost.ts. A stage that is off is counted as if all before it were on.
 */
export const stageLines = (stage: Stage, circumstances: Circumstances): CostLine[] =>
  [
    ...thereLines(stage, circumstances),
    ...secretLines(stage, circumstances),
    ...wakeLines(stage, circumstances),
    ...writtenLines(stage, circumstances),
  ].filter(({ usdPerDay, isUnknown }) => usdPerDay > 0 || isUnknown === true);

function thereLines(stage: Stage, circumstances: Circumstances): CostLine[] {
  const { fleet, stages, database } = circumstances;
  // Functions wait for what their stage stands on, and no stage is there without it.
  const { alarmMetrics, dashboards, webAcls } = watched(fleet, withFoundations(beside(stage, stages)));
  switch (stage) {
    case '1-permissions':
    case '2-embeddings':
      return [];
    case '3-ingest':
      return [kept('vectors (50 MB)', 'vectorGbMonth', 0.05), kept('an alarm', 'alarmMonth', alarmMetrics[stage])];
    case '4-researcher':
      return containerLines(circumstances);
    case '5-database':
      return [
        kept('its password', 'secretMonth'),
        kept('storage (1 GB)', 'auroraGbMonth'),
        line(`never paused, ${database.min} ACU (24 h)`, 'auroraCapacityHour', 24 * database.min),
      ];
    case '6-agents':
      return [kept(`alarms (${alarmMetrics[stage]})`, 'alarmMonth', alarmMetrics[stage])];
    case '8-enterprise':
      return [
        kept('web ACL', 'webAclMonth', webAcls),
        kept('its rules (3)', 'webRuleMonth', 3 * webAcls),
        kept(`alarms (${alarmMetrics[stage]} metrics)`, 'alarmMonth', alarmMetrics[stage]),
        kept('key of the alerts', 'keyMonth'),
        kept(`dashboards (${dashboards})`, 'dashboardMonth', dashboards),
        ...endpointLines(circumstances),
      ];
  }
}

/** They are in the database's network, so there are none without it. */
function endpointLines({ endpoints: { count, zones }, stages }: Circumstances): CostLine[] {
  if (!beside('8-enterprise', stages).includes('5-database')) return [];
  return [line(`VPC endpoints (${count}, each in ${zones} zones)`, 'endpointZoneHour', 24 * count * zones)];
}

/** Secrets that a need names, as they are spoken of. */
const SECRETS: Readonly<Record<string, string>> = {
  'researcher-key': 'its key',
  'market-keys': 'keys of price sources',
};

/** Secrets that come with a need, some where a setting brings them. One serves all that have the need, and is paid with the first stage that has any of them. */
function secretLines(stage: Stage, { modelKey, traceHeaders, fleet, stages }: Circumstances): CostLine[] {
  const turn = inTurn(stages);
  const isFirst = (need: string): boolean => {
    const having = stagesWith(need, fleet);
    return turn.find((one) => having.includes(one)) === stage;
  };
  const needs = [...fleet.functions.values(), ...fleet.services.values()].flatMap((one) => one.needs);
  return [
    ...secretsNeeded(needs).flatMap((name) =>
      isFirst(`secret:${name}`) ? [kept(SECRETS[name] ?? `the secret ${name}`, 'secretMonth')] : [],
    ),
    ...databaseRoles.flatMap((role) =>
      isFirst(`database:${role}`) ? [kept(`the password of ${userOfRole(role)}`, 'secretMonth')] : [],
    ),
    ...(modelKey && isFirst('model') ? [kept("key of the model's server", 'secretMonth')] : []),
    ...(traceHeaders && isFirst('traces') ? [kept("headers of the traces' collector", 'secretMonth')] : []),
  ];
}

/** How the stages' own functions are spoken of; any other by its name, and how often it runs. */
const SPOKEN: Readonly<Record<string, string>> = { sweeper: 'the sweeper', ingest: 'its daily clean-up' };
const spoken = ({ name, runs, researches }: ByTheClock): string =>
  SPOKEN[name] ?? `${researches ? 'research' : name}, ${counted(runs, 'time')},`;

/** The hours for which what the clock starts keeps the database awake, at its smallest size. */
const wakeLines = (stage: Stage, { clock }: Circumstances): CostLine[] =>
  clock.flatMap((one) => {
    if (one.stage !== stage) return [];
    const why = `${spoken(one)} wakes the database (${Number(one.hours.toFixed(1))} h)`;
    return [line(why, 'auroraCapacityHour', one.hours / 2)];
  });

/** What models write by the clock: the researcher's notes, of a known size, and what other functions have written, of none. */
function writtenLines(stage: Stage, circumstances: Circumstances): CostLine[] {
  const { clock, models, researchRuns, limits, guards, stages } = circumstances;
  const notes = counted(researchRuns, 'note');
  const lines: CostLine[] = clock
    .filter((one) => one.stage === stage && one.writers.some((writer) => isWritten(writer, circumstances)))
    .map(({ name, runs }) => ({ what: `tokens of ${name}, ${counted(runs, 'time')}`, usdPerDay: 0, isUnknown: true }));
  const usdOfNote = tokensUsd(models.researcher, RESEARCH_TOKENS);
  const part = researchRuns * allowed(countOf(RESEARCH_TOKENS), usdOfNote ?? 0, limits.note);
  if (stage === '4-researcher' && part > 0) {
    const isUnknown = usdOfNote === null;
    lines.push({ what: `tokens of ${notes}`, usdPerDay: part * (usdOfNote ?? 0), ...(isUnknown && { isUnknown }) });
  }
  if (stage === '8-enterprise' && guards && beside(stage, stages).includes('4-researcher')) {
    lines.push({ what: `guardrail on ${notes}`, usdPerDay: part * guardrailUsd(models.researcher, RESEARCH_TOKENS) });
  }
  return lines;
}

/** Whether a model writes for a function: its own agent's where that has a setting, else any that there is. */
function isWritten(name: string, { models }: Circumstances): boolean {
  const model: string | undefined = models[name];
  return model === undefined ? Object.values(models).some((one) => !narrated(one)) : !narrated(model);
}

const dayLines = (circumstances: Circumstances): CostLine[] =>
  thereWith(circumstances.stages).flatMap((stage) => stageLines(stage, circumstances));

/** US dollars a day of the stages that are on, as far as prices are known. */
export const dayUsd = (circumstances: Circumstances): number =>
  dayLines(circumstances).reduce((sum, one) => sum + one.usdPerDay, 0);

/** Whether that is the least, as the price of something is not known, or of a setting not counted. */
export const dayIsLeast = (circumstances: Circumstances): boolean =>
  dayLines(circumstances).some(({ isUnknown }) => isUnknown === true) ||
  notCounted(circumstances).some((one) => one.of === 'day');
