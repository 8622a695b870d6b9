/** Findings about deductions and sums, in Vietnamese. */
import type { FindingParams, FindingWords } from '../../findingText';
import { at, cells, num, role } from './say';

const CAUSES: Readonly<Record<string, string>> = {
  self: ' Số đang ghi được tính theo điểm tự đánh giá.',
  round1: ' Số đang ghi được tính theo điểm thẩm định lần 1.',
};

export const sumWords = {
  'deduction-wrong': {
    title: 'Điểm bị trừ không khớp',
    message: (p, cell, related) =>
      `${at(cell)}điểm bị trừ ghi ${num(p, 'value')}, trong khi điểm chuẩn ${num(p, 'max')} và điểm thẩm định ${num(p, 'appraised')}${cells(related)} cho ${num(p, 'expected')}.${CAUSES[p['cause'] ?? ''] ?? ''}`,
    why: 'Điểm bị trừ luôn bằng điểm chuẩn trừ điểm thẩm định, không tính theo điểm tự đánh giá.',
    action: 'Kiểm tra điểm thẩm định; nếu đúng, sửa điểm bị trừ theo số đề xuất.',
    example: 'Điểm chuẩn 2, thẩm định 0,85, bị trừ ghi −1,05 (đúng: −1,15).',
  },
  'deduction-missing': {
    title: 'Thiếu điểm bị trừ',
    message: (p, cell, related) =>
      `${at(cell)}chưa ghi điểm bị trừ; điểm chuẩn ${num(p, 'max')} và điểm thẩm định ${num(p, 'appraised')}${cells(related)} cho ${num(p, 'expected')}.`,
    why: 'Dòng bị trừ mà không ghi thì tổng điểm bị trừ thiếu.',
    action: 'Điền điểm bị trừ (có thể điền tự động).',
    example: 'Điểm chuẩn 1, thẩm định 0,5, ô điểm bị trừ trống.',
  },
  'parent-max-not-sum': {
    title: 'Điểm chuẩn không bằng tổng các mục con',
    message: (p, cell, related) =>
      `${at(cell)}điểm chuẩn ghi ${num(p, 'value')}, các mục con cộng lại được ${num(p, 'sum')}${cells(related)}, lệch ${num(p, 'difference')}.`,
    why: 'Một trong các điểm chuẩn đã bị ghi sai, hoặc thiếu hay thừa một dòng.',
    action: 'Đối chiếu từng dòng với bộ chỉ số.',
    example: 'Lĩnh vực 1 ghi 10, các tiêu chí cộng lại 9,5.',
  },
  'parent-sum-wrong': {
    title: 'Điểm không bằng tổng các mục con',
    message: (p, cell, related) =>
      `${at(cell)}${role(p)} ghi ${num(p, 'value')}, các mục con cộng lại được ${num(p, 'sum')}${cells(related)}, lệch ${num(p, 'difference')}.`,
    why: 'Điểm của lĩnh vực hoặc tiêu chí phải là tổng của các mục con; lệch ở đây là lệch tổng và chỉ số.',
    action: 'Kiểm tra các mục con, rồi thay số bằng công thức SUM.',
    example: 'Lĩnh vực 3 ghi 6,99, các tiêu chí cộng lại 6,49.',
  },
  'deduction-sign': {
    title: 'Dấu của điểm bị trừ không thống nhất',
    message: (p, cell) =>
      `${at(cell)}điểm bị trừ ghi ${num(p, 'value')}, trong khi cả bảng ghi số ${p['convention'] === 'negative' ? 'âm' : 'dương'}; đúng ra là ${num(p, 'expected')}.`,
    why: 'Trộn số âm và số dương thì tổng điểm bị trừ sai.',
    action: 'Đổi dấu cho thống nhất (có thể sửa tự động).',
    example: 'Cả cột ghi −1,15; −0,5; riêng một ô ghi 0,45.',
  },
  'total-wrong': {
    title: 'Tổng không khớp',
    message: (p, cell, related) =>
      `${at(cell)}tổng ${role(p)} ghi ${num(p, 'value')}, cộng lại được ${num(p, 'sum')}, lệch ${num(p, 'difference')}${causeOfTotal(p)}${cells(related)}.`,
    why: 'Tổng là con số đi vào báo cáo và chỉ số.',
    action: 'Kiểm tra các dòng được cộng, rồi thay số bằng công thức.',
    example: 'Tổng ghi 88,46; các lĩnh vực cộng lại 88,23.',
  },
  'sum-off-by-rounding': {
    title: 'Tổng lệch do làm tròn',
    message: (p, cell) =>
      `${at(cell)}${role(p)} ghi ${num(p, 'value')}, cộng lại được ${num(p, 'sum')}; lệch ${num(p, 'difference')}, có thể do làm tròn.`,
    why: 'Chênh lệch trong phạm vi làm tròn, nhưng người đọc cộng lại sẽ thấy khác.',
    action: 'Kiểm tra các số chưa làm tròn; nếu cộng từ số đã làm tròn thì sửa tổng.',
    example: 'Tổng ghi 86,33; các lĩnh vực cộng lại 86,34.',
  },
  'base-below-maxima': {
    title: 'Tổng điểm chuẩn trong kỳ nhỏ hơn tổng các dòng',
    message: (p, cell) =>
      `${at(cell)}tổng điểm chuẩn trong kỳ ghi ${num(p, 'value')}, nhỏ hơn tổng điểm chuẩn các dòng được đánh giá (${num(p, 'sum')}).`,
    why: 'Mẫu số nhỏ hơn thực tế làm chỉ số bị đẩy lên.',
    action: 'Kiểm tra các tiêu chí chưa đánh giá trong kỳ và sửa tổng điểm chuẩn.',
    example: 'Ghi 79 trong khi các tiêu chí được đánh giá cộng lại 80.',
  },
  'base-counts-unassessed': {
    title: 'Tổng điểm chuẩn trong kỳ gồm cả dòng không đánh giá',
    message: (p, cell) =>
      `${at(cell)}tổng điểm chuẩn trong kỳ ghi ${num(p, 'value')}, còn gồm ${p['codes'] ?? ''} không áp dụng hoặc chưa đánh giá trong kỳ; các dòng được đánh giá cộng lại ${num(p, 'sum')}.`,
    why: 'Mẫu số lớn hơn thực tế làm chỉ số bị kéo xuống.',
    action:
      'Chạy Tính điểm trừ để cập nhật công thức do phần mềm lập; công thức khác thì sửa cho bớt các dòng đó.',
    example: 'Ghi 8 trong khi tiêu chí 2.1 (5 điểm) không áp dụng; đúng là 3.',
  },
  'index-wrong': {
    title: 'Chỉ số không khớp',
    message: (p, cell) =>
      `${at(cell)}chỉ số ghi ${num(p, 'value')}; theo tổng điểm chuẩn ${num(p, 'base')} và điểm bị trừ ${num(p, 'lost')} thì được ${num(p, 'expected')}%.`,
    why: 'Chỉ số là con số được công bố và xếp hạng.',
    action: 'Kiểm tra tổng điểm chuẩn và điểm thẩm định, rồi tính lại.',
    example: '(79 − 23,41) ÷ 79 = 70,37%, bảng ghi 71,37%.',
  },
} as const satisfies Record<string, FindingWords>;

function causeOfTotal(p: FindingParams): string {
  if (p['cause'] === 'parents') return '; có lẽ đã cộng cả dòng cha lẫn dòng con';
  if (p['cause'] === 'unassessed') return `; đã cộng cả ${p['code'] ?? ''} không đánh giá trong kỳ`;
  if (p['cause'] === 'omits') return `; có lẽ cộng thiếu dòng ${p['code'] ?? ''}`;
  return p['cause'] === 'twice' ? `; có lẽ cộng hai lần dòng ${p['code'] ?? ''}` : '';
}
