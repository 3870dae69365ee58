/**
 * Who is alive: everybody, only the first person, only the second. Tables by state are laid out [state * steps + step].
 */
export const ALL = 0;
export const STATES = 3;

/** Whether person `index` is alive in `state`. */
export const alive = (state: number, index: number): boolean => state === ALL || state === index + 1;
