/**
 * Words of the task pane. Official tone, no abbreviations that a newcomer must guess, no "bạn".
 * Figures come formatted already (decimal comma), counts as numbers.
 */
import type { Severity } from '../../domain/findings/finding';
import type { ColumnRole } from '../../domain/scoring/scoreSheet';
import type { UnitRole } from '../../domain/remediation/assignment';
import { aside, compare, many } from './paneAsides';
import { check, expected } from './paneCheck';
import { naming, readings } from './paneColumns';
import { load, upgrade } from './paneLoad';
import { rules } from './paneRules';

const severities: Record<Severity, string> = { error: 'lỗi', warning: 'cảnh báo', info: 'lưu ý' };

const roles: Record<UnitRole, string> = {
  lead: 'Chủ trì',
  support: 'Phối hợp',
  monitor: 'Theo dõi, đôn đốc',
  implement: 'Thực hiện',
};

export const columns: Record<ColumnRole, string> = {
  max: 'Điểm chuẩn',
  self: 'Điểm tự đánh giá',
  appraised1: 'Điểm thẩm định',
  appraised2: 'Điểm thẩm định lần 2',
  deduction: 'Điểm bị trừ',
  expected: 'Điểm dự kiến',
  code: 'Mã tiêu chí',
  name: 'Tên tiêu chí',
  opinion: 'Ý kiến hội đồng',
  responsible: 'Đơn vị chịu trách nhiệm',
  explanation: 'Giải trình',
  evidence: 'Tài liệu kiểm chứng',
  method: 'Cách tính điểm',
  declared: 'Số liệu kê khai',
  assessment: 'Đánh giá trong kỳ',
  note: 'Ghi chú',
};

/** In a sentence: "mã tiêu chí, tên tiêu chí". */
function listOf(names: readonly string[]): string {
  return names.map((name) => name.charAt(0).toLowerCase() + name.slice(1)).join(', ');
}

export const pane = {
  product: 'Bảng điểm CCHC',
  version: (version: string) => `Phiên bản ${version}`,
  opening: 'Đang mở…',
  home: 'Tổng quan',
  openFile: 'Mở tệp',
  newFile: 'Tệp mới',
  newFileAbout: 'Bắt đầu một sổ tính trống',
  sampleFile: 'tệp mẫu',
  saveFile: 'Lưu tệp',
  unsaved: 'chưa lưu',
  undo: 'Hoàn tác',
  undoOf: (label: string) => `Hoàn tác: ${label}`,
  undoNone: 'Chưa có thay đổi nào để hoàn tác',
  steps: 'Các bước',
  mainRegion: 'Nội dung bước đang chọn',
  close: 'Đóng',
  sheetChoice: 'Bảng điểm ở trang tính',
  working: {
    reading: 'Đang đọc bảng tính…',
    applying: 'Đang ghi vào bảng tính…',
    undoing: 'Đang hoàn tác…',
    opening: 'Đang mở tệp…',
    saving: 'Đang lưu tệp…',
  },
  step: {
    load: { short: 'Nạp khung', title: 'Nạp khung', about: 'Lập bảng điểm mới từ bộ chỉ số' },
    check: { short: 'Kiểm tra', title: 'Kiểm tra', about: 'Tìm chỗ sai, chỗ thiếu trong bảng' },
    deduct: {
      short: 'Tính điểm trừ',
      title: 'Tính điểm trừ',
      about: 'Điểm trừ, tổng theo lĩnh vực và chỉ số',
    },
    assign: {
      short: 'Phân công',
      title: 'Phân công khắc phục',
      about: 'Mỗi đơn vị một cột, ghi rõ vai trò',
    },
    appendix: {
      short: 'Phụ lục',
      title: 'Phụ lục',
      about: 'Bảng tiêu chí bị trừ điểm để đưa vào công văn',
    },
  },
  severities,
  severityCount: (severity: Severity, count: number) => `${count} ${severities[severity]}`,
  roles,
  columns,

  start: {
    tableTitle: (leaves: number, findings: number) =>
      `Bảng điểm: ${leaves} tiêu chí, ${findings === 0 ? 'chưa thấy vấn đề nào' : `${findings} vấn đề cần xem`}`,
    onSheet: (sheet: string) => `Trang tính “${sheet}”`,
    figures: 'Số liệu chung',
    max: 'Điểm chuẩn',
    self: 'Tự đánh giá',
    appraised: 'Thẩm định',
    deduction: 'Bị trừ',
    outside: 'Thưởng, phạt',
    index: 'Chỉ số CCHC',
    unknown: 'chưa rõ',
    next: 'Việc nên làm tiếp',
    others: 'Việc khác',
    anyOrder: 'Các bước có thể làm theo thứ tự bất kỳ',
    emptyTitle: 'Chưa thấy bảng điểm trong tệp này',
    unrecognised: (sheet: string, reason: string) => `Trang “${sheet}”: ${reason}`,
    reasons: {
      empty: 'trang trống.',
      noHeader: 'không thấy dòng tiêu đề có cột tiêu chí và cột điểm.',
      noMaxColumn: 'không thấy cột điểm chuẩn (điểm tối đa).',
      noRows: 'có tiêu đề nhưng chưa có dòng tiêu chí nào.',
      unitList: 'bảng tổng hợp, xếp hạng các đơn vị, không phải bảng điểm theo tiêu chí.',
      tcvn3: 'chữ gõ bằng bảng mã cũ TCVN3 (phông .VnTime), chưa đọc được.',
      vni: 'chữ gõ bằng bảng mã cũ VNI Windows (phông VNI-Times), chưa đọc được.',
    },
    remedies: {
      empty: '',
      noHeader:
        'Hãy đặt một dòng tiêu đề ngay trên các tiêu chí, có các cột như “Tiêu chí”, “Điểm chuẩn”.',
      noMaxColumn: 'Hãy thêm cột “Điểm chuẩn” (hoặc “Điểm tối đa”) cạnh tên tiêu chí.',
      noRows: 'Hãy nhập mã, tên và điểm chuẩn của các tiêu chí ngay dưới dòng tiêu đề.',
      unitList: '',
      tcvn3:
        'Hãy chuyển sang Unicode trước: sao chép bảng, mở công cụ chuyển mã của Unikey (Ctrl+Shift+F6), chọn nguồn TCVN3 (ABC), đích Unicode, rồi dán lại.',
      vni: 'Hãy chuyển sang Unicode trước: sao chép bảng, mở công cụ chuyển mã của Unikey (Ctrl+Shift+F6), chọn nguồn VNI Windows, đích Unicode, rồi dán lại.',
    },
    /** What its nearest header has, and what it lacks. */
    header: (row: number, has: readonly string[], lacks: readonly string[]) =>
      lacks.length === 0
        ? `dòng ${row} có cột ${listOf(has)}, nhưng bên dưới chưa có tiêu chí nào.`
        : `dòng ${row} có cột ${listOf(has)}, nhưng chưa rõ cột ${listOf(lacks)}.`,
    headerRemedy:
      'Hãy chỉ ra cột còn thiếu; nếu bảng chưa có cột đó thì thêm vào, ghi tên ở dòng tiêu đề.',
    likelyRemedy: 'Trang này có vẻ là bảng điểm: hãy chỉ ra dòng tiêu đề và các cột.',
    moreSheets: (count: number) => `và ${count} trang khác`,
    advice: {
      load: {
        text: 'Chọn bộ chỉ số để lập bảng điểm mới, hoặc mở tệp đã có bảng điểm.',
        action: 'Nạp khung',
      },
      errors: (count: number) => ({
        text: `Bảng có ${count} lỗi. Nên xem và sửa trước khi tính điểm.`,
        action: 'Xem các vấn đề',
      }),
      base: {
        text: 'Bảng chỉ có một phần bộ chỉ số. Cho biết tổng điểm chuẩn trong kỳ để tính chỉ số.',
        action: 'Tính điểm trừ',
      },
      deduct: {
        text: 'Bảng chưa có đủ điểm trừ. Sản phẩm tính và điền giúp bằng công thức.',
        action: 'Tính điểm trừ',
      },
      assign: {
        text: 'Điểm trừ đã đủ. Tiếp theo là phân công đơn vị khắc phục.',
        action: 'Phân công',
      },
      scores: {
        text: 'Bảng chưa có điểm thẩm định. Nhập điểm vào bảng rồi kiểm tra.',
        action: 'Kiểm tra',
      },
      appendix: {
        text: 'Đã phân công. Có thể sao chép phụ lục vào công văn.',
        action: 'Phụ lục',
      },
    },
  },

  noTable: {
    text: 'Bước này cần một bảng điểm. Hãy nạp khung để lập bảng mới, hoặc mở tệp đã có bảng điểm.',
    action: 'Nạp khung',
  },

  load,
  rules,
  upgrade,
  readings,
  naming,

  check,
  expected,
  aside,
  compare,
  many,

  deduct: {
    base: 'Tổng điểm chuẩn trong kỳ',
    baseWhy: (max: string) =>
      `Bảng này chỉ có một phần bộ chỉ số (cộng được ${max} điểm chuẩn). Chỉ số tính trên mọi tiêu chí được đánh giá trong kỳ, kể cả tiêu chí không bị trừ điểm, nên cần tổng đó.`,
    baseHint: 'Ví dụ: 79. Để trống nếu chưa cần tính chỉ số.',
    baseBad: 'Nhập một số dương, ví dụ 79 hoặc 79,5.',
    baseSmall: (max: string) => `Nhỏ hơn tổng điểm chuẩn của bảng (${max}). Hãy xem lại.`,
    index: 'Chỉ số CCHC',
    indexUnknown:
      'Chưa tính được: cần tổng điểm chuẩn trong kỳ và điểm thẩm định của mọi tiêu chí.',
    working: (base: string, deduction: string, outside: string) =>
      `(${base} − ${deduction}${outside}) ÷ ${base}`,
    table: 'Kết quả theo lĩnh vực',
    area: 'Lĩnh vực',
    max: 'Chuẩn',
    self: 'Tự chấm',
    appraised: 'Thẩm định',
    deduction: 'Bị trừ',
    completion: 'Đạt',
    total: 'Tổng cộng',
    low: 'Dưới 75%',
    lowAll: (count: number) => `${count} lĩnh vực đạt dưới 75% điểm chuẩn`,
    partOnly: 'Tỷ lệ đạt chỉ tính trên các tiêu chí có trong bảng này.',
    live: 'Thay điểm trừ gõ tay bằng công thức',
    liveHint: 'Chỉ thay ô đã đúng; ô khác giữ nguyên và được nêu rõ.',
    label: 'Tính điểm trừ',
  },

  assign: {
    intro: (units: number, assignments: number) =>
      `Đọc được ${units} đơn vị, ${assignments} lượt phân công. Xem lại rồi thực hiện.`,
    none: 'Chưa đọc được đơn vị nào từ cột “Đơn vị chịu trách nhiệm”. Có thể thêm đơn vị bằng tay.',
    groupBy: 'Xem theo',
    byUnit: 'Đơn vị',
    byCriterion: 'Tiêu chí',
    inherited: (count: number) => `${count} ô trống lấy theo ô gộp phía trên.`,
    inferred: (count: number) =>
      `${count} vai trò là suy ra vì văn bản không nói rõ, có dấu “suy ra”. Nên xem lại.`,
    settleAll: (count: number) => `Đặt vai trò cho cả ${count} chỗ suy ra`,
    settleUnit: (count: number) => `Đặt vai trò cho cả ${count} chỗ suy ra của đơn vị này`,
    settleChoose: 'Chọn vai trò…',
    withUndeducted: 'Cả tiêu chí không bị trừ điểm',
    inferredMark: 'suy ra',
    chosenMark: 'tự chọn',
    split: 'Tách riêng',
    splitOf: (alias: string) => `Tách “${alias}” thành đơn vị riêng`,
    inheritedMark: 'theo ô gộp',
    unread: (count: number) => `${count} đoạn chưa đọc được đơn vị`,
    unreadReasons: {
      noUnit: 'không thấy tên đơn vị',
      genericGroup: 'gọi chung, không nêu đơn vị cụ thể',
      blank: 'để trống',
    },
    again: 'Đọc lại từ bảng',
    againWarning: 'Các sửa đổi ở đây sẽ được thay bằng bản đọc mới.',
    unitCount: (count: number) => `${count} tiêu chí`,
    roleCount: (role: UnitRole, count: number) => `${roles[role].toLowerCase()} ${count}`,
    aliases: 'Cũng viết là',
    group: 'nhóm đơn vị',
    details: (unit: string) => `Chi tiết: ${unit}`,
    rename: 'Tên đơn vị',
    renameAction: 'Đổi tên',
    mergeInto: 'Gộp vào đơn vị',
    mergeChoose: 'Chọn đơn vị…',
    mergeAction: 'Gộp',
    drop: 'Bỏ đơn vị này',
    role: 'Vai trò',
    roleOf: (unit: string, criterion: string) => `Vai trò của ${unit} ở tiêu chí ${criterion}`,
    roleNone: 'Không phân công',
    addUnit: 'Thêm đơn vị',
    addUnitName: 'Tên đơn vị mới',
    addAction: 'Thêm',
    addTo: (criterion: string) => `Thêm đơn vị cho tiêu chí ${criterion}`,
    chooseUnit: 'Chọn đơn vị…',
    text: 'Nguyên văn',
    changed: 'Bảng đã được sửa sau khi lập đề xuất này.',
    noDeduction: 'Chưa có tiêu chí nào bị trừ điểm.',
    label: 'Phân công khắc phục',
  },

  appendix: {
    sign: 'Cách ghi điểm trừ',
    signs: { negative: '−1,15 (có dấu trừ)', positive: '1,15 (không dấu)' },
    title: 'Tiêu đề phụ lục',
    titleHint: 'Mỗi dòng là một đoạn, canh giữa trên bảng.',
    preview: 'Xem trước phụ lục',
    rows: (count: number) => `${count} tiêu chí bị trừ điểm`,
    empty: 'Không có tiêu chí nào bị trừ điểm, nên chưa có phụ lục.',
    copy: 'Sao chép phụ lục',
    addSheet: 'Thêm thành trang tính',
    label: 'Thêm trang phụ lục',
    copied: 'Đã sao chép. Mở công văn trong Word rồi dán (Ctrl+V).',
    copyFailed: 'Máy không cho sao chép tự động. Bảng đã được chọn sẵn: nhấn Ctrl+C để sao chép.',
  },

  preview: {
    action: 'Xem trước thay đổi',
    title: (label: string) => `Sẽ thực hiện: ${label}`,
    conflicts: (count: number) => `Giữ nguyên ${count} ô đã có người nhập`,
    more: (count: number) => `và ${count} ô khác`,
    replanned: 'Bảng vừa thay đổi, nội dung dưới đây đã được lập lại. Hãy xem lại.',
    apply: 'Thực hiện',
    cancel: 'Thôi',
    back: 'Quay lại',
    toNewFile:
      'Đang mở tệp mẫu của phần mềm. Bảng sẽ được lập trong một tệp mới; tệp mẫu giữ nguyên.',
    intoSample:
      'Đang mở tệp mẫu của phần mềm (đã sửa), bảng sẽ nằm trong tệp đó. Để lập trong tệp riêng: chọn “Thôi”, rồi “Tệp mới”.',
    promise: 'Có thể hoàn tác sau khi thực hiện.',
    lacks: (what: string) => `Trang này không hiện ${what}; tệp lưu ra, mở bằng Excel thì có.`,
    lackNames: {
      outline: 'nhóm dòng theo cấp',
      print: 'thiết lập trang in',
      validationMessages: 'lời nhắc khi nhập ô',
      marks: 'màu và ghi chú đánh dấu ô',
    },
  },

  notice: {
    done: (label: string) => `Đã thực hiện: ${label}.`,
    undone: (label: string) => `Đã hoàn tác: ${label}.`,
    retry: 'Thử lại',
  },

  undoQuestion: {
    title: (label: string) => `Hoàn tác “${label}” sẽ mất các sửa đổi sau`,
    moved: (label: string) =>
      `Không hoàn tác được “${label}”: sau đó trang tính đã bị đổi tên hoặc xóa, hoặc có dòng, cột bị thêm, xóa hay dời chỗ. Nếu đã đổi tên trang tính, hãy đặt lại tên cũ rồi hoàn tác lại; nếu không, hãy sửa trực tiếp trên bảng.`,
    cell: (sheet: string, cell: string) =>
      cell === ''
        ? `Trang “${sheet}”: dòng, cột vừa được thêm, bớt`
        : `Trang “${sheet}”, ô ${cell}`,
    force: 'Vẫn hoàn tác',
    leave: 'Giữ luôn thay đổi này',
    keep: 'Giữ lại',
  },

  missing: {
    text: 'Chưa tải được bước này: mất kết nối mạng, hoặc phần bổ trợ vừa được cập nhật. Hãy thử lại; nếu vẫn không được, hãy mở lại ngăn để dùng bản mới.',
    undo: (label: string) =>
      `Sau khi mở lại ngăn sẽ không hoàn tác được những gì đã thực hiện (gần nhất: “${label}”). Nếu cần, hãy bấm Hoàn tác trước.`,
    retry: 'Thử lại',
  },

  crash: {
    title: 'Ngăn này gặp lỗi và phải dừng lại',
    text: 'Bảng tính không bị ảnh hưởng. Bấm “Mở lại ngăn” để tiếp tục; nếu lỗi lặp lại, hãy gửi phần chi tiết cho người quản trị.',
    reload: 'Mở lại ngăn',
    details: 'Chi tiết để gửi người quản trị',
  },
};
