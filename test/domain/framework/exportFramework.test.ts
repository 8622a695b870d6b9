import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { checkFramework } from '../../../src/domain/framework/checkFramework';
import { frameworkJson, frameworkTable } from '../../../src/domain/framework/frameworkTable';
import { frameworkJsonSchema } from '../../../src/domain/framework/jsonSchema';
import { withOutsideParts } from '../../../src/domain/framework/outsideParts';
import { readFrameworkTables } from '../../../src/domain/framework/readTable';
import { flattenFramework, type Framework } from '../../../src/domain/framework/framework';
import { tableHtml } from '../../../src/domain/letters/html';
import { tableText } from '../../../src/domain/letters/plainTable';
import type { TableDocument } from '../../../src/domain/letters/tableDocument';
import { frameworkTableWords } from '../../../src/i18n/vi/framework';
import { FRAMEWORK_SHEET, planDocumentSheet } from '../../../src/usecases/documentSheet';
import { builtInFrameworks, readFrameworkJson } from '../../../src/usecases/frameworks';
import { fromClipboard, fromFile, fromSnapshotSheet } from '../../../src/usecases/importFramework';
import type { SheetSnapshot } from '../../../src/workbook/snapshot';
import { FakeHost } from '../../support/fakeHost';
import { arbitraryFramework } from '../../support/arbitraryFramework';

const docs = (name: string) => readFileSync(join(__dirname, '../../../docs', name), 'utf8');

test('JSON out is JSON in', () => {
  for (const framework of builtInFrameworks())
    expect(readFrameworkJson(frameworkJson(framework))).toEqual({ ok: true, framework });
});

test('the clean table reads back as the same tree', () => {
  fc.assert(
    fc.property(arbitraryFramework(false, false), (framework) => {
      const table = frameworkTable(framework, frameworkTableWords, ',');
      const header = table.columns.map((column) => ({ text: column.header }));
      const rows = table.rows.map((row) => row.flatMap((cell) => (cell ? [cell] : [])));
      const reading = readFrameworkTables([{ rows: [header, ...rows] }], { year: 2026 });
      expect(reading.draft?.areas).toEqual(framework.areas);
      expect(reading.draft?.total).toBe(framework.total);
    }),
    { numRuns: 20 },
  );
});

describe('bonus and penalty beside the scale', () => {
  const samples = builtInFrameworks().map((framework) => [framework.id, framework] as const);
  test.each(samples)('come back from the table of %s', async (_, sample) => {
    const framework = withOutsideParts(sample, { bonus: '2', penalty: '1.5' });
    const table = frameworkTable(framework, frameworkTableWords, ',');
    for (const imported of [
      await fromClipboard({ html: tableHtml(table), text: tableText(table) }),
      await fromClipboard({ html: '', text: tableText(table) }),
      fromSnapshotSheet(await asSheet(table)),
    ]) {
      if (imported.kind !== 'reading') throw new Error(imported.kind);
      const { draft, problems } = imported.reading;
      expect(told(draft)).toEqual(told(framework));
      expect(draft?.areas.slice(-2)).toEqual(framework.areas.slice(-2));
      expect(problems.filter(({ code }) => code === 'totalMismatch')).toEqual([]);
    }
    const strange = checkFramework(framework).filter(({ params }) => params['at'] === '');
    expect(strange).toEqual([]);
  });

  test('after the total, or where nothing has a code', () => {
    const read = (lines: string[][]) =>
      readFrameworkTables([{ rows: lines.map((line) => line.map((text) => ({ text }))) }], {
        year: 2026,
      }).draft;
    const head = ['STT', 'Lĩnh vực, tiêu chí', 'Điểm tối đa'];
    const tail = [
      ['', 'Tổng cộng', '10'],
      ['', 'Điểm cộng', '3'],
      ['', 'Điểm trừ', '2'],
    ];
    const coded = read([head, ['1', 'Chỉ đạo', '10'], ['1.1', 'Kế hoạch', '10'], ...tail]);
    const plain = read([head, ['', 'Chỉ đạo', '6'], ['', 'Thể chế', '4'], ...tail]);
    for (const draft of [coded, plain]) {
      expect(draft?.total).toBe('10');
      expect(draft?.areas.slice(-2)).toEqual([
        {
          code: '',
          name: 'Điểm cộng',
          max: '3',
          rule: { kind: 'outside', sign: 'bonus', ceiling: '3' },
        },
        {
          code: '',
          name: 'Điểm trừ',
          max: '2',
          rule: { kind: 'outside', sign: 'penalty', ceiling: '2' },
        },
      ]);
    }
    expect(coded?.areas[0]?.children).toHaveLength(1);
    expect(plain?.areas).toHaveLength(4);
  });
});

/** With methods and evidence at some criteria, as decisions that bring them have it. */
const withTexts = (framework: Framework): Framework => {
  const copy = JSON.parse(JSON.stringify(framework)) as Framework;
  flattenFramework(copy).forEach(({ node, isLeaf }, i) => {
    if (isLeaf && i % 2 === 0)
      node.method = `Từ 90% trở lên: ${node.max ?? 1}\n- Dưới 90%: 0,25 × tỷ lệ`;
    if (isLeaf && i % 3 === 0) node.evidence = `- Kế hoạch số ${i}/KH-UBND; báo cáo`;
    if (isLeaf && i % 2 === 1) node.responsible = `Chủ trì: Phòng ${i}; Phối hợp: Sở Nội vụ`;
  });
  return copy;
};

const told = (framework: Framework | null | undefined) =>
  framework &&
  flattenFramework(framework).map(({ node, depth }) => {
    const { code, name, max, method, evidence, responsible } = node;
    return { depth, code, name, max, method, evidence, responsible };
  });

function onOneLine(framework: Framework): Framework {
  return JSON.parse(JSON.stringify(framework).replace(/\\n/g, ' ')) as Framework;
}

describe.each(builtInFrameworks().map((framework) => [framework.id, framework] as const))(
  'the table of %s',
  (_, sample) => {
    test.each([
      ['as it is', sample],
      ['with methods, evidence and units', withTexts(sample)],
    ])('%s: what is copied or added reads back as the same framework', async (_case, framework) => {
      const table = frameworkTable(framework, frameworkTableWords, ',');
      const imports = [
        await fromClipboard({ html: tableHtml(table), text: tableText(table) }),
        await fromClipboard({ html: '', text: tableText(table) }),
        await fromFile('bo.html', new TextEncoder().encode(tableHtml(table))),
        fromSnapshotSheet(await asSheet(table)),
      ];
      for (const [i, imported] of imports.entries()) {
        if (imported.kind !== 'reading') throw new Error(JSON.stringify(imported));
        // Plain text has no line breaks within a cell.
        const lines = i === 1 ? onOneLine(framework) : framework;
        expect(told(imported.reading.draft)).toEqual(told(lines));
        const { title, decision, year, level } = imported.reading.head;
        expect({ title, decision, year, level }).toEqual({
          title: framework.title,
          decision: framework.decision,
          year: framework.year,
          level: framework.level,
        });
      }
    });
  },
);

/** The table as the sheet that the plan adds. */
async function asSheet(table: TableDocument): Promise<SheetSnapshot> {
  const host = new FakeHost({ sheets: [], sheetNames: [], activeSheet: '', state: null });
  await host.apply(planDocumentSheet(host.snapshot, table, FRAMEWORK_SHEET).patch);
  return host.sheet(FRAMEWORK_SHEET);
}

test('in a sheet, maxima are numbers and codes stay text', async () => {
  const [sample] = builtInFrameworks();
  const { values } = await asSheet(frameworkTable(sample!, frameworkTableWords, ','));
  const row = values.find(([code]) => code === '3.12.1');
  expect(row?.[2]).toBe(0.5);
  expect(values.flat().filter((value) => value === 3.1)).toEqual([]);
  expect(values.at(-1)).toEqual([null, 'Tổng cộng', 40]);
});

test('the table of a partial sample leaves unknown maxima blank and prints decimal commas', () => {
  const [sample] = builtInFrameworks();
  const table = frameworkTable(sample!, frameworkTableWords, ',');
  expect(table.rows[0]?.map((cell) => cell?.text)).toEqual(['1', '', '']);
  expect(table.rows.find((row) => row[0]?.text === '3.12.1')?.[2]?.text).toBe('0,5');
  expect(table.rows.at(-1)?.map((cell) => cell?.text)).toEqual(['', 'Tổng cộng', '40']);
  expect(table.subtitle).toEqual([
    '(Kèm theo Quyết định số 1325/QĐ-UBND ngày 23/6/2023 của UBND tỉnh Quảng Trị)',
  ]);
});

describe('what is published', () => {
  test('the JSON Schema is that of the program (else: npx tsx scripts/makeFrameworkSchema.ts)', () => {
    expect(JSON.parse(docs('framework.schema.json'))).toEqual(
      JSON.parse(JSON.stringify(frameworkJsonSchema())),
    );
  });

  test('the example of the doc page is a framework without problems', () => {
    const example = /```json\n([\s\S]*?)```/.exec(docs('framework.md'))?.[1] ?? '';
    const reading = readFrameworkJson(example);
    expect(reading.ok && checkFramework(reading.framework)).toEqual([]);
  });
});
