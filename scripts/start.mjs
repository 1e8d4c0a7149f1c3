#!/usr/bin/env node
/**
 * `npm start` and `npm run dev`: install what is missing, build what is stale, serve.
 * The server runs in this process, so that Ctrl-C and SIGTERM reach it directly.
 */
import { ensureDependencies, ensureWeb, requireNode } from './setup.mjs';

const help = `Usage: npm start -- [--port N] [--host ADDRESS] [--data FOLDER] [--allow-write] [--dev]

  --port   port to serve on            (PORT, default 4747)
  --host   address to bind; one beyond loopback needs THREADLINE_TOKEN
                                       (HOST, default 127.0.0.1)
  --data   folder of the graph         (THREADLINE_DATA, default data)
  --allow-write  typed statements may change nodes and relationships (ALLOW_WRITE=1; Neo4j only)
  --dev    Vite with hot reload instead of the built web app

Flags win over environment variables, these over a .env file.`;

if (process.argv.includes('--help')) {
  console.log(help);
} else {
  requireNode();
  ensureDependencies();
  if (!process.argv.includes('--dev')) await ensureWeb();
  const { register } = await import('tsx/esm/api');
  register();
  await import('../web/server/main.ts');
}
