/** Sửa: fixes that findings carry, as one change. A fix never gives a score; it mends how a thing is written. */
import type { Finding, FixEdit } from '../domain/findings/finding';
import { cellNumber, points } from '../domain/points';
import { expectationsFor } from '../workbook/expect';
import type { CellWrite, Change } from '../workbook/patch';
import { sheetOf } from '../workbook/snapshot';
import type { Plan } from './plan';
import type { WorkbookReading } from './readWorkbook';

/** @param findings those to mend; the ones without a fix are passed over. The first fix of a cell counts. */
export function planFixes(reading: WorkbookReading, findings: readonly Finding[]): Plan {
  const edits = new Map<string, FixEdit>();
  for (const edit of findings.flatMap((finding) => finding.fix?.edits ?? [])) {
    const key = JSON.stringify(edit.place);
    if (!edits.has(key)) edits.set(key, edit);
  }
  const changes = [...edits.values()].flatMap((edit) => editChanges(edit));
  const sheets = [...new Set([...edits.values()].map((edit) => edit.place.sheet))];
  return {
    patch: {
      changes,
      expects: sheets.flatMap((sheet) =>
        expectationsFor(sheetOf(reading.snapshot, sheet), changes),
      ),
    },
    lines: sheets.map((sheet) => {
      const count = [...edits.values()].filter((edit) => edit.place.sheet === sheet).length;
      return { code: 'fixCells', params: { sheet, count: String(count) } };
    }),
    conflicts: [],
  };
}

/** The format first: text stays text, and a number is shown as one. */
function editChanges(edit: FixEdit): Change[] {
  const { sheet, row, column } = edit.place;
  const area = { top: row, left: column, bottom: row, right: column };
  const write: Change = { kind: 'write', sheet, at: { row, column }, cells: [[cellWrite(edit)]] };
  if (edit.to === 'formula') return [write];
  return [
    { kind: 'format', sheet, area, format: { numberFormat: edit.to === 'text' ? '@' : '0.00#' } },
    write,
  ];
}

function cellWrite(edit: FixEdit): CellWrite {
  switch (edit.to) {
    case 'number':
      return { value: cellNumber(points(edit.points)) };
    case 'text':
      return { value: edit.text };
    case 'formula':
      return {
        formula: edit.formula,
        value: edit.value === '' ? '' : cellNumber(points(edit.value)),
      };
  }
}
