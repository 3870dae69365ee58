export type Level = 'DEBUG' | 'INFO' | 'WARN' | 'ERROR';

/** Of Lambda itself, and of what a container's programs write: Python, its servers, and the Java that serves a model. */
const SAYS_FAILED =
  /\bTask timed out\b|\bexited before completing\b|\bRuntime\.\w+Error|\bError: |^\S*(?:Error|Exception)\b|^Traceback \(|\[(?:ERROR|FATAL|CRITICAL) ?\]|^(?:ERROR|FATAL|CRITICAL)\b/;
const SAYS_WARNED = /\[WARN(?:ING)? ?\]|^WARN(?:ING)?\b/;

/** As the line itself says it. */
export const levelIn = (text: string): Level =>
  SAYS_FAILED.test(text) ? 'ERROR' : SAYS_WARNED.test(text) ? 'WARN' : 'INFO';

/** Of a request that was answered with this HTTP status. */
export const levelOfStatus = (status: number): Level => (status >= 500 ? 'ERROR' : status >= 400 ? 'WARN' : 'INFO');
