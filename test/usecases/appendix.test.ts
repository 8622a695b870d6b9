import { makeAppendix, planAppendixSheet } from '../../src/usecases/appendix';
import { readSnapshot } from '../../src/usecases/readWorkbook';
import type { Change } from '../../src/workbook/patch';
import { sampleData, sampleReading } from '../support/sample';
import { sheetOfRows, workbookOf } from '../support/snapshots';

const reading = sampleReading();
const doc = makeAppendix(reading, sampleData.sheet, { sign: 'negative' });

function changeOf<K extends Change['kind']>(changes: readonly Change[], kind: K) {
  return changes.filter((change): change is Change & { kind: K } => change.kind === kind);
}

test('takes its title from the sheet when that is an appendix', () => {
  expect(doc.title).toEqual(sampleData.title);
  const other = makeAppendix(reading, sampleData.sheet, { sign: 'negative', title: ['A', 'B'] });
  expect(other.title).toEqual(['A', 'B']);
});

test('has a usual title for a score sheet', () => {
  const sheet = sheetOfRows([
    ['BẢNG ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH'],
    ['STT', 'Tiêu chí', 'Điểm chuẩn', 'Điểm thẩm định', 'Điểm bị trừ'],
    ['1.1', 'Kế hoạch', 2, 1.5, 0.5],
    ['1.2', 'Báo cáo', 1, 1, 0],
  ]);
  const made = makeAppendix(readSnapshot(workbookOf([sheet])), sheet.name, { sign: 'negative' });
  expect(made.title[0]).toBe('PHỤ LỤC');
  expect(made.rows).toHaveLength(2);
});

test('names the unit and the period that the score sheet says', () => {
  const sheet = sheetOfRows([
    ['UBND XÃ VĨNH LINH'],
    ['BẢNG ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2026'],
    ['STT', 'Tiêu chí', 'Điểm chuẩn', 'Điểm thẩm định'],
    ['1.1', 'Kế hoạch', 2, 1.5],
    ['1.2', 'Báo cáo', 1, 1],
  ]);
  const made = makeAppendix(readSnapshot(workbookOf([sheet])), sheet.name, { sign: 'negative' });
  expect(made.title.at(-1)).toBe('CỦA UBND XÃ VĨNH LINH, NĂM 2026');
});

describe('as a sheet', () => {
  const plan = planAppendixSheet(reading, doc);
  const { changes } = plan.patch;

  test('is said in words', () => {
    expect(plan.lines).toEqual([
      {
        code: 'newSheet',
        params: { sheet: 'Phụ lục điểm trừ', rows: '28', leaves: '27', max: '40' },
      },
    ]);
  });

  test('holds figures as numbers, sums as formulas, codes as text', () => {
    const body = changeOf(changes, 'write').at(-1)?.cells ?? [];
    expect(body[0]?.slice(0, 6)).toEqual([
      { value: '1.1.3' },
      { value: sampleData.rows[0]?.name },
      { value: 2 },
      { value: 2 },
      { value: 0.85 },
      { value: -1.15 },
    ]);
    expect(body[27]?.[5]).toEqual({ formula: '=SUM(F5:F31)', value: -23.41 });
    expect(body.flat().filter((cell) => cell && 'formula' in cell)).toHaveLength(4);
  });

  test('merges, heightens, freezes and prints', () => {
    expect(changeOf(changes, 'merge').map((change) => change.area)).toContainEqual({
      top: 15,
      left: 7,
      bottom: 19,
      right: 7,
    });
    expect(changeOf(changes, 'freeze')[0]?.rows).toBe(4);
    expect(changeOf(changes, 'print')[0]?.setup).toMatchObject({
      orientation: 'landscape',
      titleRows: { first: 3, last: 3 },
    });
    expect(changeOf(changes, 'rowHeight').at(-1)?.heights).toHaveLength(28);
  });

  test('takes a free name, and changes nothing when the very sheet is there', () => {
    const [first] = reading.snapshot.sheets;
    const taken = {
      ...reading,
      snapshot: { ...reading.snapshot, sheetNames: [first?.name ?? '', 'PHỤ LỤC ĐIỂM TRỪ'] },
    };
    expect(planAppendixSheet(taken, doc).lines[0]?.params['sheet']).toBe('Phụ lục điểm trừ (2)');

    const made = sheetOfRows(
      changeOf(changes, 'write').reduce<Parameters<typeof sheetOfRows>[0]>((rows, change) => {
        change.cells.forEach((line, r) => {
          rows[change.at.row + r] = line.map((cell) =>
            cell && 'formula' in cell ? { v: cell.value, f: cell.formula } : (cell?.value ?? null),
          );
        });
        return rows.length > 2 && !rows[2] ? Object.assign(rows, { 2: [] }) : rows;
      }, []),
      { name: 'Phụ lục điểm trừ' },
    );
    const both = {
      ...reading,
      snapshot: { ...reading.snapshot, sheets: [...reading.snapshot.sheets, made] },
    };
    expect(planAppendixSheet(both, doc)).toEqual({
      patch: { changes: [], expects: [] },
      lines: [{ code: 'nothing', params: {} }],
      conflicts: [],
    });
    const edited = { ...both, snapshot: structuredClone(both.snapshot) };
    const line = edited.snapshot.sheets[1]?.values[5] ?? [];
    line[6] = 'sửa tay';
    expect(planAppendixSheet(edited, doc).lines[0]?.code).toBe('newSheet');
  });
});
