/**
 * Writes docs/findings.md from the catalogue and its texts. `tsx scripts/findingsDoc.ts` after a change; a
 * test holds the file to what this makes.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue, type FindingCode } from '../src/domain/findings/catalogue';
import type { Severity } from '../src/domain/findings/finding';
import { findingMessages as english } from '../src/i18n/en/findings';
import { findingMessages as vietnamese } from '../src/i18n/vi/findings';

export const findingsDocPath = join(__dirname, '../docs/findings.md');

const severities: Readonly<Record<Severity, string>> = {
  error: 'Lỗi',
  warning: 'Cảnh báo',
  info: 'Lưu ý',
};

/** Codes by their first word's subject, in the order of the catalogue. */
const chapters: readonly { title: string; prefixes: readonly string[] }[] = [
  {
    title: 'Ô điểm',
    prefixes: [
      'figure-',
      'score-below',
      'score-above',
      'score-missing',
      'score-too',
      'scores-',
      'max-missing',
      'max-shared',
    ],
  },
  {
    title: 'So với bộ chỉ số',
    prefixes: ['max-differs', 'framework-', 'score-differs', 'declared-'],
  },
  { title: 'Mã tiêu chí', prefixes: ['code-'] },
  {
    title: 'Cộng, trừ',
    prefixes: [
      'deduction-wrong',
      'deduction-missing',
      'deduction-sign',
      'parent-',
      'total-',
      'sum-',
      'base-',
      'index-',
    ],
  },
  { title: 'Công thức và phần bị ẩn', prefixes: ['formula-', 'row-', 'hidden-', 'view-'] },
  {
    title: 'Thẩm định',
    prefixes: ['appraised-', 'deduction-without', 'cut-', 'opinion-', 'explanation-', 'round2-'],
  },
  { title: 'Số liệu trong ý kiến', prefixes: ['evidence-', 'rounding-', 'document-', 'date-'] },
  { title: 'Đơn vị chịu trách nhiệm', prefixes: ['unit-'] },
  { title: 'Cách viết', prefixes: ['text-'] },
];

/** The whole document. Every code stands in exactly one chapter; a code without one is a bug. */
export function findingsDoc(): string {
  const codes = Object.keys(catalogue) as FindingCode[];
  const chapterOf = (code: FindingCode) => {
    const chapter = chapters.find(({ prefixes }) =>
      prefixes.some((prefix) => code.startsWith(prefix)),
    );
    if (!chapter) throw new Error(`no chapter for ${code}`);
    return chapter;
  };
  const parts = chapters.map((chapter) => {
    const own = codes.filter((code) => chapterOf(code) === chapter);
    return `## ${chapter.title}\n\n${own.map(entryOf).join('\n')}`;
  });
  return `${INTRODUCTION}\n${parts.join('\n')}`;
}

const INTRODUCTION = `# Danh mục phát hiện

Tệp này do \`scripts/findingsDoc.ts\` tạo từ mã nguồn; không sửa tay.

- **Lỗi**: hai ô của bảng (hoặc bảng và bộ chỉ số) trái nhau, hoặc con số không dùng được.
- **Cảnh báo**: người rà soát cẩn thận sẽ hỏi lại.
- **Lưu ý**: nên biết.

Điểm do hội đồng chấm không bao giờ bị sửa tự động.
`;

function entryOf(code: FindingCode): string {
  const words = vietnamese[code];
  return `### \`${code}\`: ${words.title}

${severities[catalogue[code]]}. _${english[code].title}._

- Vì sao: ${words.why}
- Ví dụ: ${escapeMarkup(words.example)}
- Cách xử lý: ${words.action}
`;
}

/** Examples show tags and formulas as they are. */
function escapeMarkup(text: string): string {
  return text.replace(/[<>*\\$]/g, '\\$&');
}

if (process.argv[1]?.endsWith('findingsDoc.ts') === true)
  writeFileSync(findingsDocPath, findingsDoc());
