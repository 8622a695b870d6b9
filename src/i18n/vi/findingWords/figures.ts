/** Findings about figures and scores, in Vietnamese. */
import type { FindingWords } from '../../findingText';
import { at, cells, num, role, word } from './say';

export const figureWords = {
  'figure-error': {
    title: 'Ô điểm báo lỗi',
    message: (p, cell) => `${at(cell)}${role(p)} đang báo lỗi ${word(p, 'text')}.`,
    why: 'Một ô lỗi làm hỏng mọi tổng có dùng đến nó.',
    action: 'Kiểm tra công thức của ô và các ô mà công thức tham chiếu, hoặc nhập lại điểm.',
    example: 'Ô điểm thẩm định hiện #REF! vì dòng được tham chiếu đã bị xóa.',
  },
  'figure-not-number': {
    title: 'Ô điểm không phải là số',
    message: (p, cell) => `${at(cell)}${role(p)} là “${word(p, 'text')}”, không đọc được thành số.`,
    why: 'Bảng tính bỏ qua chữ khi cộng, nên tổng điểm thiếu mà không báo.',
    action: 'Nhập điểm bằng số; phần giải thích chuyển sang cột ý kiến hoặc ghi chú.',
    example: 'Cột điểm tự đánh giá ghi “đạt” thay cho 2.',
  },
  'figure-date': {
    title: 'Ô điểm bị đổi thành ngày tháng',
    message: (p, cell) => `${at(cell)}${role(p)} đang là ngày tháng (${word(p, 'text')}).`,
    why: 'Khi gõ “2.3” hoặc “1/2”, bảng tính có thể tự đổi thành ngày; giá trị thật của ô khi đó là một số rất lớn.',
    action: 'Đổi định dạng ô về Số (Number) rồi nhập lại điểm với dấu phẩy thập phân.',
    example: 'Gõ 2.3, ô hiện 02/03/2026.',
  },
  'figure-percent': {
    title: 'Ô điểm ghi phần trăm',
    message: (p, cell) =>
      `${at(cell)}${role(p)} ghi phần trăm (${word(p, 'text')}), trong khi cột này ghi điểm.`,
    why: 'Phần trăm không cộng được với điểm: 85% được tính là 0,85.',
    action: 'Nhập số điểm đạt được; tỷ lệ phần trăm ghi ở cột ý kiến.',
    example: 'Cột điểm thẩm định ghi “97,9%”.',
  },
  'figure-numeric-text': {
    title: 'Số đang lưu dưới dạng văn bản',
    message: (p, cell) =>
      `${at(cell)}${role(p)} “${word(p, 'text')}” là văn bản, đọc là ${num(p, 'value')}.`,
    why: 'Công thức SUM bỏ qua số lưu dưới dạng văn bản, tổng điểm sẽ thiếu.',
    action: 'Chuyển thành số (có thể sửa tự động); dùng dấu phẩy làm dấu thập phân.',
    example: 'Điểm tự đánh giá gõ “0.25” giữa các ô “2,3”.',
  },
  'figure-ambiguous': {
    title: 'Số đọc được theo hai cách',
    message: (p, cell) =>
      `${at(cell)}${role(p)} “${word(p, 'text')}” có thể là ${readings(word(p, 'candidates'))}; đề xuất ${num(p, 'value')}.`,
    why: 'Dấu chấm vừa có thể là dấu thập phân, vừa có thể là dấu phân cách hàng nghìn; đọc sai thì lệch hàng nghìn lần.',
    action: 'Xem lại hồ sơ, chọn đúng số rồi nhập với dấu phẩy thập phân.',
    example: '“14.678” là 14678 hay 14,678?',
  },
  'score-below-zero': {
    title: 'Điểm nhỏ hơn 0',
    message: (p, cell) => `${at(cell)}${role(p)} là ${num(p, 'score')}, nhỏ hơn 0.`,
    why: 'Điểm của một tiêu chí thấp nhất là 0; điểm bị trừ có cột riêng.',
    action: 'Nhập điểm đạt được; nếu là điểm bị trừ, chuyển sang cột điểm bị trừ.',
    example: 'Điểm thẩm định ghi −0,5.',
  },
  'score-above-max': {
    title: 'Điểm lớn hơn điểm chuẩn',
    message: (p, cell, related) =>
      `${at(cell)}${role(p)} ${num(p, 'score')} lớn hơn điểm chuẩn ${num(p, 'max')}${cells(related)}.`,
    why: 'Không tiêu chí nào được quá điểm chuẩn của nó.',
    action: 'Đối chiếu với bộ chỉ số, sửa điểm hoặc sửa điểm chuẩn.',
    example: 'Điểm chuẩn 2, điểm tự đánh giá 2,5.',
  },
  'score-missing': {
    title: 'Thiếu điểm',
    message: (p, cell) => `${at(cell)}chưa có ${role(p)} (điểm chuẩn ${num(p, 'max')}).`,
    why: 'Ô trống được tính là 0 điểm, làm sai tổng và chỉ số.',
    action:
      'Nhập điểm, kể cả khi là 0; nếu kỳ này không đánh giá, ghi “Chưa đánh giá” hoặc “Không áp dụng”.',
    example: 'Tiêu chí 1.2 không có điểm thẩm định trong khi các dòng khác đều có.',
  },
  'scores-not-entered': {
    title: 'Bảng chưa nhập điểm',
    message: (p) => `Cột ${role(p)} còn trống ở cả ${word(p, 'count')} tiêu chí.`,
    why: 'Chưa có điểm thì chưa kiểm tra được.',
    action: 'Nhập điểm rồi kiểm tra lại.',
    example: 'Bảng vừa nạp khung, chưa chấm điểm.',
  },
  'max-missing': {
    title: 'Thiếu điểm chuẩn',
    message: (_, cell) => `${at(cell)}tiêu chí chưa có điểm chuẩn.`,
    why: 'Không có điểm chuẩn thì không tính được điểm bị trừ và chỉ số.',
    action: 'Nhập điểm chuẩn theo bộ chỉ số.',
    example: 'Dòng 3.4 có điểm tự đánh giá 3 nhưng ô điểm chuẩn trống.',
  },
  'max-shared': {
    title: 'Điểm chuẩn gộp chung nhiều tiêu chí',
    message: (p, cell) =>
      `${at(cell)}điểm chuẩn ${num(p, 'value')} gộp chung cho các tiêu chí ${word(p, 'codes')}, không rõ mỗi tiêu chí bao nhiêu điểm.`,
    why: 'Không biết điểm chuẩn của từng tiêu chí thì công thức điểm bị trừ từng dòng tính sai.',
    action: 'Bỏ gộp ô và ghi điểm chuẩn riêng từng dòng theo bộ chỉ số.',
    example: 'Ô điểm chuẩn 3 gộp hai dòng 3.5.1 và 3.5.2, mỗi dòng thật ra 1,5 điểm.',
  },
  'max-differs-from-framework': {
    title: 'Điểm chuẩn khác bộ chỉ số',
    message: (p, cell) =>
      `${at(cell)}điểm chuẩn ghi ${num(p, 'value')}, bộ chỉ số quy định ${num(p, 'expected')}.`,
    why: 'Điểm chuẩn do quyết định ban hành; sai điểm chuẩn là sai điểm bị trừ, tổng và chỉ số.',
    action: 'Sửa điểm chuẩn theo quyết định, hoặc nạp đúng bộ chỉ số của năm này.',
    example: 'Tiêu chí 1.2 ghi 3, quyết định ghi 4.',
  },
  'score-above-framework-max': {
    title: 'Điểm lớn hơn điểm tối đa của bộ chỉ số',
    message: (p, cell) =>
      `${at(cell)}${role(p)} ${num(p, 'score')} lớn hơn mức tối đa ${num(p, 'max')} của bộ chỉ số.`,
    why: 'Điểm chuẩn trong bảng đã bị ghi cao hơn quyết định, nên điểm vượt mà bảng không báo.',
    action: 'Đối chiếu với quyết định, sửa điểm chuẩn và điểm.',
    example: 'Bảng ghi điểm chuẩn 3, điểm 3; quyết định chỉ cho 2.',
  },
  'score-too-precise': {
    title: 'Điểm có quá nhiều chữ số thập phân',
    message: (p, cell) =>
      `${at(cell)}${role(p)} ${num(p, 'score')} có ${word(p, 'decimals')} chữ số thập phân (thường không quá ${word(p, 'most')}).`,
    why: 'Số chưa làm tròn làm tổng hiển thị khác tổng tính tay.',
    action: 'Làm tròn theo quy định của bộ chỉ số, thường là hai chữ số thập phân.',
    example: 'Điểm thẩm định 0,857142857 thay cho 0,86.',
  },
} as const satisfies Record<string, FindingWords>;

function readings(candidates: string): string {
  return candidates
    .split(';')
    .map((one) => one.replace('.', ','))
    .join(' hoặc ');
}
