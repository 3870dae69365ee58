// V8's settings for the process that a fleet runs in, and for that of a projection, whose paths are no objects of V8's.

/**
 * Young objects get 4 MB a half instead of 16: its main thread hands messages on, and keeps little. The fleet's functions and
 * its database are threads of their own with limits of their own (local/young-objects.ts).
 */
const fleetHeap = '--max-semi-space-size=4';
const fleetScripts = new Set(['start.ts', 'analyze.ts', 'project.ts']);

/**
 * @param {string} script the file's name, e.g. start.ts
 * @returns {string[]} arguments of Node; none for what brings up no fleet
 */
export const heapArguments = (script) => (fleetScripts.has(script) ? [fleetHeap] : []);
