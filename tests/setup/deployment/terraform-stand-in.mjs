// A program that is called as Terraform is, and answers what a test wrote into stand-in.json beside it (in the folder it runs in):
// plans, state and outputs. What it is called with it writes to calls.jsonl.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';

const args = process.argv.slice(2);
appendFileSync('calls.jsonl', `${JSON.stringify(args)}\n`);
const { AWS_PROFILE: profile = 'no profile', AWS_ACCESS_KEY_ID: key } = process.env;
writeFileSync('keys', `${profile} ${key === undefined ? 'without keys' : `with ${key}`}`);
/**
 * @typedef {{ version?: string, state?: { outputs?: object }, outputs?: object, outputsAfter?: object, meanwhile?: boolean, waits?: string, plans?: object[][], anyway?: object[], regionBefore?: string, killed?: string, cutsOff?: boolean, warns?: string, fails?: Record<string, string>, made?: object[], stages?: string[], gone?: boolean }} Script
 * @type {(value: unknown) => value is Script}
 */
const isScript = (value) => typeof value === 'object' && value !== null;
/** @type {unknown} */
const written = JSON.parse(readFileSync('stand-in.json', 'utf8'));
const script = isScript(written) ? written : {};
const [command = '', ...rest] = args;
const applied = existsSync('applied') ? Number(readFileSync('applied', 'utf8')) : 0;
const print = (/** @type {unknown} */ value) => {
  process.stdout.write(`${JSON.stringify(value)}\n`);
};

const serial = () => (existsSync('serial') ? Number(readFileSync('serial', 'utf8')) : 0);

// Until a test lets it go on.
while (script.waits === command && !existsSync('go-on')) await new Promise((resolve) => setTimeout(resolve, 20));

const failure = script.fails?.[command === 'state' ? `state ${rest[0] ?? ''}` : command];
if (failure !== undefined) {
  // In the frame in which Terraform draws its errors.
  process.stderr.write(`╷\n${failure.replace(/^/gm, '│ ')}\n╵\n`);
  process.exitCode = 1;
} else if (script.killed === command) {
  process.stdout.write('aws_x.y: Creating...\n');
  if (script.cutsOff === true) writeFileSync('terraform.tfstate', '');
  process.kill(process.pid, 'SIGKILL');
} else if (command === 'version') print({ terraform_version: script.version ?? '1.11.4' });
else if (command === 'output') print((applied > 0 ? script.outputsAfter : undefined) ?? script.outputs ?? {});
else if (command === 'plan') {
  const file = rest.find((arg) => arg.startsWith('-out='))?.slice('-out='.length) ?? '';
  writeFileSync(
    file,
    JSON.stringify({
      resource_changes: (file.endsWith('as-it-is.tfplan') ? script.anyway : script.plans?.[applied]) ?? [],
      ...(script.regionBefore !== undefined && {
        output_changes: { environment: { before: { AWS_REGION: script.regionBefore } } },
      }),
    }),
  );
  // What another Terraform does while this plan is looked at.
  if (script.meanwhile === true) writeFileSync('serial', String(serial() + 1));
  if (script.warns !== undefined) process.stdout.write(`\n${script.warns}\n\n────\n\nSaved the plan to: ${file}\n`);
} else if (command === 'state' && rest[0] === 'pull' && script.gone !== true)
  print({
    version: 4,
    lineage: 'a-line',
    serial: serial(),
    resources: script.made ?? (applied > 0 ? [{ mode: 'managed', instances: [{}] }] : []),
    outputs: {
      stages: { value: script.stages ?? [] },
      ...(script.regionBefore !== undefined && { environment: { value: { AWS_REGION: script.regionBefore } } }),
    },
  });
else if (command === 'show') {
  const file = rest.find((arg) => !arg.startsWith('-'));
  const { state, outputs } = script;
  const values = { ...state, outputs: { ...state?.outputs, ...outputs } };
  if (file === undefined) print({ format_version: '1.0', ...((state ?? outputs) !== undefined && { values }) });
  else process.stdout.write(readFileSync(file, 'utf8'));
} else if (command === 'apply') {
  // There has to be such a plan.
  readFileSync(rest.find((arg) => !arg.startsWith('-')) ?? '');
  writeFileSync('applied', String(applied + 1));
  writeFileSync('serial', String(serial() + 1));
  // As Terraform does, unless there are none.
  const listed = Object.keys(script.outputsAfter ?? {}).map((name) => `${name} = "..."\n`);
  process.stdout.write(`Apply complete!\n${listed.length > 0 ? `\nOutputs:\n\n${listed.join('')}` : ''}`);
}
