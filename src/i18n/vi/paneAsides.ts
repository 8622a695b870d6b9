/** Words of what stands beside the steps: comparing, and checking many files. */
export const aside = {
  compare: {
    title: 'So sánh hai bảng điểm',
    about: 'Trước và sau, kỳ này và kỳ trước, lần 1 và lần 2',
  },
  many: { title: 'Kiểm tra nhiều tệp', about: 'Nhiều bảng điểm một lượt, một danh sách chung' },
};

export const compare = {
  about: (table: string) => `Chọn bảng để so với bảng “${table}” đang mở.`,
  choose: 'Chọn tệp để so sánh',
  which: (file: string) => `Bảng điểm trong tệp ${file}`,
  here: 'Hoặc so với',
  herePrompt: 'Chọn…',
  rounds: 'Thẩm định lần 1 và lần 2 của bảng này',
  roundNames: { before: 'thẩm định lần 1', after: 'thẩm định lần 2' },
  noTable: (file: string) => `Không thấy bảng điểm nào trong tệp ${file}.`,
  between: (before: string, after: string) => `Trước: ${before}. Sau: ${after}.`,
  swap: 'Đổi trước và sau',
  same: 'Hai bảng giống nhau ở mọi tiêu chí.',
  counts: (changed: number, unchanged: number) =>
    `${changed} tiêu chí khác nhau, ${unchanged} tiêu chí giữ nguyên.`,
  copy: 'Sao chép bảng so sánh',
  preview: 'Xem trước bảng so sánh',
  label: 'Thêm trang so sánh',
};

export const many = {
  about:
    'Các tệp được đọc tại máy này và không bị sửa. Mỗi bảng đối chiếu với bộ chỉ số đã chọn ở bước Kiểm tra, hoặc bộ chỉ số đi theo tệp đó.',
  choose: 'Chọn các tệp',
  running: (done: number, total: number) => `Đang kiểm tra: ${done}/${total} tệp`,
  stop: 'Dừng',
  totals: (files: number, tables: number, problems: number) =>
    `${files} tệp, ${tables} bảng điểm${problems === 0 ? '' : `, ${problems} tệp không đọc được`}.`,
  noTable: 'không thấy bảng điểm',
  clean: 'không thấy vấn đề nào',
  more: (count: number) => `và ${count} vấn đề khác, có trong danh sách chung`,
  kinds: (count: number) => `Theo loại vấn đề (${count})`,
  kindCount: (findings: number, files: number) => `${findings} lần, ở ${files} tệp`,
  list: 'Danh sách chung',
  copy: 'Sao chép danh sách',
  label: 'Thêm trang tổng hợp và danh sách',
};
