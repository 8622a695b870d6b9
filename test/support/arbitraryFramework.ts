/** Frameworks for property tests: names of real criteria, 1.10 and beyond, exact points. */
import fc from 'fast-check';
import { points, pointsText, sumPoints } from '../../src/domain/points';
import type { Framework, FrameworkNode } from '../../src/domain/framework/framework';
import { plainFramework } from './frameworkFactory';

const NAMES = [
  'Mức độ thực hiện kế hoạch CCHC (Trường hợp không ban hành Kế hoạch thì tiêu chí thành phần này không có điểm)',
  'Báo cáo CCHC',
  'Ban hành các văn bản chỉ đạo hướng dẫn, đôn đốc công tác CCHC',
  'Đổi mới, sáng tạo trong triển khai nhiệm vụ cải cách hành chính',
  'Tỷ lệ hồ sơ trực tuyến toàn trình',
  'Tỷ lệ đơn vị sự nghiệp công lập trực thuộc tự chủ 100% về chi thường xuyên',
  'Thông tin cung cấp trên Cổng/Trang thông tin điện tử',
  'Thực hiện thu ngân sách hàng năm của huyện, thành phố, thị xã (trừ thu tiền sử dụng đất)',
  'Tổ chức thực hiện đánh giá chỉ số đã công bố và kết quả khắc phục tồn tại, hạn chế',
  'Tổng hợp, báo cáo kết quả rà soát – hệ thống hóa VBQPPL',
  'UBND cấp xã áp dụng chữ ký số',
  'Hoà giải, uỷ quyền và quý I',
];

interface Seed {
  name: number;
  max: number;
  children: Seed[];
}

const leaf = fc.record({
  name: fc.nat(NAMES.length - 1),
  max: fc.integer({ min: 1, max: 800 }),
  children: fc.constant<Seed[]>([]),
});
const criterion = (deep: boolean) =>
  fc.record({
    name: fc.nat(NAMES.length - 1),
    max: fc.integer({ min: 1, max: 800 }),
    children: fc.array<Seed>(leaf, { minLength: deep ? 1 : 0, maxLength: 3 }),
  });
const area = (deep: boolean) =>
  fc.record({
    name: fc.nat(NAMES.length - 1),
    max: fc.constant(0),
    children: fc.array<Seed>(criterion(deep), { minLength: 1, maxLength: 12 }),
  });

/**
 * @param deep every criterion has subcriteria, as tables with one column a level need
 * @param roman areas are I, II … and criteria 1, 2 … begin again in each
 */
export function arbitraryFramework(deep: boolean, roman: boolean): fc.Arbitrary<Framework> {
  return fc.array(area(deep), { minLength: 1, maxLength: 4 }).map((areas) => {
    const nodes = areas.map((seed, i) => {
      const code = roman ? (['I', 'II', 'III', 'IV'][i] ?? '') : String(i + 1);
      return nodeOf(seed, code, roman ? '' : code, 0, i);
    });
    return plainFramework({
      id: 'thu-2026',
      title: 'BỘ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH CỦA UBND CẤP XÃ NĂM 2026',
      total: sum(nodes),
      areas: nodes,
    });
  });
}

function nodeOf(
  seed: Seed,
  code: string,
  prefix: string,
  depth: number,
  index: number,
): FrameworkNode {
  const children = seed.children.map((child, i) => {
    const own = prefix === '' ? String(i + 1) : `${prefix}.${i + 1}`;
    return nodeOf(child, own, own, depth + 1, i);
  });
  const words = NAMES[seed.name] ?? '';
  const name = depth === 0 ? `LĨNH VỰC SỐ ${index + 1} ${words.toUpperCase()}` : words;
  const max = children.length > 0 ? sum(children) : pointsText(points(String(seed.max)).div(100));
  return { code, name, max, ...(children.length > 0 ? { children } : {}) };
}

function sum(nodes: readonly FrameworkNode[]): string {
  return pointsText(sumPoints(nodes.map((node) => points(node.max ?? '0'))));
}
