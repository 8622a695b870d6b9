import { addUnit } from '../../../src/domain/remediation/editProposal';
import { assignmentReport } from '../../../src/domain/remediation/assignmentReport';
import { readAssignments } from '../../../src/domain/remediation/readAssignments';
import { scoreSheetOf } from '../../support/scoreSheetFactory';

const sheet = scoreSheetOf({
  rows: [
    ['1.1', 'Kế hoạch', 2, 2, 0.85, -1.15, 'x', 'Phòng Nội vụ chủ trì; Phòng Tư pháp phối hợp'],
    ['1.2', 'Báo cáo', 1, 1, 0.7, -0.3, 'x', 'Phòng Nội vụ theo dõi'],
    // No appraised score: what the sheet says was deducted counts.
    ['1.3', 'Khác', 1, 1, null, -0.1, 'x', 'Phòng Nội vụ thực hiện'],
  ],
});
const texts = sheet.rows.map(({ row, code, texts: { responsible } }) => ({
  row,
  criterion: code,
  text: responsible?.text ?? '',
  inherited: false,
}));

test('counts roles and adds up, exactly, what each unit has a part in', () => {
  const proposal = addUnit(readAssignments(texts), 'Thanh tra');
  expect(assignmentReport(proposal, sheet)).toEqual({
    units: [
      unit('Phòng Nội vụ', { lead: 1, monitor: 1, implement: 1, criteria: 3, points: '1.55' }),
      unit('Phòng Tư pháp', { support: 1, criteria: 1, points: '1.15' }),
      unit('Thanh tra', {}),
    ],
    assignments: [
      { code: '1.1', unit: 'Phòng Nội vụ', role: 'lead', task: '' },
      { code: '1.1', unit: 'Phòng Tư pháp', role: 'support', task: 'phối hợp' },
      { code: '1.2', unit: 'Phòng Nội vụ', role: 'monitor', task: 'theo dõi' },
      { code: '1.3', unit: 'Phòng Nội vụ', role: 'implement', task: 'thực hiện' },
    ],
  });
});

function unit(name: string, figures: object) {
  const none = { lead: 0, support: 0, monitor: 0, implement: 0, criteria: 0, points: '0' };
  return { name, aliases: [], ...none, ...figures };
}
