/** Findings about how texts are written, in Vietnamese. */
import type { FindingWords } from '../../findingText';
import { at, word } from './say';

export const textWords = {
  'text-markup': {
    title: 'Còn sót mã HTML',
    message: (p, cell) => `${at(cell)}còn sót mã HTML: “${word(p, 'example')}”.`,
    why: 'Mã thừa sẽ hiện ra khi in và khi sao chép sang công văn.',
    action: 'Xóa mã thừa (có thể sửa tự động).',
    example: '“<p>Đã ban hành Kế hoạch</p>”.',
  },
  'text-latex': {
    title: 'Còn sót ký hiệu công thức',
    message: (p, cell) => `${at(cell)}còn sót ký hiệu LaTeX: “${word(p, 'example')}”.`,
    why: 'Ký hiệu thừa làm khó đọc khi in.',
    action: 'Viết lại phép tính bằng chữ số thường (có đề xuất sẵn).',
    example: '“$10/29=34.48\\%$”.',
  },
  'text-decomposed': {
    title: 'Dấu tiếng Việt bị tách rời',
    message: (p, cell) =>
      `${at(cell)}chữ có dấu ở dạng tách rời (Unicode tổ hợp): “${word(p, 'example')}”.`,
    why: 'Nhìn giống nhau nhưng tìm kiếm, lọc và đối chiếu không thấy.',
    action: 'Chuyển về Unicode dựng sẵn (có thể sửa tự động).',
    example: 'Văn bản sao chép từ máy Mac hoặc từ tệp PDF.',
  },
  'text-double-blanks': {
    title: 'Khoảng trắng thừa giữa câu',
    message: (p, cell) => `${at(cell)}có khoảng trắng thừa: “${word(p, 'example')}”.`,
    why: 'Làm dòng in bị giãn và tìm kiếm không khớp.',
    action: 'Xóa khoảng trắng thừa (có thể sửa tự động).',
    example: '“Phòng␣␣Nội vụ”.',
  },
  'text-line-break': {
    title: 'Xuống dòng giữa câu',
    message: (p, cell) => `${at(cell)}xuống dòng giữa câu: “${word(p, 'example')}”.`,
    why: 'Khi đổi độ rộng cột hoặc dán sang công văn, câu bị ngắt sai chỗ.',
    action: 'Nối lại thành một dòng (có đề xuất sẵn).',
    example: '“Mức độ thực hiện⏎kế hoạch CCHC”.',
  },
  'text-tone': {
    title: 'Đặt sai vị trí dấu thanh',
    message: (p, cell) => `${at(cell)}dấu thanh đặt sai chỗ: “${word(p, 'example')}”.`,
    why: 'Sai chính tả trong văn bản hành chính; tìm kiếm cũng không thấy.',
    action: 'Sửa lại dấu (có thể sửa tự động).',
    example: '“Qúy” (đúng: “Quý”), “hòan” (đúng: “hoàn”).',
  },
} as const satisfies Record<string, FindingWords>;
