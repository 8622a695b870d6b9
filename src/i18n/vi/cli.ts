/** What the command line says: help, problems with the call, and the plain reports. */
import type { ArgumentProblem } from '../../cli/arguments';
import type { ColumnRole } from '../../domain/scoring/scoreSheet';
import type { NotRecognised } from '../../workbook/recognise/recogniseSheet';
import { columns } from './pane';

type Params = Readonly<Record<string, string>>;

const lowered = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

const of = (params: Params, name: string) => params[name] ?? '';
const after = (words: string, figure: string) => (figure === '' ? '' : words + figure);

export interface CliWords {
  help: string;
  argumentProblems: Record<ArgumentProblem, (params: Params) => string>;
  noTable(file: string, reasons: string): string;
  /** After it, where a header that nobody understands may be all that is wrong. */
  noTableRemedy: string;
  noUnits(sheet: string): string;
  noSuchSheet(file: string, sheet: string, known: string): string;
  onlyFirst(file: string, table: string, others: string): string;
  notRecognised: Record<NotRecognised, string>;
  emptyFolder(folder: string): string;
  noSecondRound(file: string): string;
  round(number: string): string;
  noSuchFramework(id: string, known: string): string;
  badFramework(file: string, detail: string): string;
  /** "C điểm chuẩn"; several letters are the levels of names. */
  columnRead(letters: string, role: ColumnRole, isGuess: boolean): string;
  /** @param unread columns of figures in no use; "" when there are none */
  columnsRead(read: string, unread: string): string;
  summaryLine(params: Params): string;
  areaLine(params: Params): string;
  unknown: string;
  needsBase: string;
  noFindings: string;
  findingCount(params: Params): string;
  severity: Record<'error' | 'warning' | 'info', string>;
  accepted(reason: string): string;
  notChecked: string;
  kindLine(params: Params): string;
  manyTotals(params: Params): string;
  written(out: string): string;
  upgraded(params: Params): string;
  maxChanged(codes: string): string;
  unplaced(criterion: string): string;
  frameworkHead(params: Params, mark: ',' | '.'): string;
  noFrameworkProblems: string;
  unitLine(params: Params): string;
  appendixRows(count: string): string;
  minutesLine(params: Params): string;
  frameworkLine(params: Params): string;
}

export const cliWords: CliWords = {
  help: `Bảng điểm CCHC – chấm, kiểm tra và phân công khắc phục theo Bộ chỉ số cải cách hành chính.

Cách dùng:  npm run --silent cchc -- <lệnh> [tệp] [tùy chọn]

Lệnh:
  frameworks [--json]
      Liệt kê các bộ chỉ số mẫu có sẵn.
  framework check <tệp> [--json]
      Kiểm tra một bộ chỉ số: mã trùng, nhảy số, thiếu điểm, cộng không khớp. Tệp là .json, .xlsx,
      .docx, .html, .tsv hoặc mã của bộ mẫu.
  framework convert <tệp> --out a.json|.html|.tsv|.xlsx [--json]
      Đọc bảng bộ chỉ số (.xlsx, .docx, .html, .tsv, .json, mã của bộ mẫu) và ghi thành tệp .json của
      phần mềm, hoặc thành bảng gọn: .html để dán vào Word, .xlsx, .tsv.
  new --framework <mã|tệp> [--unit "UBND xã …"] [--period "năm 2026"] [--rounds 1|2]
      [--columns assessment,method,declared,evidence,explanation] [--bonus 2] [--penalty 3]
      [--leave-out-survey] --out a.xlsx [--json]
      Lập bảng điểm mới từ một bộ chỉ số. --columns thêm cột: áp dụng trong kỳ, cách tính điểm,
      số liệu kê khai, tài liệu kiểm chứng, giải trình. --bonus, --penalty thêm điểm thưởng, điểm phạt
      với mức tối đa; --leave-out-survey chưa tính phần điều tra xã hội học trong kỳ.
  upgrade <a.xlsx> --framework <mã|tệp> [--unit …] [--period …] --out b.xlsx [--json]
      Chuyển bảng đã chấm sang bộ chỉ số mới trong một trang tính mới; không mất số liệu nào.
  check <a.xlsx|thư mục>… [--framework <mã|tệp>] [--base 79] [--out tong-hop.xlsx] [--json]
      Kiểm tra bảng điểm, nêu từng chỗ sai và tổng hợp điểm. Với thư mục: mọi tệp .xlsx bên trong;
      một tệp hỏng không làm dừng các tệp khác. --out ghi bảng tổng hợp và danh sách.
  compare <a.xlsx> [b.xlsx] [--out c.xlsx|c.html] [--json]
      So sánh hai bảng của một đơn vị (trước và sau, kỳ này và kỳ trước); nêu một tệp thì so lần 1
      với lần 2 thẩm định.
  deduct <a.xlsx> [--framework <mã|tệp>] [--base 79] [--live-formulas] --out b.xlsx [--json]
      Điền điểm bị trừ, cộng lĩnh vực, tổng cộng và chỉ số bằng công thức. --live-formulas thay cả
      điểm trừ gõ tay (đã đúng) bằng công thức.
  assign <a.xlsx> --out b.xlsx [--json]
      Đọc cột đơn vị chịu trách nhiệm và chèn cột phân công khắc phục cho từng đơn vị.
  appendix <a.xlsx> --out b.html|b.xlsx [--json]
      Lập phụ lục các tiêu chí bị trừ điểm.
  minutes <a.xlsx> [--unit "UBND xã …"] [--framework <mã|tệp>] [--base 79] --out b.html|b.xlsx [--json]
      Lập biên bản kiểm tra: từng chỗ cần xem, còn mở hay đã chấp nhận, chỗ ký. Với .xlsx: thêm một
      trang vào bản sao của tệp.

Tùy chọn chung:
  --sheet <tên>    chỉ làm trên trang tính này, hoặc trên một bảng của trang
  --base <điểm>    tổng điểm chuẩn trong kỳ, khi bảng chỉ có một phần tiêu chí
  --lang vi|en     ngôn ngữ của thông báo
  --json           kết quả dạng JSON
  --help           trang này

Mã kết thúc: 0 không có lỗi, 1 có lỗi trong bảng, 2 không dùng được đầu vào.`,
  argumentProblems: {
    unknownCommand: (params) =>
      `Không có lệnh “${of(params, 'command')}”. Xem các lệnh bằng --help.`,
    unknownOption: (params) =>
      `Tùy chọn “${of(params, 'option')}” không dùng được. Xem các tùy chọn bằng --help.`,
    unknownAction: (params) =>
      `Lệnh framework cần một việc: check hoặc convert${of(params, 'action') === '' ? '' : ` (đã ghi “${of(params, 'action')}”)`}.`,
    noFile: () => 'Chưa nêu tệp cần đọc. Hãy thêm tên tệp sau lệnh.',
    oneFile: (params) => `Lệnh ${of(params, 'command')} làm từng tệp một. Hãy nêu đúng một tệp.`,
    twoFiles: () => 'Lệnh compare so hai tệp: trước và sau. Hãy nêu nhiều nhất hai tệp.',
    noOut: (params) => `Lệnh ${of(params, 'command')} cần --out và tên tệp kết quả.`,
    noFramework: (params) =>
      `Lệnh ${of(params, 'command')} cần --framework và mã bộ chỉ số (xem lệnh frameworks) hoặc tên tệp.`,
    badBase: (params) =>
      `Tổng điểm chuẩn “${of(params, 'base')}” không phải số dương. Hãy ghi như 79 hoặc 79,5.`,
    badRounds: (params) =>
      `Số lần thẩm định “${of(params, 'rounds')}” không hợp lệ. Hãy ghi 1 hoặc 2.`,
    badColumns: (params) =>
      `Không có cột “${of(params, 'columns')}” để thêm. Các cột thêm được: ${of(params, 'known')}.`,
    badCeiling: (params) =>
      `--${of(params, 'option')} cần mức tối đa là số dương, như 2 hoặc 0,5; đã ghi “${of(params, 'typed')}”.`,
    outIsInput: () => 'Tệp kết quả trùng tệp đầu vào. Hãy đặt tên khác để giữ nguyên bản gốc.',
    badOutKind: (params) =>
      `Tên tệp kết quả “${of(params, 'out')}” phải có đuôi ${of(params, 'kinds').replace(', ', ' hoặc ')}.`,
  },
  noTable: (file, reasons) =>
    `Không tìm thấy bảng điểm trong tệp “${file}”${reasons === '' ? '' : ` (${reasons})`}.`,
  noTableRemedy:
    'Bảng cần dòng tiêu đề có cột tên tiêu chí và cột điểm chuẩn (điểm tối đa); tiêu đề khác thường thì mở tệp trong trang web hoặc trong Excel, chỉ ra các cột, lưu tệp, rồi chạy lại lệnh.',
  noUnits: (sheet) =>
    `Trang tính “${sheet}” không có cột đơn vị chịu trách nhiệm, hoặc cột còn trống: không chèn cột phân công nào.`,
  noSuchSheet: (file, sheet, known) =>
    `Tệp “${file}” không có bảng điểm ở trang tính “${sheet}”. Các trang có bảng điểm: ${known}.`,
  onlyFirst: (file, table, others) =>
    `Tệp “${file}” có nhiều bảng điểm; lệnh này chỉ làm trên bảng “${table}”. Các bảng khác: ${others} (chọn bằng --sheet).`,
  notRecognised: {
    empty: 'trang trống',
    noHeader: 'không thấy dòng tiêu đề của bảng điểm',
    noMaxColumn: 'không thấy cột điểm chuẩn',
    noRows: 'có tiêu đề nhưng không có tiêu chí',
    unitList: 'bảng tổng hợp, xếp hạng các đơn vị, không phải bảng điểm theo tiêu chí',
    tcvn3:
      'chữ gõ bằng bảng mã cũ TCVN3 (phông .VnTime), phải chuyển sang Unicode rồi mới đọc được: dùng công cụ chuyển mã của Unikey (Ctrl+Shift+F6)',
    vni: 'chữ gõ bằng bảng mã cũ VNI Windows (phông VNI-Times), phải chuyển sang Unicode rồi mới đọc được: dùng công cụ chuyển mã của Unikey (Ctrl+Shift+F6)',
  },
  emptyFolder: (folder) => `Không có tệp .xlsx nào trong thư mục “${folder}”.`,
  noSecondRound: (file) =>
    `Bảng điểm trong tệp “${file}” không có điểm thẩm định lần 2 để so với lần 1. Hãy nêu thêm tệp thứ hai.`,
  round: (number) => `Thẩm định lần ${number}`,
  noSuchFramework: (id, known) =>
    `Không có bộ chỉ số “${id}”. Hãy dùng một trong các mã: ${known}; hoặc tên một tệp .json, .xlsx, .docx, .html, .tsv.`,
  badFramework: (file, detail) => `Tệp bộ chỉ số “${file}” chưa dùng được: ${detail}`,
  columnRead: (letters, role, isGuess) =>
    `${letters} ${lowered(columns[role])}${isGuess ? ' (đoán)' : ''}`,
  columnsRead: (read, unread) =>
    `Đã hiểu các cột: ${read}${unread === '' ? '' : `; cột số chưa dùng: ${unread}`}`,
  summaryLine: (params) =>
    `${of(params, 'leaves')} tiêu chí · điểm chuẩn ${of(params, 'max')} · tự đánh giá ${of(params, 'self')} · thẩm định ${of(params, 'appraised')} · bị trừ ${of(params, 'deduction')}${after(' · điểm thưởng, phạt ', of(params, 'outside'))} · tổng điểm chuẩn trong kỳ ${of(params, 'base')} · chỉ số CCHC ${of(params, 'index')}`,
  areaLine: (params) =>
    `  Lĩnh vực ${of(params, 'code')}${of(params, 'name')}: chuẩn ${of(params, 'max')}, tự đánh giá ${of(params, 'self')}, thẩm định ${of(params, 'appraised')}, bị trừ ${of(params, 'deduction')}, hoàn thành ${of(params, 'completion')}`,
  unknown: 'chưa rõ',
  needsBase:
    'Bảng chỉ có một phần bộ chỉ số: thêm --base và tổng điểm chuẩn trong kỳ để tính chỉ số CCHC.',
  noFindings: 'Không thấy chỗ nào cần xem lại.',
  findingCount: (params) =>
    `${of(params, 'errors')} lỗi, ${of(params, 'warnings')} cảnh báo, ${of(params, 'infos')} lưu ý:`,
  severity: { error: 'LỖI', warning: 'CẢNH BÁO', info: 'LƯU Ý' },
  accepted: (reason) => `(Đã xem, chấp nhận: ${reason})`,
  notChecked: 'không kiểm tra được (lý do nêu bên dưới)',
  kindLine: (params) =>
    `  [${of(params, 'severity')}] ${of(params, 'title')}: ${of(params, 'findings')} chỗ, ở ${of(params, 'files')} tệp`,
  manyTotals: (params) =>
    `Tổng cộng ${of(params, 'files')} tệp, ${of(params, 'tables')} bảng điểm; ${of(params, 'problems')} tệp không kiểm tra được; ${of(params, 'errors')} lỗi, ${of(params, 'warnings')} cảnh báo, ${of(params, 'infos')} lưu ý.`,
  written: (out) => `Đã ghi tệp ${out}.`,
  upgraded: (params) =>
    `Đã chuyển số liệu của ${of(params, 'carried')} tiêu chí sang trang “${of(params, 'sheet')}”; trang cũ giữ nguyên.`,
  maxChanged: (codes) => `Điểm chuẩn thay đổi ở: ${codes}. Hãy xem lại điểm của các tiêu chí này.`,
  unplaced: (criterion) => `Không có trong bộ mới, giữ lại dưới bảng để đối chiếu: ${criterion}`,
  frameworkHead: (params, mark) =>
    `${of(params, 'id')} – ${of(params, 'title')}: ${of(params, 'areas')} lĩnh vực, ${of(params, 'leaves')} tiêu chí chấm điểm (${of(params, 'rows')} dòng), tổng ${of(params, 'total').replace('.', mark)} điểm.`,
  noFrameworkProblems: 'Không thấy chỗ nào cần xem lại trong bộ chỉ số.',
  unitLine: (params) =>
    `  ${of(params, 'name')}: ${of(params, 'criteria')} tiêu chí, ${of(params, 'points')} điểm cần khắc phục (chủ trì ${of(params, 'lead')}, phối hợp ${of(params, 'support')}, theo dõi, đôn đốc ${of(params, 'monitor')}, thực hiện ${of(params, 'implement')})`,
  minutesLine: (params) =>
    `Biên bản: ${of(params, 'open')} chỗ còn mở, ${of(params, 'accepted')} chỗ đã chấp nhận, ${of(params, 'lapsed')} chỗ hết hiệu lực chấp nhận vì ô đã thay đổi.`,
  appendixRows: (count) => `Phụ lục có ${count} tiêu chí bị trừ điểm.`,
  frameworkLine: (params) =>
    `${of(params, 'id')}\n  ${of(params, 'title')}${of(params, 'decision')}\n  ${of(params, 'note')}`,
};
