/** Words of the step Kiểm tra: findings, what was decided about them, scores by rule. */
import type { ExpectedProblem } from '../../domain/scoring/expectedScore';
import type { ReviewState } from '../../usecases/review';

export const check = {
  none: 'Không thấy vấn đề nào trong bảng này.',
  filtered: 'Không có vấn đề nào thuộc các mức đang chọn hiển thị.',
  filter: 'Lọc theo mức độ',
  groupBy: 'Xếp theo',
  kind: 'Loại vấn đề',
  area: 'Lĩnh vực',
  against: 'Đối chiếu với bộ chỉ số',
  againstFile: (title: string) => `Bộ chỉ số đã nạp: ${title}`,
  againstNone: 'Không đối chiếu',
  again: 'Kiểm tra lại',
  previous: 'Vấn đề trước',
  next: 'Vấn đề tiếp theo',
  position: (index: number, count: number) => `${index}/${count}`,
  positionNone: (count: number) => `${count} vấn đề`,
  keys: 'Phím F8: vấn đề tiếp theo; Shift+F8: vấn đề trước; Enter: đến ô.',
  goTo: (cell: string) => `Đến ô ${cell}`,
  wholeSheet: 'Cả bảng',
  criterion: (code: string) => `Tiêu chí ${code}`,
  related: 'Ô liên quan',
  fix: 'Xem trước cách sửa',
  fixLabel: (cell: string) => `Sửa ô ${cell}`,
  fixAll: (count: number) => `Sửa tất cả điều chắc chắn (${count})`,
  fixAllLabel: (count: number) => `Sửa ${count} chỗ chắc chắn`,
  noArea: 'Chưa rõ lĩnh vực',
  areaName: (code: string, name: string) => (name === '' ? `Lĩnh vực ${code}` : `${code}. ${name}`),
  stale: 'Bảng vừa được sửa, kết quả dưới đây đã cũ.',
  checked: (count: number) =>
    count === 0 ? 'Đã kiểm tra: không thấy vấn đề nào.' : `Đã kiểm tra: ${count} vấn đề.`,
  noneOpen: 'Mọi vấn đề đã được xem và chấp nhận.',
  unit: 'Đơn vị',
  noUnit: 'Chưa rõ đơn vị',
  filterStates: 'Lọc theo tình trạng',
  states: {
    open: 'chưa xử lý',
    accepted: 'đã chấp nhận',
    lapsed: 'chấp nhận đã hết hiệu lực',
  },
  stateCount: (state: ReviewState, count: number) =>
    `${count} ${{ open: 'chưa xử lý', accepted: 'đã chấp nhận', lapsed: 'hết hiệu lực' }[state]}`,
  accept: 'Đã xem, chấp nhận…',
  reason: 'Lý do chấp nhận',
  reasonHint: 'Lý do đi theo tệp và hết hiệu lực khi ô thay đổi.',
  acceptAction: 'Chấp nhận',
  acceptLabel: (cell: string) => `Chấp nhận vấn đề: ${cell}`,
  acceptedFor: (reason: string, date: string | null) =>
    date === null ? `Đã chấp nhận: ${reason}` : `Đã chấp nhận ngày ${date}: ${reason}`,
  lapsedWhy: 'Ô đã thay đổi từ đó, cần xem lại.',
  reopen: 'Bỏ chấp nhận',
  reopenLabel: (cell: string) => `Bỏ chấp nhận: ${cell}`,
  mark: 'Đánh dấu trên bảng',
  markAgain: 'Đánh dấu lại',
  markHint: 'Tô màu và ghi chú các ô cần xem; gỡ được, không để lại dấu vết.',
  markLabel: 'Đánh dấu các ô cần xem',
  unmark: 'Gỡ đánh dấu',
  unmarkLabel: 'Gỡ đánh dấu',
  thisFile: 'tệp đang mở',
  minutes: 'Biên bản kiểm tra',
  minutesCopy: 'Sao chép biên bản',
  minutesPreview: 'Xem trước biên bản',
  minutesLabel: 'Thêm trang biên bản kiểm tra',
  live: 'Kiểm tra khi nhập',
  liveHint: 'Kết quả tự cập nhật sau khi sửa bảng.',
};

const problems: Record<ExpectedProblem, string> = {
  blank: 'Chưa kê khai, nên chưa tính',
  unreadable: 'Không đọc được số liệu kê khai',
  wrongInput: 'Số liệu kê khai không hợp với quy tắc này',
  divisionByZero: 'Mẫu số bằng 0',
  aboveWhole: 'Tử số lớn hơn mẫu số',
  badFormula: 'Công thức của quy tắc không tính được',
};

/** Scores by the framework's rules. */
export const expected = {
  title: 'Điểm tính theo quy tắc',
  count: (declared: number, rules: number) => `${declared}/${rules} đã kê khai`,
  differing: (count: number) => `${count} khác điểm đã chấm`,
  differs: 'khác điểm đã chấm',
  about: 'Chỉ để tham khảo: điểm trên bảng giữ nguyên. Bấm vào tiêu chí để đến ô.',
  noColumn:
    'Bảng chưa có cột “Số liệu kê khai”. Thêm cột này để kê khai và tính điểm theo quy tắc.',
  declared: (text: string) => `Kê khai: ${text}`,
  working: (text: string) => `Theo quy tắc: ${text}`,
  entered: (self: string, appraised: string) => `Tự đánh giá ${self} · thẩm định ${appraised}`,
  method: 'Cách tính trong quyết định',
  outOfBase: {
    notAssessed: 'Chưa đánh giá trong kỳ: không tính vào tổng điểm chuẩn',
    notApplicable: 'Không áp dụng: không tính vào tổng điểm chuẩn',
  },
  problems,
};
