/** Accepting findings: a mark that travels with the file, outlives moved rows, and lapses with its cell. */
import { checkWorkbook } from '../../src/usecases/checkWorkbook';
import { createHistory } from '../../src/usecases/history';
import {
  countStates,
  filterFindings,
  groupByArea,
  groupByKind,
  groupByUnit,
  neighbour,
  planAccept,
  planUnaccept,
  reviewFindings,
  unitsByRow,
  type ReviewedFinding,
} from '../../src/usecases/review';
import type { WorkbookFile } from '../../src/workbook/view';
import { openSample, readAll, reopened } from '../support/files';

async function review(file: WorkbookFile) {
  const reading = await readAll(file);
  const [report] = checkWorkbook(reading);
  if (!report) throw new Error('the sample has a table');
  return { reading, report, reviewed: reviewFindings(report, reading.state) };
}

const known = (reviewed: readonly ReviewedFinding[], code: string) => {
  const found = reviewed.find(({ finding }) => finding.code === code);
  if (!found) throw new Error(`no ${code}`);
  return found;
};

describe('keys', () => {
  test('are unique, and the same when the sheet is read again', async () => {
    const { reviewed } = await review(await openSample());
    const keys = reviewed.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect((await review(await openSample())).reviewed).toEqual(reviewed);
  });
});

describe('accepting', () => {
  test('stands after saving and opening, with reason and date; the others stay open', async () => {
    const file = await openSample();
    const { reading, reviewed } = await review(file);
    const one = known(reviewed, 'evidence-percent-wrong');
    const plan = planAccept(reading, [one], '  Đã hỏi đơn vị  ', '20/7/2023');
    expect(plan.lines).toEqual([
      { code: 'acceptFindings', params: { count: '1', reason: 'Đã hỏi đơn vị' } },
    ]);
    await file.apply(plan.patch);
    const after = await review(await reopened(file));
    expect(known(after.reviewed, 'evidence-percent-wrong')).toEqual({
      ...one,
      state: 'accepted',
      reason: 'Đã hỏi đơn vị',
      date: '20/7/2023',
    });
    expect(countStates(after.reviewed)).toEqual({
      open: reviewed.length - 1,
      accepted: 1,
      lapsed: 0,
    });
  });

  test('outlives rows and columns that come above and beside it', async () => {
    const file = await openSample();
    const { reading, reviewed, report } = await review(file);
    await file.apply(planAccept(reading, reviewed, 'đã xem').patch);
    const { sheet } = report;
    await file.apply({
      changes: [
        { kind: 'insertRows', sheet, before: 0, count: 3 },
        { kind: 'insertColumns', sheet, before: 0, count: 1 },
      ],
      expects: [],
    });
    const after = await review(file);
    expect(after.reviewed).toHaveLength(reviewed.length);
    expect(countStates(after.reviewed).accepted).toBe(reviewed.length);
  });

  test('lapses when its cell changes, and only then', async () => {
    const file = await openSample();
    const { reading, reviewed } = await review(file);
    await file.apply(planAccept(reading, reviewed, 'đã xem').patch);
    const { place } = known(reviewed, 'evidence-percent-wrong').finding;
    if (!place) throw new Error('it has a cell');
    const text = (await readAll(file)).snapshot.sheets[0]?.values[place.row]?.[place.column];
    file.edit(place.sheet, place, { value: `${String(text)} (đã sửa)` });
    const after = (await review(file)).reviewed;
    expect(known(after, 'evidence-percent-wrong')).toMatchObject({
      state: 'lapsed',
      reason: 'đã xem',
    });
    const touched = ({ finding }: ReviewedFinding) =>
      [finding.place, ...finding.related].some(
        (other) => other?.row === place.row && other.column === place.column,
      );
    for (const each of after)
      expect([each.key, each.state]).toEqual([each.key, touched(each) ? 'lapsed' : 'accepted']);
    file.edit(place.sheet, place, { value: text ?? null });
    expect(countStates((await review(file)).reviewed).lapsed).toBe(0);
  });

  test('can be taken back, one by one or by undo', async () => {
    const file = await openSample();
    const history = createHistory(file);
    const { reading, reviewed } = await review(file);
    await history.apply(
      planAccept(reading, reviewed.slice(0, 2), 'đã xem'),
      'Chấp nhận',
      reading.snapshot,
    );
    const second = await review(file);
    await history.apply(
      planUnaccept(second.reading, reviewed.slice(0, 1)),
      'Mở lại',
      second.reading.snapshot,
    );
    expect(countStates((await review(file)).reviewed).accepted).toBe(1);
    await history.undo();
    expect(countStates((await review(file)).reviewed).accepted).toBe(2);
    await history.undo();
    expect((await readAll(file)).snapshot.state).toBeNull();
  });

  test('needs a reason; reopening what is open changes nothing', async () => {
    const { reading, reviewed } = await review(await openSample());
    expect(() => planAccept(reading, reviewed, ' ')).toThrow('reason');
    expect(planUnaccept(reading, reviewed)).toMatchObject({
      patch: { changes: [] },
      lines: [{ code: 'nothing' }],
    });
  });
});

describe('walking through', () => {
  test('by kind: errors first, every finding once', async () => {
    const { reviewed } = await review(await openSample());
    const groups = groupByKind(reviewed);
    expect(groups.flatMap(({ findings }) => findings)).toHaveLength(reviewed.length);
    const order = groups.map((group) => (group.by === 'kind' ? group.severity : ''));
    const gravity = ['error', 'warning', 'info'];
    expect(order).toEqual(
      [...order].sort((one, other) => gravity.indexOf(one) - gravity.indexOf(other)),
    );
  });

  test('by area: as the sheet has them, findings of the whole sheet last', async () => {
    const { report, reviewed } = await review(await openSample());
    const areas = groupByArea(reviewed, report).map((group) => 'area' in group && group.area);
    expect(areas.filter((area) => area !== '')).toEqual(
      report.areas.map(({ code }) => code).filter((code) => areas.includes(code)),
    );
  });

  test('by unit: a criterion of several units stands under each', async () => {
    const { reading, report, reviewed } = await review(await openSample());
    const units = unitsByRow(reading, report.id);
    const groups = groupByUnit(reviewed, units);
    const shared = reviewed.find(
      ({ finding }) => (units.get(finding.place?.row ?? -1)?.length ?? 0) > 1,
    );
    const within = groups.filter(({ findings }) => shared && findings.includes(shared));
    expect(within.map((group) => 'unit' in group && group.unit).sort()).toEqual(
      [...(units.get(shared?.finding.place?.row ?? -1) ?? [])].sort(),
    );
    const all = new Set(groups.flatMap(({ findings }) => findings));
    expect(all.size).toBe(reviewed.length);
  });

  test('filters by severity and state; next and previous go around the ends', async () => {
    const { reviewed } = await review(await openSample());
    const warnings = filterFindings(reviewed, { severities: ['warning'], states: ['open'] });
    expect(warnings).toHaveLength(8);
    expect(filterFindings(reviewed, { states: ['accepted'] })).toEqual([]);
    const groups = groupByKind(warnings);
    const order = groups.flatMap(({ findings }) => findings);
    expect(neighbour(groups, null, 1)?.reviewed).toBe(order[0]);
    expect(neighbour(groups, null, -1)?.reviewed).toBe(order[7]);
    expect(neighbour(groups, 7, 1)).toEqual({ at: 0, reviewed: order[0] });
    expect(neighbour(groups, 0, -1)).toEqual({ at: 7, reviewed: order[7] });
    expect(neighbour([], null, 1)).toBeNull();
  });
});
