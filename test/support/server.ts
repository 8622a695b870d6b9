/**
 * The built product on a port of its own, for tests in a browser. Builds it when it is missing or older
 * than what it is made of; of several test processes one builds and the others wait.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { startServer, type RunningServer } from '../../scripts/serve';

const root = join(__dirname, '../..');
const made = ['src', 'assets', 'package-lock.json', 'webpack.config.js'];
const lock = join(root, 'node_modules/.cache/bang-diem-build');
/** In milliseconds: a lock older than this was left by a process that died. */
const patience = 240_000;

export async function startBuilt(): Promise<RunningServer> {
  buildOnce();
  return startServer({ port: 0 });
}

/** What was built since this began will do, even if someone has edited a source meanwhile. */
function buildOnce(): void {
  const begun = Date.now();
  const isDue = () => builtAt() < begun && isStale();
  mkdirSync(join(lock, '..'), { recursive: true });
  while (isDue()) {
    if (!takeLock()) {
      spawnSync('sleep', ['0.5']);
      continue;
    }
    try {
      if (isDue()) build();
    } finally {
      rmSync(lock, { recursive: true, force: true });
    }
  }
}

function build(): void {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the build failed:\n${stdout}\n${stderr}`);
  // A file whose content is the same is not written again: without this it would be built for ever.
  const now = new Date();
  utimesSync(join(root, 'dist/index.html'), now, now);
}

function takeLock(): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > patience) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

function isStale(): boolean {
  return made.some((path) => newest(join(root, path)) > builtAt());
}

function builtAt(): number {
  return statSync(join(root, 'dist/index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Time of the newest file in or under a path; 0 when there is none. */
function newest(path: string): number {
  if (!existsSync(path)) return 0;
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}
