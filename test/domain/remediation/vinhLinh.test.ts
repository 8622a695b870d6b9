/**
 * The appendix of Vĩnh Linh (6 months of 2023), read as a careful officer would: unit and role of all 27
 * rows, with the reason where it is open to doubt.
 */
import type { ResponsibleText, UnitRole } from '../../../src/domain/remediation/assignment';
import { readAssignments } from '../../../src/domain/remediation/readAssignments';
import sample from '../../../assets/samples/vinh-linh-6t2023.json';

/** As the merged cell over 3.11.1 – 3.12.3 hands its text down. */
function sampleTexts(): ResponsibleText[] {
  let above = '';
  return sample.rows.map(({ code, responsible }, row) => {
    const inherited = responsible === null || responsible === '';
    if (!inherited) above = responsible;
    return { row, criterion: code, text: above, inherited };
  });
}

const NV = 'Phòng Nội vụ';
const VP = 'Văn phòng HĐND&UBND huyện';
const VHTT = 'Phòng Văn hóa và Thông tin';
const TT = 'Trung tâm VH TT-TD TT';
const CQCM = 'Các cơ quan chuyên môn, đơn vị sự nghiệp thuộc huyện';
const XA = 'UBND các xã, thị trấn';
const TP = 'Phòng Tư pháp';
const MC = 'Bộ phận một cửa huyện';
const TCKH = 'Phòng Tài chính - Kế hoạch';

const payment: Record<string, UnitRole> = { [VP]: 'lead', [MC]: 'implement', [XA]: 'implement' };

const expected: Record<string, Record<string, UnitRole>> = {
  // "các cơ quan, đơn vị" whom Nội vụ is to urge on are nobody in particular.
  '1.1.3': { [NV]: 'lead' },
  '1.2': { [NV]: 'lead', [VP]: 'monitor' },
  '1.4.1': { [VHTT]: 'implement', [TT]: 'implement' },
  '1.4.2': { [NV]: 'implement', [TT]: 'implement' },
  // The decisions and reports of "UBND huyện" cited in the text give it no task.
  '1.5.2': { [CQCM]: 'implement', [XA]: 'implement' },
  // "hướng dẫn, đôn đốc" is what the documents to be issued do, not the role of who issues them.
  '1.5.3': { [CQCM]: 'implement', [XA]: 'implement' },
  '1.6': { [CQCM]: 'implement', [XA]: 'implement' },
  // "Các cơ quan chuyên môn" alone: proposed as a short form of the longer group; she can split it.
  '3.4': { [CQCM]: 'implement', [XA]: 'implement' },
  '3.10.1': { [VP]: 'implement', [XA]: 'implement' },
  '3.10.2': { [CQCM]: 'implement', [XA]: 'implement' },
  // Who is directed by the one in the lead does the work.
  '3.10.3': { [TP]: 'lead', [XA]: 'implement' },
  // "đôn đốc Bộ phận một cửa huyện; UBND các xã … nâng cao": both are urged, both do it.
  '3.11.1': payment,
  '3.11.2': payment,
  '3.12.1': payment,
  '3.12.2': payment,
  '3.12.3': payment,
  '5.1.2': { [NV]: 'lead' },
  '5.5': { [NV]: 'lead' },
  '5.6': { [NV]: 'monitor' },
  '6.1.1': { [TCKH]: 'lead' },
  '6.1.2': { [TCKH]: 'implement' },
  '6.1.4': { [TCKH]: 'implement', [XA]: 'implement' },
  // "ĐVSNCL tự bảo đảm chi thường xuyên" is the target, not a unit with a task.
  '6.3.1': { [TCKH]: 'lead' },
  '7.1.4': { [VP]: 'lead', [VHTT]: 'support', [NV]: 'monitor' },
  // "chủ trì tiếp tục cung cấp" stands after both; VNPT is no unit of the district.
  '7.2': { [VHTT]: 'lead', [TT]: 'lead', [VP]: 'implement' },
  '7.3.1': { [VHTT]: 'lead', [VP]: 'support' },
  '7.3.2': { [CQCM]: 'implement', [XA]: 'implement' },
};

describe('the Vĩnh Linh appendix', () => {
  const proposal = readAssignments(sampleTexts());

  test('proposes exactly nine units, in the order of the sheet', () => {
    expect(proposal.units.map(({ name }) => name)).toEqual([
      NV,
      VP,
      VHTT,
      TT,
      CQCM,
      XA,
      TP,
      MC,
      TCKH,
    ]);
    expect(proposal.units.filter(({ isGroup }) => isGroup).map(({ name }) => name)).toEqual([
      CQCM,
      XA,
    ]);
  });

  test('keeps other spellings as written', () => {
    const aliases = Object.fromEntries(proposal.units.map((unit) => [unit.name, unit.aliases]));
    expect(aliases).toEqual({
      [NV]: [],
      [VP]: ['Văn phòng HĐND&UBND'],
      [VHTT]: ['Phòng Văn Hóa và Thông tin'],
      [TT]: [],
      [CQCM]: ['Các cơ quan chuyên môn', 'Thủ trưởng các cơ quan chuyên môn, ĐVSN thuộc huyện'],
      [XA]: [],
      [TP]: [],
      [MC]: [],
      [TCKH]: [],
    });
  });

  test('gives each unit of all 27 rows its role', () => {
    const read: Record<string, Record<string, UnitRole>> = {};
    for (const { criterion, unit, role } of proposal.assignments)
      (read[criterion] ??= {})[unit] = role;
    expect(read).toEqual(expected);
    expect(Object.keys(read)).toHaveLength(27);
  });

  test('marks what the merged cell hands down', () => {
    const inherited = proposal.assignments.filter((one) => one.inherited);
    expect([...new Set(inherited.map(({ criterion }) => criterion))]).toEqual([
      '3.11.2',
      '3.12.1',
      '3.12.2',
      '3.12.3',
    ]);
  });

  test('keeps the task of each', () => {
    const task = (criterion: string, unit: string) =>
      proposal.assignments.find((one) => one.criterion === criterion && one.unit === unit)?.task;
    expect(task('1.4.1', TT)).toBe('triển khai hoàn thành các nhiệm vụ Kế hoạch năm');
    expect(task('3.10.3', XA)).toBe(
      '100% các đơn vị đều triển khai chứng thực bản sao điện tử từ bản chính',
    );
    expect(task('3.4', XA)).toContain('Không để phát sinh hồ sơ quá hạn');
    expect(task('7.3.1', VP)).toMatch(/^theo dõi kết quả áp dụng chữ ký số/);
    expect(task('7.1.4', VP)).toMatch(/^theo dõi, đôn đốc các cơ quan, đơn vị thuộc huyện/);
  });

  test('gives generic groups no column, and says so', () => {
    expect(proposal.unread).toEqual([
      { row: 0, criterion: '1.1.3', text: 'các cơ quan, đơn vị', reason: 'genericGroup' },
      { row: 18, criterion: '5.6', text: 'các đơn vị', reason: 'genericGroup' },
      {
        row: 23,
        criterion: '7.1.4',
        text: 'các cơ quan, đơn vị thuộc huyện',
        reason: 'genericGroup',
      },
      { row: 25, criterion: '7.3.1', text: 'các đơn vị', reason: 'genericGroup' },
    ]);
  });
});
