/** Words of the rules of a framework: how each is called, said in one line, and filled in. */
import type { Rule } from '../../domain/framework/rule';
import type { DraftProblemCode } from '../../domain/framework/readDraft';
import type { DraftKind } from '../../domain/framework/ruleDraft';
import type { ExpectedProblem } from '../../domain/scoring/expectedScore';

/** Figures and formulas of a rule as the reader writes them. */
export interface RuleStyle {
  figure(text: string): string;
  formula(text: string): string;
}

const kinds: Record<DraftKind, string> = {
  yesNo: 'Có hoặc không',
  threshold: 'Đạt một mức tỷ lệ mới có điểm',
  tiers: 'Theo từng mức',
  choice: 'Chọn một trong các trường hợp',
  linear: 'Theo tỷ lệ đạt được',
  floor: 'Theo tỷ lệ, dưới một mức thì 0 điểm',
  count: 'Theo số lượng',
  minus: 'Trừ điểm theo số vi phạm',
  outside: 'Điểm thưởng, điểm phạt ngoài thang',
  survey: 'Theo kết quả điều tra xã hội học',
  system: 'Lấy từ hệ thống khác',
  notAssessed: 'Chưa đánh giá trong kỳ',
  expression: 'Theo công thức',
  either: 'Nhiều cách, lấy cách cao nhất',
  conditions: 'Nhiều điều kiện',
};

function describe(rule: Rule, style: RuleStyle): string {
  const { figure } = style;
  switch (rule.kind) {
    case 'allOrNothing':
      if (rule.above !== undefined) return `Trên ${figure(rule.above)}%: đủ điểm; còn lại: 0`;
      if (rule.atLeast === undefined) return 'Có: đủ điểm; Không: 0';
      return `Từ ${figure(rule.atLeast)}% trở lên: đủ điểm; dưới mức này: 0`;
    case 'tiers': {
      const unit = rule.measure === 'percent' ? '%' : '';
      const steps = [...rule.tiers]
        .sort((a, b) => Number(b.from) - Number(a.from))
        .map(
          ({ from, above, points }) =>
            `${above ? 'trên' : 'từ'} ${figure(from)}${unit}: ${figure(points)}`,
        );
      return `${upper(steps.join('; '))}${below(rule, '; thấp hơn: 0')}`;
    }
    case 'choice':
      return upper(
        rule.options.map(({ label, points }) => `${lower(label)}: ${figure(points)}`).join('; '),
      );
    case 'linear':
      return 'Tỷ lệ × điểm chuẩn';
    case 'floor': {
      const full = rule.full === undefined ? '' : `; từ ${figure(rule.full)}%: đủ điểm`;
      const between =
        rule.between === 'ratio' ? 'tỷ lệ × điểm chuẩn' : 'chia đều từ 0 đến điểm chuẩn';
      return `Dưới ${figure(rule.floor)}%: 0${full}; còn lại: ${between}`;
    }
    case 'count':
      if (rule.each !== undefined) return `Mỗi mục ${figure(rule.each)} điểm, tối đa điểm chuẩn`;
      return `Số mục/${figure(rule.of ?? '1')} × điểm chuẩn`;
    case 'minus':
      return `Mỗi vi phạm trừ ${figure(rule.each)} điểm, thấp nhất là 0`;
    case 'outside': {
      const name = rule.sign === 'bonus' ? 'Điểm thưởng' : 'Điểm phạt';
      const each =
        rule.each === undefined ? 'theo số điểm kê khai' : `mỗi mục ${figure(rule.each)}`;
      return `${name}: ${each}, tối đa ${figure(rule.ceiling)}`;
    }
    case 'notAssessed':
      return 'Chưa đánh giá trong kỳ: không tính vào tổng điểm chuẩn';
    case 'survey':
      return 'Kết quả điều tra xã hội học (%) × điểm chuẩn';
    case 'system':
      return rule.source === '' ? 'Lấy từ hệ thống khác' : `Lấy từ ${rule.source}`;
    case 'expression':
      return `Công thức: ${style.formula(rule.formula)}`;
    case 'precondition':
      return `Không thực hiện: 0; nếu có: ${lower(describe(rule.then, style))}`;
    case 'applicable':
      return `${describe(rule.then, style)} (có thể không áp dụng)`;
    case 'either':
      return `Cách cao nhất trong: ${rule.rules.map((one, i) => `(${i + 1}) ${lower(describe(one, style))}`).join('; ')}`;
    case 'conditions': {
      const parts = rule.parts.map(({ label, rule: one }) =>
        label === '' ? lower(describe(one, style)) : label,
      );
      return `${rule.operator === 'and' ? 'Đủ mọi điều kiện' : 'Đạt một trong các điều kiện'}: ${parts.join('; ')}`;
    }
  }
}

/** Nothing lies below a step from 0. */
function below(rule: Rule & { kind: 'tiers' }, words: string): string {
  return rule.tiers.some(({ from, above }) => !above && Number(from) === 0) ? '' : words;
}

function upper(sentence: string): string {
  return sentence.slice(0, 1).toLocaleUpperCase('vi') + sentence.slice(1);
}

function lower(sentence: string): string {
  return sentence.slice(0, 1).toLocaleLowerCase('vi') + sentence.slice(1);
}

/** What to type as Số liệu kê khai. */
function declare(rule: Rule): string {
  switch (rule.kind) {
    case 'allOrNothing':
      return rule.atLeast === undefined && rule.above === undefined
        ? 'Có hoặc Không'
        : 'tỷ lệ, ví dụ 85% hoặc 17/20';
    case 'tiers':
      return rule.measure === 'percent' ? 'tỷ lệ, ví dụ 85% hoặc 17/20' : 'số lượng, ví dụ 3';
    case 'choice':
      return `tên hoặc số thứ tự của trường hợp (${rule.options.map(({ label }, i) => `${i + 1}. ${label}`).join('; ')})`;
    case 'linear':
    case 'floor':
      return 'tỷ lệ, ví dụ 17/20 hoặc 85%';
    case 'survey':
      return 'kết quả điều tra, ví dụ 87,5%';
    case 'count':
      return 'số lượng, ví dụ 3';
    case 'outside':
      return rule.each === undefined ? 'số điểm, ví dụ 0,5' : 'số lượng, ví dụ 3';
    case 'minus':
      return 'số vi phạm, ví dụ 2 (không có: 0)';
    case 'system':
      return 'điểm lấy từ hệ thống';
    case 'notAssessed':
      return 'không cần';
    case 'expression':
      return rule.variables.map(({ name }) => `${name}=…`).join('; ');
    case 'precondition':
      return `${declare(rule.then)}; không thực hiện thì ghi Không`;
    case 'applicable':
      return `${declare(rule.then)}; hoặc Không áp dụng`;
    case 'either':
      return [...new Set(rule.rules.map(declare))].join(', hoặc ');
    case 'conditions':
      return `lần lượt từng điều kiện, cách nhau bằng dấu chấm phẩy (${rule.parts.map(({ rule: one }) => declare(one)).join('; ')})`;
  }
}

const draftProblems: Record<DraftProblemCode, (detail: string) => string> = {
  needed: () => 'Cần điền ô này.',
  notFigure: (typed) => `“${typed}” không phải là số. Ví dụ: 0,5 hoặc 80.`,
  notPositive: () => 'Số phải lớn hơn 0.',
  sameStep: (typed) => `Mức ${typed} đã có ở trên.`,
  eachOrOf: () => 'Chỉ điền một trong hai ô.',
  fullBelowFloor: () => 'Mức đủ điểm phải cao hơn mức 0 điểm.',
  badName: () => 'Dùng chữ không dấu, ví dụ a hoặc so_ho_so (không dùng max).',
  sameName: (name) => `Đã có “${name}” ở trên.`,
  badFormula: (detail) =>
    `Chưa hiểu công thức${detail === '' ? '' : ` (${detail})`}. Dùng + − × ÷, min, max, if và các tên ở trên; max là điểm chuẩn.`,
  partsUnclear: () =>
    'Dấu phẩy ở đây có thể là dấu thập phân hoặc dấu ngăn cách. Dùng dấu chấm phẩy để ngăn cách: min(b/a; 0,5).',
  twoParts: () => 'Cần ít nhất hai mục.',
};

const tried: Record<ExpectedProblem, string> = {
  blank: '',
  unreadable: 'Không đọc được số liệu này.',
  wrongInput: 'Số liệu này không hợp với quy tắc.',
  divisionByZero: 'Mẫu số bằng 0.',
  aboveWhole: 'Tử số lớn hơn mẫu số.',
  badFormula: 'Công thức chưa tính được.',
};

export const rules = {
  title: (set: number, all: number) => `Quy tắc tính điểm (${set}/${all} tiêu chí)`,
  about:
    'Quy tắc cho biết số liệu kê khai thành điểm như thế nào. Điểm theo quy tắc chỉ để đối chiếu; điểm trên bảng giữ nguyên.',
  proposedCount: (count: number) => `${count} đề xuất`,
  proposals: (count: number) =>
    `Đọc được quy tắc của ${count} tiêu chí từ cách tính điểm trong quyết định. Hãy xem lại từng quy tắc trước khi dùng.`,
  useAll: (count: number) => `Dùng cả ${count} quy tắc đọc được`,
  usedAll: (count: number) => `Đặt ${count} quy tắc đọc được`,
  show: 'Hiện',
  showing: {
    all: 'Tất cả tiêu chí',
    set: 'Đã có quy tắc',
    proposed: 'Có đề xuất',
    none: 'Chưa có',
  },
  nothingShown: 'Không có tiêu chí nào thuộc nhóm này.',
  more: (count: number) => `Hiện thêm (còn ${count} tiêu chí)`,
  none: 'Chưa có quy tắc',
  proposed: 'đề xuất',
  source: 'Cách tính điểm trong quyết định',
  partly: (rest: string) => `Chưa dùng hoặc chưa chắc đoạn: ${rest}`,
  use: 'Dùng quy tắc này',
  edit: 'Sửa quy tắc',
  set: 'Đặt quy tắc',
  remove: 'Bỏ quy tắc',
  save: 'Lưu quy tắc',
  cancel: 'Thôi',
  label: (code: string) => `Đặt quy tắc: tiêu chí ${code}`,
  removeLabel: (code: string) => `Bỏ quy tắc: tiêu chí ${code}`,
  kind: 'Loại quy tắc',
  kinds,
  threshold: 'Mức phải đạt (%)',
  strict: 'Phải vượt mức này, bằng mức này chưa đủ',
  measure: 'Đo bằng',
  measures: { percent: 'Tỷ lệ (%)', count: 'Số lượng' },
  tierSide: (at: number) => `Mức ${at}`,
  tierSides: { from: 'từ', above: 'trên' },
  tierFrom: { percent: 'Tỷ lệ (%)', count: 'Số lượng' },
  tierPoints: 'Điểm',
  addTier: 'Thêm mức',
  tiersHint: 'Thấp hơn mức thấp nhất: 0 điểm.',
  option: (at: number) => `Trường hợp ${at}`,
  addOption: 'Thêm trường hợp',
  floor: 'Dưới mức này thì 0 điểm (%)',
  full: 'Từ mức này đủ điểm (%)',
  fullHint: 'Để trống: 100%',
  between: 'Giữa hai mức',
  betweens: { ratio: 'Tỷ lệ × điểm chuẩn', spread: 'Chia đều từ 0 đến điểm chuẩn' },
  each: 'Điểm cho mỗi mục',
  outsideEachHint: 'Để trống nếu kê khai thẳng số điểm',
  of: 'Hoặc: đủ bao nhiêu mục thì đủ điểm',
  minusEach: 'Điểm trừ cho mỗi vi phạm',
  sign: 'Thưởng hay phạt',
  signs: { bonus: 'Điểm thưởng', penalty: 'Điểm phạt' },
  ceiling: 'Tối đa',
  systemName: 'Tên hệ thống',
  variable: (at: number) => `Số liệu ${at}`,
  variableName: (at: number) => `Tên số liệu ${at}`,
  variableLabel: 'Nội dung',
  addVariable: 'Thêm số liệu',
  formula: 'Công thức',
  formulaHint: 'Ví dụ: b/a*max. max là điểm chuẩn của tiêu chí.',
  operator: 'Cần đạt',
  operators: { and: 'Mọi điều kiện', or: 'Một trong các điều kiện' },
  part: { either: (at: number) => `Cách ${at}`, conditions: (at: number) => `Điều kiện ${at}` },
  partLabel: 'Nội dung điều kiện',
  addPart: { either: 'Thêm cách', conditions: 'Thêm điều kiện' },
  removeItem: (what: string) => `Bỏ ${lower(what)}`,
  zeroIfNot: 'Không thực hiện thì 0 điểm',
  mayNotApply: 'Đơn vị có thể không áp dụng',
  draftProblems,
  try: 'Thử với số liệu',
  tryNoMax: 'Chưa rõ điểm chuẩn nên chưa thử được.',
  tryHint: (how: string) => `Kê khai: ${how}`,
  tried,
  declare,
  describe,
};
