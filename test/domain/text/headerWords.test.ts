import {
  isColumnNumbering,
  matchHeader,
  matchHeaderPath,
} from '../../../src/domain/text/headerWords';
import type { ColumnRole } from '../../../src/domain/scoring/scoreSheet';

const headers: Partial<Record<ColumnRole, string[]>> = {
  code: ['STT', 'TT', 'Số TT', 'Số thứ tự', 'Mã', 'Mã tiêu chí', 'S.T.T', 'Mã số', 'TT tiêu chí'],
  name: [
    'LĨNH VỰC / TIÊU CHÍ / TIÊU CHÍ THÀNH PHẦN',
    'Lĩnh vực/tiêu chí/TCTP',
    'Tiêu chí',
    'Nội dung',
    'Nội dung tiêu chí',
    'Tiêu chí/Tiêu chí thành phần',
    'Lĩnh vực, tiêu chí',
    'Các tiêu chí đánh giá',
    'Chỉ số thành phần',
    'Nội dung đánh giá',
    'Tên chỉ tiêu',
  ],
  max: [
    'ĐIỂM CHUẨN',
    'Điểm tối đa',
    'Thang điểm',
    'Điểm quy định',
    'Mức điểm tối đa',
    'Tổng điểm tối đa',
    'Điểm',
    'Số điểm tối đa',
    'Diem toi da',
    'Điểm chuẩn (điểm tối đa)',
    'Điểm chuẩn trong kỳ',
    'Điểm tối\u00a0đa\n(3)',
  ],
  self: [
    'ĐIỂM TỰ ĐÁNH GIÁ',
    'Điểm tự chấm',
    'Tự đánh giá',
    'Đơn vị tự chấm',
    'Điểm đơn vị tự chấm',
    'Đơn vị tự đánh giá, chấm điểm',
    'Kết quả tự đánh giá',
    'Điểm tự chấm của đơn vị',
    'UBND xã tự chấm',
    'Tự chấm điểm',
    'ĐIỂM TỈNH TỰ ĐÁNH GIÁ',
    'Điểm huyện tự chấm',
    'Thành phố tự chấm',
    'Hội đồng tự chấm',
    'Sở Tư pháp tự chấm',
    'Huyện tự cho điểm',
  ],
  appraised1: [
    'ĐIỂM THẨM ĐỊNH',
    'Điểm thẩm định lần 1',
    'Thẩm định',
    'UBND tỉnh chấm',
    'Điểm UBND tỉnh thẩm định',
    'Kết quả thẩm định',
    'Hội đồng chấm',
    'Hội đồng thẩm định chấm',
    'Điểm của Hội đồng thẩm định',
    'Điểm đạt được',
    'Điểm đạt',
    'Số điểm đạt được',
    'Sở Nội vụ thẩm định điểm',
    'Kết quả chấm điểm',
    'Điểm đánh giá',
    'Điểm do Hội đồng chấm',
    'Điểm thẩm tra',
    'Điểm TĐ',
    'Điểm trung bình',
    'Sở Tư pháp chấm',
    'Điểm thẩm định năm 2022',
    'Kết quả năm 2022',
    'Điểm năm 2022',
    'Điểm Bộ Nội vụ thẩm định',
  ],
  appraised2: [
    'Điểm thẩm định lần 2',
    'Thẩm định lần II',
    'Kết quả thẩm định (lần 2)',
    'Điểm thẩm định sau giải trình',
    'Hội đồng chấm lần 2',
    'Điểm sau rà soát',
    'Thẩm tra lần 2',
    'Điểm phúc khảo',
    'Điểm cuối cùng',
    'Điểm chốt',
    'Điểm thống nhất',
    'Điểm thẩm định lần 3',
  ],
  deduction: [
    'ĐIỂM BỊ TRỪ',
    'Điểm trừ',
    'Điểm mất',
    'Số điểm bị trừ',
    'Bị trừ',
    'Trừ điểm',
    'Điểm bị mất',
  ],
  opinion: [
    'Ý KIẾN HỘI ĐỒNG THẨM ĐỊNH',
    'Ý kiến của Hội đồng thẩm định',
    'Nhận xét',
    'Nhận xét của Hội đồng',
    'Lý do trừ điểm',
    'Lí do bị trừ điểm',
    'Nguyên nhân mất điểm',
    'Ý kiến thẩm định lần 2',
  ],
  responsible: [
    'ĐƠN VỊ CHỊU TRÁCH NHIỆM',
    'Đơn vị chủ trì',
    'Đơn vị thực hiện',
    'Cơ quan, đơn vị chịu trách nhiệm',
    'Cơ quan chủ trì',
    'Trách nhiệm thực hiện',
    'Phòng ban phụ trách',
    'Cán bộ phụ trách',
    'Phòng chuyên môn',
    'Bộ phận phụ trách',
    'Công chức phụ trách',
    'Đơn vị',
  ],
  explanation: [
    'Giải trình',
    'Nội dung giải trình',
    'Ý kiến giải trình của đơn vị',
    'Giải trình của đơn vị',
  ],
  evidence: [
    'Tài liệu kiểm chứng',
    'TLKC',
    'Yêu cầu về tài liệu kiểm chứng',
    'Hồ sơ minh chứng',
    'Yêu cầu và TLKC',
  ],
  method: [
    'Cách tính điểm',
    'Phương pháp đánh giá',
    'Cách thức chấm điểm',
    'Hướng dẫn chấm điểm',
    'Phương pháp tính điểm',
  ],
  declared: ['Số liệu kê khai', 'Kê khai', 'Thông tin kê khai'],
  assessment: ['Trạng thái đánh giá', 'Áp dụng', 'Đánh giá trong kỳ'],
  note: ['Ghi chú', 'Ghi chú (nêu rõ lý do trừ điểm)', 'Ghi chú khác'],
  expected: ['Điểm dự kiến', 'Điểm tính được'],
};

const cases = Object.entries(headers).flatMap(([role, texts]) =>
  texts.map((text) => [text, role] as const),
);

describe('a header by its meaning', () => {
  test.each(cases)('%s → %s', (text, role) => {
    expect(matchHeader(text)?.role).toBe(role);
  });

  test.each(cases)('%s in NFD and capitals means the same', (text, role) => {
    expect(matchHeader(text.toUpperCase().normalize('NFD'))?.role).toBe(role);
  });

  test.each([
    'Đơn vị thẩm định',
    'Cơ quan chủ trì thẩm định',
    'Điểm thưởng',
    'Xếp hạng',
    'Tỷ lệ hoàn thành',
    'Điểm điều tra xã hội học',
    'Huyện Vĩnh Linh',
    'Chỉ số CCHC',
    'Chỉ số (%)',
    'Điểm thẩm định năm trước',
    'Cán bộ thẩm định',
    '',
    '2,00',
  ])('%p is none of ours', (text) => {
    expect(matchHeader(text)).toBeNull();
  });

  test('a header that says one thing only scores 1, prose that mentions it less than 0.6', () => {
    expect(matchHeader('Điểm bị trừ')).toEqual({ role: 'deduction', score: 1 });
    const prose = matchHeader(
      'Mức độ thực hiện kế hoạch CCHC (Trường hợp không ban hành Kế hoạch thì tiêu chí thành phần này không có điểm)',
    );
    expect(prose?.score ?? 0).toBeLessThan(0.6);
  });
});

describe('a header over several rows', () => {
  test.each([
    [['Điểm thẩm định', 'Lần 1'], 'appraised1'],
    [['Điểm thẩm định', 'Lần 2'], 'appraised2'],
    [['Thẩm định lần 2', 'Điểm thẩm định'], 'appraised2'],
    [['Kết quả chấm điểm', 'Điểm chuẩn'], 'max'],
    [['Kết quả chấm điểm', 'Tự chấm'], 'self'],
    [['Tự đánh giá', 'Điểm'], 'self'],
    [['Tự đánh giá', 'Giải trình'], 'explanation'],
    [['Điểm', 'Thẩm định'], 'appraised1'],
    [['STT', 'STT'], 'code'],
    [['Điểm đánh giá', 'Điểm tối đa', ''], 'max'],
    [['Năm 2023', 'Điểm đánh giá', 'Điểm tự đánh giá'], 'self'],
  ] as const)('%j → %s', (parts, role) => {
    expect(matchHeaderPath(parts)?.role).toBe(role);
  });
});

describe('the row of column numbers', () => {
  test.each([
    [['(1)', '(2)', '(3)', '(4)'], true],
    [['1', '2', '3', '4=3-2'], true],
    [['A', 'B', '1', '2', '3'], true],
    [['(1)', '(2)', '(3)', '(6)=(3)-(5)'], false],
    [['1', 'Công tác chỉ đạo', '10'], false],
    [['1', '', ''], false],
    [['2', '2', '1'], false],
  ])('%j is %s', (texts, expected) => {
    expect(isColumnNumbering(texts)).toBe(expected);
  });
});
