/** Print set-up of a sheet: paper, margins, repeated rows, page numbers. */
import type { PrintSetup, RowSpan } from '../../workbook/patch';
import { onSheet, type Book, type Sheet } from './book';
import { setPart } from './sheetParts';
import { childElement, childElements, element, without } from './xml';

const centimetresPerInch = 2.54;
const titlesName = '_xlnm.Print_Titles';

export function applyPrint(book: Book, sheet: Sheet, setup: PrintSetup): void {
  setFitToPage(sheet, setup.fitToWidth);
  const inches = (centimetres: number): string =>
    String(Math.round((centimetres / centimetresPerInch) * 1e6) / 1e6);
  const { top, bottom, left, right } = setup.margins;
  const edge = inches(Math.min(1.27, top / 2, bottom / 2));
  setPart(
    sheet,
    'pageMargins',
    element('pageMargins', {
      left: inches(left),
      right: inches(right),
      top: inches(top),
      bottom: inches(bottom),
      header: edge,
      footer: edge,
    }),
  );
  // Printer settings of whoever made the sheet would win over what is said here.
  const held = childElement(sheet.root, 'pageSetup')?.attributes ?? {};
  const others = without(held, 'scale', 'r:id', 'usePrinterDefaults');
  const fit = setup.fitToWidth ? { fitToWidth: '1', fitToHeight: '0' } : {};
  setPart(
    sheet,
    'pageSetup',
    element('pageSetup', { ...others, paperSize: '9', orientation: setup.orientation, ...fit }),
  );
  setPageNumbers(sheet, setup.pageNumbers);
  setTitleRows(book, sheet, setup.titleRows);
}

function setFitToPage(sheet: Sheet, fit: boolean): void {
  const properties = childElement(sheet.root, 'sheetPr');
  const others = properties
    ? childElements(properties).filter((child) => child.name !== 'pageSetUpPr')
    : [];
  const held = properties && childElement(properties, 'pageSetUpPr');
  const page = element('pageSetUpPr', { ...held?.attributes, fitToPage: fit ? '1' : '0' });
  setPart(sheet, 'sheetPr', element('sheetPr', properties?.attributes, [...others, page]));
}

function setPageNumbers(sheet: Sheet, numbers: boolean): void {
  const held = childElement(sheet.root, 'headerFooter');
  const others = held
    ? childElements(held).filter((child) => !['oddHeader', 'firstHeader'].includes(child.name))
    : [];
  if (numbers) {
    // A first page that differs, with an empty header, carries no number.
    const header = element('oddHeader', {}, ['&C&P']);
    const footers = others.filter((child) => child.name !== 'firstFooter');
    const first = [
      element('firstHeader'),
      ...others.filter((child) => child.name === 'firstFooter'),
    ];
    setPart(
      sheet,
      'headerFooter',
      element('headerFooter', { ...held?.attributes, differentFirst: '1' }, [
        header,
        ...footers,
        ...first,
      ]),
    );
  } else {
    setPart(
      sheet,
      'headerFooter',
      others.length > 0 ? element('headerFooter', held?.attributes, others) : null,
    );
  }
}

/** A header that grew is repeated whole, where it was repeated at all. */
export function growTitleRows(book: Book, sheet: Sheet, was: RowSpan, rows: RowSpan): void {
  const held = readTitleRows(book, sheet);
  if (held?.first === was.first && held.last === was.last) setTitleRows(book, sheet, rows);
}

/** The rows that every page repeats; null when there are none. */
function readTitleRows(book: Book, sheet: Sheet): PrintSetup['titleRows'] {
  const held = book.names.find(
    (name) => name.name === titlesName && name.sheetId === sheet.sheetId,
  );
  const first = /!\$?(\d+):\$?(\d+)/.exec(held?.text ?? '');
  return first ? { first: Number(first[1]) - 1, last: Number(first[2]) - 1 } : null;
}

function setTitleRows(book: Book, sheet: Sheet, rows: PrintSetup['titleRows']): void {
  const held = book.names.find(
    (name) => name.name === titlesName && name.sheetId === sheet.sheetId,
  );
  const others = book.names.filter((name) => name !== held);
  // Repeated columns that the sheet has already stay.
  const columns = held?.text
    .split(/,(?=(?:[^']*'[^']*')*[^']*$)/)
    .find((part) => /!\$?[A-Z]+:\$?[A-Z]+$/.test(part));
  const parts = [
    columns,
    rows && onSheet(sheet.name, `$${rows.first + 1}:$${rows.last + 1}`),
  ].filter(Boolean);
  book.names =
    parts.length === 0
      ? others
      : [
          ...others,
          { name: titlesName, sheetId: sheet.sheetId, attributes: {}, text: parts.join(',') },
        ];
}
