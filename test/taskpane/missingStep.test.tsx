/** A step whose code is gone from the server: said, tried again, and never an empty or a lost pane. */
import { act } from 'react';
import { sampleReading } from '../support/sample';
import { FakeHost } from '../support/fakeHost';
import { renderPane } from '../support/renderPane';

jest.mock('@cj-tech-master/excelts', () => ({}));

let missing = true;
jest.mock('../../src/taskpane/steps/CheckStep', () => ({
  get CheckStep() {
    if (!missing) return () => <p className="came">đã tới</p>;
    throw Object.assign(new Error('Loading chunk 7 failed.'), { name: 'ChunkLoadError' });
  },
}));

test('is said, with what reopening would cost, and comes when tried again', async () => {
  const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const host = new FakeHost(sampleReading().snapshot);
  const pane = await renderPane(host);
  await pane.click('nav button', 'Kiểm tra');
  expect(pane.find('.missing').textContent).toContain('Chưa tải được bước này');
  expect(pane.find('.missing').textContent).not.toContain('hoàn tác được');
  expect(pane.has('.crash')).toBe(false);
  await act(() =>
    pane.session.carryOut('Chấp nhận', ({ snapshot }) => ({
      patch: {
        changes: [
          {
            kind: 'write',
            sheet: snapshot.activeSheet,
            at: { row: 60, column: 0 },
            cells: [[{ value: 'x' }]],
          },
        ],
        expects: [],
      },
      lines: [],
      conflicts: [],
    })),
  );
  await pane.settle();
  expect(pane.find('.missing').textContent).toContain('“Chấp nhận”');
  missing = false;
  await pane.click('.missing button', 'Thử lại');
  expect(pane.find('.came').textContent).toBe('đã tới');
  quiet.mockRestore();
});
