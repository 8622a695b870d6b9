/**
 * What documents that leave the product say: comparison, lists of findings. Official wording; the words
 * of a finding are those of the catalogue.
 */
import type { ComparisonWords } from '../../domain/letters/comparisonTable';
import type { CheckListWords } from '../../usecases/checkMany';
import type { MarkWords } from '../../usecases/marks';
import type { MinutesWords } from '../../usecases/minutes';
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
  accepted: (reason) => `Đã xem, chấp nhận: ${reason}`,
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

export const markWords: MarkWords = {
  message: checkListWords.message,
  action: checkListWords.action,
  severity: checkListWords.severity,
};

/** Lines to fill in by hand are dotted, as in any form. */
const BLANK = '……………………………………';

export const minutesWords: MinutesWords = {
  title: [
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'BIÊN BẢN KIỂM TRA',
    'BẢNG ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH',
  ],
  held: (date) => `(Kiểm tra ${date ?? 'ngày … tháng … năm …'})`,
  unit: (unit) => `Đơn vị được kiểm tra: ${unit === '' ? BLANK : unit}`,
  about: (file, sheet) => `Bảng điểm được kiểm tra: tệp “${file}”, trang tính “${sheet}”.`,
  figures: ({ leaves, max, self, appraised, deduction, outside, base, index }) =>
    `Số liệu trong bảng: ${leaves} tiêu chí; điểm chuẩn ${max}; điểm tự đánh giá ${self}; điểm thẩm định ${appraised}; điểm bị trừ ${deduction}${outside === null ? '' : `; điểm thưởng, phạt ${outside}`}; tổng điểm chuẩn trong kỳ ${base}; chỉ số CCHC ${index}.`,
  counts: ({ error, warning, info, open, accepted, lapsed }) =>
    `Kết quả: ${error} lỗi, ${warning} cảnh báo, ${info} lưu ý; còn mở ${open + lapsed}, đã xem và chấp nhận ${accepted}.`,
  none: 'Kết quả: không thấy chỗ nào cần xem lại.',
  columns: {
    number: 'TT',
    code: 'MÃ',
    name: 'TIÊU CHÍ',
    cell: 'Ô',
    severity: 'MỨC',
    message: 'NỘI DUNG',
    action: 'VIỆC CẦN LÀM',
    state: 'TRẠNG THÁI',
  },
  message: checkListWords.message,
  action: checkListWords.action,
  severity: checkListWords.severity,
  state: (state, reason, date) => {
    const when = date === null ? '' : ` (${date})`;
    if (state === 'accepted') return `Đã xem, chấp nhận${when}: ${reason}`;
    if (state === 'lapsed')
      return `Còn mở: đã chấp nhận trước đây${when} (${reason}), nhưng ô đã thay đổi`;
    return 'Còn mở';
  },
  unknown: 'chưa rõ',
  signatures: [
    { caption: 'ĐẠI DIỆN ĐƠN VỊ ĐƯỢC KIỂM TRA', note: '(Ký, ghi rõ họ tên)' },
    { caption: 'NGƯỜI KIỂM TRA', note: '(Ký, ghi rõ họ tên)' },
    { caption: 'TỔ TRƯỞNG TỔ THẨM ĐỊNH', note: '(Ký, ghi rõ họ tên)' },
  ],
  mark: ',',
};
