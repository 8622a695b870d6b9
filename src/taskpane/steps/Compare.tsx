/**
 * So sánh: the current table beside one of another file, another table of this one, or its own first
 * round. The other file is read on the side and nothing of it is kept.
 */
import { Button, Field, MessageBar, MessageBarBody, Select } from '@fluentui/react-components';
import { comparedFigures } from '../../domain/scoring/compare';
import type { ScoreSheet } from '../../domain/scoring/scoreSheet';
import type { SheetReport } from '../../usecases/checkWorkbook';
import {
  compareRounds,
  compareTables,
  makeComparison,
  planComparisonSheet,
  type TableComparison,
} from '../../usecases/compare';
import { readSnapshot, tableOf, type WorkbookReading } from '../../usecases/readWorkbook';
import { isHostError } from '../../workbook/host';
import { useDocumentWords } from '../documentWords';
import { FileButton } from '../parts/FileButton';
import { StepFrame } from '../parts/StepFrame';
import { TableToCopy } from './TableToCopy';
import type { ReadBook } from '../state/importSource';
import type { CompareForm, CompareSource } from '../state/paneState';
import { usePane, type Words } from '../words';

export function Compare() {
  return <StepFrame>{(report, reading) => <Both report={report} reading={reading} />}</StepFrame>;
}

interface Props {
  report: SheetReport;
  reading: WorkbookReading;
}

function Both({ report, reading }: Props) {
  const { words, state } = usePane();
  const { compare } = words.pane;
  const { source, problem } = state.forms.compare;
  return (
    <>
      <p>{compare.about(report.id)}</p>
      <Sources report={report} reading={reading} />
      {problem !== null && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      )}
      {source && <Result source={source} report={report} reading={reading} />}
    </>
  );
}

function Sources({ report, reading }: Props) {
  const { session, words, state, readBook } = usePane();
  const { compare } = words.pane;
  const { source } = state.forms.compare;
  const take = async (file: File) =>
    session.fill('compare', await readOther(file, report.id, readBook, words));
  return (
    <div className="fields">
      <FileButton
        label={compare.choose}
        accept=".xlsx"
        onFiles={([file]) => file && void take(file)}
      />
      {source?.kind === 'file' && <TableOfFile source={source} />}
      <Here report={report} reading={reading} />
    </div>
  );
}

/** What is compared with once a file was read on the side; a file that is of no use says why. */
async function readOther(
  file: File,
  wanted: string,
  readBook: ReadBook,
  words: Words,
): Promise<Pick<CompareForm, 'source' | 'problem'>> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const reading = readSnapshot(await readBook(bytes, file.name));
    const table = tableOf(reading, wanted) ?? reading.tables[0];
    return table
      ? { source: { kind: 'file', name: file.name, reading, table: table.id }, problem: null }
      : { source: null, problem: words.pane.compare.noTable(file.name) };
  } catch (error) {
    if (!isHostError(error)) throw error;
    return { source: null, problem: words.hostMessages[error.problem](error.params) };
  }
}

/** Which table of the other file, where it has several. */
function TableOfFile({ source }: { source: Extract<CompareSource, { kind: 'file' }> }) {
  const { session, words } = usePane();
  const { tables } = source.reading;
  if (tables.length < 2) return null;
  return (
    <Field label={words.pane.compare.which(source.name)} size="small">
      <Select
        size="small"
        value={source.table}
        onChange={(_, data) =>
          session.fill('compare', { source: { ...source, table: data.value } })
        }
      >
        {tables.map(({ id }) => (
          <option key={id} value={id}>
            {id}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** What the open workbook itself has to compare with. */
function Here({ report, reading }: Props) {
  const { session, words, state } = usePane();
  const { compare } = words.pane;
  const { source } = state.forms.compare;
  const others = reading.tables.filter(({ id }) => id !== report.id);
  const rounds = compareRounds(report.scoreSheet) !== null;
  if (others.length === 0 && !rounds) return null;
  const choose = (value: string) => {
    const table = others.find(({ id }) => value === `table:${id}`);
    const chosen: CompareSource | null =
      value === 'rounds' ? { kind: 'rounds' } : table ? { kind: 'table', table: table.id } : null;
    session.fill('compare', { source: chosen, problem: null });
  };
  return (
    <Field label={compare.here} size="small">
      <Select
        size="small"
        value={source?.kind === 'table' ? `table:${source.table}` : (source?.kind ?? '')}
        onChange={(_, data) => choose(data.value)}
      >
        <option value="">{compare.herePrompt}</option>
        {source?.kind === 'file' && <option value="file">{source.name}</option>}
        {rounds && <option value="rounds">{compare.rounds}</option>}
        {others.map(({ id }) => (
          <option key={id} value={`table:${id}`}>
            {id}
          </option>
        ))}
      </Select>
    </Field>
  );
}

interface Sides {
  result: TableComparison;
  names: { before: string; after: string };
}

function Result({ source, report, reading }: Props & { source: CompareSource }) {
  const { session, words, state } = usePane();
  const { compare } = words.pane;
  const documents = useDocumentWords();
  const { swapped } = state.forms.compare;
  const here = state.file?.name ?? words.pane.check.thisFile;
  const sides = sidesOf(source, report.scoreSheet, reading, {
    swapped,
    here: `${here}, ${report.id}`,
    rounds: compare.roundNames,
  });
  if (!documents || !sides) return null;
  const table = makeComparison(sides.result, sides.names, documents.comparisonWords);
  const { comparison } = sides.result;
  const addSheet = () =>
    session.propose('compare', compare.label, ({ snapshot }) =>
      planComparisonSheet(snapshot, table),
    );
  return (
    <>
      <p>{compare.between(sides.names.before, sides.names.after)}</p>
      {source.kind !== 'rounds' && (
        <Button size="small" onClick={() => session.fill('compare', { swapped: !swapped })}>
          {compare.swap}
        </Button>
      )}
      <Sums sums={comparison.sums} />
      {comparison.rows.length === 0 ? (
        <p className="all-good">{compare.same}</p>
      ) : (
        <TableToCopy
          table={table}
          copyLabel={compare.copy}
          previewLabel={compare.preview}
          onAddSheet={() => void addSheet()}
        >
          <p className="quiet">{compare.counts(comparison.rows.length, comparison.unchanged)}</p>
        </TableToCopy>
      )}
    </>
  );
}

function Sums({ sums }: { sums: TableComparison['comparison']['sums'] }) {
  const { words } = usePane();
  return (
    <ul className="rows">
      {comparedFigures
        .filter((figure) => sums[figure].before ?? sums[figure].after)
        .map((figure) => (
          <li key={figure}>
            {words.pane.start[figure]}: {words.figure(sums[figure].before)} →{' '}
            <strong>{words.figure(sums[figure].after)}</strong>
          </li>
        ))}
    </ul>
  );
}

function sidesOf(
  source: CompareSource,
  own: ScoreSheet,
  reading: WorkbookReading,
  say: { swapped: boolean; here: string; rounds: { before: string; after: string } },
): Sides | null {
  if (source.kind === 'rounds') {
    const result = compareRounds(own);
    return result && { result, names: say.rounds };
  }
  const other = tableOf(source.kind === 'file' ? source.reading : reading, source.table);
  if (!other) return null;
  const name = source.kind === 'file' ? `${source.name}, ${other.id}` : other.id;
  return say.swapped
    ? { result: compareTables(own, other), names: { before: say.here, after: name } }
    : { result: compareTables(other, own), names: { before: name, after: say.here } };
}
