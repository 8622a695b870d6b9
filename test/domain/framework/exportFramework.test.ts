import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { checkFramework } from '../../../src/domain/framework/checkFramework';
import { frameworkJson, frameworkTable } from '../../../src/domain/framework/frameworkTable';
import { frameworkJsonSchema } from '../../../src/domain/framework/jsonSchema';
import { readFrameworkTables } from '../../../src/domain/framework/readTable';
import { frameworkTableWords } from '../../../src/i18n/vi/framework';
import { builtInFrameworks, readFrameworkJson } from '../../../src/usecases/frameworks';
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
