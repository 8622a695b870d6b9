/** Minutes: every finding with its state, the sheet's figures, room for signatures; as sheet and as HTML. */
import { tableHtml } from '../../src/domain/letters/html';
import { tableText } from '../../src/domain/letters/plainTable';
import { minutesWords } from '../../src/i18n/vi/documents';
import { checkWorkbook } from '../../src/usecases/checkWorkbook';
import { makeMinutes, planMinutesSheet } from '../../src/usecases/minutes';
import { planAccept, reviewFindings } from '../../src/usecases/review';
import { points } from '../../src/domain/points';
import type { WorkbookFile } from '../../src/workbook/view';
import { openSample, readAll, reopened } from '../support/files';

async function minutesOf(file: WorkbookFile) {
  const reading = await readAll(file);
  const [report] = checkWorkbook(reading, { base: points('79') });
  if (!report) throw new Error('the sample has a table');
  const reviewed = reviewFindings(report, reading.state);
  const request = { file: 'mau.xlsx', unit: 'UBND huyện Vĩnh Linh', date: 'ngày 20/7/2023' };
  return { reading, reviewed, doc: makeMinutes(report, reviewed, request, minutesWords) };
}

test('lists every finding once, with its state and reason', async () => {
  const file = await openSample();
  const first = await minutesOf(file);
  await file.apply(
    planAccept(first.reading, first.reviewed.slice(0, 1), 'Đã có bản giải trình', '19/7/2023')
      .patch,
  );
  const { doc, reviewed } = await minutesOf(file);
  expect(doc.rows).toHaveLength(reviewed.length);
  const states = doc.rows.map((row) => row.at(-1)?.text);
  expect(states[0]).toBe('Đã xem, chấp nhận (19/7/2023): Đã có bản giải trình');
  expect(states.slice(1).every((state) => state === 'Còn mở')).toBe(true);
  const intro = doc.intro?.join('\n') ?? '';
  expect(intro).toContain('UBND huyện Vĩnh Linh');
  expect(intro).toContain('27 tiêu chí; điểm chuẩn 40,00; điểm tự đánh giá 31,87');
  expect(intro).toContain('chỉ số CCHC 70,37%');
  expect(intro).toContain(`còn mở ${reviewed.length - 1}, đã xem và chấp nhận 1`);
});

test('what was accepted and has changed since is open, and says so', async () => {
  const file = await openSample();
  const { reading, reviewed } = await minutesOf(file);
  await file.apply(planAccept(reading, reviewed, 'đã xem').patch);
  const { place } =
    reviewed.find(({ finding }) => finding.code === 'evidence-percent-wrong')?.finding ?? {};
  if (!place) throw new Error('it has a cell');
  file.edit(place.sheet, place, { value: 'Hoàn thành 4/9 nhiệm vụ, đạt 55,56% (bổ sung)' });
  const { doc } = await minutesOf(file);
  expect(doc.rows.map((row) => row.at(-1)?.text)).toContain(
    'Còn mở: đã chấp nhận trước đây (đã xem), nhưng ô đã thay đổi',
  );
});

test('as a sheet: A4 landscape, signatures beneath, and it is taken for no score sheet', async () => {
  const file = await openSample();
  const { reading, doc } = await minutesOf(file);
  const plan = planMinutesSheet(reading.snapshot, doc);
  expect(plan.lines[0]?.code).toBe('documentSheet');
  expect(plan.patch.changes.every(({ sheet }) => sheet === 'Biên bản kiểm tra')).toBe(true);
  const undo = await file.apply(plan.patch);
  const after = await readAll(await reopened(file));
  const cells = after.snapshot.sheets.at(-1)?.values ?? [];
  const captions = doc.signatures?.map(({ caption }) => caption) ?? [];
  const line = cells.find((row) => row.includes(captions[0] ?? ''));
  expect(line?.filter((cell) => cell !== null)).toEqual(captions);
  expect(after.tables.map(({ sheet }) => sheet)).toEqual(reading.tables.map(({ sheet }) => sheet));
  const print = plan.patch.changes.find(({ kind }) => kind === 'print');
  expect(print).toMatchObject({ setup: { orientation: 'landscape', paper: 'A4' } });
  const { styles, sheets } = file.view();
  const fonts = new Set(sheets.at(-1)?.cells.map(({ styleId }) => styles[styleId]?.fontName));
  expect([...fonts]).toEqual(['Times New Roman']);
  await file.apply(undo);
  expect((await readAll(file)).snapshot.sheetNames).toEqual(reading.snapshot.sheetNames);
});

test('as HTML and as text it carries figures and signatures', async () => {
  const { doc } = await minutesOf(await openSample());
  for (const text of [tableHtml(doc), tableText(doc)]) {
    expect(text).toContain('BIÊN BẢN KIỂM TRA');
    expect(text).toContain('chỉ số CCHC 70,37%');
    expect(text).toContain('NGƯỜI KIỂM TRA');
  }
});
