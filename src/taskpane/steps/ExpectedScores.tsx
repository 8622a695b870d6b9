/**
 * Điểm tính theo quy tắc: for each criterion with a rule, what was declared, the score that gives with its
 * working, and what was entered. Advice only; shown where the framework has rules.
 */
import { Button } from '@fluentui/react-components';
import {
  differsFromRule,
  formatWorking,
  type ExpectedScore,
} from '../../domain/scoring/expectedScore';
import { planAddColumn } from '../../usecases/addColumn';
import type { SheetReport } from '../../usecases/checkWorkbook';
import { expectedScores, type ExpectedRow } from '../../usecases/expectedScores';
import type { WorkbookReading } from '../../usecases/readWorkbook';
import { planRules } from '../../usecases/rules';
import { Rules } from './Rules';
import { usePane, type Words } from '../words';

interface Props {
  report: SheetReport;
  reading: WorkbookReading;
}

/** Scores by the rules, and below them the rules of the framework that the workbook carries. */
export function ExpectedScores({ report, reading }: Props) {
  const { session } = usePane();
  const { framework } = reading.state;
  return (
    <>
      <Scores report={report} reading={reading} />
      {framework && (
        <Rules
          framework={framework}
          onChange={(change, label) =>
            void session.carryOut(label, (current) => planRules(current, framework.id, change))
          }
        />
      )}
    </>
  );
}

function Scores({ report, reading }: Props) {
  const { words, state } = usePane();
  const { expected: texts } = words.pane;
  const { against } = state.forms.check;
  const framework = against === 'carried' ? reading.state.framework : against;
  const rows = expectedScores(report.scoreSheet, framework);
  if (rows.length === 0) return null;
  const declared = rows.filter((row) => row.declared.trim() !== '').length;
  const differing = rows.filter((row) => differs(row)).length;
  return (
    <details className="fold">
      <summary>
        {texts.title} <span className="quiet">{texts.count(declared, rows.length)}</span>{' '}
        {differing > 0 && <span className="tag">{texts.differing(differing)}</span>}
      </summary>
      <p className="quiet">
        {report.scoreSheet.columns.declared === undefined ? texts.noColumn : texts.about}
      </p>
      {report.scoreSheet.columns.declared === undefined && <AddDeclared id={report.id} />}
      <ul className="rows">
        {rows.map((row) => (
          <ExpectedItem key={row.row.row} row={row} sheet={report.sheet} />
        ))}
      </ul>
    </details>
  );
}

function AddDeclared({ id }: { id: string }) {
  const { session, words } = usePane();
  const { readings, columns } = words.pane;
  const label = readings.addLabel(columns.declared);
  return (
    <Button
      size="small"
      onClick={() =>
        void session.propose('check', label, (current) => planAddColumn(current, id, 'declared'))
      }
    >
      {label}
    </Button>
  );
}

function ExpectedItem({ row, sheet }: { row: ExpectedRow; sheet: string }) {
  const { session, words } = usePane();
  const { expected: texts, check, rules } = words.pane;
  const { code, name } = row.row;
  const place = row.row.figures.self?.place ?? row.row.texts.declared?.place;
  const at = place ?? { sheet, row: row.row.row, column: 0 };
  return (
    <li>
      <button type="button" className="row-open" onClick={() => void session.goTo(sheet, at)}>
        <span className="finding-place">
          {check.criterion(code)} {differs(row) && <span className="tag">{texts.differs}</span>}
        </span>
        <span className="row-name">{name}</span>
        <span className="row-figures">
          {row.declared.trim() !== '' && <span>{texts.declared(row.declared.trim())}</span>}
          <span>
            {isBlank(row.expected)
              ? rules.tryHint(rules.declare(row.rule))
              : outcome(row.expected, words)}
          </span>
          <span>{texts.entered(words.figure(row.self), words.figure(row.appraised))}</span>
        </span>
      </button>
      {row.method !== '' && (
        <details className="fold">
          <summary className="quiet">{texts.method}</summary>
          <p className="source-text">{row.method}</p>
        </details>
      )}
    </li>
  );
}

function isBlank(expected: ExpectedScore): boolean {
  return expected.kind === 'none' && expected.reason === 'blank';
}

function outcome(expected: ExpectedScore, words: Words): string {
  const { expected: texts } = words.pane;
  switch (expected.kind) {
    case 'score':
      return texts.working(formatWorking(expected.working, words.mark));
    case 'outOfBase':
      return texts.outOfBase[expected.assessment];
    case 'none':
      return texts.problems[expected.reason];
  }
}

function differs({ expected, self }: ExpectedRow): boolean {
  return expected.kind === 'score' && self !== null && differsFromRule(self, expected.points);
}
