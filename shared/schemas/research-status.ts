/** Where a run of the researcher stands. In a file of its own, so that who only stores runs does not load their schemas. */
export const researchStatuses = ['pending', 'running', 'completed', 'failed'] as const;
export type ResearchStatus = (typeof researchStatuses)[number];
