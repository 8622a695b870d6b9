/** Findings about arithmetic, documents and dates inside the texts, in Vietnamese. */
import type { FindingWords } from '../../findingText';
import { at, cells, num, word } from './say';

export const evidenceWords = {
  'evidence-percent-wrong': {
    title: 'Tỷ lệ phần trăm không khớp',
    message: (p, cell) =>
      `${at(cell)}${word(p, 'ratio')} là ${num(p, 'actual')}%, không phải ${num(p, 'stated')}%${p['meant'] ? ` (${num(p, 'stated')}% ứng với ${p['meant']})` : ''}.`,
    why: 'Một trong hai con số sai, và điểm được chấm theo con số sai.',
    action: 'Đối chiếu hồ sơ, sửa tử số, mẫu số hoặc tỷ lệ.',
    example: '“4/9 nhiệm vụ, đạt 55,56%”: 4/9 là 44,44%.',
  },
  'evidence-parts-exceed': {
    title: 'Các phần cộng lại lớn hơn tổng số',
    message: (p, cell) =>
      `${at(cell)}${word(p, 'first')} và ${word(p, 'second')} cộng lại thành ${num(p, 'sum')}/${num(p, 'whole')}.`,
    why: 'Phần đã làm và phần chưa làm không thể vượt quá tổng số.',
    action: 'Đối chiếu hồ sơ và sửa lại số liệu.',
    example: '“9/14 đã khắc phục và 6/14 chưa” thành 15/14.',
  },
  'evidence-percent-over-100': {
    title: 'Tỷ lệ lớn hơn 100%',
    message: (p, cell) => `${at(cell)}tỷ lệ ${num(p, 'stated')}% lớn hơn 100%.`,
    why: 'Tỷ lệ của một phần trên tổng số không thể quá 100%.',
    action: 'Kiểm tra lại tử số và mẫu số.',
    example: '“Đạt 112,5% hồ sơ đúng hạn”.',
  },
  'evidence-formula-wrong': {
    title: 'Phép tính trong ý kiến không đúng',
    message: (p, cell) =>
      `${at(cell)}ghi ${word(p, 'left')} = ${word(p, 'right')}, tính lại được ${num(p, 'actual')}${word(p, 'unit')}.`,
    why: 'Điểm được chấm theo một phép tính sai.',
    action: 'Tính lại; sửa số liệu hoặc kết quả.',
    example: '“(8/112)*1 = 0,7” (đúng: 0,07).',
  },
  'evidence-score-differs': {
    title: 'Điểm không khớp với số liệu trong ý kiến',
    message: (p, cell, related) =>
      p['kind'] === 'stated'
        ? `${at(cell)}điểm thẩm định ghi ${num(p, 'score')}, trong khi ý kiến ghi ${word(p, 'basis')}${cells(related)}.`
        : `${at(cell)}${word(p, 'basis')} × ${num(p, 'max')} = ${num(p, 'expected')}${p['cut'] === p['expected'] ? '' : ` (hoặc ${num(p, 'cut')} nếu bỏ phần lẻ)`}, trong khi điểm thẩm định ghi ${num(p, 'score')}${cells(related)}.`,
    why: 'Người được thẩm định sẽ tính lại theo chính số liệu đã nêu.',
    action: 'Xem lại cách tính với hội đồng; phần mềm không tự sửa điểm thẩm định.',
    example: '“9/14 vấn đề đã khắc phục”, điểm chuẩn 1, điểm ghi 0,85.',
  },
  'rounding-mixed': {
    title: 'Làm tròn không thống nhất',
    message: (p, _, related) =>
      `Có tiêu chí làm tròn lên (${word(p, 'halfUp')}), có tiêu chí bỏ phần lẻ (${word(p, 'cut')})${cells(related)}.`,
    why: 'Chênh lệch nhỏ nhưng đơn vị có thể thắc mắc vì sao cách làm tròn khác nhau.',
    action: 'Thống nhất một cách làm tròn cho cả bảng; điểm đã chấm không tự sửa.',
    example: '0,398 ghi 0,4 nhưng 0,857 ghi 0,85.',
  },
  'document-two-dates': {
    title: 'Một văn bản ghi hai ngày khác nhau',
    message: (p, cell, related) =>
      `${at(cell)}văn bản ${word(p, 'document')} ghi ngày ${word(p, 'date')}, chỗ khác ghi ngày ${word(p, 'other')}${cells(related)}.`,
    why: 'Trích dẫn sai ngày làm căn cứ không tra cứu được.',
    action: 'Đối chiếu văn bản gốc và thống nhất ngày.',
    example: 'Kế hoạch 46/KH-UBND ngày 22/02/2022 và ngày 22/02/2023.',
  },
  'date-after-period': {
    title: 'Ngày nằm sau kỳ đánh giá',
    message: (p, cell) =>
      `${at(cell)}ghi ngày ${word(p, 'date')}, sau khi kỳ đánh giá (${word(p, 'period')}) kết thúc ngày ${word(p, 'end')} khá lâu.`,
    why: 'Việc làm sau kỳ không được tính điểm trong kỳ; cũng có thể gõ nhầm ngày.',
    action: 'Kiểm tra lại ngày.',
    example: 'Bảng 6 tháng đầu năm 2023 ghi “đến thời điểm 6/12/2023”.',
  },
} as const satisfies Record<string, FindingWords>;
