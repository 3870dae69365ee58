// Loaded into a container's process before its program: ends it when the fleet is gone, for a fleet that was killed cannot say so.
// Its end of the pipe that is this process's standard input closes with it, on every system.
process.stdin.on('end', () => process.exit(143));
process.stdin.on('error', () => process.exit(143));
process.stdin.resume();
