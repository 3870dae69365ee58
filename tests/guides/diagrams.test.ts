// The diagrams of the guides draw what lambdas/*/lambda.json and services/*/service.json say: every arrow, and no other.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { jobStatuses, stepNames } from '../../shared/schemas/job.ts';
import { edgesOf, functionNames, queueNames, serviceNames, subjects, type Subject } from './fleet-edges.ts';
import { blocksOf, GUIDES, ROOT, type Block } from './guide-blocks.ts';
import { participantsOf, readFlowchart, statesOf } from './mermaid.ts';

const mermaid = (file: string): Block[] => blocksOf(file).filter(({ language }) => language === 'mermaid');
const flowcharts = mermaid('architecture.md').map(({ text }) => readFlowchart(text));
const about = (subject: Subject) => flowcharts.filter(({ shows }) => shows.includes(subject));
const agents = mermaid('agent-architecture.md').map(({ text }) => text);

describe('architecture.md', () => {
  test.each(subjects)('the diagram of %s has every arrow that the folders have, and no other', (subject) => {
    const drawn = new Set(about(subject).flatMap(({ edges }) => [...edges]));
    expect([...drawn].sort()).toEqual([...edgesOf(subject)].sort());
  });

  test('every function, service and queue is in the first diagram', () => {
    const labels = [...(about('calls')[0]?.nodes.values() ?? [])];
    for (const name of [...functionNames, ...serviceNames, ...queueNames]) expect(labels).toContain(name);
  });

  test('the dead-letter queue is called what Terraform calls it', () => {
    expect(readFileSync(join(ROOT, 'terraform/modules/sqs/main.tf'), 'utf8')).toContain('"${var.name}-dlq"');
  });

  test('every function is in the table of what is deployed', () => {
    const text = readFileSync(join(GUIDES, 'architecture.md'), 'utf8');
    for (const name of [...functionNames, ...serviceNames]) expect(text).toMatch(new RegExp(`^\\| \`${name}\``, 'm'));
  });
});

describe('agent-architecture.md', () => {
  test('its sequences are of functions, services and queues that are there', () => {
    const known = new Set([...functionNames, ...serviceNames, ...queueNames, 'you', 'database', 'model', 'knowledge']);
    const sequences = agents.filter((text) => text.includes('sequenceDiagram'));
    expect(sequences.length).toBeGreaterThan(0);
    for (const text of sequences) expect(participantsOf(text).filter((name) => !known.has(name))).toEqual([]);
  });

  test('its states are those of a job', () => {
    const [states = ''] = agents.filter((text) => text.includes('stateDiagram'));
    expect([...statesOf(states)].sort()).toEqual([...jobStatuses].sort());
  });

  test('every step of a job is explained', () => {
    const text = readFileSync(join(GUIDES, 'agent-architecture.md'), 'utf8');
    for (const step of stepNames) expect(text).toMatch(new RegExp(`^\\| \`${step}\``, 'm'));
  });
});

describe('the check of diagrams', () => {
  const chart = 'flowchart LR\n  a(["one"]) -->|words| b["two"]\n  a & b --> c[("three")]';

  test('reads arrows by the names in them', () => {
    expect([...readFlowchart(chart).edges]).toEqual(['one -> two', 'one -> three', 'two -> three']);
  });

  test('finds an arrow to what is not declared', () => {
    expect(() => readFlowchart(`${chart}\n  c --> d`)).toThrow('joins d');
  });

  test('knows what every function and service needs, so that a new need is drawn', () => {
    for (const subject of subjects) expect(edgesOf(subject).size).toBeGreaterThan(0);
  });
});
