/** Alex's own agents that speak. Each is also the name of the answer's form (JSON schema) in the request to its model. */
export const agentNames = ['planner', 'tagger', 'reporter', 'charter', 'retirement', 'researcher', 'judge'] as const;
export type AgentName = (typeof agentNames)[number];

/** One of these, or an agent of somebody's own: the name of the folder that its function is in. */
export type Speaker = AgentName | (string & {});
