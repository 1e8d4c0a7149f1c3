#!/usr/bin/env node
/** `node scripts/run.mjs FILE.ts ARGUMENTS…`: runs a TypeScript file of the project, installing what is missing first. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureDependencies, fail, requireNode, root } from './setup.mjs';

requireNode();
const file = process.argv[2];
if (file === undefined) fail('Usage: node scripts/run.mjs FILE.ts [ARGUMENT …]');
ensureDependencies();
const { register } = await import('tsx/esm/api');
register();
const path = resolve(root, file);
// The file sees its arguments as if Node had started it.
process.argv.splice(1, 2, path);
await import(pathToFileURL(path).href);
