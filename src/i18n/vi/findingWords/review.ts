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
} as const satisfies Record<string, FindingWords>;
