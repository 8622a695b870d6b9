/** The appendix of the sample, and what the clipboard gets of it. */
import fc from 'fast-check';
import { parse, type DefaultTreeAdapterMap } from 'parse5';
import { appendixTable } from '../../../src/domain/letters/appendix';
import { tableHtml } from '../../../src/domain/letters/html';
import { tableText } from '../../../src/domain/letters/plainTable';
import type { TableDocument } from '../../../src/domain/letters/tableDocument';
import type { ScoreSheet } from '../../../src/domain/scoring/scoreSheet';
import { sampleData, sampleReading } from '../../support/sample';

const sheet = sampleReading().tables[0] as ScoreSheet;
const doc = appendixTable(sheet, { sign: 'negative' });
const rowOf = (code: string) => doc.rows.find((row) => row[0]?.text === code) ?? [];
const textsOf = (code: string) => rowOf(code).map((cell) => cell?.text ?? null);

describe('appendix', () => {
  test('lists the 27 criteria in order, then their sum', () => {
    expect(doc.rows).toHaveLength(28);
    expect(doc.rows.slice(0, 27).map((row) => row[0]?.text)).toEqual(
      sampleData.rows.map((row) => row.code),
    );
    expect(doc.rows[27]?.map((cell) => cell?.text)).toEqual([
      '',
      'TỔNG CỘNG',
      '40,00',
      '31,87',
      '16,59',
      '-23,41',
      '',
      '',
    ]);
  });

  test('prints every figure as the letter does', () => {
    for (const row of sampleData.rows)
      expect(textsOf(row.code).slice(2, 6)).toEqual([
        row.max,
        row.self.replace('.', ','),
        row.appraised,
        row.deduction,
      ]);
  });

  test('prints deductions without sign when asked', () => {
    const positive = appendixTable(sheet, { sign: 'positive' });
    expect(positive.rows[0]?.[5]?.text).toBe('1,15');
    expect(positive.rows[27]?.[5]?.text).toBe('23,41');
  });

  test('gives the responsible unit of 3.11.1 once, over five rows', () => {
    expect(rowOf('3.11.1')[7]).toMatchObject({ rowSpan: 5 });
    for (const code of ['3.11.2', '3.12.1', '3.12.2', '3.12.3']) expect(rowOf(code)[7]).toBeNull();
    expect(rowOf('5.1.2')[7]?.rowSpan).toBeUndefined();
    // Blank cells that are not merged stay blank.
    expect(rowOf('6.1.4')[6]).toEqual({ text: '' });
  });

  test('leaves out what lost nothing, what is not assessed, and parents', () => {
    const rows = sheet.rows.map((row, i) => {
      if (i === 0) return { ...row, figures: { ...row.figures, appraised1: row.figures.max! } };
      if (i === 1) return { ...row, assessment: 'notApplicable' as const };
      return i === 2 ? { ...row, isLeaf: false } : row;
    });
    const less = appendixTable({ ...sheet, rows }, { sign: 'negative' });
    expect(less.rows).toHaveLength(25);
    expect(less.rows[0]?.[0]?.text).toBe('1.4.2');
    expect(appendixTable({ ...sheet, rows: [] }, { sign: 'negative' }).rows).toEqual([]);
  });

  test('keeps a shared text when the row that holds it is left out', () => {
    const rows = sheet.rows.filter((row) => row.code !== '3.11.1');
    const less = appendixTable({ ...sheet, rows }, { sign: 'negative' });
    const first = less.rows.find((row) => row[0]?.text === '3.11.2');
    expect(first?.[7]).toMatchObject({ rowSpan: 4 });
    expect(first?.[7]?.text).toContain('Bộ phận một cửa huyện');
  });

  test('does not sum a column in which a figure is missing', () => {
    const rows = sheet.rows.map((row, i) => {
      const figures = { ...row.figures };
      if (i === 0) delete figures.self;
      return { ...row, figures };
    });
    const total = appendixTable({ ...sheet, rows }, { sign: 'negative' }).rows[27];
    expect(total?.[3]).toEqual({ text: '', bold: true });
    expect(total?.[4]?.text).toBe('16,59');
  });
});

type Node = DefaultTreeAdapterMap['node'];

function elements(node: Node, tag: string): DefaultTreeAdapterMap['element'][] {
  const own = 'tagName' in node && node.tagName === tag ? [node] : [];
  const children = 'childNodes' in node ? node.childNodes : [];
  return [...own, ...children.flatMap((child) => elements(child, tag))];
}

function textOf(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterMap['textNode']).value;
  const children = 'childNodes' in node ? node.childNodes : [];
  return children.map(textOf).join(node.nodeName === 'td' ? '\n' : '');
}

const attribute = (element: DefaultTreeAdapterMap['element'], name: string) =>
  element.attrs.find((attr) => attr.name === name)?.value;

function oneCell(text: string): TableDocument {
  return {
    title: [text],
    subtitle: [text],
    columns: [{ header: text, width: 1, align: 'left' }],
    rows: [[{ text }]],
    orientation: 'landscape',
  };
}

describe('HTML for Word', () => {
  const page = parse(tableHtml(doc));

  test('holds every word of the 27 rows, line by line', () => {
    const cells = elements(page, 'td').map(textOf);
    for (const row of sampleData.rows)
      for (const text of [row.code, row.name, row.opinion, row.responsible])
        expect(cells).toContain(text === '' ? '\u00A0' : text);
  });

  test('repeats its header, spans shared cells, and keeps rows whole', () => {
    const head = elements(page, 'thead');
    expect(head).toHaveLength(1);
    expect(elements(head[0] as Node, 'th').map(textOf)).toEqual(
      sampleData.columns.map((column) => column.header),
    );
    const spans = elements(page, 'td').map((cell) => attribute(cell, 'rowspan'));
    expect(spans.filter(Boolean)).toEqual(['5']);
    for (const row of elements(page, 'tr'))
      expect(attribute(row, 'style')).toContain('page-break-inside:avoid');
  });

  test('carries borders, font and widths on the elements, and marks text as text', () => {
    for (const cell of elements(page, 'td')) {
      expect(attribute(cell, 'style')).toMatch(/border:solid windowtext 1pt/);
      expect(attribute(cell, 'style')).toContain("mso-number-format:'\\@'");
    }
    for (const span of elements(page, 'span'))
      expect(attribute(span, 'style')).toContain("font-family:'Times New Roman'");
    const shares = elements(page, 'th').map((cell) => parseFloat(attribute(cell, 'width') ?? ''));
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 0);
  });

  test('says the page: A4 across, or upright', () => {
    expect(tableHtml(doc)).toContain('size:29.7cm 21cm;mso-page-orientation:landscape');
    expect(tableHtml({ ...doc, orientation: 'portrait' })).toContain('size:21cm 29.7cm;margin');
  });

  test('takes any text as text: no markup gets in', () => {
    const count = elements(parse(tableHtml(oneCell('x'))), 'p').length;
    const nasty = fc.oneof(
      fc.string(),
      fc.constantFrom('<script>alert(1)</script>', '"><img src=x onerror=y>', '</td>', '&lt;', "'"),
    );
    fc.assert(
      fc.property(nasty, (raw) => {
        // Control characters have no place in HTML; the parser drops or replaces them.
        const text = raw.replace(/[\p{Cc}\p{Cs}]/gu, '');
        const made = parse(tableHtml(oneCell(text)));
        expect(elements(made, 'p')).toHaveLength(count);
        expect(elements(made, 'script')).toEqual([]);
        expect(textOf(elements(made, 'td')[0] as Node)).toBe(text === '' ? '\u00A0' : text);
      }),
    );
  });
});

describe('plain text', () => {
  test('has one line per row and eight columns', () => {
    const lines = tableText(doc).split('\n');
    expect(lines).toHaveLength(3 + 1 + 1 + 28);
    for (const line of lines.slice(4)) expect(line.split('\t')).toHaveLength(8);
    expect(lines[6]?.split('\t')[7]).toBe(
      '- Phòng Nội vụ chủ trì thực hiện chế độ báo cáo theo quy định. - Văn phòng HĐND&UBND huyện theo dõi các báo cáo đột xuất để bổ sung tài liệu kiểm chứng.',
    );
  });
});
