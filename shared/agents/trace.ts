/**
 * What a span says beside its name: ids, counts, kinds, outcomes. Never a prompt, an answer, a name that a person gave, an
 * amount of theirs, or a key: traces leave for other people's machines.
 */
export type SpanAttributes = Readonly<Record<string, string | number | boolean>>;

/** A span to be begun, named as OpenTelemetry's conventions say. */
export interface NewSpan {
  name: string;
  /** Default `internal`. */
  kind?: 'internal' | 'server' | 'client' | 'producer' | 'consumer';
  attributes?: SpanAttributes;
}

export interface OpenSpan {
  set(attributes: SpanAttributes): void;
}

/** Does some work inside a span, which ends with it; an error is marked by its kind alone, and thrown on. */
export type Trace = <T>(span: NewSpan, work: (open: OpenSpan) => Promise<T>) => Promise<T>;

/** A span that nobody records. */
export const noSpan: OpenSpan = { set: () => undefined };

/** No trace at all. */
export const untraced: Trace = (_span, work) => work(noSpan);
