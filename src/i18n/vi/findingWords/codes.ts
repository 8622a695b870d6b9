/** Findings about codes, in Vietnamese. */
import type { FindingWords } from '../../findingText';
import { at, cells, word } from './say';

export const codeWords = {
  'code-duplicate': {
    title: 'Trùng mã tiêu chí',
    message: (p, cell, related) =>
      `${at(cell)}mã của “${word(p, 'name')}” trùng với mã của “${word(p, 'other')}”${cells(related)}.`,
    why: 'Hai dòng cùng mã làm điểm bị tính hai lần hoặc đối chiếu nhầm dòng.',
    action: 'Đối chiếu với bộ chỉ số và sửa lại mã của dòng sai.',
    example: 'Hai dòng cùng ghi 3.2.',
  },
  'code-damaged': {
    title: 'Mã tiêu chí bị bảng tính làm sai',
    message: (p, cell) =>
      p['kind'] === 'date'
        ? `${at(cell)}mã tiêu chí đã bị đổi thành ngày tháng (${word(p, 'text')})${meant(p['meant'])}.`
        : `${at(cell)}mã “${word(p, 'text')}” đứng sai chỗ, có lẽ đã mất số 0 ở cuối${meant(p['meant'])}.`,
    why: 'Bảng tính coi mã là số hoặc ngày: 3.10 thành 3.1, 12.1 thành ngày 12/01.',
    action: 'Đặt định dạng cột mã là Văn bản (Text) rồi ghi lại mã.',
    example: 'Sau 3.9 là 3.1: đúng ra là 3.10.',
  },
  'code-not-text': {
    title: 'Mã tiêu chí đang lưu dưới dạng số',
    message: (p, cell) =>
      `${at(cell)}mã ${word(p, 'meant')} đang lưu dưới dạng số, không phải văn bản.`,
    why: 'Mã lưu dạng số sẽ mất số 0 ở cuối (3.10 thành 3.1) và đổi dấu chấm thành dấu phẩy.',
    action: 'Chuyển mã thành văn bản (có thể sửa tự động).',
    example: 'Ô mã 1.2 căn phải, kiểu General.',
  },
  'code-blanks': {
    title: 'Mã tiêu chí có khoảng trắng thừa',
    message: (_, cell) => `${at(cell)}mã tiêu chí có khoảng trắng thừa ở đầu, cuối hoặc bên trong.`,
    why: 'Khoảng trắng không thấy được nhưng làm hỏng việc đối chiếu bằng công thức.',
    action: 'Xóa khoảng trắng thừa (có thể sửa tự động).',
    example: '“1.2 ” thay cho “1.2”.',
  },
  'code-order': {
    title: 'Mã tiêu chí không đúng thứ tự',
    message: (p, cell, related) =>
      p['after'] === undefined
        ? `${at(cell)}mã ${word(p, 'text')} đứng sai thứ tự.`
        : `${at(cell)}mã ${word(p, 'text')} đứng sai thứ tự, phải đứng ngay sau ${word(p, 'after')}${cells(related)}.`,
    why: 'Dòng đứng sai chỗ dễ bị cộng nhầm vào lĩnh vực khác, hoặc mã đã bị gõ sai.',
    action: 'Sửa lại mã nếu gõ nhầm, hoặc chuyển dòng về đúng chỗ.',
    example: '1.4 đứng trước 1.3.',
  },
  'code-gap': {
    title: 'Mã tiêu chí bị nhảy số',
    message: (p, cell) => `${at(cell)}trước mã ${word(p, 'text')} thiếu ${word(p, 'missing')}.`,
    why: 'Có thể đã mất một dòng của bộ chỉ số, hoặc mã bị gõ sai.',
    action: 'Đối chiếu với bộ chỉ số; bổ sung dòng thiếu hoặc sửa mã.',
    example: 'Sau 2.3 là 2.5.',
  },
  'code-orphan': {
    title: 'Tiêu chí không có mục cha',
    message: (p, cell) =>
      `${at(cell)}bảng có mã ${word(p, 'text')} nhưng không có dòng ${word(p, 'parent')}.`,
    why: 'Thiếu dòng cha thì không cộng được theo lĩnh vực, tiêu chí.',
    action: 'Bổ sung dòng cha hoặc sửa mã.',
    example: 'Có 3.10.1, 3.10.2 mà không có 3.10.',
  },
} as const satisfies Record<string, FindingWords>;

function meant(code: string | undefined): string {
  return code === undefined ? '' : `; đúng ra là ${code}`;
}
