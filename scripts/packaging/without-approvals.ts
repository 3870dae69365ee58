import type { Plugin } from 'esbuild';
import { changeAgentsCore } from './change-agents-core.ts';
import type { Bodies } from './replace-bodies.ts';

const refuse = `throw new Error('This bundle asks nobody to approve a call: see scripts/packaging/without-approvals.ts.');`;

/** What is done where nobody ever approved or rejected a call. */
const methods: Bodies = {
  'isToolApproved()': 'return undefined;',
  '_resolveToolInvocationApproval(agent, toolName, rawItem)':
    'this._validateToolInvocation(agent, toolName, rawItem); return undefined;',
  '_getToolInvocationRejectionMessage()': 'return undefined;',
  '_getFunctionRejectionMessage()': 'return undefined;',
  'getRejectionMessage()': 'return undefined;',
  '_getHostedMcpApprovalStatus()': 'return undefined;',
  '_getHostedMcpRejectionMessage()': 'return undefined;',
  'toJSON()': 'return { context: this.context, usage: this.usage, approvals: {} };',
  '_toJSONForRunState()': refuse,
  'approveTool()': refuse,
  'rejectTool()': refuse,
};

const gone = [
  // Asked of a run that was stored (see without-resumption.ts).
  '_cloneForRunStateDeserialization',
  '_replaceApprovalState',
  '_rebuildApprovalInvocations',
  '_mergeApprovalInvocations',
  '_validateApprovalInvocations',
  '_bindLegacyApprovalInvocation',
  '_rebuildApprovals',
  '_mergeApprovals',
  '_rebuildHostedMcpApprovals',
  '_mergeHostedMcpApprovals',
  '_rebuildFunctionApprovals',
  '_rebuildLegacyFunctionApprovals',
  '_mergeLegacyFunctionApprovals',
  '_retainLegacyFunctionApprovals',
  '_removeMigratedFunctionApprovalsFromAggregate',
  '_mergeFunctionApprovals',
  '_validateFunctionApprovalOwners',
  '_mergeApprovalState',
  '_mergeApprovalStatePreservingExactKeys',
  '_migrateToolApproval',
  // Asked by those above alone.
  '#serialize',
  '#getCallId',
  '#resolveApprovalEntries',
  '#resolveExactApprovalEntries',
  '#resolveApprovalEntryGroups',
  '#resolveFunctionApprovalEntryGroups',
  '#resolveStickyApprovalEntries',
  '#getRejectionMessageFromEntries',
  '#getRejectionMessageForRejectedCall',
  '#recordPerCallApproval',
  '#bindApprovalInvocation',
  '#getApprovalInvocations',
  '#mergeAgentApprovalInvocations',
  '#mergeLiveApprovalInvocations',
  '#mergeLiveToolApprovals',
  '#getApprovalEntries',
  '#getToolApprovalEntries',
  '#getHostedMcpApprovalEntries',
  '#getToolApprovalMap',
  '#copyPerCallToolApproval',
  '#getFunctionApprovalEntries',
  '#getLegacyFunctionApprovalEntries',
  '#getFunctionApprovalMap',
  '#getApprovalItemToolName',
  '#getApprovalItemStorageKey',
  '#getApprovalStorageKey',
  '#setFunctionApprovalRecord',
  '#setToolApprovalRecord',
  '#setLegacyFunctionApprovalRecord',
  '#setApprovalRecord',
];

/** Leaves out how @openai/agents-core keeps what a person approved: no tool of Alex waits for anybody. */
export const withoutApprovals: Plugin = {
  name: 'without-approvals',
  setup(build) {
    changeAgentsCore(build, 'without-approvals.ts', { runContext: { methods, gone } });
  },
};
