import fc from 'fast-check';
import type { ResponsibleText } from '../../../src/domain/remediation/assignment';
import { memoryOf } from '../../../src/domain/remediation/editProposal';
import { readAssignments } from '../../../src/domain/remediation/readAssignments';
import { readWords } from '../../../src/domain/remediation/words';
import { foldText } from '../../../src/domain/text/vietnamese';
import traps from '../../fixtures/traps.json';

function textsOf(...texts: string[]): ResponsibleText[] {
  return texts.map((text, row) => ({ row, criterion: `1.${row + 1}`, text, inherited: false }));
}

/** "unit: role" of one text, in order. */
function rolesIn(text: string): string[] {
  return readAssignments(textsOf(text)).assignments.map(({ unit, role }) => `${unit}: ${role}`);
}

function unitsIn(...texts: string[]): string[] {
  return readAssignments(textsOf(...texts)).units.map(({ name }) => name);
}

describe('who does what', () => {
  test.each<[string, string[]]>([
    ['Phòng Nội vụ chủ trì thực hiện chế độ báo cáo', ['Phòng Nội vụ: lead']],
    ['Phòng Tư pháp phối hợp', ['Phòng Tư pháp: support']],
    ['Phòng Nội vụ theo dõi, đôn đốc', ['Phòng Nội vụ: monitor']],
    ['Phòng Nội vụ tổng hợp', ['Phòng Nội vụ: implement']],
    [
      'Sở Nội vụ chủ trì, phối hợp với Văn phòng UBND tỉnh và các sở, ban, ngành liên quan tham mưu UBND tỉnh ban hành kế hoạch',
      ['Sở Nội vụ: lead', 'Văn phòng UBND tỉnh: support'],
    ],
    [
      'Phòng Nội vụ chủ trì, chỉ đạo UBND các xã, phường thực hiện',
      ['Phòng Nội vụ: lead', 'UBND các xã, phường: implement'],
    ],
    [
      'Phòng Tư pháp, Phòng Nội vụ triển khai',
      ['Phòng Tư pháp: implement', 'Phòng Nội vụ: implement'],
    ],
    [
      'Phòng Nội vụ chủ trì; Phòng Tư pháp phối hợp; Thanh tra huyện kiểm tra',
      ['Phòng Nội vụ: lead', 'Phòng Tư pháp: support', 'Thanh tra huyện: monitor'],
    ],
    [
      'Phòng Nội vụ chủ trì, Phòng Tư pháp phối hợp cung cấp số liệu',
      ['Phòng Nội vụ: lead', 'Phòng Tư pháp: support'],
    ],
    [
      'Phòng Nội vụ chủ trì, phối hợp với Phòng Tư pháp; Công an huyện theo dõi',
      ['Phòng Nội vụ: lead', 'Phòng Tư pháp: support', 'Công an huyện: monitor'],
    ],
    [
      'Phòng Nội vụ (chủ trì), Phòng Tư pháp (cơ quan phối hợp)',
      ['Phòng Nội vụ: lead', 'Phòng Tư pháp: support'],
    ],
    [
      'Chủ trì: Phòng Nội vụ\nPhối hợp: Văn phòng HĐND và UBND; các phòng, ban liên quan',
      ['Phòng Nội vụ: lead', 'Văn phòng HĐND và UBND: support'],
    ],
    [
      'Đơn vị chủ trì: Sở Tài chính. Đơn vị phối hợp: Sở Nội vụ, Sở Khoa học và Công nghệ',
      ['Sở Tài chính: lead', 'Sở Nội vụ: support', 'Sở Khoa học và Công nghệ: support'],
    ],
    [
      'Công việc này do Phòng Nội vụ chủ trì, Phòng Tư pháp phối hợp',
      ['Phòng Nội vụ: lead', 'Phòng Tư pháp: support'],
    ],
    [
      'Giao Phòng Nội vụ chủ trì, phối hợp với Công an huyện, Phòng LĐTB&XH triển khai',
      ['Phòng Nội vụ: lead', 'Công an huyện: support', 'Phòng LĐTB&XH: support'],
    ],
    [
      '<ul style="list-style-type: none;"> - Phòng Nội vụ chủ trì. - Văn phòng HĐND&amp;UBND huyện theo dõi</ul>',
      ['Phòng Nội vụ: lead', 'Văn phòng HĐND&UBND huyện: monitor'],
    ],
    [
      'PHÒNG NỘI VỤ CHỦ TRÌ, PHỐI HỢP VỚI PHÒNG TƯ PHÁP',
      ['PHÒNG NỘI VỤ: lead', 'PHÒNG TƯ PHÁP: support'],
    ],
    ['Phòng Nội vụ chủ trì; Phòng Nội vụ theo dõi', ['Phòng Nội vụ: lead']],
  ])('%s', (text, expected) => {
    expect(rolesIn(text)).toEqual(expected);
  });

  test('a name alone has a role that had to be supposed, or that the header gives', () => {
    const [read] = readAssignments(textsOf('Phòng Nội vụ')).assignments;
    expect(read).toMatchObject({ role: 'implement', certainty: 'inferred', task: '' });
    const [text] = textsOf('Phòng Nội vụ');
    const [led] = readAssignments([{ ...text!, unstated: 'lead' }]).assignments;
    expect(led).toMatchObject({ role: 'lead', certainty: 'inferred' });
  });

  test('two columns of one criterion give one role to each unit', () => {
    const [lead, support] = textsOf('Phòng Nội vụ', 'Phòng Nội vụ; Phòng Tư pháp');
    const { assignments } = readAssignments([
      { ...lead!, unstated: 'lead' },
      { ...support!, row: 0, criterion: '1.1', unstated: 'support' },
    ]);
    expect(assignments.map(({ unit, role }) => [unit, role])).toEqual([
      ['Phòng Nội vụ', 'lead'],
      ['Phòng Tư pháp', 'support'],
    ]);
  });

  test.each([
    'Không để phát sinh hồ sơ quá hạn theo Kế hoạch của UBND huyện',
    'Tổ chức thực hiện tốt công tác tiếp công dân',
    'Ban hành kế hoạch; phòng chống lãng phí',
    'Trường hợp chưa hoàn thành thì bổ sung',
    '…',
  ])('names no unit: %s', (text) => {
    const { units, unread } = readAssignments(textsOf(text));
    expect(units).toEqual([]);
    expect(unread).toEqual([{ row: 0, criterion: '1.1', text, reason: 'noUnit' }]);
  });

  test.each(['Các cơ quan, đơn vị thuộc huyện', 'các đơn vị', 'các sở, ban, ngành liên quan'])(
    'could be anyone: %s',
    (text) => {
      const { units, unread } = readAssignments(textsOf(text));
      expect(units).toEqual([]);
      expect(unread).toEqual([{ row: 0, criterion: '1.1', text, reason: 'genericGroup' }]);
    },
  );

  test('a blank text is said to be blank', () => {
    expect(readAssignments(textsOf('  ')).unread).toEqual([
      { row: 0, criterion: '1.1', text: '', reason: 'blank' },
    ]);
  });
});

describe('names of the traps', () => {
  test.each(
    traps.units.flatMap((trap) => ('i' in trap && trap.i ? [[trap.i, trap.e] as const] : [])),
  )('%s', (text, expected) => {
    const units = unitsIn(text);
    if (Array.isArray(expected)) return expect(units).toEqual(expected);
    const byRole = Object.entries(expected ?? {});
    const roles = {
      chu_tri: 'lead',
      phoi_hop: 'support',
      theo_doi: 'monitor',
      thuc_hien: 'implement',
    };
    for (const [key, value] of byRole) {
      const role = roles[key as keyof typeof roles];
      if (role) {
        const read = readAssignments(textsOf(text)).assignments;
        expect(read.filter((one) => one.role === role).map(({ unit }) => unit)).toEqual(value);
      } else if (key === 'units') {
        expect(units.map(foldText)).toEqual((value as string[]).map(foldText));
      }
    }
  });

  const variants = (from: RegExp) =>
    traps.units
      .flatMap((trap) => ('variants' in trap && trap.variants ? [trap.variants] : []))
      .map((list) => list.map((text) => text.replace(/ \(.*\)$/, '')))
      .filter(([first]) => from.test(first ?? ''));

  test('spellings of one unit are one unit', () => {
    for (const list of [
      ...variants(/Tài chính/),
      ...variants(/Văn Hóa/),
      ...variants(/hạ tầng/),
      ...variants(/VH TT/),
    ]) {
      expect(unitsIn(...list)).toHaveLength(1);
    }
    expect(unitsIn('Văn phòng HĐND&UBND huyện', 'Văn phòng HĐND & UBND huyện')).toHaveLength(1);
  });

  test('an abbreviation joins its long form, and only a long form that fits', () => {
    expect(
      unitsIn(
        'Trung tâm VH-TT-TT',
        'Trung tâm Văn hóa - Thông tin - Thể thao',
        'Phòng TC-KH',
        'Phòng Tài chính - Kế hoạch',
      ),
    ).toEqual(['Trung tâm Văn hóa - Thông tin - Thể thao', 'Phòng Tài chính - Kế hoạch']);
    // Two long forms fit: the short one stays by itself, for the person to decide.
    expect(
      unitsIn('Phòng VHTT', 'Phòng Văn hóa và Thông tin', 'Phòng Văn hóa và Thể thao'),
    ).toHaveLength(3);
    expect(unitsIn('Các ĐVSN thuộc huyện', 'Các đơn vị sự nghiệp thuộc huyện')).toEqual([
      'Các đơn vị sự nghiệp thuộc huyện',
    ]);
  });

  test('the level may be left out unless two levels have such an office', () => {
    expect(unitsIn('Phòng Nội vụ huyện', 'Phòng Nội vụ')).toEqual(['Phòng Nội vụ huyện']);
    expect(unitsIn('Văn phòng UBND tỉnh', 'Văn phòng UBND xã', 'Văn phòng UBND')).toHaveLength(3);
    expect(unitsIn('UBND huyện', 'UBND tỉnh')).toHaveLength(2);
    expect(unitsIn('UBND xã Đồng Tâm', 'UBND xã Tân Hương')).toHaveLength(2);
  });

  test('tone marks, NFD and capitals make no other unit', () => {
    const name = 'Phòng Văn hóa và Thông tin';
    expect(
      unitsIn(
        name,
        'Phòng Văn hoá và Thông tin',
        name.normalize('NFD'),
        'phòng Văn hóa - Thông tin',
      ),
    ).toHaveLength(1);
  });
});

describe('units of the other documents and of today', () => {
  test.each<[string, string[]]>([
    ['Phòng Văn hóa - Xã hội; Phòng Kinh tế', ['Phòng Văn hóa - Xã hội', 'Phòng Kinh tế']],
    ['Phòng Kinh tế, Hạ tầng và Đô thị thực hiện', ['Phòng Kinh tế, Hạ tầng và Đô thị']],
    ['Phòng Kinh tế - Hạ tầng & Đô thị thực hiện', ['Phòng Kinh tế - Hạ tầng & Đô thị']],
    [
      'Trung tâm Phục vụ hành chính công chủ trì; Văn phòng HĐND & UBND',
      ['Trung tâm Phục vụ hành chính công', 'Văn phòng HĐND & UBND'],
    ],
    ['UBND các xã, phường, đặc khu', ['UBND các xã, phường, đặc khu']],
    [
      'Sở Nông nghiệp và Môi trường, Sở Dân tộc và Tôn giáo',
      ['Sở Nông nghiệp và Môi trường', 'Sở Dân tộc và Tôn giáo'],
    ],
    [
      'Ban Quản lý Khu kinh tế; Công an tỉnh; Thanh tra tỉnh; Bảo hiểm xã hội tỉnh thực hiện',
      ['Ban Quản lý Khu kinh tế', 'Công an tỉnh', 'Thanh tra tỉnh', 'Bảo hiểm xã hội tỉnh'],
    ],
    [
      'Các sở, ban, ngành cấp tỉnh; UBND các huyện, thị xã, thành phố',
      ['Các sở, ban, ngành cấp tỉnh', 'UBND các huyện, thị xã, thành phố'],
    ],
    // Phường 2 (2022)
    [
      'Công chức Văn phòng – Thống kê: Chủ trì, phối hợp công chức chuyên môn tham mưu khắc phục các Tiêu chí 1, 3 và 5.',
      ['Công chức Văn phòng - Thống kê', 'Công chức chuyên môn'],
    ],
    ['Công chức Tài chính – Kế toán: Chủ trì tham mưu', ['Công chức Tài chính - Kế toán']],
    [
      'Văn phòng UBND phường chủ trì, phối hợp với các công chức liên quan, rà soát, kiến nghị với UBND thị xã những vấn đề',
      ['Văn phòng UBND phường'],
    ],
    // Gio Linh (2022)
    [
      'Các phòng ban chuyên môn, UBND các xã, thị trấn chưa thực hiện',
      ['Các phòng ban chuyên môn', 'UBND các xã, thị trấn'],
    ],
    [
      'UBND huyện chỉ đạo Phòng Tài chính - Kế hoạch và các phòng ban liên quan tiếp tục tham mưu',
      ['UBND huyện', 'Phòng Tài chính - Kế hoạch'],
    ],
    ['Bộ phận Tiếp nhận và Trả kết quả', ['Bộ phận Tiếp nhận và Trả kết quả']],
    // An Lão (2021)
    ['Phòng Kinh tế - hạ tầng\nTham mưu UBND huyện quản lý', ['Phòng Kinh tế - hạ tầng']],
    [
      'Đài phát thanh huyện, Trang thông tin điện tử huyện, tiếp tục thực hiện',
      ['Đài phát thanh huyện', 'Trang thông tin điện tử huyện'],
    ],
    ['Thủ trưởng các cơ quan, đơn vị, Chủ tịch UBND các xã, thị trấn', ['UBND các xã, thị trấn']],
    ['Trung tâm VH-TT-TT huyện thực hiện', ['Trung tâm VH-TT-TT huyện']],
    [
      'Phòng Nội vụ\n- Chủ trì phối hợp với các cơ quan, đơn vị liên quan tham mưu cho UBND huyện\n- Phối hợp với Văn phòng HĐND & UBND huyện tham mưu UBND huyện các văn bản',
      ['Phòng Nội vụ', 'Văn phòng HĐND & UBND huyện'],
    ],
    // Abbreviated, numbered, in brackets, with a leader
    ['P.Nội vụ chủ trì; VP HĐND&UBND phối hợp', ['P.Nội vụ', 'VP HĐND&UBND']],
    ['TT VHTT huyện; Bộ phận TN&TKQ', ['TT VHTT huyện', 'Bộ phận TN&TKQ']],
    ['Kho bạc Nhà nước khu vực; Thuế cơ sở 5', ['Kho bạc Nhà nước khu vực', 'Thuế cơ sở 5']],
    [
      'Phòng Kinh tế (đối với xã), Phòng Kinh tế, Hạ tầng và Đô thị (đối với phường)',
      ['Phòng Kinh tế', 'Phòng Kinh tế, Hạ tầng và Đô thị'],
    ],
    ['1. Phòng Nội vụ: chủ trì\n2. Phòng Tư pháp: phối hợp', ['Phòng Nội vụ', 'Phòng Tư pháp']],
    ['Đảng ủy, HĐND, UBND xã', ['Đảng ủy', 'HĐND', 'UBND xã']],
    ['Văn phòng Đoàn ĐBQH và HĐND tỉnh', ['Văn phòng Đoàn ĐBQH và HĐND tỉnh']],
    ['Sở Văn hóa, Thể thao và Du lịch chủ trì', ['Sở Văn hóa, Thể thao và Du lịch']],
    // Heads that are said once
    [
      'UBND xã Đồng Tâm, xã Tân Hương, thị trấn Ninh Giang thực hiện',
      ['UBND xã Đồng Tâm', 'UBND xã Tân Hương', 'UBND thị trấn Ninh Giang'],
    ],
    ['UBND các xã: Vĩnh Thủy, Vĩnh Tú', ['UBND xã Vĩnh Thủy', 'UBND xã Vĩnh Tú']],
    [
      'Phòng Nội vụ, Tư pháp, Tài chính - Kế hoạch thực hiện',
      ['Phòng Nội vụ', 'Phòng Tư pháp', 'Phòng Tài chính - Kế hoạch'],
    ],
    ['các Sở: Nội vụ, Tư pháp phối hợp', ['Sở Nội vụ', 'Sở Tư pháp']],
    ['Trưởng phòng Nội vụ; Chánh Văn phòng HĐND&UBND', ['Phòng Nội vụ', 'Văn phòng HĐND&UBND']],
    [
      'Trường THCS Nguyễn Huệ, Trạm Y tế xã Vĩnh Thủy',
      ['Trường THCS Nguyễn Huệ', 'Trạm Y tế xã Vĩnh Thủy'],
    ],
  ])('%s', (text, expected) => {
    expect(unitsIn(text)).toEqual(expected);
  });

  test('a name met elsewhere ends a name whose end is unsure', () => {
    expect(
      unitsIn('Chi cục Giám định nghiên cứu đề xuất', 'Chi cục Giám định; Phòng Nội vụ'),
    ).toEqual(['Chi cục Giám định', 'Phòng Nội vụ']);
  });
});

describe('whatever stands in the cells', () => {
  const piece = fc.constantFrom(
    ...['Phòng', 'Nội vụ', 'Tư pháp', ',', ';', '.', '\n', '- ', 'chủ trì', 'phối hợp với', ' '],
    ...['các', 'UBND', 'xã', 'thị trấn', 'và', '&', 'HĐND', 'theo dõi', '(', ')', 'huyện', 'Sở'],
    ...['Chủ tịch', 'Văn phòng', 'đơn vị', 'Trung tâm', 'VH', '-', ':', 'do', 'Các', 'cơ quan'],
  );
  const anyText = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(' ')),
  );

  test('reading never throws, quotes what is written, and is stable', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 6 }), (cells) => {
        const texts = textsOf(...cells);
        const proposal = readAssignments(texts);
        const written = foldText(cells.map((cell) => readWords(cell).text).join(' '));
        for (const { name, aliases } of proposal.units) {
          for (const alias of aliases) expect(written).toContain(foldText(alias));
          expect(name.trim()).not.toBe('');
        }
        const names = new Set(proposal.units.map(({ name }) => name));
        expect(names.size).toBe(proposal.units.length);
        for (const { unit } of proposal.assignments) expect(names).toContain(unit);
        const cellsOf = proposal.assignments.map(({ row, unit }) => `${row}|${unit}`);
        expect(new Set(cellsOf).size).toBe(cellsOf.length);
        const again = readAssignments(texts, memoryOf(proposal));
        expect(again.units).toEqual(proposal.units);
        expect(again.assignments).toEqual(proposal.assignments);
      }),
      { numRuns: 600 },
    );
  }, 30_000);

  test('a cell as long as a cell can be is read', () => {
    const long = 'Phòng Nội vụ, Phòng Tư pháp và UBND các xã; '.repeat(745).slice(0, 32767);
    const dashes = 'Sở A-'.repeat(6553);
    const texts = textsOf(long, dashes, '('.repeat(32767), 'Phòng '.repeat(5461));
    const units = readAssignments(texts).units.map(({ name }) => name);
    expect(units).toEqual(expect.arrayContaining(['Phòng Nội vụ', 'Phòng Tư pháp']));
  });
});
