// One HTTP request and all of its answer.
export interface Answer {
  status: number;
  type: string | null;
  headers: Headers;
  body: unknown;
}

export interface Call {
  key?: string;
  body?: unknown;
  /** Sent as it is. */
  text?: string;
  headers?: Record<string, string>;
}

/** Calls `METHOD /path` of the API at `url`. */
export async function call(url: string, route: string, { key, body, text, headers = {} }: Call = {}): Promise<Answer> {
  const [method = 'GET', path = '/'] = route.split(' ');
  const sent = text ?? (body === undefined ? undefined : JSON.stringify(body));
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      ...(key !== undefined && { 'x-api-key': key }),
      ...(sent !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(sent !== undefined && { body: sent }),
  });
  const answered = await response.text();
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    headers: response.headers,
    body: answered === '' ? null : (JSON.parse(answered) as unknown),
  };
}
