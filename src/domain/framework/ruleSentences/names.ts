/** Numbers that measure nothing: "năm 2025", "quý 1", "Quyết định số 12", "mức độ 3". */

const NAMES =
  /(?<!\p{L})(?:giai đoạn|mức độ|phụ lục|năm|quý|tháng|ngày|số|lần|điều|khoản|cấp|loại|nhóm|thứ|hạng|top|đợt|mục|biểu|mẫu|kỳ) \d{1,4}(?: ?[-/.] ?\d{1,4}){0,2}(?![\d%]| ?%)/gu;

/** Figures that only name something, made unreadable; each letter stays in its place. */
export function withoutNames(key: string): string {
  return key
    .replace(NAMES, (name) => name.replace(/\d/g, '#'))
    .replace(/(?<!\d)\d{1,2} tháng (?:đầu|cuối) năm/gu, (name) => name.replace(/\d/g, '#'));
}
