/**
 * A plan in words, before it is carried out: one sentence for each line, by code, and one for each
 * cell that is kept. Counts come as text, points as canonical decimal text.
 */
import type { PlanLineCode } from '../../usecases/plan';

type Params = Readonly<Record<string, string>>;

const of = (params: Params, name: string) => params[name] ?? '?';
const comma = (points: string) => points.replace('.', ',');
const onSheet = (params: Params) => (params['sheet'] ? ` ở trang “${params['sheet']}”` : '');

export const planLines: Record<PlanLineCode, (params: Params) => string> = {
  newSheet: (params) =>
    `Lập trang tính mới “${of(params, 'sheet')}”: ${of(params, 'rows')} dòng, ${of(params, 'leaves')} tiêu chí chấm điểm, tổng điểm chuẩn ${comma(of(params, 'max'))}.`,
  besideScale: (params) => {
    const part = (name: string, words: string) =>
      params[name] ? [`${words} tối đa ${comma(of(params, name))}`] : [];
    const parts = [...part('bonus', 'điểm thưởng'), ...part('penalty', 'điểm phạt')];
    return `Ngoài thang điểm: ${parts.join(', ')}; không tính vào tổng điểm chuẩn.`;
  },
  leftOut: (params) =>
    `Chưa đánh giá trong kỳ${params['survey'] ? ' (điều tra xã hội học)' : ''}: ${of(params, 'count')} tiêu chí, ${comma(of(params, 'points'))} điểm.`,
  periodBase: (params) => `Tổng điểm chuẩn trong kỳ: ${comma(of(params, 'base'))}.`,
  documentSheet: (params) =>
    `Lập trang tính mới “${of(params, 'sheet')}” có ${of(params, 'rows')} dòng; không đụng tới trang nào khác.`,
  insertColumns: (params) =>
    `Chèn ${of(params, 'count')} cột sau cột ${of(params, 'after')}${onSheet(params)}; các cột bên phải dịch sang phải.`,
  insertRows: (params) =>
    `Chèn ${of(params, 'count')} dòng sau dòng ${of(params, 'after')}${onSheet(params)}; các dòng bên dưới dịch xuống.`,
  insertHeader: (params) =>
    `Chèn một dòng tiêu đề làm dòng ${of(params, 'row')}${onSheet(params)}, ghi tên ${of(params, 'count')} cột; các dòng bên dưới dịch xuống.`,
  writeCells: (params) => `Ghi ${of(params, 'count')} ô${onSheet(params)}.`,
  writeFormulas: (params) => `Ghi công thức vào ${of(params, 'count')} ô${onSheet(params)}.`,
  fillDeductions: (params) =>
    `Điền điểm trừ cho ${of(params, 'count')} tiêu chí${onSheet(params)}.`,
  liveFormulas: (params) =>
    `Thay ${of(params, 'count')} điểm trừ gõ tay (đã đúng) bằng công thức${onSheet(params)}.`,
  updateFormulas: (params) =>
    `Cập nhật ${of(params, 'count')} công thức theo cột “Áp dụng trong kỳ”${onSheet(params)}.`,
  fillSums: (params) =>
    `Điền ${of(params, 'count')} ô tổng của lĩnh vực, tiêu chí còn trống${onSheet(params)}.`,
  writeSummary: (params) => `Ghi ${of(params, 'rows')} dòng tổng hợp${onSheet(params)}.`,
  writeUnits: (params) =>
    `Ghi phân công cho ${of(params, 'units')} đơn vị, ${of(params, 'assignments')} lượt phân công${onSheet(params)}.`,
  fixCells: (params) =>
    `Sửa ${of(params, 'count')} ô${onSheet(params)}${params['cells'] ? `: ${params['cells']}` : ''}.`,
  acceptFindings: (params) =>
    `Đánh dấu “đã xem, chấp nhận” cho ${of(params, 'count')} điểm cần xem, lý do: ${of(params, 'reason')}. Dấu này đi theo tệp và tự hết hiệu lực khi ô thay đổi.`,
  reopenFindings: (params) => `Mở lại ${of(params, 'count')} điểm đã chấp nhận.`,
  markCells: (params) =>
    `Tô màu và gắn ghi chú cho ${of(params, 'count')} ô${onSheet(params)}; định dạng sẵn có của ô giữ nguyên, gỡ ra được không để lại dấu vết. Ô đã có ghi chú riêng chỉ được tô màu.`,
  unmarkCells: (params) => `Gỡ mọi màu và ghi chú đã đánh dấu${onSheet(params)}.`,
  rememberState: () => 'Ghi nhớ các lựa chọn vào tệp (trang ẩn của sản phẩm).',
  inherited: (params) =>
    `${count(of(params, 'cells'))} để trống lấy theo ô gộp phía trên${onSheet(params)}.`,
  needsBase: () =>
    'Chưa ghi chỉ số CCHC vì chưa có tổng điểm chuẩn trong kỳ. Nhập tổng này ở bước Tính điểm trừ để có chỉ số.',
  noAppraised: (params) =>
    `Chưa có cột điểm thẩm định${onSheet(params)} nên chưa có gì để trừ. Hãy thêm cột điểm thẩm định rồi làm lại.`,
  needsNameAndMax: (params) =>
    `Với lựa chọn này, bảng${onSheet(params)} không còn cột tên tiêu chí hoặc cột điểm chuẩn nên không đọc được. Hãy chọn cột thay thế cho các nội dung đó.`,
  nothing: () => 'Bảng đã đúng như yêu cầu, không có gì cần thay đổi.',
};

export const planConflict = (cell: string, kept: string, wouldBe: string): string =>
  kept === ''
    ? `Ô ${cell}: giữ trống (bản tính là “${wouldBe}”).`
    : `Ô ${cell}: giữ “${kept}” (bản tính là “${wouldBe}”).`;

/** "E5, E6, E7" → "3 ô"; a number stays one. */
function count(cells: string): string {
  return /^\d+$/.test(cells) ? `${cells} ô` : `${cells.split(',').length} ô (${cells})`;
}
