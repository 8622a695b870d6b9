/**
 * A new score sheet from a framework: title block, header, every criterion with code, name and max,
 * empty score cells with their limits, and live formulas for deductions, sub-totals, total, base and
 * index.
 *
 * Rules kept here: the sum of an area is the sum of what stands under it. Where the framework declares
 * more for a node than its listed children have, a row of its own holds the remainder, so that nothing
 * is lost and nothing is invented.
 */
import type { Framework } from '../../domain/framework/framework';
import type { Change } from '../patch';
import { scoreSheetBody } from './newScoreSheetBody';
import { computeSheetFigures, type StartingEntries } from './newScoreSheetFigures';
import { frameworkRows } from './newScoreSheetRows';
import { sheetColumns, type SheetOptions } from './newScoreSheetColumns';
import { summaryBlock } from './newScoreSheetSummary';
import { titleBlock, headerRows, sheetFrame } from './newScoreSheetFrame';

export interface NewScoreSheet {
  changes: Change[];
  rows: number;
  leaves: number;
}

/** First row of the header, zero-based: unit, title, source and a blank row stand above. */
export const HEADER_ROW = 4;

/**
 * @param sheet a name that no sheet of the workbook has
 * @param entries what the sheet starts with: scores and words carried over from an older version
 */
export function layoutNewScoreSheet(
  framework: Framework,
  sheet: string,
  options: SheetOptions,
  entries: StartingEntries = new Map(),
): NewScoreSheet {
  const columns = sheetColumns(options);
  const headerHeight = options.rounds === 2 ? 2 : 1;
  const bodyRow = HEADER_ROW + headerHeight;
  const rows = frameworkRows(framework, bodyRow, options.leaveOutSurvey);
  const hasAssessment = columns.some((column) => column.role === 'assessment');
  const figures = computeSheetFigures(rows, entries, hasAssessment);
  const changes: Change[] = [
    { kind: 'newSheet', sheet, visibility: 'visible', activate: true },
    ...titleBlock(sheet, columns, framework, options),
    ...headerRows(sheet, columns, HEADER_ROW, headerHeight),
    ...scoreSheetBody(sheet, columns, rows, figures, entries),
    ...summaryBlock(sheet, columns, rows, bodyRow + rows.length, figures),
    ...sheetFrame(sheet, columns, HEADER_ROW, headerHeight),
  ];
  return { changes, rows: rows.length, leaves: rows.filter((row) => row.isLeaf).length };
}
