/**
 * Points of each area as a small table with bars. The bar repeats the figure beside it, so it is
 * hidden from screen readers; an area below 75 % is said in words, not in colour only.
 */
import { WarningFilled } from '@fluentui/react-icons';
import { points, roundPoints, type Points } from '../../domain/points';
import type { AreaSummary } from '../../domain/scoring/summary';
import type { SheetReport } from '../../usecases/checkWorkbook';
import type { Words } from '../words';

const LOW = points(75);

export function AreaTable({ report, words }: { report: SheetReport; words: Words }) {
  const { deduct, check } = words.pane;
  const { areas, summary } = report;
  const low = areas.filter(isLow).length;
  const part = report.scoreSheet.partial;
  return (
    <table className="areas">
      <caption>
        {deduct.table}
        {part && <span className="quiet">{deduct.partOnly}</span>}
        {low > 0 && !part && <span className="quiet">{deduct.lowAll(low)}</span>}
      </caption>
      <thead>
        <tr>
          <th scope="col">{deduct.max}</th>
          <th scope="col">{deduct.self}</th>
          <th scope="col">{deduct.appraised}</th>
          <th scope="col">{deduct.deduction}</th>
          <th scope="col">{deduct.completion}</th>
        </tr>
      </thead>
      {areas.map((area) => (
        <tbody key={area.code}>
          <tr>
            <th scope="rowgroup" colSpan={5}>
              {area.code === '' ? check.noArea : check.areaName(area.code, area.name)}
              {isLow(area) && (
                <span className="low">
                  <WarningFilled aria-hidden="true" /> {deduct.low}
                </span>
              )}
            </th>
          </tr>
          <Figures figures={area} words={words} completion={area.completion} />
          {area.completion && <Bar completion={area.completion} low={isLow(area)} />}
        </tbody>
      ))}
      <tfoot>
        <tr>
          <th scope="rowgroup" colSpan={5}>
            {deduct.total}
          </th>
        </tr>
        <Figures figures={summary} words={words} completion={null} />
      </tfoot>
    </table>
  );
}

interface FigureProps {
  figures: Pick<AreaSummary, 'max' | 'self' | 'appraised' | 'deduction'>;
  completion: Points | null;
  words: Words;
}

function Figures({ figures, completion, words }: FigureProps) {
  return (
    <tr className="area-figures">
      <td>{words.figure(figures.max)}</td>
      <td>{words.figure(figures.self)}</td>
      <td>{words.figure(figures.appraised)}</td>
      <td>
        <strong>{words.figure(figures.deduction)}</strong>
      </td>
      <td>{completion === null ? '' : words.percent(completion, decimalsOf(completion))}</td>
    </tr>
  );
}

function Bar({ completion, low }: { completion: Points; low: boolean }) {
  const width = Math.max(0, Math.min(100, completion.toNumber()));
  return (
    <tr aria-hidden="true">
      <td colSpan={5} className="bar-cell">
        <div className={low ? 'bar bar-low' : 'bar'}>
          <div style={{ width: `${width}%` }} />
        </div>
      </td>
    </tr>
  );
}

/** Whole percent, as the reports print it; unless that would hide which side of 75 % it is on. */
function decimalsOf(completion: Points): number {
  return completion.lt(LOW) && roundPoints(completion, 0).eq(LOW) ? 2 : 0;
}

function isLow(area: AreaSummary): boolean {
  return area.completion !== null && area.completion.lt(LOW);
}
