/**
 * What a council's opinion says of the score. Only outspoken words count: a recommendation ("đề nghị bổ
 * sung …"), a plain figure and praise that holds a "chưa" ("chưa để xảy ra chậm trễ") are no verdict.
 */
import { foldText } from '../text/vietnamese';

/** "Đồng ý với kết quả tự đánh giá": the unit's own score stands. */
export function agreesWithSelf(opinion: string): boolean {
  return /^(?:hội đồng |hđtđ |tổ )?(?:thẩm định )?(?:đồng ý|thống nhất|nhất trí|công nhận)(?: với)?(?: kết quả| điểm| mức| số)*(?: điểm)? ?(?:tự|như đơn vị)/u.test(
    foldText(opinion),
  );
}

/** "Không đồng ý …", "Không thống nhất …", "trừ 0,5 điểm": the unit's own score does not stand. */
export function opposesSelf(opinion: string): boolean {
  const text = foldText(opinion);
  if (/không (?:bị )?trừ/u.test(text)) return false;
  return (
    /không (?:đồng ý|thống nhất|nhất trí|chấp nhận|công nhận)/u.test(text) ||
    /(?:^|[\s,;.(])(?:bị |đề nghị |phải )?trừ \d/u.test(text)
  );
}

/** Says that something needed for the points was not there. */
export function statesLoss(opinion: string): boolean {
  return /thiếu (?:tlkc|tài liệu|minh chứng|hồ sơ|báo cáo|văn bản)|(?:chưa|không) đủ (?:cơ sở|điều kiện|căn cứ)|không (?:tính điểm|có điểm|được điểm)|(?:chưa|không) cung cấp (?:tlkc|tài liệu|minh chứng)|điểm đánh giá là 0/u.test(
    foldText(opinion),
  );
}
