/**
 * `npx tsx scripts/lockOptional.ts`: completes package-lock.json with the optional dependencies that it
 * does not list, the binaries for other systems.
 *
 * npm leaves them out when the registry at hand does not serve them, and then `npm ci` refuses the lock
 * file ("Missing: … from lock file"), on every machine. An entry with version, system and processor is
 * enough: where it does not fit it is not fetched, where it fits it is.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface LockEntry {
  version?: string;
  cpu?: string[];
  os?: string[];
  libc?: string[];
  dev?: boolean;
  optional?: boolean;
  optionalDependencies?: Record<string, string>;
}

export interface LockFile {
  packages: Record<string, LockEntry>;
}

/** Entries to add, by path; empty when `npm ci` will take the lock file. */
export function missingOptionals(lock: LockFile): Record<string, LockEntry> {
  const missing: Record<string, LockEntry> = {};
  for (const [path, entry] of Object.entries(lock.packages))
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const own = `${path}/node_modules/${name}`;
      const shared = `node_modules/${name}`;
      if (!lock.packages[own] && !lock.packages[shared])
        missing[shared] = optionalEntry(name, version, entry.dev === true);
    }
  return missing;
}

/** "@swc/core-linux-arm64-musl" says its system, processor and C library. */
function optionalEntry(name: string, version: string, dev: boolean): LockEntry {
  const os = /(darwin|win32|linux|android|freebsd|openharmony)/.exec(name)?.[1];
  const cpu = /-(arm64|x64|ia32|arm|ppc64|s390x|riscv64|loong64)(?=-|$)/.exec(name)?.[1];
  if (!os || !cpu) throw new Error(`${name} does not say its system: add it by npm install`);
  const libc = os === 'linux' ? /gnu|musl/.exec(name)?.[0] : undefined;
  return {
    version,
    cpu: [cpu],
    ...(dev ? { dev } : {}),
    ...(libc ? { libc: [libc === 'gnu' ? 'glibc' : libc] } : {}),
    optional: true,
    os: [os],
  };
}

function main(): void {
  const path = join(__dirname, '..', 'package-lock.json');
  const lock = JSON.parse(readFileSync(path, 'utf8')) as LockFile;
  const packages = { ...lock.packages, ...missingOptionals(lock) };
  const sorted = Object.fromEntries(
    Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  );
  writeFileSync(path, `${JSON.stringify({ ...lock, packages: sorted }, null, 2)}\n`);
}

if (require.main === module) main();
