/**
 * `npm test`: everything that guards the project, in the order in which it is cheapest to fail, and one
 * plain line at the end: "N passed, N failed". What the machine lacks is installed (as root on Debian)
 * or named.
 *
 * Rule kept here: a step that fails, a suite that does not start and a test that is switched off all
 * count as failed, so that the last line never looks better than the exit code.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram, missingPackages } from './programs';

const root = join(__dirname, '..');
const output = join(root, 'test-output');

interface Count {
  passed: number;
  failed: number;
}

/** All runs of jest together; with what comes before them it stays below what a server allows. */
const LIMIT_MINUTES = 20;
const begun = performance.now();

async function main(): Promise<void> {
  process.chdir(root);
  installWhatLacks();
  mkdirSync(output, { recursive: true });
  const counts = [
    step('typecheck', 'npm', 'run', '--silent', 'typecheck'),
    step('lint', 'npm', 'run', '--silent', 'lint'),
    buildIsStale() ? step('build', 'npm', 'run', '--silent', 'build') : none,
    await jest('2', 'unit', 'pane'),
    await jest('2', 'libreoffice'),
    // One browser at a time: timing on two cores is then the page's own.
    await jest('1', 'e2e'),
  ];
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

const none: Count = { passed: 0, failed: 0 };

function installWhatLacks(): void {
  const missing = missingPackages();
  if (missing.length === 0) return;
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (process.getuid?.() === 0 && findProgram('apt-get')) {
    console.log(`Installing ${missing.join(' ')}`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const quietly = `apt-get update -qq && ${command} -qq`;
    spawnSync('sh', ['-c', quietly], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  const still = missingPackages();
  if (still.length === 0) return;
  console.error(`The tests need programs that are not here. On Debian or Ubuntu, run:`);
  console.error(`  sudo apt-get update && sudo ${command}`);
  console.error(`Elsewhere, install the like of: ${still.join(', ')}.`);
  process.exit(2);
}

/** A step that either holds or not; it is no test, so it adds only its failure. */
function step(name: string, command: string, ...args: string[]): Count {
  console.log(`== ${name}`);
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status === 0) return none;
  console.log(`${name} failed`);
  return { passed: 0, failed: 1 };
}

interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  numRuntimeErrorTestSuites: number;
}

async function jest(workers: string, ...projects: string[]): Promise<Count> {
  console.log(`== ${projects.join(', ')}`);
  const report = join(output, `jest-${projects.join('-')}.json`);
  rmSync(report, { force: true });
  const status = await runLimited(process.execPath, [
    join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
    ...['--ci', `--maxWorkers=${workers}`, '--json', `--outputFile=${report}`],
    ...['--selectProjects', ...projects],
  ]);
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const result = JSON.parse(readFileSync(report, 'utf8')) as JestReport;
  const { numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } = result;
  const off = numPendingTests + numTodoTests;
  if (off > 0) console.log(`${off} tests are switched off`);
  const failed = numFailedTests + numRuntimeErrorTestSuites + off;
  return {
    passed: result.numPassedTests,
    failed: status !== 0 && failed === 0 ? 1 : failed,
  };
}

/** A test that never ends is ended, with all it started. */
function runLimited(command: string, args: string[]): Promise<number> {
  return new Promise((resolve) => {
    // With --json the report itself goes to standard output; what people read goes to the other.
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'], detached: true });
    const end = () => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It ended by itself meanwhile.
      }
    };
    const left = Math.max(0, LIMIT_MINUTES * 60_000 - (performance.now() - begun));
    const limit = setTimeout(() => {
      console.log(`no end after ${LIMIT_MINUTES} minutes`);
      end();
    }, left);
    const interrupted = () => {
      end();
      process.exit(130);
    };
    process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
    child.on('close', (code) => {
      clearTimeout(limit);
      process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
      resolve(code ?? 1);
    });
  });
}

/** True when something that the build reads is newer than everything it wrote. */
function buildIsStale(): boolean {
  const built = newest('dist');
  const sources = ['src', 'assets', 'manifest.xml', 'package-lock.json', 'tsconfig.json'];
  const configs = readdirSync(root).filter((name) => name.startsWith('webpack.config.'));
  return [...sources, ...configs].some((source) => newest(source) > built);
}

/** Time of the newest file in or under a path; 0 when there is none. */
function newest(path: string): number {
  if (!existsSync(path)) return 0;
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

void main();
