/**
 * What a person reads when a host could not do it. One function for each code of `hostProblems`;
 * each sentence says what happened, where, and what to do. Nothing was changed when one is shown.
 */
import type { HostProblem } from '../../workbook/host';

type Params = Readonly<Record<string, string>>;

const named = (params: Params) => (params['name'] ? `Tệp “${params['name']}”` : 'Tệp này');
const sheet = (params: Params) => `Trang tính “${params['sheet'] ?? '?'}”`;

export const hostMessages: Record<HostProblem, (params: Params) => string> = {
  changedMeanwhile: (params) =>
    params['what'] === 'memory'
      ? 'Có người vừa đổi đúng điều đang được ghi nhớ trong sổ tính này (khung, số điểm nền, cách hiểu cột hoặc phát hiện được chấp nhận). Chưa có gì thay đổi; hãy kiểm tra lại rồi thực hiện lại.'
      : params['what'] === 'shape'
        ? `${sheet(params)} vừa được người khác thêm, bớt dòng hoặc cột. Chưa có gì thay đổi; hãy xem trước lại rồi thực hiện.`
        : `Ô ${params['cell'] ?? '?'} của trang tính “${params['sheet'] ?? '?'}” vừa được sửa sau khi xem trước. Chưa có gì thay đổi; hãy xem trước lại rồi thực hiện.`,
  sheetGone: (params) =>
    `${sheet(params)} không còn trong sổ tính: có thể đã bị xóa hoặc đổi tên. Hãy chọn lại trang tính rồi thực hiện lại.`,
  sheetExists: (params) =>
    `${sheet(params)} đã có trong sổ tính. Hãy đổi tên trang tính cũ hoặc đặt tên khác.`,
  sheetProtected: (params) =>
    `${sheet(params)} đang được bảo vệ nên không ghi được. Hãy bỏ bảo vệ trang tính trong Excel (thẻ Xem lại) rồi thực hiện lại.`,
  workbookProtected: () =>
    'Cấu trúc sổ tính đang được bảo vệ nên không thêm, xóa trang tính được. Hãy bỏ bảo vệ sổ tính trong Excel (thẻ Xem lại) rồi thực hiện lại.',
  cellEditing: () =>
    'Có một ô đang được nhập dở. Hãy nhấn Enter để xong (hoặc Esc để bỏ) rồi thực hiện lại.',
  tooLarge: (params) =>
    `${named(params)} vượt quá giới hạn ${params['limit'] ?? ''}. Hãy tách bớt trang tính hoặc xóa hình ảnh, vùng trống thừa rồi mở lại.`,
  textTooLong: (params) =>
    `Nội dung định ghi vào ô ${params['cell'] ?? '?'} của trang tính “${params['sheet'] ?? '?'}” dài ${params['length'] ?? '?'} ký tự, mà một ô chỉ chứa được ${params['limit'] ?? ''} ký tự. Chưa có gì thay đổi; hãy rút gọn, hoặc tách nội dung ở các ô liên quan rồi thực hiện lại.`,
  insideTable: (params) =>
    `${sheet(params)} có một Bảng (Table) của Excel, “${params['table'] ?? '?'}”, ở đúng chỗ cần gộp ô; Excel không cho gộp ô trong Bảng. Chưa có gì thay đổi; hãy chuyển Bảng thành vùng thường (thẻ Thiết kế bảng, Chuyển đổi thành Phạm vi) rồi thực hiện lại.`,
  notXlsx: (params) =>
    `${named(params)} không phải sổ tính .xlsx (nội dung bên trong là loại khác). Hãy mở bằng chương trình đã tạo ra nó, lưu thành “Sổ làm việc Excel (.xlsx)” rồi chọn lại.`,
  oldXls: (params) =>
    `${named(params)} theo định dạng .xls cũ, chưa đọc được ở đây. Hãy mở bằng Excel hoặc LibreOffice, lưu thành .xlsx rồi chọn lại.`,
  encrypted: (params) =>
    `${named(params)} được đặt mật khẩu mở tệp nên không đọc được. Hãy bỏ mật khẩu trong Excel (Tệp, Thông tin, Bảo vệ sổ làm việc), lưu lại rồi chọn lại.`,
  damaged: (params) =>
    `${named(params)} bị hỏng hoặc thiếu một phần. Hãy thử mở bằng Excel để sửa, hoặc xin lại bản gốc từ nơi gửi.`,
  zipBomb: (params) =>
    `${named(params)} giải nén ra lớn bất thường nên không được mở, để giữ an toàn cho máy. Hãy xin lại tệp từ nơi gửi.`,
  tooOld: () =>
    'Phiên bản Excel này quá cũ để chạy phần bổ trợ. Hãy dùng Excel 2021 trở lên, Microsoft 365, hoặc trang web không cần Excel.',
  halfDone: (params) =>
    `Thay đổi bị dừng giữa chừng và Excel không cho trả lại hết như cũ${params['detail'] ? ` (${params['detail']})` : ''}. Hãy đóng sổ tính mà không lưu rồi mở lại, hoặc kiểm tra lại các ô vừa ghi.`,
  unreadable: (params) =>
    `Không đọc được ${params['name'] ? `tệp “${params['name']}”` : 'tệp'}. Hãy kiểm tra tệp còn ở chỗ cũ và có quyền đọc, rồi chọn lại.`,
  cannotWrite: (params) =>
    `Không ghi được ${params['name'] ? `tệp “${params['name']}”` : 'tệp'}. Hãy kiểm tra dung lượng còn trống và quyền ghi của thư mục, hoặc lưu với tên khác.`,
  cannotShow: (params) =>
    `${named(params)} đọc được nhưng trang này chưa hiển thị được; sổ tính đang mở vẫn giữ nguyên. Hãy mở tệp bằng Excel, lưu lại rồi chọn lại, hoặc báo người quản trị.`,
  unexpected: (params) =>
    `Đã xảy ra lỗi ngoài dự kiến${params['detail'] ? ` (${params['detail']})` : ''}. Dữ liệu vẫn như trước khi thực hiện; hãy thử lại, và báo người quản trị nếu lỗi lặp lại.`,
};
