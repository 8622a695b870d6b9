/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import type { ExcelDoor } from '../../excel-host/bridge';
import { openExcel } from '../../excel-host/openExcel';

let excel: ExcelDoor;
beforeAll(async () => {
  excel = await openExcel();
});

test('opens', async () => {
  const out = await Excel.run(async (c) => {
    const s = c.workbook.worksheets.getItem('Bảng điểm');
    const r = s.getRange('A1:B2');
    r.values = [
      ['3.10', "'3.10"],
      [1, null],
    ] as unknown[][];
    r.load('values,valueTypes,numberFormat,format/font/bold');
    const p = r.getCellProperties({ format: { font: { bold: true }, indentLevel: true } });
    await c.sync();
    return [r.values, r.valueTypes, r.numberFormat, r.format.font.bold, p.value];
  });
  console.log(JSON.stringify(out), excel.trips.length, excel.interpreter.unknown);
  const e = await Excel.run(async (c) => {
    c.trace('a');
    c.workbook.worksheets.getItem('Bảng điểm').getRange('A1').values = [[7]];
    c.trace('b');
    c.workbook.worksheets.getItem('x');
    c.trace('c');
    await c.sync();
  }).catch((error: OfficeExtension.Error) => error);
  console.log((e as OfficeExtension.Error).code, (e as OfficeExtension.Error).traceMessages);
  const ctx = new Excel.RequestContext();
  const r = ctx.workbook.worksheets.getItem('Bảng điểm').getRange('A1');
  r.load('values');
  await ctx.sync();
  console.log(r.values, excel.trips.at(-1)?.request.Actions.length, excel.trips.length);
  const e2 = await Excel.run(async (c) => {
    c.workbook.worksheets.getItem('Bảng điểm').getRange('A1').getDependents();
    await c.sync();
  }).catch((error: OfficeExtension.Error) => error);
  console.log((e2 as OfficeExtension.Error).code);
});
