/**
 * How the product's own cells look: Times New Roman, thin borders, one quiet tint for headers, as an
 * official appendix is printed (Nghị định 30/2020/NĐ-CP: Times New Roman, black).
 */
import type { Area } from '../address';
import type { CellFormat, Change, PrintSetup } from '../patch';

export const FONT = 'Times New Roman';
export const BODY_SIZE = 12;
export const HEADER_FILL = '#DCE6F1';
export const AREA_FILL = '#F2F6FA';

export const HEADER_FORMAT: CellFormat = {
  numberFormat: '@',
  fontName: FONT,
  fontSize: BODY_SIZE,
  bold: true,
  fontColor: '#000000',
  fill: HEADER_FILL,
  horizontal: 'center',
  vertical: 'middle',
  wrap: true,
  border: 'thin',
};

export const BODY_FORMAT: CellFormat = {
  fontName: FONT,
  fontSize: BODY_SIZE,
  fontColor: '#000000',
  vertical: 'middle',
  wrap: true,
  border: 'thin',
};

/** Text that a person types: "@" keeps "3.10" and "- việc" from turning into something else. */
export const TEXT_FORMAT: CellFormat = { ...BODY_FORMAT, numberFormat: '@', horizontal: 'left' };
export const CODE_FORMAT: CellFormat = { ...BODY_FORMAT, numberFormat: '@', horizontal: 'center' };

/** Two decimals always, a third when there is one: 2,00 · 0,85 · 1,577. */
export const POINTS_NUMBER_FORMAT = '0.00#';
export const POINTS_FORMAT: CellFormat = {
  ...BODY_FORMAT,
  numberFormat: POINTS_NUMBER_FORMAT,
  horizontal: 'center',
};
export const INDEX_NUMBER_FORMAT = '0.00%';

/** Room to breathe above and below the words, as a printed appendix has it. In points. */
export function comfortable(height: number): number {
  return Math.min(Math.max(height + 5, 22), 409);
}

export function formatArea(sheet: string, area: Area, format: CellFormat): Change {
  return { kind: 'format', sheet, area, format };
}

/** A4 landscape, margins of the decree (left 30 mm for binding, right 15, top and bottom 20). */
export function landscapePrint(titleRows: PrintSetup['titleRows']): PrintSetup {
  return {
    orientation: 'landscape',
    paper: 'A4',
    fitToWidth: true,
    titleRows,
    margins: { top: 2, bottom: 2, left: 3, right: 1.5 },
    pageNumbers: true,
  };
}
