/**
 * LibreOffice as the second opinion: an engine that we did not write recalculates what the product
 * wrote. Rule kept here: cached values never come back as results. By itself LibreOffice believes the
 * values that a file of another maker carries, so its profile is set to recalculate on every load.
 */
import { Workbook, type CellFormulaValue, type Worksheet } from '@cj-tech-master/excelts';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findLibreOffice } from '../../scripts/programs';

export interface FormulaCell {
  sheet: string;
  address: string;
  /** Without the leading "=". */
  formula: string;
  /** "" also when there is none. */
  value: string | number | boolean | { error: string };
}

/** Every formula cell of the workbook with the value that LibreOffice computes for it. */
export async function recalculate(xlsx: Uint8Array): Promise<FormulaCell[]> {
  return formulaCells(await convert(xlsx, 'xlsx', 'xlsx'));
}

/** Every formula cell of the workbook with the value that the file carries for it. */
export async function formulaCells(xlsx: Uint8Array): Promise<FormulaCell[]> {
  const cells: FormulaCell[] = [];
  for (const sheet of (await loadWorkbook(xlsx)).worksheets)
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (!cell.formula || (cell.isMerged && cell.master !== cell)) return;
        const { result } = cell.value as CellFormulaValue;
        // The library reads an empty text as no result.
        const value = (result ?? '') as FormulaCell['value'];
        cells.push({ sheet: sheet.name, address: cell.address, formula: cell.formula, value });
      }),
    );
  return cells;
}

/** Height in points that LibreOffice gives each row when it may choose: per sheet, from row 1. */
export async function optimalHeights(xlsx: Uint8Array): Promise<number[][]> {
  const workbook = await loadWorkbook(xlsx);
  for (const sheet of workbook.worksheets) freeHeights(sheet);
  const free = new Uint8Array(await workbook.xlsx.writeBuffer());
  // It fits rows when it opens a file of its own, not when it opens an .xlsx.
  const own = await convert(free, 'xlsx', 'ods');
  const fitted = await loadWorkbook(await convert(own, 'ods', 'xlsx'));
  return fitted.worksheets.map((sheet) =>
    Array.from({ length: sheet.rowCount }, (_, i) => sheet.getRow(i + 1).height ?? 0),
  );
}

export async function loadWorkbook(xlsx: Uint8Array): Promise<Workbook> {
  const workbook = new Workbook();
  await workbook.xlsx.load(xlsx);
  return workbook;
}

function freeHeights(sheet: Worksheet): void {
  sheet.eachRow((row) => {
    const free: { height?: number | undefined } = row;
    free.height = undefined;
  });
}

/**
 * Converts one file by LibreOffice. `to` may name a filter ("docx:MS Word 2007 XML"). Each run has a
 * profile of its own, since one profile serves one run at a time.
 */
export async function convert(bytes: Uint8Array, from: string, to: string): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-office-'));
  try {
    const source = join(folder, `source.${from}`);
    const target = join(folder, 'out');
    mkdirSync(target);
    writeFileSync(source, bytes);
    const said = await runOffice(
      `-env:UserInstallation=${pathToFileURL(makeProfile(folder)).href}`,
      ...['--headless', '--norestore', '--convert-to', to, '--outdir', target, source],
    );
    const made = readdirSync(target)[0];
    if (made === undefined) throw new Error(`LibreOffice made no ${to}: ${said}`);
    return new Uint8Array(readFileSync(join(target, made)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runOffice(...args: string[]): Promise<string> {
  const program = findLibreOffice();
  if (program === null) throw new Error('LibreOffice is not installed: npm test says how');
  return new Promise((resolve, reject) => {
    const office = spawn(program, args);
    let said = '';
    for (const stream of [office.stdout, office.stderr])
      stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    office.on('error', reject);
    office.on('close', () => resolve(said.trim()));
  });
}

/** In a profile, 0 means "always recalculate". */
function makeProfile(folder: string): string {
  const profile = join(folder, 'profile');
  const items = ['OOXMLRecalcMode', 'ODFRecalcMode'].map(
    (mode) =>
      `<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="${mode}" oor:op="fuse"><value>0</value></prop></item>`,
  );
  mkdirSync(join(profile, 'user'), { recursive: true });
  writeFileSync(
    join(profile, 'user', 'registrymodifications.xcu'),
    `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${items.join('')}</oor:items>
`,
  );
  return profile;
}
