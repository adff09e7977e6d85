#!/usr/bin/env node
/** `npx hs-calling-host`: plays HubSpot around a widget at any address. */
import process from 'node:process';
import { run } from './run.js';

const end = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => end.abort());

process.exitCode = await run(process.argv.slice(2), {
  output: process.stdout,
  errors: process.stderr,
  env: process.env,
  platform: process.platform,
  ended: end.signal,
});
