type People = readonly { name?: string | undefined }[];

/** What one of a plan's two people is called: by name, or by place where the plan gives none. */
export const nameOf = (people: People, index: number): string =>
  people[index]?.name ?? (index === 0 ? 'the first person' : 'the second person');

/** The same where a sentence begins; a name stays as it is written. */
export const nameFirst = (people: People, index: number): string =>
  people[index]?.name ?? (index === 0 ? 'The first person' : 'The second person');
