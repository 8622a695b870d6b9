/**
 * Minutes as a sheet to print and sign: the table of findings as any document has it, and beneath it
 * room for signatures, side by side, kept on one page with each other.
 */
import type { Signature, TableDocument } from '../../domain/letters/tableDocument';
import type { Area } from '../address';
import type { CellFormat, Change } from '../patch';
import { appendixSheetCells, layoutAppendixSheet } from './appendixSheet';
import { BODY_SIZE, FONT, formatArea } from './sheetStyle';

/** Room for a hand, in points. */
const SIGNATURE_ROOM = 72;

/** @param sheet a name that no sheet of the workbook has */
export function layoutMinutesSheet(doc: TableDocument, sheet: string): Change[] {
  const top = appendixSheetCells(doc).length + 1;
  const places = signatureColumns(doc, doc.signatures?.length ?? 0);
  return [
    ...layoutAppendixSheet(doc, sheet),
    ...(doc.signatures ?? []).flatMap((signature, i) => {
      const place = places[i];
      return place ? signatureChanges(sheet, signature, { ...place, top, bottom: top }) : [];
    }),
    ...(places.length > 0
      ? [
          {
            kind: 'rowHeight' as const,
            sheet,
            first: top,
            heights: [34, 20, SIGNATURE_ROOM],
          },
        ]
      : []),
  ];
}

function signatureChanges(sheet: string, { caption, note }: Signature, area: Area): Change[] {
  const format: CellFormat = {
    numberFormat: '@',
    fontName: FONT,
    fontSize: BODY_SIZE + 1,
    horizontal: 'center',
    vertical: 'middle',
    wrap: true,
  };
  const below = { ...area, top: area.top + 1, bottom: area.bottom + 1 };
  const line = (at: Area, text: string, more: CellFormat): Change[] => [
    formatArea(sheet, at, { ...format, ...more }),
    {
      kind: 'write',
      sheet,
      at: { row: at.top, column: at.left },
      cells: [[{ value: text }]],
    },
    ...(at.right > at.left ? [{ kind: 'merge' as const, sheet, area: at }] : []),
  ];
  return [...line(area, caption, { bold: true }), ...line(below, note, { italic: true })];
}

/** Runs of columns that share out the width of the page about evenly; each has at least one. */
function signatureColumns(doc: TableDocument, count: number): { left: number; right: number }[] {
  const widths = doc.columns.map(({ width }) => width);
  const total = widths.reduce((sum, width) => sum + width, 0);
  const places: { left: number; right: number }[] = [];
  let left = 0;
  let passed = 0;
  for (let i = 0; i < Math.min(count, widths.length); i += 1) {
    const isLast = i === count - 1;
    const room = widths.length - (count - i);
    let right = left;
    passed += widths[left] ?? 0;
    while (right < room && (isLast || passed < (total * (i + 1)) / count)) {
      right += 1;
      passed += widths[right] ?? 0;
    }
    places.push({ left, right });
    left = right + 1;
  }
  return places;
}
