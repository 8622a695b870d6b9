/** Whose sheet it is and of which period, by the lines above the table. */
import { sheetHead } from '../../../src/domain/scoring/sheetHead';

const SOURCE = '(Kèm theo Quyết định số 512/QĐ-UBND ngày 12 tháng 02 năm 2025 của UBND tỉnh)';

test.each<[string, string[], string, string]>([
  [
    'ours',
    ['XÃ A', 'BẢNG ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH QUÝ II NĂM 2026', 'Theo Bộ chỉ số năm 2025'],
    'XÃ A',
    'quý II năm 2026',
  ],
  [
    'a unit above the title',
    ['UBND xã Vĩnh Linh', 'Bảng tự đánh giá chỉ số CCHC năm 2026', SOURCE],
    'UBND xã Vĩnh Linh',
    'năm 2026',
  ],
  ['a label', ['BẢNG CHẤM ĐIỂM', 'Đơn vị: Sở Nội vụ', SOURCE], 'Sở Nội vụ', ''],
  ['a letterhead of two', ['UBND TỈNH A', 'SỞ NỘI VỤ', 'BẢNG ĐIỂM NĂM 2026'], '', 'năm 2026'],
  ['an appendix', ['UBND HUYỆN A', 'PHỤ LỤC', '6 tháng đầu năm 2023'], '', '6 tháng đầu năm 2023'],
  ['nothing', [], '', ''],
])('%s', (_, title, unit, period) => {
  expect(sheetHead({ title })).toEqual({ unit, period });
});
