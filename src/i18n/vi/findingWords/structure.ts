/** Findings about formulas, the framework’s rows and what the sheet hides, in Vietnamese. */
import type { FindingParams, FindingWords } from '../../findingText';
import { at, cells, num, role, word } from './say';

const commas = (params: FindingParams, name: string) =>
  word(params, name).replace(/(\d)\.(\d)/g, '$1,$2');

const DECLARED_REASONS: Readonly<Record<string, string>> = {
  unreadable: 'không đọc được là số, tỷ lệ hay Có/Không',
  wrongInput: 'không đúng dạng mà quy tắc chấm của tiêu chí này cần',
  divisionByZero: 'có mẫu số bằng 0',
  aboveWhole: 'vượt quá 100%',
  badFormula: 'không tính được vì công thức trong bộ chỉ số có lỗi',
};

export const structureWords = {
  'formula-wrong-row': {
    title: 'Công thức trỏ nhầm dòng',
    message: (p, cell, related) =>
      p['own'] === undefined
        ? `${at(cell)}công thức ${word(p, 'formula')} cộng cả dòng không thuộc mục này: ${word(p, 'codes')}${cells(related)}.`
        : `${at(cell)}công thức ${word(p, 'formula')} trỏ tới dòng ${word(p, 'rows')} thay vì dòng ${word(p, 'own')}${cells(related)}.`,
    why: 'Số tính ra thuộc về tiêu chí khác, dù nhìn vẫn hợp lý.',
    action: 'Sửa công thức để trỏ đúng các ô của dòng này.',
    example: 'Ô F12 có công thức =E11-C11.',
  },
  'formula-omits-rows': {
    title: 'Công thức cộng thiếu dòng',
    message: (p, cell, related) =>
      `${at(cell)}công thức ${word(p, 'formula')} bỏ sót ${word(p, 'codes')}${cells(related)}.`,
    why: 'Dòng chèn thêm ở đầu hoặc cuối thường nằm ngoài vùng cộng.',
    action: 'Mở rộng vùng cộng cho đủ các dòng.',
    example: '=SUM(D4:D8) trong khi mục này có đến dòng 9.',
  },
  'formula-counts-twice': {
    title: 'Công thức cộng trùng',
    message: (p, cell, related) =>
      `${at(cell)}công thức ${word(p, 'formula')} tính hai lần ${word(p, 'codes')}${cells(related)}.`,
    why: 'Vùng cộng gồm cả dòng cha và dòng con thì điểm bị nhân đôi.',
    action: 'Chỉ cộng một cấp: các dòng con trực tiếp.',
    example: '=SUM(D3:D20) chạy qua cả dòng lĩnh vực và dòng tiêu chí.',
  },
  'formula-overwritten': {
    title: 'Công thức bị thay bằng số',
    message: (p, cell) =>
      `${at(cell)}${role(p)} là số gõ tay (${num(p, 'value')}) trong khi các ô cùng loại đều là công thức.`,
    why: 'Số gõ tay không thay đổi khi điểm thay đổi.',
    action: 'Khôi phục công thức như các ô cùng cột.',
    example: 'Cột điểm bị trừ là công thức, riêng một ô gõ −0,5.',
  },
  'row-unread': {
    title: 'Dòng có điểm không rõ là tiêu chí nào',
    message: (p, cell, related) =>
      `${at(cell)}có ${word(p, 'count')} dòng có điểm chuẩn và điểm chấm nhưng không có mã, không có tên nên chưa được tính${cells(related)}.`,
    why: 'Dòng không rõ là tiêu chí hay dòng cộng thì không cộng vào đâu được; tổng có thể thiếu.',
    action:
      'Ghi mã hoặc tên tiêu chí (dòng cộng thì ghi “Cộng”, “Tổng cộng”); nếu tên đứng ở cột khác, chọn lại cột tên tiêu chí.',
    example: 'Dòng 12 có điểm chuẩn 2, điểm thẩm định 1,5, ô tên để trống.',
  },
  'hidden-rows-with-points': {
    title: 'Dòng ẩn có điểm',
    message: (p, cell) =>
      `${at(cell)}có ${word(p, 'count')} dòng đang ẩn mà vẫn có điểm: ${word(p, 'codes')}.`,
    why: 'Người đọc không thấy nhưng tổng vẫn tính; khi in hoặc sao chép dễ sót.',
    action: 'Hiện các dòng ẩn để kiểm tra, xóa hẳn nếu không dùng.',
    example: 'Dòng 2.3 bị ẩn nhưng vẫn nằm trong tổng.',
  },
  'view-filtered': {
    title: 'Bảng đang lọc',
    message: (p) =>
      `Bảng đang bật bộ lọc, ${word(p, 'count')} dòng có điểm không hiển thị${p['codes'] ? ` (${p['codes']})` : ''}.`,
    why: 'Sao chép và in chỉ lấy các dòng đang hiện; tổng thì tính cả.',
    action: 'Bỏ lọc trước khi rà soát và xuất bảng.',
    example: 'Lọc theo lĩnh vực 3, các lĩnh vực khác bị ẩn.',
  },
  'framework-row-missing': {
    title: 'Thiếu tiêu chí của bộ chỉ số',
    message: (p, cell) =>
      `${cell === null ? '' : `Sau ô ${cell}: `}thiếu ${word(p, 'code')} “${word(p, 'name')}”${p['max'] ? ` (điểm chuẩn ${num(p, 'max')})` : ''}.`,
    why: 'Thiếu dòng thì thiếu điểm chuẩn và điểm thẩm định của tiêu chí đó.',
    action: 'Bổ sung dòng; nếu kỳ này không đánh giá, ghi “Chưa đánh giá”.',
    example: 'Bộ chỉ số có 3.7 nhưng bảng không có.',
  },
  'framework-row-extra': {
    title: 'Dòng không có trong bộ chỉ số',
    message: (p, cell) =>
      `${at(cell)}${word(p, 'code')} “${word(p, 'name')}” không có trong bộ chỉ số.`,
    why: 'Dòng ngoài bộ chỉ số làm tăng tổng điểm chuẩn.',
    action: 'Xóa dòng, hoặc sửa mã nếu gõ nhầm.',
    example: 'Bảng có 2.6 trong khi bộ chỉ số chỉ đến 2.5.',
  },
  'framework-row-renamed': {
    title: 'Tên tiêu chí khác bộ chỉ số',
    message: (p, cell) =>
      `${at(cell)}tên ghi “${word(p, 'name')}”, bộ chỉ số ghi “${word(p, 'expected')}”.`,
    why: 'Cùng mã mà khác tên: có thể là bộ chỉ số năm khác, hoặc lệch dòng.',
    action: 'Đối chiếu với quyết định; sửa tên hoặc nạp đúng bộ chỉ số.',
    example: 'Mã 1.2 ghi “Thông tin, tuyên truyền”, quyết định ghi “Báo cáo CCHC”.',
  },
  'framework-code-differs': {
    title: 'Mã tiêu chí khác bộ chỉ số',
    message: (p, cell) =>
      `${at(cell)}“${word(p, 'name')}” mang mã ${word(p, 'code')}, bộ chỉ số ghi ${word(p, 'expected')}.`,
    why: 'Sai mã thì không đối chiếu được điểm chuẩn và không cộng đúng lĩnh vực.',
    action: 'Sửa mã theo bộ chỉ số.',
    example: '“Báo cáo CCHC” mang mã 1.7, quyết định ghi 1.2.',
  },
  'framework-partial': {
    title: 'Bảng chỉ có một phần bộ chỉ số',
    message: (p) =>
      `Bảng có ${word(p, 'present')} trên ${word(p, 'leaves')} tiêu chí chấm điểm của bộ chỉ số.`,
    why: 'Khi bảng là trích lục, chỉ số phải tính theo tổng điểm chuẩn trong kỳ, không theo tổng các dòng.',
    action:
      'Nếu là phụ lục các tiêu chí bị trừ điểm thì không cần làm gì; nếu là bảng đầy đủ, bổ sung các dòng thiếu.',
    example: 'Phụ lục 27 tiêu chí bị trừ điểm.',
  },
  'framework-does-not-fit': {
    title: 'Bảng không theo bộ chỉ số đang dùng',
    message: (p) =>
      `Tên các tiêu chí trong bảng phần lớn khác bộ chỉ số đang dùng (${word(p, 'title')}); không đối chiếu được.`,
    why: 'Đối chiếu với sai bộ chỉ số sẽ báo lỗi nhầm hàng loạt.',
    action: 'Nạp đúng bộ chỉ số của năm và cấp này.',
    example: 'Bảng của xã năm 2022 đối chiếu với bộ của huyện năm 2023.',
  },
  'score-differs-from-rule': {
    title: 'Điểm khác kết quả tính theo quy tắc',
    message: (p, cell, related) =>
      `${at(cell)}${role(p)} ghi ${num(p, 'score')}, trong khi số liệu kê khai cho ${num(p, 'shown')} (${commas(p, 'working')})${cells(related)}.`,
    why: 'Quy tắc trong bộ chỉ số cho ra điểm khác; hội đồng có thể trừ phần này.',
    action: 'Đối chiếu số liệu kê khai và cách tính; phần mềm không tự sửa điểm.',
    example: 'Kê khai 7904/14835, điểm chuẩn 1: tính được 0,53 nhưng ghi 0,63.',
  },
  'declared-unusable': {
    title: 'Số liệu kê khai không dùng được để tính điểm',
    message: (p, cell) =>
      `${at(cell)}“${word(p, 'declared')}” ${DECLARED_REASONS[p['reason'] ?? ''] ?? 'không hợp quy tắc chấm'}.${p['answers'] === undefined ? '' : ` Ghi một trong các mục: ${p['answers']}.`}`,
    why: 'Không đối chiếu được điểm với quy tắc chấm.',
    action:
      'Ghi lại theo dạng quy tắc cần: Có/Không, số lượng, tỷ lệ (42,5%) hoặc phân số (8/112).',
    example: 'Tiêu chí tính theo tỷ lệ mà ghi “Có”.',
  },
} as const satisfies Record<string, FindingWords>;
