/** Words of the pane about what column of a sheet was taken for what. */
export const readings = {
  title: 'Cách hiểu các cột',
  about: 'Mỗi nội dung được lấy từ cột nào. Nếu chưa đúng, chọn cột khác rồi xem trước để ghi nhớ.',
  unsure: 'chưa chắc',
  unsureCount: (count: number) => `${count} cột chưa chắc`,
  chosen: 'tự chọn',
  automatic: 'Tự nhận ra',
  none: 'Không có',
  missing: (count: number) => `${count} nội dung chưa có cột`,
  add: 'Thêm cột vào bảng',
  addPrompt: 'Chọn cột…',
  addHint: 'Cột mới được chèn đúng chỗ; xem trước rồi mới thêm.',
  addLabel: (column: string) => `Thêm cột “${column}”`,
  label: 'Ghi nhớ cách hiểu các cột',
};
