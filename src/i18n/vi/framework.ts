/**
 * What a person reads about a framework: what a file or table could not give, what a reading is unsure
 * of, what a check found. One sentence for each code: what is wrong, where, what to do.
 */
import type { FrameworkProblemCode } from '../../domain/framework/checkFramework';
import type { ReadingProblemCode, UnreadReason } from '../../domain/framework/reading';
import type { FrameworkFileProblemCode } from '../../usecases/frameworks';
import type { ImportProblemCode } from '../../usecases/importFramework';

type Params = Readonly<Record<string, string>>;

const of = (params: Params, name: string) => params[name] ?? '?';
const comma = (params: Params, name: string) => of(params, name).replace('.', ',');
/** A long name is cut: the code tells which one it is. */
const brief = (text: string) => (text.length > 80 ? `${text.slice(0, 77)}…` : text);
const row = (params: Params) => {
  const name = params['name'] ? ` “${brief(params['name'])}”` : '';
  return params['at'] ? `Mã ${params['at']}${name}` : `Dòng${name || ' này'}`;
};
const file = (params: Params) => (params['name'] ? `Tệp “${params['name']}”` : 'Nội dung này');
const kinds: Readonly<Record<string, string>> = {
  pdf: 'tệp PDF',
  rtf: 'tệp RTF',
  picture: 'tệp ảnh',
  html: 'trang web',
  json: 'tệp JSON',
  text: 'tệp văn bản thuần',
};

/** A framework file in our own JSON. `path` says where ("areas[2].max"); "" for the file as a whole. */
export const frameworkFileProblems: Record<
  FrameworkFileProblemCode,
  (path: string, params: Params) => string
> = {
  empty: () => 'Tệp bộ chỉ số trống. Hãy chọn tệp khác.',
  tooLarge: (_, params) =>
    `Tệp bộ chỉ số lớn hơn ${of(params, 'limit')}. Hãy kiểm tra có chọn nhầm tệp không.`,
  notJson: () =>
    'Tệp không phải JSON hợp lệ (có thể bị cắt hoặc sửa dở). Hãy xuất lại bộ chỉ số rồi chọn lại.',
  notFramework: () =>
    'Tệp JSON này không phải bộ chỉ số: không có phần “areas” (các lĩnh vực). Hãy chọn tệp đã xuất từ phần mềm này.',
  missing: (path) => `Thiếu mục “${path}”. Hãy bổ sung mục này vào tệp rồi nạp lại.`,
  wrongType: (path, params) =>
    `Mục “${path}” phải là kiểu ${of(params, 'expected')}, nhưng đang là ${of(params, 'found')}. Hãy sửa trong tệp rồi nạp lại.`,
  badPoints: (path, params) =>
    `Điểm ở “${path}” là ${of(params, 'found')}, không đọc được. Hãy ghi trong dấu nháy, dùng dấu chấm thập phân, tối đa 4 chữ số lẻ, ví dụ "0.5".`,
  badValue: (path, params) =>
    `Giá trị ${of(params, 'found')} ở “${path}” không dùng được. Giá trị hợp lệ: ${of(params, 'expected')}.`,
  tooLong: (path, params) =>
    `Mục “${path}” quá dài hoặc quá nhiều (giới hạn ${of(params, 'limit')}). Hãy rút gọn rồi nạp lại.`,
  unexpected: (path, params) =>
    `Mục “${path}” không đúng mẫu (${of(params, 'detail')}). Hãy đối chiếu với tài liệu mô tả tệp bộ chỉ số.`,
};

const fromFile = (code: FrameworkFileProblemCode) => (params: Params) =>
  frameworkFileProblems[code](params['path'] ?? '', params);

/** Input from which nothing could be read. `path` is one of the params. */
export const importMessages: Record<ImportProblemCode, (params: Params) => string> = {
  empty: fromFile('empty'),
  tooLarge: fromFile('tooLarge'),
  notJson: fromFile('notJson'),
  notFramework: fromFile('notFramework'),
  missing: fromFile('missing'),
  wrongType: fromFile('wrongType'),
  badPoints: fromFile('badPoints'),
  badValue: fromFile('badValue'),
  tooLong: fromFile('tooLong'),
  unexpected: fromFile('unexpected'),
  emptySource: () =>
    'Không có nội dung nào để đọc. Hãy sao chép bảng tiêu chí trong Word hoặc Excel (Ctrl+C), rồi dán lại.',
  noTable: () =>
    'Chỉ có văn bản, không có bảng nào. Hãy chọn đúng bảng tiêu chí trong văn bản rồi sao chép lại.',
  pictureOnly: () =>
    'Đây là ảnh chụp bảng, không phải bảng, nên không đọc được chữ. Hãy lấy bản Word hoặc Excel của quyết định.',
  sourceTooLarge: (params) =>
    `${file(params)} lớn hơn ${of(params, 'limit')}. Hãy tách riêng phần bảng tiêu chí ra một tệp rồi nạp lại.`,
  sourceTooManyRows: (params) =>
    `Bảng có ${of(params, 'count')} dòng, vượt giới hạn ${of(params, 'limit')} dòng. Hãy chỉ chọn phần bảng tiêu chí.`,
  oldWord: () =>
    'Tệp .doc của Word 97–2003 chưa đọc được. Hãy mở bằng Word hoặc LibreOffice, lưu thành .docx rồi chọn lại.',
  encryptedFile: () =>
    'Tệp được đặt mật khẩu mở nên không đọc được. Hãy bỏ mật khẩu, lưu lại rồi chọn lại.',
  wrongKind: (params) =>
    `Đây là ${kinds[of(params, 'kind')] ?? 'loại tệp khác'}, không phải tệp Word .docx. Hãy dùng tệp .docx, .xlsx, .html, .tsv hoặc .json.`,
  workbookFile: () => 'Đây là sổ tính Excel. Hãy mở bằng mục mở tệp .xlsx, rồi chọn trang tính.',
  damagedFile: () =>
    'Tệp bị hỏng hoặc thiếu một phần nên không đọc được. Hãy mở thử bằng Word, lưu lại, hoặc xin lại bản gốc.',
  hugeInside: () =>
    'Tệp giải nén ra lớn bất thường nên không được mở, để bảo vệ máy của bạn. Hãy xin lại tệp từ nơi gửi.',
  emptyTable: () => 'Bảng không có chữ nào. Hãy chọn bảng có nội dung tiêu chí rồi thử lại.',
  tooManyRows: (params) =>
    `Bảng có ${of(params, 'count')} dòng, vượt giới hạn ${of(params, 'limit')} dòng. Hãy chỉ chọn phần bảng tiêu chí.`,
  notCriteria: () =>
    'Không nhận ra bảng tiêu chí: cần cột tên tiêu chí và cột điểm tối đa (điểm chuẩn, thang điểm). Hãy chọn cả dòng tiêu đề của bảng.',
  noSelection: () =>
    'Đang chọn một hình hoặc biểu đồ, không phải ô tính. Hãy kéo chuột chọn bảng tiêu chí rồi đọc lại.',
  manyAreas: (params) =>
    `Đang chọn ${of(params, 'count')} vùng rời nhau. Hãy chọn một vùng liền: kéo chuột từ ô đầu đến ô cuối của bảng.`,
  loneCell: (params) =>
    `Đang chọn một ô đứng riêng (${of(params, 'cell')}), quanh đó không có bảng. Hãy bấm vào một ô trong bảng, hoặc kéo chuột chọn cả bảng.`,
  noNodes: () =>
    'Chỉ thấy dòng tiêu đề của bảng, không có tiêu chí nào bên dưới. Hãy chọn cả phần nội dung của bảng.',
};

/** What a reading is unsure of, row by row. */
export const readingMessages: Record<ReadingProblemCode, (params: Params) => string> = {
  emptyTable: importMessages.emptyTable,
  tooManyRows: importMessages.tooManyRows,
  notCriteria: importMessages.notCriteria,
  noNodes: importMessages.noNodes,
  oldEncoding: (params) =>
    `Chữ gõ bằng bảng mã cũ ${of(params, 'encoding') === 'vni' ? 'VNI Windows (phông VNI-Times)' : 'TCVN3 (phông .VnTime)'}. Hãy chuyển sang Unicode bằng công cụ chuyển mã của Unikey (Ctrl+Shift+F6) rồi đọc lại.`,
  noHeader: () =>
    'Bảng không có dòng tiêu đề; các cột được đoán theo nội dung. Hãy xem lại cột mã, tên và điểm.',
  noMaxColumn: () =>
    'Không thấy cột điểm tối đa (điểm chuẩn, thang điểm). Hãy chọn cột điểm, hoặc nhập điểm cho từng dòng.',
  severalMaxColumns: (params) =>
    `Bảng có nhiều cột điểm tối đa; đã lấy ${of(params, 'taken')}, còn có ${of(params, 'others')}. Nếu không đúng, hãy chọn lại ở mục “Cột được hiểu là…”.`,
  codeRepaired: (params) =>
    `Mã “${of(params, 'from')}” đã được hiểu là ${of(params, 'to')} (bảng tính làm mất số 0 hoặc đổi dấu). Hãy sửa nếu không đúng.`,
  dateCode: (params) =>
    `Mã “${of(params, 'from')}” là ngày do bảng tính tự đổi, đã được hiểu là ${of(params, 'to')}. Hãy sửa nếu không đúng.`,
  maxUnreadable: (params) =>
    `Điểm tối đa “${of(params, 'text')}” không phải một số. Hãy nhập lại điểm cho dòng này.`,
  maxNegative: (params) =>
    `Điểm tối đa “${of(params, 'text')}” là số âm. Nếu là điểm trừ, điểm phạt, hãy bỏ dòng này khỏi thang điểm.`,
  maxAmbiguous: (params) =>
    `Điểm tối đa “${of(params, 'text')}” có thể hiểu hai cách, đã lấy ${comma(params, 'taken')}. Hãy sửa nếu không đúng.`,
  impliedArea: (params) =>
    `Không có dòng lĩnh vực ${of(params, 'area')}; đã lập lĩnh vực này theo mã ${of(params, 'code')}, chưa có tên và điểm. Hãy bổ sung nếu biết.`,
  levelJump: (params) =>
    `${row({ ...params, at: params['code'] ?? '' })} đứng ngay dưới cấp cao hơn hai bậc, hoặc không có cấp trên. Hãy xem lại cấp của dòng này.`,
  codesGiven: (params) =>
    `${of(params, 'count')} dòng không có mã đã được đánh mã theo thứ tự. Hãy sửa theo quyết định nếu quyết định có mã.`,
  maybeSurvey: (params) =>
    `${row({ ...params, at: params['code'] ?? '' })} có vẻ là điểm điều tra xã hội học. Nếu đúng, hãy đánh dấu là điểm khảo sát.`,
  totalMismatch: (params) =>
    `Dòng “${of(params, 'text')}” ghi ${comma(params, 'declared')} điểm, nhưng các lĩnh vực phía trên cộng lại được ${comma(params, 'found')}. Hãy kiểm tra điểm của các lĩnh vực.`,
  unreadRows: (params) =>
    `${of(params, 'count')} dòng không được hiểu là tiêu chí, được liệt kê để xem lại.`,
};

/** Why a row was left unread. */
export const unreadReasons: Record<UnreadReason, string> = {
  otherTable: 'thuộc bảng khác, không phải bảng tiêu chí',
  afterTable: 'nằm sau phần cuối của bảng',
  noName: 'chỉ có số, không có tên tiêu chí',
};

/** What a check of the framework found. */
export const frameworkMessages: Record<FrameworkProblemCode, (params: Params) => string> = {
  duplicateCode: (params) =>
    `${row(params)} trùng mã với “${brief(of(params, 'first'))}”. Hãy sửa một trong hai mã.`,
  skippedCode: (params) =>
    `${row(params)}: nhảy số, thiếu mã ${of(params, 'expected')}. Hãy bổ sung dòng thiếu hoặc sửa mã.`,
  mangledCode: (params) =>
    `${row(params)}: mã bị bảng tính làm sai, có lẽ là ${of(params, 'proposed')}. Hãy đồng ý sửa hoặc nhập mã đúng.`,
  strangeCode: (params) =>
    `${row(params)}: mã không theo cách đánh số nào đã biết (1.1, I, A, a). Hãy sửa mã, hoặc giữ nếu quyết định ghi như vậy.`,
  misplacedCode: (params) =>
    `${row(params)} nằm dưới ${of(params, 'parent')} nhưng mã không thuộc nhóm đó. Hãy sửa mã hoặc chuyển dòng.`,
  levelJump: (params) =>
    `${row(params)} nằm ngay dưới ${of(params, 'parent')}, thiếu cấp ở giữa. Hãy bổ sung tiêu chí nếu quyết định có.`,
  outsideUnnamed: (params) =>
    `${row(params)} có quy tắc điểm thưởng, điểm phạt ngoài thang nhưng tên không nói điều đó. Bảng điểm sẽ ghi “${brief(of(params, 'named'))}”; hãy sửa tên, hoặc đổi quy tắc nếu tiêu chí này trong thang điểm.`,
  missingName: (params) => `Mã ${of(params, 'at')} chưa có tên. Hãy bổ sung theo quyết định.`,
  missingMax: (params) =>
    `${row(params)} chưa có điểm tối đa. Hãy bổ sung theo quyết định; chưa có thì chưa tính được điểm trừ.`,
  childrenExceed: (params) =>
    `${row(params)}: các mục con cộng lại ${comma(params, 'sum')} điểm, vượt điểm tối đa ${comma(params, 'max')}. Hãy sửa điểm của mục này hoặc mục con.`,
  sumMismatch: (params) =>
    `${row(params)}: điểm tối đa ${comma(params, 'max')} khác tổng các mục con ${comma(params, 'sum')}. Hãy sửa cho khớp, hoặc ghi bộ chỉ số là chưa đầy đủ.`,
  unlistedRemainder: (params) =>
    `${row(params)}: điểm tối đa ${comma(params, 'max')}, các mục con đã biết ${comma(params, 'sum')}; còn ${comma(params, 'remainder')} điểm chưa liệt kê.`,
  totalMismatch: (params) =>
    `Tổng điểm công bố ${comma(params, 'declared')} khác tổng các lĩnh vực ${comma(params, 'sum')}. Hãy kiểm tra điểm của các lĩnh vực.`,
};

/** How a clean table and a comparison of two versions name things. */
export const frameworkTableWords = {
  code: 'Mã',
  name: 'Lĩnh vực / Tiêu chí / Tiêu chí thành phần',
  max: 'Điểm tối đa',
  method: 'Cách tính điểm',
  evidence: 'Tài liệu kiểm chứng',
  responsible: 'Đơn vị chịu trách nhiệm',
  total: 'Tổng cộng',
  issuedWith: (decision: string, issuer: string) =>
    `(Kèm theo ${decision}${issuer === '' ? '' : ` của ${issuer}`})`,
};
export type FrameworkTableWords = typeof frameworkTableWords;
