/** A workbook as councils get them: titles merged over the table, three levels, formulas, colours, names. */
import { BookModel } from '../../excel-host/bookModel';
import { compute, fill, paint } from '../../excel-host/person';

export const sheetName = 'Bảng điểm';
/** Zero-based row of the first criterion, and columns of the table. */
export const firstRow = 4;
export const column = {
  code: 0,
  name: 1,
  max: 2,
  self: 3,
  appraised: 4,
  deduction: 5,
  opinion: 6,
  unit: 7,
};

export function scoreBook(criteria = 30): BookModel {
  const book = new BookModel(sheetName);
  const sheet = book.sheet(sheetName);
  const last = firstRow + criteria;
  fill(book, sheetName, 'A1', [['KẾT QUẢ THẨM ĐỊNH']]);
  fill(book, sheetName, 'A3', [
    ['STT', 'Tiêu chí', 'Điểm', null, null, null, 'Ý kiến', 'Đơn vị chịu trách nhiệm'],
    [null, null, 'Điểm chuẩn', 'Tự đánh giá', 'Thẩm định', 'Bị trừ', null, null],
  ]);
  paint(book, sheetName, `A3:H${last + 1}`, {
    'font.name': 'Times New Roman',
    'font.size': 12,
    'borders.top.style': 'Continuous',
    'borders.left.style': 'Continuous',
    'borders.right.style': 'Continuous',
    'borders.bottom.style': 'Continuous',
    wrapText: true,
  });
  paint(book, sheetName, 'A3:H4', { 'font.bold': true, horizontalAlignment: 'Center' });
  paint(book, sheetName, 'C3:F4', { 'fill.color': '#DDEBF7' });
  paint(book, sheetName, `A5:A${last}`, { numberFormat: '@' });
  paint(book, sheetName, `C5:F${last + 1}`, { numberFormat: '0.00' });
  for (let i = 0; i < criteria; i += 1) {
    const row = firstRow + i + 1;
    fill(book, sheetName, `A${row}`, [
      [
        `${Math.floor(i / 10) + 1}.${(i % 10) + 1}`,
        `Tiêu chí số ${i + 1}`,
        2,
        1.5,
        1.25,
        null,
        '- Chưa ban hành kế hoạch',
        'Phòng Nội vụ',
      ],
    ]);
    compute(book, sheetName, `F${row}`, `=C${row}-E${row}`, 0.75);
  }
  fill(book, sheetName, `B${last + 1}`, [['Tổng cộng']]);
  compute(book, sheetName, `F${last + 1}`, `=SUM(F5:F${last})`, 0.75 * criteria);
  for (const area of ['A1:H1', 'A3:A4', 'B3:B4', 'C3:F3', 'G3:G4', 'H3:H4'])
    sheet.merge(areaOf(area));
  sheet.merge(areaOf('H6:H8'));
  sheet.columnWidths.set(1, 240).set(7, 160);
  sheet.rowHeights.set(0, 30).set(5, 45);
  sheet.freeze = { rows: 4, columns: 0 };
  sheet.addRule([areaOf(`E5:H${last}`)], '=$E5<$C5', '#FFC7CE');
  book.names.push({ name: 'TongTru', formula: `='${sheetName}'!$F$${last + 1}`, scope: null });
  book.newSheet('Tổng hợp');
  compute(book, 'Tổng hợp', 'A1', `='${sheetName}'!H5&'${sheetName}'!F${last + 1}`, '');
  return book;
}

/** A sheet that people have worked on: formats of each kind and comments of their own. */
export function workedOn(rows: number): BookModel {
  const book = scoreBook(rows);
  const worked = book.sheet(sheetName);
  const whole = { top: firstRow, bottom: firstRow + rows - 1, left: 2, right: 5 };
  worked.addRule([whole], '', null, { type: 'ColorScale' });
  worked.addRule([whole], '', '#FFC7CE', { type: 'CellValue', unreachable: true });
  worked.addRule([whole], '=$C5=0', '#C6EFCE', { unreachable: true });
  worked.addRule([whole], '=LEN($B5)>0', '#E2EFDA');
  for (let row = 0; row < 5; row += 1)
    worked.addComment(firstRow + row * 2, column.opinion, 'Đề nghị bổ sung tài liệu kiểm chứng');
  return book;
}

function areaOf(address: string) {
  const [, a = '', r = '', b = a, s = r] = /^([A-Z])(\d+)(?::([A-Z])(\d+))?$/.exec(address) ?? [];
  return {
    top: Number(r) - 1,
    bottom: Number(s) - 1,
    left: a.charCodeAt(0) - 65,
    right: b.charCodeAt(0) - 65,
  };
}
