import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { missingOptionals, type LockFile } from '../../scripts/lockOptional';

const lock = JSON.parse(
  readFileSync(join(__dirname, '../../package-lock.json'), 'utf8'),
) as LockFile;

test('the lock file is complete, so that npm ci takes it: npx tsx scripts/lockOptional.ts', () => {
  expect(missingOptionals(lock)).toEqual({});
});

test('an optional binary that is left out is named with its system and processor', () => {
  const made: LockFile = {
    packages: {
      'node_modules/tool': {
        dev: true,
        optionalDependencies: { '@tool/linux-arm64-gnu': '1.2.3', '@tool/win32-x64-msvc': '1.2.3' },
      },
      'node_modules/@tool/win32-x64-msvc': { version: '1.2.3' },
    },
  };
  expect(missingOptionals(made)).toEqual({
    'node_modules/@tool/linux-arm64-gnu': {
      version: '1.2.3',
      cpu: ['arm64'],
      dev: true,
      libc: ['glibc'],
      optional: true,
      os: ['linux'],
    },
  });
});
