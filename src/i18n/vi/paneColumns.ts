/** Words of the pane about what column of a sheet was taken for what. */
export const readings = {
  title: 'Cách hiểu các cột',
  about: 'Mỗi nội dung được lấy từ cột nào. Nếu chưa đúng, chọn cột khác rồi xem trước để ghi nhớ.',
  unsure: 'chưa chắc',
  unsureCount: (count: number) => `${count} cột chưa chắc`,
  chosen: 'tự chọn',
  automatic: 'Tự nhận ra',
  none: 'Không có',
  deny: 'Bảng không có cột này',
  missing: (count: number) => `${count} nội dung chưa có cột`,
  add: 'Thêm cột vào bảng',
  addPrompt: 'Chọn cột…',
  addHint: 'Cột mới được chèn đúng chỗ; xem trước rồi mới thêm.',
  addLabel: (column: string) => `Thêm cột “${column}”`,
  label: 'Ghi nhớ cách hiểu các cột',
};

/** Pointing out the columns of a sheet whose header is not understood. */
export const naming = {
  open: 'Chỉ ra các cột của trang này',
  about: 'Đã chọn sẵn theo suy đoán. Xem lại dòng tiêu đề và từng cột rồi xem trước để ghi nhớ.',
  header: 'Dòng tiêu đề',
  row: (row: number, text: string) => `Dòng ${row}${text === '' ? '' : `: ${text}`}`,
  noHeader: 'Không có dòng tiêu đề',
  firstRow: 'Tiêu chí đầu tiên',
  firstRowHint: 'Một dòng tiêu đề sẽ được chèn ngay trên dòng này.',
  choose: 'Chọn cột…',
  none: 'Không có',
  example: (text: string) => `(ví dụ: ${text})`,
  needed: 'cần có',
  lacking: 'Cần chọn cột tên tiêu chí và cột điểm chuẩn.',
  nothing: 'Chưa đọc được tiêu chí nào. Xem lại dòng tiêu đề, cột tên tiêu chí và cột điểm chuẩn.',
  read: (criteria: number, max: string) =>
    `Sẽ đọc được ${criteria} tiêu chí chấm điểm, tổng điểm chuẩn ${max}.`,
  reset: 'Chọn lại theo suy đoán',
  label: (sheet: string) => `Ghi nhớ các cột của trang “${sheet}”`,
  named: (row: number) => `Dòng tiêu đề và các cột của bảng này đã được chỉ ra (dòng ${row}).`,
  forget: 'Bỏ những gì đã chỉ ra',
  forgetLabel: (sheet: string) => `Bỏ cách hiểu đã chỉ ra cho trang “${sheet}”`,
  others: (count: number) => `${count} trang chưa nhận ra là bảng điểm`,
};
