/** Whether the message of a log event matches a filter pattern. */
export type Matches = (message: string) => boolean;
