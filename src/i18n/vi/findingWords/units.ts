/** Findings about responsible units, in Vietnamese. */
import type { FindingWords } from '../../findingText';
import { at, cells, word } from './say';

export const unitWords = {
  'unit-unknown': {
    title: 'Không đọc được đơn vị chịu trách nhiệm',
    message: (p, cell) => `${at(cell)}không nhận ra đơn vị nào trong “${word(p, 'text')}”.`,
    why: 'Không rõ đơn vị thì không phân công được.',
    action: 'Ghi tên đơn vị ở đầu câu, hoặc xác nhận ở bước Phân công.',
    example: '“Thực hiện theo kế hoạch” mà không nêu đơn vị.',
  },
  'unit-spellings': {
    title: 'Một đơn vị viết nhiều cách',
    message: (p, cell, related) =>
      `${at(cell)}đơn vị “${word(p, 'name')}” còn được viết: ${word(p, 'aliases')}${cells(related)}.`,
    why: 'Mỗi cách viết dễ bị đếm thành một đơn vị riêng.',
    action: 'Thống nhất một tên cho cả bảng.',
    example: '“Phòng Văn Hóa và Thông tin” và “Phòng Văn hóa và Thông tin”.',
  },
  'unit-no-lead': {
    title: 'Không có đơn vị chủ trì',
    message: (p, cell) =>
      `${at(cell)}chỉ có đơn vị phối hợp hoặc theo dõi (${word(p, 'units')}), không có đơn vị chủ trì hay thực hiện.`,
    why: 'Không ai chủ trì thì không ai chịu trách nhiệm kết quả.',
    action: 'Ghi rõ đơn vị chủ trì.',
    example: '“Phối hợp với Văn phòng theo dõi” mà không nêu đơn vị chủ trì.',
  },
  'unit-group-unnamed': {
    title: 'Giao cho nhóm không nêu tên đơn vị',
    message: (p, cell, related) =>
      `${at(cell)}có ${word(p, 'count')} tiêu chí chỉ giao cho nhóm “${word(p, 'group')}”, không nêu đơn vị cụ thể nào${cells(related)}.`,
    why: 'Giao chung cho nhiều đơn vị thì khó đôn đốc, đánh giá.',
    action: 'Nêu tên từng đơn vị, hoặc ít nhất một đơn vị chủ trì.',
    example: '“Các cơ quan chuyên môn; UBND các xã, thị trấn”.',
  },
} as const satisfies Record<string, FindingWords>;
