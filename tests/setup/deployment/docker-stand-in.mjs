// A program that is called as Docker is, and always succeeds. What it is called with it writes to the file that DOCKER_CALLS names.
import { appendFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';

const input = await text(process.stdin);
appendFileSync(process.env.DOCKER_CALLS ?? '', `${JSON.stringify({ args: process.argv.slice(2), input })}\n`);
