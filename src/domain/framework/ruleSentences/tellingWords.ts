/**
 * Words that turn what a clause says: conditions, exceptions, faults. A clause that nothing else understands
 * matters unless it is known to say nothing of the score; a single word of these makes it matter again.
 */
import { withoutNames } from './names';

/** @param words alternatives of a pattern, to stand by themselves */
function anyWord(words: readonly string[]): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${words.join('|')})(?!\\p{L})`, 'u');
}

/** "Nếu …", "… thì": what follows holds only sometimes. */
export const CONDITIONAL = anyWord(['nếu', 'thì', 'trường hợp', 'khi']);

/** What is measured is bad: more of it cannot give more points. */
const BAD = [
  ...['thiếu', 'chậm', 'trễ', 'muộn', 'sai', 'phạm', 'quá', 'sau', 'tồn', 'lỗi', 'sót', 'trả lại'],
  ...['từ chối', 'hủy', 'huỷ', 'khiếu nại', 'tố cáo', 'kỷ luật', 'kỉ luật', 'phê bình', 'nhắc nhở'],
];
const BAD_MEASURE = anyWord(BAD);
const FAULT = anyWord([...BAD, 'không', 'chưa']);

export function measuresBad(words: string): boolean {
  return BAD_MEASURE.test(words);
}

/** What is bad, or not done. */
export function saysFault(key: string): boolean {
  return FAULT.test(key);
}

/** Points are changed, or turned around. */
const CHANGES = [
  ...['trừ', 'cộng', 'giảm', 'bớt', 'tăng', 'thêm', 'thưởng', 'phạt', 'mất', 'hạ', 'nửa'],
  ...['càng', 'nghịch', 'ngược', 'bù', 'nhân', 'chia', 'bậc thang', 'lũy tiến', 'luỹ tiến'],
];
const CHANGE = anyWord(CHANGES);

/** Points that a clause changes or turns around: no plain scale and no plain ratio. */
export function saysChange(key: string): boolean {
  return CHANGE.test(key);
}

const LIMITS = [
  ...['nếu', 'thì', 'trường hợp', 'khi', 'hoặc', 'nhưng', 'song', 'tuy', 'riêng', 'chỉ'],
  ...[
    'ngoại trừ',
    'ngoài',
    'loại',
    'đối với',
    'dành cho',
    'áp dụng',
    'phải',
    'cần',
    'điều kiện',
    'miễn là',
  ],
  ...[
    'mỗi',
    '(?<!căn )cứ',
    'từng',
    'đồng thời',
    'còn lại',
    'tối đa',
    'tối thiểu',
    'trước',
    'bị',
    'điểm',
  ],
  ...[
    'mới (?:được|có|tính|chấm|đạt)',
    'kể cả',
    'vượt',
    'trong khi',
    'xem xét',
    'tùy',
    'tuỳ',
    'gấp',
    'phần tư',
    'phần ba',
    'một phần',
  ],
];
const LIMIT = anyWord(LIMITS);

/** A figure, a condition, an exception, a change, a fault: something that bears on the score. */
export function isTelling(key: string): boolean {
  return (
    /\d/.test(withoutNames(key)) ||
    saysFault(key) ||
    saysChange(key) ||
    LIMIT.test(key.replace(/^(?:cách|thang|mức) (?:tính |chấm )?điểm|điểm đánh giá/u, ''))
  );
}

const EVIDENCE =
  /^(?:tài liệu (?:kiểm chứng|minh chứng|chứng minh)|(?:văn bản |hồ sơ )?(?:kiểm chứng|minh chứng)|tlkc|căn cứ|theo)(?!\p{L})/u;
const RATE_NAMED =
  /^(?:trong đó,? )?(?:tính )?(?:tỷ|tỉ) lệ [^:]*(?:=|(?<!\p{L})(?:là|bằng)(?!\p{L}))/u;
const TITLE =
  /^(?:tính )?(?:theo )?(?:mức độ|(?:tỷ|tỉ) lệ|kết quả|số lượng|số liệu|chất lượng|công tác|việc|tình hình|nội dung|tiêu chí|chỉ tiêu|cách|thang|phương pháp|hướng dẫn|điểm đánh giá)(?!\p{L})/u;

/** What is measured, as a heading of what follows: "Mức độ hoàn thành kế hoạch năm 2026". */
export function isTitle(key: string): boolean {
  return TITLE.test(key) && !isTelling(key);
}

/** Evidence, or what the rate is called: nothing of the score, wherever it stands. */
export function isRemark(key: string): boolean {
  return (EVIDENCE.test(key) || RATE_NAMED.test(key)) && !isTelling(key);
}
