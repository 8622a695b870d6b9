/** Findings about deductions and sums, in Vietnamese. */
import type { FindingWords } from '../../findingText';
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
    action: 'Đối chiếu từng dòng với bộ tiêu chí.',
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
} as const satisfies Record<string, FindingWords>;
