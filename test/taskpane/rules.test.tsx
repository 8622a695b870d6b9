/** Rules of a framework: read from the decision's sentences, filled in, tried, kept, taken back. */
import { scoredCriteria, withRule } from '../../src/domain/framework/editRules';
import type { Framework } from '../../src/domain/framework/framework';
import { builtInFrameworks } from '../../src/usecases/frameworks';
import { emptyState, parseState, stateText } from '../../src/workbook/state';
import { copyOf, FakeHost } from '../support/fakeHost';
import { renderPane, type RenderedPane } from '../support/renderPane';
import { sampleReading } from '../support/sample';

jest.mock('@cj-tech-master/excelts', () => ({}));

const sample = sampleReading();
const [builtIn] = builtInFrameworks() as [Framework];

/** Three criteria: one whose sentence says a rule, one whose sentence does not, one without. */
const framework: Framework = {
  ...builtIn,
  id: 'thu',
  areas: [
    {
      code: '1',
      name: 'Cải cách thủ tục hành chính',
      max: '4',
      children: [
        { code: '1.1', name: 'Hồ sơ đúng hạn', max: '2', method: '(b/a) × điểm tối đa' },
        { code: '1.2', name: 'Công khai', max: '1', method: 'Theo đánh giá của Hội đồng' },
        { code: '1.3', name: 'Sáng kiến', max: '1' },
      ],
    },
  ],
};

function carrying(carried: Framework): FakeHost {
  const snapshot = copyOf(sample.snapshot);
  return new FakeHost({ ...snapshot, state: stateText({ ...emptyState, framework: carried }) });
}

const carriedBy = (host: FakeHost) => parseState(host.snapshot.state).framework!;
const rulesOf = ({ areas }: Framework) => areas[0]!.children!.map(({ rule }) => rule);

async function atCheck(host: FakeHost): Promise<RenderedPane> {
  const pane = await renderPane(host);
  await pane.click('nav button', 'Kiểm tra');
  return pane;
}

test('a rule that the sentence says is proposed, and used only when she says so', async () => {
  const host = carrying(framework);
  const pane = await atCheck(host);
  expect(pane.has('summary', 'Quy tắc tính điểm (0/3 tiêu chí)')).toBe(true);
  expect(pane.find('.import-row', '1.1').textContent).toMatch(/đề xuất.*Tỷ lệ × điểm chuẩn/);
  expect(pane.find('.import-row', '1.2').textContent).toContain('Chưa có quy tắc');
  expect(rulesOf(carriedBy(host))).toEqual([undefined, undefined, undefined]);
  await pane.click('.import-row button', '1.1');
  await pane.click('.import-open button', 'Dùng quy tắc này');
  expect(rulesOf(carriedBy(host))).toEqual([{ kind: 'linear' }, undefined, undefined]);
  expect(pane.has('summary', 'Quy tắc tính điểm (1/3 tiêu chí)')).toBe(true);
});

test('all that were read are used at one word, and taken back at one', async () => {
  const host = carrying(framework);
  const before = copyOf(host.snapshot);
  const pane = await atCheck(host);
  await pane.click('button', 'Dùng cả 1 quy tắc đọc được');
  expect(rulesOf(carriedBy(host))).toEqual([{ kind: 'linear' }, undefined, undefined]);
  await pane.click('header button', 'Hoàn tác');
  expect(host.snapshot).toEqual(before);
});

test('two rules set one right after the other both hold', async () => {
  const both = copyOf(framework);
  both.areas[0]!.children![1]!.method = 'Mỗi thủ tục: 0,5 điểm, tối đa 1 điểm';
  const host = carrying(both);
  const apply = host.apply.bind(host);
  host.apply = async (patch) => {
    await new Promise((done) => setTimeout(done, 60));
    return apply(patch);
  };
  const pane = await atCheck(host);
  for (const code of ['1.1', '1.2']) {
    await pane.click('.import-row button', code);
    await pane.click('.import-open button', 'Dùng quy tắc này');
  }
  for (let i = 0; i < 10; i += 1) await pane.settle();
  expect(rulesOf(carriedBy(host)).map((rule) => rule?.kind)).toEqual([
    'linear',
    'count',
    undefined,
  ]);
});

test('she fills one in, tries it, and saves it', async () => {
  const host = carrying(framework);
  const pane = await atCheck(host);
  await pane.click('.import-row button', '1.3');
  await pane.click('.import-open button', 'Đặt quy tắc');
  await pane.enter('.import-open select', 'count');
  await pane.click('.import-open button', 'Lưu quy tắc');
  expect(pane.find('.import-open').textContent).toContain('Cần điền ô này.');
  await pane.enter('.import-open input', 'nửa điểm');
  expect(pane.find('.import-open').textContent).toContain('“nửa điểm” không phải là số');
  await pane.enter('.import-open input', '0,5');
  await pane.enter('.rule-try input', '3');
  expect(pane.find('.import-open').textContent).toContain('3 × 0,5 = 1');
  expect(rulesOf(carriedBy(host))).toEqual([undefined, undefined, undefined]);
  await pane.click('.import-open button', 'Lưu quy tắc');
  expect(rulesOf(carriedBy(host))).toEqual([undefined, undefined, { kind: 'count', each: '0.5' }]);
  expect(pane.find('.import-row', '1.3').textContent).toContain('Mỗi mục 0,5 điểm');
});

test('the column for declared figures is added where it belongs, and what it takes is said', async () => {
  // Its own framework: of one with other criteria nothing is said about this sheet.
  const at = scoredCriteria(builtIn).find(({ node }) => node.code === '1.1.3')!;
  const carried = withRule(builtIn, at.path, { kind: 'linear' });
  const host = carrying(carried);
  const pane = await atCheck(host);
  expect(pane.find('.row-figures').textContent).toContain('Kê khai: tỷ lệ, ví dụ 17/20 hoặc 85%');
  await pane.click('button', 'Thêm cột “Số liệu kê khai”');
  expect(pane.find('.preview').textContent).toContain('Chèn 1 cột sau cột C');
  await pane.click('.preview button', 'Thực hiện');
  expect(pane.session.current().reports[0]!.scoreSheet.columns.declared).toBe(3);
  expect(pane.has('button', 'Thêm cột “Số liệu kê khai”')).toBe(false);
  await pane.click('header button', 'Hoàn tác');
  expect(pane.session.current().reports[0]!.scoreSheet.columns.declared).toBeUndefined();
});

test('what she typed stays while she looks at another step', async () => {
  const pane = await atCheck(carrying(framework));
  await pane.click('.import-row button', '1.3');
  await pane.click('.import-open button', 'Đặt quy tắc');
  await pane.enter('.import-open select', 'minus');
  await pane.enter('.import-open input', '0,25');
  await pane.click('nav button', 'Tính điểm trừ');
  await pane.click('nav button', 'Kiểm tra');
  expect((pane.find('.import-open input') as HTMLInputElement).value).toBe('0,25');
});

test('in Nạp khung a sample with rules is hers, and goes into the new sheet', async () => {
  const host = new FakeHost({ sheets: [], sheetNames: [], activeSheet: '', state: null });
  const pane = await renderPane(host);
  await pane.click('nav button', 'Nạp khung');
  await pane.enter('main select', builtIn.id);
  await pane.click('.import-row button');
  await pane.click('.import-open button', 'Đặt quy tắc');
  await pane.enter('.import-open select', 'linear');
  await pane.click('.import-open button', 'Lưu quy tắc');
  expect(pane.find('.tag', 'của đơn vị')).toBeTruthy();
  await pane.click('main button', 'Xem trước thay đổi');
  await pane.click('.preview button', 'Thực hiện');
  const { id, areas } = carriedBy(host);
  expect(id).toBe(builtIn.id);
  expect(JSON.stringify(areas)).toContain('"rule":{"kind":"linear"}');
});

test('it speaks English', async () => {
  const pane = await renderPane(carrying(framework), 'en');
  await pane.click('nav button', 'Check');
  expect(pane.find('.import-row', '1.1').textContent).toMatch(/proposal.*Ratio × max/);
});
