/** A function as it is deployed, in the same words on AWS and on a laptop. */
export interface DeployedFunction {
  handler: string;
  runtime: string;
  /** Seconds. */
  timeout: number;
  /** MiB. */
  memory: number;
  /** Names of its variables; their values are the place's. */
  variables: string[];
  /** The values that have to be the same everywhere: those of its own lambda.json, and settings. */
  settings: Record<string, string>;
  /** `lambda:InvokeFunction reporter`, sorted; what AWS alone asks for (logs, X-Ray, failed events) left out. */
  permissions: string[];
}

export interface DeployedQueue {
  /** Seconds. */
  visibility: number;
  maximumReceives: number;
  deadLetters: string;
  consumer: string;
  batchSize: number;
  maximumConcurrency: number;
}

/** A container as it is deployed. */
export interface DeployedService extends Pick<DeployedFunction, 'variables' | 'settings' | 'permissions'> {
  /** Where the platform sends what comes in. */
  port: number;
  /** Where its program is told to listen, `HOST:PORT`. */
  listens: string;
  /** What the platform asks whether it can take work. */
  healthPath: string;
  /** CPU units. */
  cpu: number;
  /** MiB. */
  memory: number;
}

export interface Deployment {
  functions: Record<string, DeployedFunction>;
  queues: Record<string, DeployedQueue>;
  /** `sweeper rate(1 minute)`. */
  schedules: string[];
  /** `GET /jobs api`, and of programs' routes `POST /ingest ingest key`. */
  routes: string[];
  services: Record<string, DeployedService>;
}

/** Variables of the place: where a laptop has its own AWS, what a host sets for a container, and the guardrails and the deployment's name, which AWS alone has. */
export const placeVariable = /^(AWS_|HOST$|PORT$|ALEX_MODEL_GUARDRAILS$|POWERTOOLS_SERVICE_NAME$)/;
