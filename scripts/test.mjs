#!/usr/bin/env node
/**
 * `npm test`: format and lint, types and build side by side, then unit and browser tests one after the other, beside them
 * those on Neo4j, which mostly wait. Stages that run together all end; after a failure no more begin.
 * `npm test -- FILTER…` runs only the test files whose path contains a filter. The last line counts every test run.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { buildWeb, ensureDependencies, ensureWeb, requireNode, runTool } from './setup.mjs';

requireNode();
ensureDependencies();
const filters = process.argv.slice(2);
const reports = mkdtempSync(join(tmpdir(), 'threadline-test-'));
const totals = { passed: 0, failed: 0, skipped: 0 };

/** Adds a finished run to the totals; a file that could not even be loaded counts as one failure. */
function count(file) {
  const report = JSON.parse(readFileSync(file, 'utf8'));
  totals.passed += report.numPassedTests;
  totals.failed += report.numFailedTests;
  totals.skipped += report.numPendingTests + report.numTodoTests;
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  );
  totals.failed += broken.length;
  return report.numTotalTests;
}

async function vitest(project, env) {
  const file = join(reports, `${project}.json`);
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
  const args = ['run', '--project', project, '--passWithNoTests', ...reporters, ...filters];
  const result = await runTool('vitest/vitest.mjs', args, { ...env, FORCE_COLOR: '0' });
  try {
    return { ...result, tests: count(file) };
  } catch (error) {
    return { ...result, code: result.code || 1, output: `${result.output}\nNo report: ${error.message}` };
  }
}

/** Which of the projects have test files that match the filters. */
async function projects() {
  const { code, output } = await runTool('vitest/vitest.mjs', ['list', '--filesOnly', ...filters]);
  return {
    code,
    output,
    found: new Set([...output.matchAll(/^\[(\w+)\] test\//gm)].map((match) => match[1])),
  };
}

async function browserTests() {
  await ensureWeb();
  return vitest('browser', { CHROME_PATH: await ensureBrowser() });
}

/** A real Neo4j where Java and Maven can be used; otherwise its tests say why they were skipped. */
async function neo4jTests() {
  const result = await vitest('neo4j');
  const skipped = /^Neo4j tests skipped: .*/m.exec(result.output)?.[0];
  const longer = process.env.NEO4J_TEST
    ? undefined
    : 'NEO4J_TEST=1 also runs the differential corpus, lost servers, moving of graphs, the page on other people’s graphs and the newest Neo4j.';
  return { ...result, note: skipped ?? longer };
}

const checks = [
  ['format and lint', () => runTool('@biomejs/biome/bin/biome', ['ci', '--colors=off', '.'])],
  ['types', () => runTool('typescript/bin/tsc', ['-p', '.'])],
  ['build', buildWeb],
];
const runs = { neo4j: neo4jTests, browser: browserTests };
/** Projects in lanes that run side by side, each from left to right; those not named here last in the first. */
const lanes = [['unit', 'browser'], ['neo4j']];

/** Lanes of stages. */
async function testStages() {
  const { code, output, found } = await projects();
  if (code !== 0) return [[['list of tests', () => ({ code, output })]]];
  const others = [...found].filter((name) => !lanes.flat().includes(name));
  return lanes
    .map((lane, place) => (place === 0 ? [...lane, ...others] : lane).filter((name) => found.has(name)))
    .map((lane) => lane.map((name) => [`${name} tests`, runs[name] ?? (() => vitest(name))]));
}

/** Runs one stage and prints its line; gives whether it passed. */
async function passes([name, stage]) {
  const started = performance.now();
  const { code, output, tests: ran, note } = await stage();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (code !== 0) process.stdout.write(`${output.trimEnd()}\n`);
  const amount = ran === undefined ? '' : `, ${ran} tests`;
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name}${amount} (${seconds} s)`);
  if (code === 0 && note) console.log(`       ${note}`);
  return code === 0;
}

/** Every lane to its end, or until a stage of any fails. */
async function allPass(stages) {
  let passed = true;
  const run = async (lane) => {
    for (const stage of lane) if (passed && !(await passes(stage))) passed = false;
  };
  await Promise.all(stages.map(run));
  return passed;
}

let passed =
  (filters.length > 0 || (await allPass(checks.map((check) => [check])))) &&
  (await allPass(await testStages()));
rmSync(reports, { recursive: true, force: true });

if (!passed && totals.failed === 0) totals.failed = 1;
if (passed && totals.passed === 0) {
  console.log('FAILED no test was run');
  passed = false;
}
const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
console.log(`${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exitCode = passed ? 0 : 1;
