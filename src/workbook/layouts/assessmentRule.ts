/** The choices of the column that takes criteria out of the base, and how the cell offers them. */
import type { ListRule } from '../patch';

/** What takes a criterion out of the base; an empty cell leaves it in. */
export const ASSESSMENT_CHOICES = ['Chưa đánh giá trong kỳ', 'Không áp dụng'] as const;

export const assessmentRule: ListRule = {
  kind: 'list',
  values: [...ASSESSMENT_CHOICES],
  prompt: {
    title: 'Áp dụng trong kỳ',
    message:
      'Để trống nếu tiêu chí được đánh giá trong kỳ. Chọn một mục để đưa tiêu chí ra khỏi tổng điểm chuẩn.',
  },
  error: { title: 'Giá trị không hợp lệ', message: 'Hãy chọn trong danh sách, hoặc để trống.' },
};
