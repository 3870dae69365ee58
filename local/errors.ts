/**
 * What can stop the fleet from starting, each as one sentence for a person and one remedy. `code` is stable; a script
 * prints `message` and `remedy` and nothing else: none of these deserves a stack trace.
 */
export class FleetError extends Error {
  override readonly name: string = 'FleetError';
  readonly code: string;
  /** What to do, as a sentence. */
  readonly remedy: string;

  constructor(message: string, options: { code: string; remedy: string; cause?: unknown }) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.code = options.code;
    this.remedy = options.remedy;
  }
}

/** Another program listens on a port that was asked for. */
export class PortTakenError extends FleetError {
  override readonly name = 'PortTakenError';
  readonly port: number;
  constructor(port: number, service: string, owner: string | undefined) {
    super(`Port ${port}, wanted for ${service}, is already taken${owner === undefined ? '' : ` by ${owner}`}.`, {
      code: 'port_taken',
      remedy:
        'Stop that program, or choose another port, for example 4100. macOS and Linux: export ALEX_PORT=4100   PowerShell: $env:ALEX_PORT = "4100"   Command Prompt: set ALEX_PORT=4100',
    });
    this.port = port;
  }
}

/** The data folder belongs to a fleet that is running now. */
export class FleetRunningError extends FleetError {
  override readonly name = 'FleetRunningError';
  readonly pid: number;
  /** Where its API answers; unknown while it is still starting. */
  readonly apiUrl: string | undefined;
  constructor(options: { pid: number; apiUrl: string | undefined; lockFile: string }) {
    const where = options.apiUrl === undefined ? 'and still starting' : `at ${options.apiUrl}`;
    super(`A fleet is already running on this data, as process ${options.pid}, ${where}.`, {
      code: 'fleet_running',
      remedy: `Use that one, or stop it (Ctrl-C in its terminal) and start again. Its lock is ${options.lockFile}.`,
    });
    this.pid = options.pid;
    this.apiUrl = options.apiUrl;
  }
}

/** A file of the data folder cannot be read as what it should be. */
export class DataFolderCorruptError extends FleetError {
  override readonly name = 'DataFolderCorruptError';
  constructor(path: string, detail: string, cause?: unknown) {
    super(`The data in ${path} is damaged: ${detail}.`, {
      code: 'data_folder_corrupt',
      remedy: `Move ${path} away (or delete it) and start again; what it held is then gone from Alex.`,
      cause,
    });
  }
}

const notWritable = {
  disk_full: {
    says: (path: string) => `The disk that holds ${path} is full.`,
    remedy: 'Free some space (about 200 MB are enough) and start again; what is there already is kept.',
  },
  no_permission: {
    says: (path: string) => `${path} may not be written to.`,
    remedy: 'Give yourself write permission there, or choose another folder with ALEX_HOME.',
  },
  not_a_folder: {
    says: (path: string) => `${path} should be a folder, but it, or something above it, is a file.`,
    remedy: 'Move that file away, or choose another folder with ALEX_HOME.',
  },
  lost_link: {
    says: (path: string) => `${path} is reached through a link, and what it leads to is not there.`,
    remedy: 'Bring that back (mount its disk, or make the folder), or choose another folder with ALEX_HOME.',
  },
};

/** The disk has no room, or may not be written to. */
export class DataFolderNotWritableError extends FleetError {
  override readonly name = 'DataFolderNotWritableError';
  constructor(path: string, why: keyof typeof notWritable, cause?: unknown) {
    super(notWritable[why].says(path), { code: why, remedy: notWritable[why].remedy, cause });
  }
}

/** The lock beside the data is not one that Alex wrote. It holds no data: only which process has them. */
export class LockDamagedError extends FleetError {
  override readonly name = 'LockDamagedError';
  constructor(path: string, cause?: unknown) {
    super(`The lock ${path} is damaged, so whether another Alex uses this data cannot be told.`, {
      code: 'lock_damaged',
      remedy: `Stop any Alex that still runs, then delete ${path} and start again. It holds no data: nothing is lost.`,
      cause,
    });
  }
}

/** The functions were not packaged, or the list of them is not what this version writes. */
export class NotPackagedError extends FleetError {
  override readonly name = 'NotPackagedError';
  constructor(path: string, detail: string, cause?: unknown) {
    super(`The packaged functions cannot be used: ${path} ${detail}.`, {
      code: 'not_packaged',
      remedy: 'Run `npm run package` and start again.',
      cause,
    });
  }
}

/** Two lambda.json files contradict each other, or one asks for what does not exist. The message names the files. */
export class DeploymentError extends FleetError {
  override readonly name = 'DeploymentError';
  constructor(message: string) {
    super(message, { code: 'deployment', remedy: 'Correct what is named here, then run `npm run package`.' });
  }
}
