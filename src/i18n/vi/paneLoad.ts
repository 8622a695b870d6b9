/** Words of the pane's step Nạp khung: choosing a framework, and reading one of her own. */
import type { Framework } from '../../domain/framework/framework';

const levels: Record<Framework['level'], string> = {
  ministry: 'bộ, ngành',
  province: 'cấp tỉnh',
  department: 'cấp sở',
  district: 'cấp huyện',
  commune: 'cấp xã',
  any: 'dùng chung',
};

export const load = {
  choose: 'Bộ chỉ số',
  choosePrompt: 'Chọn bộ chỉ số…',
  samples: 'Mẫu có sẵn',
  carried: 'Bộ chỉ số đi theo tệp đang mở',
  levels,
  meta: (decision: string, level: string, year: number, province: string) =>
    [decision, level, province, `áp dụng từ năm ${year}`].filter((part) => part !== '').join(' · '),
  partial: 'Chưa đầy đủ',
  complete: 'Đầy đủ',
  districtEnded:
    'Cấp huyện đã kết thúc hoạt động từ ngày 01/7/2025; bộ chỉ số này chỉ để tham khảo và xem lại số liệu cũ.',
  notes: (count: number) => `${count} ghi chú về bộ chỉ số`,
  own: 'Bộ chỉ số của đơn vị',
  ownHint: 'Chọn tệp, dán bảng từ Word, Excel, hoặc đọc ngay trong tệp đang mở.',
  ownFile: 'Chọn tệp bộ chỉ số',
  ownPaste: 'Hoặc dán bảng vào đây',
  ownPasteHint: 'Bấm vào đây rồi nhấn Ctrl+V',
  ownSelection: 'Đọc vùng đang chọn',
  ownSelectionHint: 'Kéo chuột chọn bảng trong trang tính; bấm một ô thì lấy cả bảng quanh ô đó.',
  ownPlace: (address: string) => `Đã đọc từ “${address}”.`,
  ownHidden: (rows: number, columns: number) =>
    `Có ${[rows > 0 ? `${rows} dòng` : '', columns > 0 ? `${columns} cột` : '']
      .filter((part) => part !== '')
      .join(' và ')} đang ẩn, cũng được đọc.`,
  ownSheet: 'Hoặc đọc từ trang tính của tệp đang mở',
  ownSheetPrompt: 'Chọn trang tính…',
  ownReading: 'Đang đọc…',
  ownBadge: 'của đơn vị',
  ownFailed: 'Chưa đọc được bộ chỉ số',
  review: 'Đã hiểu bảng như sau',
  reviewUse: 'Dùng bộ chỉ số này',
  reviewDoubts: (count: number) =>
    `${count} dòng cần xem lại, có dấu cảnh báo. Bấm vào dòng để xem và sửa.`,
  reviewMoreProblems: (count: number) => `… và ${count} điều khác.`,
  reviewTitle: 'Tên bộ chỉ số',
  reviewDecision: 'Quyết định ban hành',
  reviewLevel: 'Cấp áp dụng',
  reviewRows: 'Các dòng của bảng',
  reviewMore: (count: number) => `Hiện thêm (còn ${count} dòng)`,
  reviewAside: (count: number) => `${count} dòng không phải tiêu chí`,
  columnsTitle: 'Cột được hiểu là…',
  columnsAbout:
    'Nếu nhầm cột, hãy chọn lại. Bảng được đọc lại ngay; những dòng đã sửa tay vẫn giữ nguyên.',
  columnsNone: 'Không có cột này',
  columnsSeveral: (count: number) => `${count} cột, mỗi cột một cấp`,
  columnsUnits: (count: number) => `${count} cột, mỗi cột một vai trò`,
  columnsUnused: (labels: string) => `Cột chưa dùng: ${labels}.`,
  columnsExample: (text: string) => `(ví dụ: ${text})`,
  columnsEdits: (kept: number, lost: number) =>
    [
      kept > 0 ? `Đã giữ ${kept} dòng sửa tay.` : '',
      lost > 0 ? `${lost} dòng sửa tay không còn chỗ trong cách đọc này, nên xem lại.` : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  columnsReset: 'Đọc lại theo cách ban đầu',
  rowKinds: {
    node: 'tiêu chí',
    method: 'cách chấm',
    continuation: 'phần tiếp của dòng trên',
    total: 'dòng tổng',
    subtotal: 'dòng cộng',
    title: 'tiêu đề',
    header: 'đầu bảng',
    repeatedHeader: 'đầu bảng lặp lại',
    footnote: 'ghi chú',
    blank: 'dòng trống',
    ignored: 'bỏ qua',
    unread: 'chưa hiểu',
  },
  rowSource: 'Nguyên văn',
  rowLevel: 'Là',
  rowLevels: ['Lĩnh vực', 'Tiêu chí', 'Tiêu chí thành phần', 'Mục nhỏ hơn'],
  rowParts: {
    method: 'Cách chấm của tiêu chí trên',
    continuation: 'Phần tiếp của tên ở trên',
  },
  rowLeaveOut: 'Bỏ dòng này',
  rowCode: 'Mã',
  rowMax: 'Điểm chuẩn',
  rowDouble: (code: string, name: string) => `Mã ${code} cũng là mã của “${name}”.`,
  outside: { bonus: 'Điểm thưởng, ngoài thang', penalty: 'Điểm phạt, ngoài thang' },
  surveyTag: 'điều tra XHH',
  rowSurveyAbove: 'Điểm lấy từ điều tra xã hội học (theo mục trên)',
  rowSurvey: 'Điểm lấy từ điều tra xã hội học',
  rowName: 'Tên',
  preview: 'Xem trước bộ chỉ số',
  previewTotal: (areas: number, leaves: number, max: string) =>
    `${areas} lĩnh vực, ${leaves} tiêu chí chấm điểm, tổng điểm chuẩn ${max}`,
  areaTotal: (max: string) => `${max} điểm`,
  maxUnknown: 'chưa rõ điểm',
  noName: '(chưa rõ tên)',
  sheetFacts: 'Thông tin ghi trên bảng',
  unit: 'Tên đơn vị',
  unitHint: 'Ví dụ: UBND xã Vĩnh Linh',
  period: 'Kỳ đánh giá',
  periodHint: 'Ví dụ: 6 tháng đầu năm 2026',
  rounds: 'Số vòng thẩm định',
  round: { 1: 'Một vòng', 2: 'Hai vòng' },
  label: 'Nạp khung',
  extras: (names: readonly string[]) =>
    names.length === 0 ? 'Thêm cột cho bảng' : `Thêm cột cho bảng: ${names.join(', ')}`,
  extraAbout: {
    assessment: 'Ghi tiêu chí chưa đánh giá trong kỳ hoặc không áp dụng; điểm chuẩn tự trừ ra.',
    method: 'Chép cách chấm của quyết định cạnh mỗi tiêu chí.',
    declared: 'Nhập số liệu (ví dụ 7904/14835) để tính điểm theo quy tắc của bộ chỉ số.',
    evidence: 'Nêu văn bản, tài liệu chứng minh cho điểm tự đánh giá.',
    explanation: 'Đơn vị giải trình về điểm thẩm định.',
  },
  extraAlways: 'Bảng hai vòng luôn có cột này.',
  beyond: 'Điểm thưởng, điểm phạt, điều tra xã hội học',
  ceiling: { bonus: 'Điểm thưởng, tối đa', penalty: 'Điểm phạt, tối đa' },
  ceilingHint: 'Để trống nếu không có. Đứng ngoài thang điểm, không tính vào tổng điểm chuẩn.',
  ceilingBad: 'Cần là số lớn hơn 0, ví dụ 2 hoặc 0,5.',
  leaveOutSurvey: (max: string) => `Chưa tính phần điều tra xã hội học (${max} điểm)`,
  leaveOutSurveyHint:
    'Các tiêu chí này được ghi “Chưa đánh giá trong kỳ”; xóa ghi chú này ở từng dòng khi có kết quả.',
  exporting: 'Xuất bộ chỉ số này',
  exportAbout:
    'Tệp JSON của sản phẩm: giữ đủ mọi thông tin; gửi cho đơn vị khác, hoặc nạp lại ở đây.',
  exportFile: 'Lưu thành tệp JSON',
  exportCopy: 'Sao chép JSON',
  exportTable:
    'Bảng để dán vào Word hoặc thành trang tính; dán lại vào đây thì đọc được mã, tên và điểm như cũ. Quy tắc tính điểm và đánh dấu điều tra xã hội học chỉ đi theo tệp JSON.',
  exportTableCopy: 'Sao chép bảng',
  exportTablePreview: 'Xem trước bảng của bộ chỉ số',
  exportTableLabel: 'Thêm trang tính của bộ chỉ số',
  exported: {
    saved: 'Đã gửi tệp tới thư mục tải về.',
    copied: 'Đã sao chép. Dán vào một tệp văn bản có đuôi .json để lưu.',
    failed: 'Máy không cho sao chép tự động. Hãy dùng “Lưu thành tệp JSON”.',
  },
};

/** A newer framework for a filled sheet. */
export const upgrade = {
  title: 'Chuyển điểm sang bộ chỉ số mới',
  about: (table: string) =>
    `Bảng “${table}” đã có điểm. Có thể lập bảng mới theo bộ chỉ số này và mang điểm, nội dung sang; bảng cũ giữ nguyên.`,
  from: 'Chuyển điểm từ bảng',
  carried: (count: number) => `${count} tiêu chí mang sang được theo mã và tên.`,
  head: (unit: string, period: string) =>
    `Đầu bảng mới ghi: ${[unit, period].filter((part) => part !== '').join(', ')}.`,
  assignments:
    'Các cột phân công không chuyển sang; làm lại ở bước Phân công (tên đơn vị và vai trò đã sửa được nhớ).',
  rulesCarried: (count: number) => `Quy tắc tính điểm của ${count} tiêu chí được giữ.`,
  rulesLost: (count: number) =>
    `Quy tắc tính điểm của ${count} tiêu chí không mang sang được (tiêu chí đã bỏ, đổi tên hoặc đổi cách tính). Cần đặt lại nếu còn dùng.`,
  maxNow: (count: number, codes: string) =>
    `${count} tiêu chí trong số đó có điểm chuẩn khác: ${codes}. Điểm giữ nguyên, nên xem lại.`,
  unplaced: (count: number) =>
    `${count} tiêu chí không có chỗ trong bộ mới: ghi lại dưới bảng mới để đối chiếu`,
  difference: (title: string, unchanged: number) =>
    `So với “${title}” (${unchanged} mục giữ nguyên):`,
  same: 'Hai bộ chỉ số giống nhau về mã, tên và điểm chuẩn.',
  added: (count: number) => `${count} mục thêm mới`,
  removed: (count: number) => `${count} mục bỏ đi`,
  renamed: (count: number) => `${count} mục đổi tên`,
  maxChanged: (count: number) => `${count} mục đổi điểm chuẩn`,
  moved: (count: number) => `${count} mục đổi mã`,
  before: (name: string) => `trước là “${name}”`,
  action: 'Xem trước việc chuyển điểm',
  attach: 'Chỉ gắn vào tệp',
  attachHint:
    'Gắn vào tệp: bảng giữ nguyên, từ đó được đối chiếu với bộ chỉ số này, kể cả khi mở lại ở máy khác.',
  attachLabel: 'Gắn bộ chỉ số vào tệp',
  label: 'Chuyển điểm sang bộ chỉ số mới',
};
