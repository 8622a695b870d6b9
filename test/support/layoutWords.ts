/** What offices write over, around and beneath a score sheet: the vocabulary of the layout generator. */
import type { ColumnRole } from '../../src/domain/scoring/scoreSheet';

/** Headers by role; each says what the column is, in another office's words. */
export const headerWords: Readonly<Partial<Record<ColumnRole, readonly string[]>>> = {
  code: ['STT', 'TT', 'Mã tiêu chí', 'Mã số', 'Số TT', 'Ký hiệu', 'Mã', 'MÃ TC'],
  name: [
    'Lĩnh vực/Tiêu chí/TCTP',
    'Lĩnh vực, tiêu chí, tiêu chí thành phần',
    'Nội dung tiêu chí',
    'NỘI DUNG',
    'Tiêu chí',
    'TÊN TIÊU CHÍ',
    'Nội dung đánh giá',
    'Tiêu chí/tiêu chí thành phần',
  ],
  max: [
    'Điểm chuẩn',
    'Điểm tối đa',
    'Thang điểm',
    'ĐIỂM TỐI ĐA',
    'Điểm\nchuẩn',
    'Diem toi da',
    'Số điểm tối đa',
    'Mức điểm',
  ],
  self: [
    'Điểm tự đánh giá',
    'Điểm tự chấm',
    'Tự đánh giá',
    'ĐƠN VỊ TỰ CHẤM',
    'Điểm đơn vị tự chấm',
    'Tự chấm điểm',
    'Tự chấm',
  ],
  appraised1: [
    'Điểm thẩm định',
    'Kết quả thẩm định',
    'UBND tỉnh chấm',
    'Hội đồng thẩm định',
    'ĐIỂM THẨM ĐỊNH',
    'Điểm Hội đồng thẩm định',
    'Sở Nội vụ thẩm định',
    'Điểm đạt được',
  ],
  deduction: ['Điểm bị trừ', 'Điểm trừ', 'Số điểm bị trừ', 'BỊ TRỪ ĐIỂM', 'Điểm mất'],
  opinion: [
    'Ý kiến Hội đồng thẩm định',
    'Lý do trừ điểm',
    'Ý kiến thẩm định',
    'Nguyên nhân trừ điểm',
    'Nhận xét của Hội đồng',
  ],
  responsible: [
    'Đơn vị chịu trách nhiệm',
    'Cơ quan chủ trì',
    'Đơn vị thực hiện',
    'Cơ quan, đơn vị chủ trì',
    'Đơn vị chủ trì thực hiện',
  ],
  note: ['Ghi chú', 'GHI CHÚ'],
  evidence: ['Tài liệu kiểm chứng', 'TLKC', 'Tài liệu minh chứng'],
  method: ['Cách chấm điểm', 'Phương pháp tính điểm', 'Hướng dẫn chấm điểm'],
};

/** Columns that are none of ours, with what stands in them. */
export const foreignColumns: readonly { header: string; cells: readonly (string | number)[] }[] = [
  { header: 'Tỷ lệ đạt (%)', cells: [100, 85, 50] },
  { header: 'Thời hạn hoàn thành', cells: ['Quý I', '30/6/2026', 'Quý IV'] },
  { header: 'Tỷ lệ', cells: ['100%', '85%', '50%'] },
  { header: '', cells: [] },
  { header: 'Xếp loại', cells: ['Tốt', 'Khá'] },
  { header: 'Số văn bản', cells: ['12/KH-UBND', '45/BC-UBND'] },
];

/** Title lines, left and right side; the first lines are the national heading. */
export const titleLines: readonly (readonly [string, string])[] = [
  ['UBND TỈNH QUẢNG TRỊ', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
  ['SỞ NỘI VỤ', 'Độc lập - Tự do - Hạnh phúc'],
  ['Số: 12/BC-SNV', 'Quảng Trị, ngày 15 tháng 01 năm 2026'],
  ['BẢNG TỰ ĐÁNH GIÁ, CHẤM ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2025', ''],
  ['CỦA UBND XÃ HƯỚNG HÓA', ''],
  ['(Kèm theo Quyết định số 1187/QĐ-BNV ngày 15/10/2025 của Bộ Nội vụ)', ''],
  ['Đơn vị tự chấm điểm: UBND xã Hướng Hóa', 'Kỳ đánh giá: Năm 2025'],
  ['', 'Đơn vị tính: điểm'],
];

export const noteLines: readonly string[] = [
  'Ghi chú:',
  '- Điểm bị trừ = Điểm chuẩn - Điểm thẩm định',
  '1. Các tiêu chí không phát sinh được tính điểm tối đa.',
  '(*) Số liệu tính đến ngày 31/12/2025',
  'Tổng số tiêu chí bị trừ điểm được nêu trong báo cáo kèm theo.',
];

export const signatureLines: readonly (readonly [string, string])[] = [
  ['NGƯỜI LẬP BIỂU', 'TM. ỦY BAN NHÂN DÂN'],
  ['(Ký, ghi rõ họ tên)', 'KT. CHỦ TỊCH'],
  ['', 'PHÓ CHỦ TỊCH'],
  ['', '(Ký tên, đóng dấu)'],
  ['Nơi nhận:', ''],
  ['- Như trên;', ''],
  ['- Lưu: VT, NV.', 'Trần Văn A'],
];

export const totalWords = ['Tổng cộng', 'TỔNG CỘNG', 'Cộng', 'Tổng điểm', 'TỔNG SỐ', 'Tổng cộng:'];
export const subtotalWords = ['Cộng lĩnh vực', 'Tổng điểm lĩnh vực', 'Cộng điểm lĩnh vực'];
export const baseWords = ['Tổng điểm chuẩn trong kỳ', 'Tổng điểm tối đa được đánh giá'];
export const indexWords = ['Chỉ số CCHC (%)', 'CHỈ SỐ CẢI CÁCH HÀNH CHÍNH'];
