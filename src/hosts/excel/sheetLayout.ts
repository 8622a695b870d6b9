/** What belongs to whole rows, columns and the sheet: sizes, frozen panes, print set-up. Read and set. */
import type { Area } from '../../workbook/address';
import type { PrintSetup } from '../../workbook/patch';
import type { LookedSheet } from './look';
import { locate, wholeColumns, wholeRows } from './lookErrands';
import { areaOf } from './mergedAreas';
import type { Place } from './needs';
import type { SavedPrint, SavedSheet } from './saved';
import type { Errand } from './trips';

type SheetOf = (context: Excel.RequestContext) => Excel.Worksheet;

const pointsPerCentimetre = 72 / 2.54;
const lastIndexes = { row: 1_048_575, column: 16_383 };

/** Excel's own limit for a row. */
const highestRow = 409;

/**
 * A width in characters as points: the widest digit of the default font has seven pixels, and five
 * are around the text.
 */
export function widthInPoints(characters: number): number {
  return Math.round(characters * 7 + 5) * 0.75;
}

export function columnWidthErrand(sheet: SheetOf, place: Place, known: LookedSheet): Errand {
  return {
    bytes: 4000,
    queue(context) {
      const range = locate(sheet(context), place);
      range.load('rowIndex,columnIndex,rowCount,columnCount');
      const columns = range.getColumnProperties({
        columnHidden: true,
        format: { columnWidth: true },
      });
      return () => {
        const first = range.columnIndex;
        const points = columns.value.map((column) => column.format?.columnWidth ?? 0);
        known.saved.columnWidths.push({ first, points });
        columns.value.forEach((column, i) => {
          if (column.columnHidden) known.hiddenColumns.add(first + i);
        });
      };
    },
  };
}

export function rowHeightErrand(sheet: SheetOf, place: Place, known: LookedSheet): Errand {
  const rows = typeof place === 'object' && 'top' in place ? place.bottom - place.top + 1 : 400;
  return {
    bytes: rows * 60,
    queue(context) {
      const range = locate(sheet(context), place);
      range.load('rowIndex,columnIndex,rowCount,columnCount');
      const found = range.getRowProperties({ rowHidden: true, format: { rowHeight: true } });
      return () => {
        const first = range.rowIndex;
        const points = found.value.map((row) => row.format?.rowHeight ?? 0);
        known.saved.rowHeights.push({ first, points });
        found.value.forEach((row, i) => {
          if (row.rowHidden) known.hiddenRows.add(first + i);
        });
      };
    },
  };
}

/** Equal sizes that follow each other are set together; a hidden row or column stays as it is. */
export function queueColumnWidths(
  sheet: Excel.Worksheet,
  first: number,
  points: readonly (number | null)[],
): void {
  for (const run of runs(points)) {
    if (run.value === null) continue;
    wholeColumns(sheet, first + run.first, first + run.last).format.columnWidth = run.value;
  }
}

/** @param points null leaves a row alone; "auto" lets Excel decide */
export function queueRowHeights(
  sheet: Excel.Worksheet,
  first: number,
  points: readonly (number | 'auto' | null)[],
): void {
  for (const run of runs(points)) {
    if (run.value === null) continue;
    const { format } = wholeRows(sheet, first + run.first, first + run.last);
    if (run.value === 'auto') format.autofitRows();
    else format.rowHeight = Math.min(run.value, highestRow);
  }
}

function runs<T>(values: readonly T[]): { first: number; last: number; value: T }[] {
  const found: { first: number; last: number; value: T }[] = [];
  values.forEach((value, i) => {
    const open = found[found.length - 1];
    if (open && open.value === value) open.last = i;
    else found.push({ first: i, last: i, value });
  });
  return found;
}

export function paneErrand(sheet: SheetOf, saved: SavedSheet): Errand {
  return {
    bytes: 200,
    queue(context) {
      const frozen = sheet(context).freezePanes.getLocationOrNullObject();
      frozen.load('rowIndex,columnIndex,rowCount,columnCount');
      return () => {
        saved.freeze = frozen.isNullObject ? { rows: 0, columns: 0 } : paneOf(areaOf(frozen));
      };
    },
  };
}

/** Rows frozen alone reach over every column, columns frozen alone over every row. */
export function paneOf(area: Area): { rows: number; columns: number } {
  return {
    rows: area.bottom === lastIndexes.row ? 0 : area.bottom + 1,
    columns: area.right === lastIndexes.column ? 0 : area.right + 1,
  };
}

export function queueFreeze(
  sheet: Excel.Worksheet,
  { rows, columns }: { rows: number; columns: number },
): void {
  const { freezePanes } = sheet;
  if (rows === 0 && columns === 0) freezePanes.unfreeze();
  else if (columns === 0) freezePanes.freezeRows(rows);
  else if (rows === 0) freezePanes.freezeColumns(columns);
  else freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, rows, columns));
}

export function printErrand(sheet: SheetOf, saved: SavedSheet): Errand {
  return {
    bytes: 1000,
    queue(context) {
      const { pageLayout } = sheet(context);
      pageLayout.load('orientation,paperSize,zoom,topMargin,bottomMargin,leftMargin,rightMargin');
      const { headersFooters } = pageLayout;
      headersFooters.load('state');
      headersFooters.defaultForAllPages.load('centerHeader');
      headersFooters.firstPage.load('centerHeader');
      const titles = pageLayout.getPrintTitleRowsOrNullObject();
      titles.load('rowIndex,rowCount');
      return () => {
        saved.print = {
          orientation: pageLayout.orientation,
          paperSize: pageLayout.paperSize,
          zoom: pageLayout.zoom,
          margins: {
            top: pageLayout.topMargin,
            bottom: pageLayout.bottomMargin,
            left: pageLayout.leftMargin,
            right: pageLayout.rightMargin,
          },
          titleRows: titles.isNullObject
            ? null
            : { first: titles.rowIndex, last: titles.rowIndex + titles.rowCount - 1 },
          headerState: headersFooters.state,
          header: headersFooters.defaultForAllPages.centerHeader,
          firstHeader: headersFooters.firstPage.centerHeader,
        };
      };
    },
  };
}

/** The page number stands at the top of every page but the first. */
export function printOf(setup: PrintSetup): SavedPrint {
  const { top, bottom, left, right } = setup.margins;
  const inPoints = (centimetres: number) => Math.round(centimetres * pointsPerCentimetre * 10) / 10;
  return {
    orientation: setup.orientation === 'landscape' ? 'Landscape' : 'Portrait',
    paperSize: setup.paper,
    zoom: setup.fitToWidth ? { horizontalFitToPages: 1 } : { scale: 100 },
    margins: {
      top: inPoints(top),
      bottom: inPoints(bottom),
      left: inPoints(left),
      right: inPoints(right),
    },
    titleRows: setup.titleRows,
    headerState: setup.pageNumbers ? 'FirstAndDefault' : 'Default',
    header: setup.pageNumbers ? '&P' : '',
    firstHeader: '',
  };
}

export function queuePrint(sheet: Excel.Worksheet, print: SavedPrint): void {
  const { pageLayout } = sheet;
  const { headersFooters } = pageLayout;
  pageLayout.orientation = print.orientation;
  pageLayout.paperSize = print.paperSize;
  pageLayout.zoom = zoomAlone(print.zoom);
  pageLayout.topMargin = print.margins.top;
  pageLayout.bottomMargin = print.margins.bottom;
  pageLayout.leftMargin = print.margins.left;
  pageLayout.rightMargin = print.margins.right;
  queueTitleRows(sheet, print.titleRows);
  headersFooters.defaultForAllPages.centerHeader = print.header;
  headersFooters.firstPage.centerHeader = print.firstHeader;
  headersFooters.state = print.headerState;
}

export function queueTitleRows(sheet: Excel.Worksheet, rows: PrintSetup['titleRows']): void {
  sheet.pageLayout.setPrintTitleRows(rows ? `$${rows.first + 1}:$${rows.last + 1}` : '');
}

/** Excel reports both kinds, one of them null, and takes only one. */
function zoomAlone(zoom: Excel.PageLayoutZoomOptions): Excel.PageLayoutZoomOptions {
  const { scale, horizontalFitToPages, verticalFitToPages } = zoom as Record<
    string,
    number | null | undefined
  >;
  if (typeof scale === 'number') return { scale };
  const fit: Excel.PageLayoutZoomOptions = {};
  if (horizontalFitToPages) fit.horizontalFitToPages = horizontalFitToPages;
  if (verticalFitToPages) fit.verticalFitToPages = verticalFitToPages;
  return fit;
}
