/** Findings about the council's work, in Vietnamese. */
import type { FindingWords } from '../../findingText';
import { at, cells, num } from './say';

export const reviewWords = {
  'appraised-above-self': {
    title: 'Điểm thẩm định cao hơn điểm tự đánh giá',
    message: (p, cell, related) =>
      `${at(cell)}điểm thẩm định ${num(p, 'appraised')} cao hơn điểm tự đánh giá ${num(p, 'self')}${cells(related)}.`,
    why: 'Hội đồng thường công nhận hoặc trừ bớt; cho cao hơn có thể là nhập nhầm ô.',
    action: 'Xác nhận lại với hội đồng; nếu đúng, ghi rõ lý do ở cột ý kiến.',
    example: 'Tự đánh giá 0,5, thẩm định 0,8.',
  },
  'deduction-without-opinion': {
    title: 'Bị trừ điểm mà không có ý kiến',
    message: (p, cell, related) =>
      `${at(cell)}tiêu chí bị trừ ${num(p, 'loss')} điểm${cells(related)} nhưng không có ý kiến của hội đồng thẩm định.`,
    why: 'Không có lý do thì đơn vị không giải trình và khắc phục được.',
    action: 'Bổ sung ý kiến thẩm định; nếu đồng ý với điểm tự đánh giá, ghi rõ như vậy.',
    example: 'Điểm chuẩn 1, tự đánh giá 0, thẩm định 0, ô ý kiến trống.',
  },
  'deduction-without-responsible': {
    title: 'Bị trừ điểm mà không có đơn vị chịu trách nhiệm',
    message: (p, cell, related) =>
      `${at(cell)}tiêu chí bị trừ ${num(p, 'loss')} điểm${cells(related)} nhưng chưa giao đơn vị nào khắc phục.`,
    why: 'Không giao rõ đơn vị thì không ai khắc phục, kỳ sau lại mất điểm.',
    action: 'Ghi đơn vị chủ trì và đơn vị phối hợp.',
    example: 'Tiêu chí 6.1.4 bị trừ 0,5 điểm, ô đơn vị chịu trách nhiệm trống.',
  },
  'cut-without-opinion': {
    title: 'Cắt điểm mà không có ý kiến',
    message: (p, cell, related) =>
      `${at(cell)}hội đồng cắt ${num(p, 'cut')} điểm so với tự đánh giá (từ ${num(p, 'self')} xuống ${num(p, 'appraised')})${cells(related)} nhưng không nêu ý kiến.`,
    why: 'Đơn vị có quyền biết vì sao bị cắt điểm để giải trình.',
    action: 'Bổ sung lý do vào cột ý kiến.',
    example: 'Tự đánh giá 1, thẩm định 0,5, ô ý kiến trống.',
  },
  'opinion-without-cut': {
    title: 'Ý kiến nêu thiếu sót nhưng không trừ điểm',
    message: (p, cell, related) =>
      `${at(cell)}ý kiến nêu thiếu sót, trong khi điểm thẩm định vẫn đạt tối đa ${num(p, 'max')}${cells(related)}.`,
    why: 'Ý kiến và điểm trái nhau: có thể quên trừ điểm, hoặc ý kiến thuộc dòng khác.',
    action: 'Xác nhận lại điểm và ý kiến.',
    example: 'Ý kiến “Thiếu TLKC”, điểm thẩm định 1/1.',
  },
  'opinion-disagrees': {
    title: 'Ý kiến không đồng ý nhưng điểm giữ nguyên',
    message: (p, cell, related) =>
      `${at(cell)}ý kiến không đồng ý với điểm tự đánh giá, nhưng điểm thẩm định vẫn bằng điểm tự đánh giá (${num(p, 'self')})${cells(related)}.`,
    why: 'Có thể hội đồng quên sửa điểm thẩm định.',
    action: 'Xác nhận lại điểm thẩm định.',
    example: 'Ý kiến “Không đồng ý”, tự đánh giá 0,8, thẩm định 0,8.',
  },
  'opinion-agrees-but-cut': {
    title: 'Ý kiến đồng ý nhưng điểm bị cắt',
    message: (p, cell, related) =>
      `${at(cell)}ý kiến đồng ý với điểm tự đánh giá ${num(p, 'self')}, nhưng điểm thẩm định là ${num(p, 'appraised')}${cells(related)}.`,
    why: 'Ý kiến và điểm trái nhau.',
    action: 'Xác nhận lại điểm và ý kiến.',
    example: 'Ý kiến “Đồng ý với kết quả tự đánh giá”, tự đánh giá 1, thẩm định 0,5.',
  },
  'explanation-missing': {
    title: 'Bị cắt điểm mà đơn vị chưa giải trình',
    message: (p, cell, related) =>
      `${at(cell)}bị cắt ${num(p, 'cut')} điểm ở lần 1${cells(related)} nhưng chưa có giải trình.`,
    why: 'Các tiêu chí khác đã được giải trình; dòng này có thể bị bỏ sót.',
    action: 'Giải trình, hoặc ghi rõ đơn vị thống nhất với điểm thẩm định.',
    example: 'Tự đánh giá 2, thẩm định lần 1 là 1,5, ô giải trình trống.',
  },
  'round2-without-round1': {
    title: 'Có điểm lần 2 mà không có lần 1',
    message: (p, cell, related) =>
      `${at(cell)}chưa có điểm thẩm định lần 1, trong khi lần 2 đã ghi ${num(p, 'score')}${cells(related)}.`,
    why: 'Lần 2 xét lại kết quả lần 1; thiếu lần 1 thì không rõ đã thay đổi gì.',
    action: 'Bổ sung điểm lần 1, hoặc chuyển điểm sang cột lần 1.',
    example: 'Cột lần 1 trống, cột lần 2 ghi 0,8.',
  },
} as const satisfies Record<string, FindingWords>;
