/** The command line as typed: every wrong call is one sentence and code 2, and the help is whole. */
import { commandNames } from '../../src/cli/arguments';
import { cchc, textFile } from '../support/cliMachine';
import { sampleBytes } from '../support/sample';

const files = new Map([
  ['a.xlsx', sampleBytes()],
  ['hong.json', textFile('{"areas": [')],
]);

test.each([
  ['xem a.xlsx', 'Không có lệnh “xem”'],
  ['check a.xlsx --nhanh', 'Tùy chọn “--nhanh” không dùng được'],
  ['check', 'Chưa nêu tệp cần đọc'],
  ['check khong-co.xlsx', 'Không đọc được tệp “khong-co.xlsx”'],
  ['check a.xlsx --base nhiều', 'Tổng điểm chuẩn “nhiều”'],
  ['check a.xlsx --base -5', 'Tùy chọn'],
  ['check a.xlsx --out b.docx', 'phải có đuôi .xlsx'],
  ['deduct a.xlsx', 'cần --out'],
  ['deduct a.xlsx a.xlsx --out b.xlsx', 'làm từng tệp một'],
  ['deduct a.xlsx --out a.xlsx', 'trùng tệp đầu vào'],
  ['compare a.xlsx a.xlsx a.xlsx', 'nhiều nhất hai tệp'],
  ['compare a.xlsx a.xlsx --out b.docx', 'phải có đuôi .xlsx hoặc .html'],
  ['new --out b.xlsx', 'Lệnh new cần --framework'],
  ['upgrade a.xlsx --out b.xlsx', 'Lệnh upgrade cần --framework'],
  ['new --framework la --out b.xlsx', 'Không có bộ chỉ số “la”'],
  ['new --framework hong.json --out b.xlsx', 'không phải JSON hợp lệ'],
  ['new --framework hai-duong-3395-xa-2022 --rounds 3 --out b.xlsx', 'Số lần thẩm định “3”'],
  ['new --framework hai-duong-3395-xa-2022 --columns evidence,x --out b.xlsx', 'Không có cột “x”'],
  ['new --framework hai-duong-3395-xa-2022 --bonus nhiều --out b.xlsx', '--bonus cần mức tối đa'],
  ['framework', 'check hoặc convert'],
  ['framework sua a.json', 'check hoặc convert (đã ghi “sua”)'],
  ['framework convert a.xlsx', 'cần --out'],
  ['framework convert a.xlsx --out b.docx', 'phải có đuôi .json'],
])('%s', async (line, sentence) => {
  const { code, errors, out, machine } = await cchc(line, files);
  expect(errors).toEqual([expect.stringContaining(sentence)]);
  expect(out).toBe('');
  expect(code).toBe(2);
  expect(machine.files.size).toBe(files.size);
});

test('the help names every command and every option, in both languages', async () => {
  const { out, code } = await cchc('--help');
  expect(code).toBe(0);
  const [vietnamese = '', english = ''] = out.split('\n\nBảng điểm CCHC – score');
  const options = [
    'framework',
    'base',
    'out',
    'sheet',
    'unit',
    'period',
    'rounds',
    'columns',
    'bonus',
    'penalty',
  ];
  for (const help of [vietnamese, english]) {
    for (const command of commandNames) expect(help).toMatch(new RegExp(`^  ${command} `, 'm'));
    for (const option of [...options, 'leave-out-survey', 'live-formulas', 'json', 'lang', 'help'])
      expect(help).toContain(`--${option}`);
    for (const action of ['framework check', 'framework convert']) expect(help).toContain(action);
  }
});

test('"help" is a word for it as well', async () => {
  expect(await cchc('help')).toMatchObject({ code: 0, out: (await cchc('--help')).out });
});

test('nothing typed is the help, as an error', async () => {
  const { code, out, errors } = await cchc('');
  expect([code, out, errors.length]).toEqual([2, '', 1]);
});
