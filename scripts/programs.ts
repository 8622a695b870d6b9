/**
 * The programs that tests need beside Node, where they are found, and the Debian packages that bring
 * them. Rule kept here: what is missing is named with the command that installs it.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @returns the first of these commands that stands on the PATH, with its folder; null when none does. */
export function findProgram(...commands: string[]): string | null {
  for (const command of commands)
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const file = join(folder, command);
      if (isExecutable(file)) return file;
    }
  return null;
}

export function findChromium(): string | null {
  return findProgram('chromium', 'chromium-browser', 'google-chrome');
}

export function findLibreOffice(): string | null {
  return findProgram('soffice', 'libreoffice');
}

/** A Python that has openpyxl: the system's, even where another Python stands first on the PATH. */
export function findPython(): string | null {
  const candidates = ['/usr/bin/python3', findProgram('python3')];
  return candidates.find((python) => python && succeeds(python, '-c', 'import openpyxl')) ?? null;
}

/** Debian packages that are missing here; empty when everything stands ready. */
export function missingPackages(): string[] {
  const needs: [boolean, string[]][] = [
    [findChromium() !== null, ['chromium']],
    [findLibreOffice() !== null, ['libreoffice-calc', 'libreoffice-writer']],
    [findPython() !== null, ['python3-openpyxl']],
    [findProgram('pdftoppm') !== null, ['poppler-utils']],
    [hasFont('Times New Roman', 'Liberation Serif'), ['fontconfig', 'fonts-liberation2']],
    [hasFont('Calibri', 'Carlito'), ['fontconfig', 'fonts-crosextra-carlito']],
  ];
  return [...new Set(needs.flatMap(([met, packages]) => (met ? [] : packages)))];
}

/** True when the font, or the one of the same widths, is there. */
function hasFont(name: string, twin: string): boolean {
  const match = spawnSync('fc-match', ['-f', '%{family}', name], { encoding: 'utf8' });
  return match.status === 0 && (match.stdout.includes(name) || match.stdout.includes(twin));
}

function succeeds(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
