/** Reading some rows again, while a person types: one trip, as small as the rows are few. */
import type { ReadRows, RowBand, RowsRequest } from '../../workbook/host';
import { areaOf } from './mergedAreas';
import { cellBytes, queueCells } from './readSheet';
import { areaToRead } from './readWorkbook';
import { type Errand, runErrands } from './trips';

/** @throws HostError, OfficeExtension.Error */
export async function readRows(requests: readonly RowsRequest[]): Promise<ReadRows[]> {
  const found: ReadRows[] = requests.map(({ sheet }) => ({
    sheet,
    rowCount: 0,
    columnCount: 0,
    bands: [],
  }));
  await runErrands(
    requests.flatMap((request, i) => {
      const rows = found[i];
      return rows ? [sizeErrand(rows), ...bandErrands(request, rows)] : [];
    }),
  );
  return found;
}

/** As a whole reading would take it, so that the two can be compared. */
function sizeErrand(found: ReadRows): Errand {
  return {
    bytes: 400,
    queue(context) {
      const sheet = context.workbook.worksheets.getItem(found.sheet);
      const used = sheet.getUsedRange(false);
      const valued = sheet.getUsedRange(true);
      for (const range of [used, valued]) range.load('rowIndex,columnIndex,rowCount,columnCount');
      return () => {
        const area = areaToRead(found.sheet, areaOf(used), areaOf(valued));
        found.rowCount = area.bottom + 1;
        found.columnCount = area.right + 1;
      };
    },
  };
}

function bandErrands({ sheet, rows, columns }: RowsRequest, found: ReadRows): Errand[] {
  return rows.map(({ first, last }) => {
    const band: RowBand = {
      first,
      values: [],
      formulas: [],
      numberFormats: [],
      bold: [],
      indents: [],
    };
    found.bands.push(band);
    const area = { top: first, bottom: last, left: 0, right: columns - 1 };
    return {
      bytes: (last - first + 1) * columns * cellBytes,
      queue: (context) => queueCells(context, sheet, area, band),
    };
  });
}
