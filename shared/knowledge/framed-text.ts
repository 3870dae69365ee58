/** A passage as it is embedded, kept and judged: below the lines of its frame, which are no words of its page at this place. */
export const framedText = ({ frame = '', text }: { frame?: string | undefined; text: string }): string =>
  frame === '' ? text : `${frame}\n${text}`;
