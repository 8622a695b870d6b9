/**
 * What documents that leave the product say: comparison, lists of findings. Official wording; the words
 * of a finding are those of the catalogue.
 */
import type { ComparisonWords } from '../../domain/letters/comparisonTable';
import type { CheckListWords } from '../../usecases/checkMany';
import { findingMessage } from '../findingText';
import { findingMessages } from './findings';

export const comparisonWords: ComparisonWords = {
  title: ['BẢNG SO SÁNH ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH'],
  between: (before, after) => `(Trước: ${before}; sau: ${after})`,
  code: 'STT',
  name: 'TIÊU CHÍ / TIÊU CHÍ THÀNH PHẦN',
  change: 'THAY ĐỔI',
  note: 'GHI CHÚ',
  kinds: { added: 'Thêm', removed: 'Bỏ', changed: 'Sửa' },
  figures: {
    max: 'Điểm chuẩn',
    self: 'Điểm tự đánh giá',
    appraised: 'Điểm thẩm định',
    deduction: 'Điểm bị trừ',
  },
  side: (figure, side) =>
    `${figure.toLocaleUpperCase('vi')} ${{ before: 'TRƯỚC', after: 'SAU', difference: 'TĂNG, GIẢM' }[side]}`,
  sum: (figure, before, after, difference) =>
    `${figure} toàn bảng: trước ${before}, sau ${after}, tăng (+), giảm (-): ${difference}.`,
  unknown: 'chưa rõ',
  counts: ({ changed, added, removed, unchanged }) =>
    `${changed} tiêu chí thay đổi, ${added} tiêu chí thêm, ${removed} tiêu chí bỏ, ${unchanged} tiêu chí giữ nguyên.`,
  total: 'CỘNG TOÀN BẢNG (cả tiêu chí giữ nguyên)',
  codeBefore: (code) => `trước đây mang mã ${code}`,
  nameBefore: (name) => `tên trước đây: ${name}`,
  texts: {
    opinion: 'ý kiến thẩm định thay đổi',
    explanation: 'giải trình thay đổi',
    responsible: 'đơn vị chịu trách nhiệm thay đổi',
  },
  mark: ',',
};

export const checkListWords: CheckListWords = {
  message: (finding) => findingMessage(finding, findingMessages),
  action: (code) => findingMessages[code].action,
  severity: { error: 'Lỗi', warning: 'Cảnh báo', info: 'Lưu ý' },
  listTitle: ['DANH SÁCH CÁC CHỖ CẦN XEM LẠI TRONG CÁC BẢNG ĐIỂM'],
  summaryTitle: ['TỔNG HỢP KIỂM TRA CÁC BẢNG ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH'],
  totals: ({ files, tables, problems, error, warning, info }) =>
    `${files} tệp, ${tables} bảng điểm, ${problems} tệp không đọc được; ${error} lỗi, ${warning} cảnh báo, ${info} lưu ý.`,
  listColumns: {
    number: 'TT',
    file: 'TỆP',
    sheet: 'TRANG TÍNH',
    cell: 'Ô',
    severity: 'MỨC',
    message: 'NỘI DUNG',
    action: 'VIỆC CẦN LÀM',
  },
  summaryColumns: {
    number: 'TT',
    file: 'TỆP',
    sheet: 'TRANG TÍNH',
    leaves: 'SỐ TIÊU CHÍ',
    max: 'ĐIỂM CHUẨN',
    self: 'TỰ ĐÁNH GIÁ',
    appraised: 'THẨM ĐỊNH',
    deduction: 'BỊ TRỪ',
    index: 'CHỈ SỐ CCHC',
    errors: 'LỖI',
    warnings: 'CẢNH BÁO',
    infos: 'LƯU Ý',
    problem: 'KHÔNG ĐỌC ĐƯỢC VÌ',
  },
  mark: ',',
};
