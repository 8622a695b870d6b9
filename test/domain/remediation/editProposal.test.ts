import type {
  AssignmentProposal,
  ResponsibleText,
} from '../../../src/domain/remediation/assignment';
import {
  addUnit,
  dropUnit,
  memoryOf,
  mergeUnits,
  renameUnit,
  setRole,
  splitUnit,
} from '../../../src/domain/remediation/editProposal';
import { readAssignments } from '../../../src/domain/remediation/readAssignments';

const texts: ResponsibleText[] = [
  'Phòng Nội vụ chủ trì, phối hợp với Phòng Tư pháp thực hiện',
  'Các cơ quan chuyên môn, đơn vị sự nghiệp thuộc huyện; UBND các xã, thị trấn thực hiện',
  'Các cơ quan chuyên môn; Phòng Tư pháp chủ trì rà soát',
].map((text, row) => ({ row: row + 5, criterion: `1.${row + 1}`, text, inherited: false }));

const read = readAssignments(texts);
const GROUP = 'Các cơ quan chuyên môn, đơn vị sự nghiệp thuộc huyện';

/** Reading the same texts again, with what was confirmed, must give what was confirmed. */
function expectRemembered(proposal: AssignmentProposal): void {
  const again = readAssignments(texts, memoryOf(proposal));
  expect(again.units).toEqual(proposal.units);
  expect(again.assignments).toEqual(proposal.assignments);
}

function namesOf(proposal: AssignmentProposal): string[] {
  return proposal.units.map(({ name }) => name);
}

function roleAt(proposal: AssignmentProposal, criterion: string, unit: string) {
  return proposal.assignments.find((one) => one.criterion === criterion && one.unit === unit)?.role;
}

test('merging moves the roles, and two roles of one row become the weightier', () => {
  const merged = mergeUnits(read, 'Phòng Tư pháp', 'Phòng Nội vụ');
  expect(namesOf(merged)).toEqual(['Phòng Nội vụ', GROUP, 'UBND các xã, thị trấn']);
  expect(merged.units[0]?.aliases).toEqual(['Phòng Tư pháp']);
  expect(roleAt(merged, '1.1', 'Phòng Nội vụ')).toBe('lead');
  expect(merged.assignments.filter(({ criterion }) => criterion === '1.1')).toHaveLength(1);
  expectRemembered(merged);
});

test('renaming keeps the old name as a spelling; a name in use merges', () => {
  const renamed = renameUnit(read, 'Phòng Nội vụ', ' P.  Nội vụ ');
  expect(renamed.units[0]).toEqual({
    name: 'P. Nội vụ',
    aliases: ['Phòng Nội vụ'],
    isGroup: false,
  });
  expect(roleAt(renamed, '1.1', 'P. Nội vụ')).toBe('lead');
  expectRemembered(renamed);
  expect(renameUnit(read, 'Phòng Tư pháp', 'Phòng Nội vụ')).toEqual(
    mergeUnits(read, 'Phòng Tư pháp', 'Phòng Nội vụ'),
  );
});

test('a dropped unit stays away', () => {
  const dropped = dropUnit(read, 'UBND các xã, thị trấn');
  expect(namesOf(dropped)).not.toContain('UBND các xã, thị trấn');
  expect(dropped.assignments.some(({ unit }) => unit === 'UBND các xã, thị trấn')).toBe(false);
  expectRemembered(dropped);
});

test('a role that was set, or taken away, holds', () => {
  const cell = { row: 5, criterion: '1.1', unit: 'Phòng Tư pháp' };
  const set = setRole(read, cell, 'monitor');
  expect(set.assignments.find((one) => one.row === 5 && one.unit === cell.unit)).toMatchObject({
    role: 'monitor',
    certainty: 'chosen',
  });
  expectRemembered(set);
  const taken = setRole(read, cell, null);
  expect(roleAt(taken, '1.1', cell.unit)).toBeUndefined();
  expectRemembered(taken);
  const given = setRole(read, { row: 7, criterion: '1.3', unit: 'Phòng Nội vụ' }, 'support');
  expect(roleAt(given, '1.3', 'Phòng Nội vụ')).toBe('support');
  expectRemembered(given);
});

test('roles follow a unit that is renamed, and go with one that is dropped', () => {
  const cell = { row: 5, criterion: '1.1', unit: 'Phòng Tư pháp' };
  expectRemembered(renameUnit(setRole(read, cell, 'monitor'), 'Phòng Tư pháp', 'Tổ pháp chế'));
  expectRemembered(dropUnit(setRole(read, cell, 'monitor'), 'Phòng Tư pháp'));
});

test('a unit that no text names is added with its roles', () => {
  const added = addUnit(read, 'Tổ Đề án 06');
  expect(namesOf(added)).toContain('Tổ Đề án 06');
  const given = setRole(added, { row: 6, criterion: '1.2', unit: 'Tổ Đề án 06' }, 'support');
  expectRemembered(given);
  expect(addUnit(read, 'phòng NỘI VỤ')).toBe(read);
  expect(addUnit(read, '  ')).toBe(read);
});

test('a spelling that is split off is a unit of its own', () => {
  expect(read.units.find(({ name }) => name === GROUP)?.aliases).toEqual([
    'Các cơ quan chuyên môn',
  ]);
  const split = splitUnit(read, GROUP, 'Các cơ quan chuyên môn', texts);
  expect(namesOf(split)).toEqual([
    'Phòng Nội vụ',
    'Phòng Tư pháp',
    GROUP,
    'UBND các xã, thị trấn',
    'Các cơ quan chuyên môn',
  ]);
  expect(roleAt(split, '1.3', 'Các cơ quan chuyên môn')).toBe('lead');
  expect(roleAt(split, '1.2', GROUP)).toBe('implement');
  expectRemembered(split);
});

test('what is not there changes nothing', () => {
  expect(mergeUnits(read, 'Không có', 'Phòng Nội vụ')).toBe(read);
  expect(mergeUnits(read, 'Phòng Nội vụ', 'Phòng Nội vụ')).toBe(read);
  expect(renameUnit(read, 'Không có', 'X')).toBe(read);
  expect(dropUnit(read, 'Không có')).toBe(read);
  expect(setRole(read, { row: 5, criterion: '1.1', unit: 'Không có' }, 'lead')).toBe(read);
  expect(splitUnit(read, GROUP, 'Không có', texts)).toBe(read);
});
