/** A sheet as the .xlsx that a script would write: texts inline, General formats, formulas without values. */
import { strToU8, zipSync } from 'fflate';
import { areaName, cellName } from '../../src/workbook/address';
import type { SheetSnapshot } from '../../src/workbook/snapshot';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Dates, percentages and error values are left out: no layout needs them in a file. */
export function xlsxOf(sheet: SheetSnapshot): Uint8Array {
  const name = escaped(sheet.name);
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${name}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'xl/styles.xml': strToU8(
      `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf fontId="0"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(sheetXml(sheet)),
  });
}

function sheetXml(sheet: SheetSnapshot): string {
  const hidden = new Set(sheet.hiddenRows);
  const rows = sheet.values.map((line, row) => {
    const cells = line.map((_, column) => cellXml(sheet, row, column)).join('');
    return `<row r="${row + 1}"${hidden.has(row) ? ' hidden="1"' : ''}>${cells}</row>`;
  });
  const merges = sheet.merges.map((area) => `<mergeCell ref="${areaName(area)}"/>`).join('');
  return `<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData>${merges ? `<mergeCells>${merges}</mergeCells>` : ''}</worksheet>`;
}

function cellXml(sheet: SheetSnapshot, row: number, column: number): string {
  const value = sheet.values[row]?.[column] ?? null;
  const formula = sheet.formulas[row]?.[column] ?? null;
  const start = `<c r="${cellName({ row, column })}" s="${sheet.bold[row]?.[column] ? 1 : 0}"`;
  if (formula !== null) return `${start}><f>${escaped(formula.slice(1))}</f></c>`;
  if (typeof value === 'number') return `${start}><v>${value}</v></c>`;
  if (typeof value !== 'string') return '';
  return `${start} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
