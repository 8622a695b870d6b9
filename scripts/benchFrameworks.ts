/**
 * How long reading and checking a framework takes, from the clipboard and from .docx: 200 criteria are
 * to feel instant (under 200 ms), and 5,000 take no more than their share.
 */
import { checkFramework } from '../src/domain/framework/checkFramework';
import type { Framework } from '../src/domain/framework/framework';
import { fromDocx, fromHtml, type FrameworkImport } from '../src/usecases/importFramework';
import { printFramework, tableAsHtml, tablesAsDocx } from '../test/support/printFramework';
import { plainFramework } from '../test/support/frameworkFactory';

export interface FrameworkTiming {
  source: 'docx' | 'html';
  criteria: number;
  /** Best of several runs: what the work costs when nothing else disturbs it. */
  milliseconds: number;
  /** Criteria that came back: as many as were printed. */
  read: number;
}

/** @param sizes numbers of criteria, areas included */
export async function benchFrameworks(
  sizes: readonly number[] = [200, 1000, 5000],
): Promise<FrameworkTiming[]> {
  const timings: FrameworkTiming[] = [];
  for (const criteria of sizes) {
    const table = printFramework(largeFramework(criteria), { layout: 'coded', trimmings: true });
    const docx = tablesAsDocx([table]);
    const html = tableAsHtml(table);
    timings.push(await time('docx', criteria, () => fromDocx(docx)));
    timings.push(await time('html', criteria, () => fromHtml(html)));
  }
  return timings;
}

async function time(
  source: FrameworkTiming['source'],
  criteria: number,
  read: () => Promise<FrameworkImport>,
): Promise<FrameworkTiming> {
  let milliseconds = Infinity;
  let count = 0;
  for (let run = 0; run < 3; run += 1) {
    const start = performance.now();
    const imported = await read();
    const draft = imported.kind === 'reading' ? imported.reading.draft : null;
    if (draft) checkFramework(draft);
    milliseconds = Math.min(milliseconds, performance.now() - start);
    count =
      imported.kind === 'reading'
        ? imported.reading.rows.filter((row) => row.kind === 'node').length
        : 0;
  }
  return { source, criteria, milliseconds, read: count };
}

/** Areas of twenty criteria with names as long as real ones. */
function largeFramework(criteria: number): Framework {
  const areas: Framework['areas'] = [];
  for (let i = 0; i < criteria; i += 1) {
    const area = areas.at(-1);
    const full = !area || (area.children?.length ?? 0) === 20;
    if (full)
      areas.push({ code: String(areas.length + 1), name: 'Lĩnh vực', max: '20', children: [] });
    else
      area.children?.push({
        code: `${area.code}.${(area.children.length ?? 0) + 1}`,
        name: `Tỷ lệ hồ sơ giải quyết TTHC được luân chuyển trong nội bộ giữa các cơ quan có thẩm quyền bằng phương thức điện tử ${i}`,
        max: '1',
      });
  }
  return plainFramework({
    id: 'do-2026',
    title: 'BỘ CHỈ SỐ',
    completeness: 'partial',
    areas,
  });
}
