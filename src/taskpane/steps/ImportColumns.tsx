/**
 * Which column of a table was taken for what, each with its header and an example, and a choice to
 * correct it. Reading again keeps what she has mended by hand, and says so.
 */
import { Button, Field, Select } from '@fluentui/react-components';
import { frameworkColumns, type FrameworkColumn } from '../../domain/framework/tableHeader';
import { columnLetters } from '../../workbook/address';
import {
  chooseColumn,
  columnsOf,
  sourceColumns,
  unusedColumns,
  type SourceColumn,
} from '../../usecases/importColumns';
import {
  withColumns,
  type FrameworkImport,
  type TableImport,
} from '../../usecases/importFramework';
import { usePane } from '../words';

interface Props {
  imported: TableImport;
  /** From the start: something is wrong with the columns. */
  open: boolean;
}

export function ImportColumns({ imported, open }: Props) {
  const { session, words } = usePane();
  const { load } = words.pane;
  const { edits } = imported;
  const chosen = Object.keys(imported.columns).length > 0;
  const take = (again: FrameworkImport) => session.fill('load', { imported: again, mending: null });
  const unused = unusedColumns(imported.reading).map(({ label }) => `“${brief(label)}”`);
  return (
    <>
      {unused.length > 0 && <p className="quiet">{load.columnsUnused(unused.join(', '))}</p>}
      <details className="fold" open={open || chosen ? true : undefined}>
        <summary>{load.columnsTitle}</summary>
        <div className="fields">
          <p className="quiet">{load.columnsAbout}</p>
          {frameworkColumns.map((role) => (
            <RoleChoice
              key={role}
              role={role}
              imported={imported}
              onChoose={(column) => take(chooseColumn(imported, role, column))}
            />
          ))}
          <p role="status" className={edits?.lost ? 'stale' : 'quiet'}>
            {edits && edits.kept + edits.lost > 0 ? load.columnsEdits(edits.kept, edits.lost) : ''}
          </p>
          {chosen && (
            <Button size="small" onClick={() => take(withColumns(imported, {}))}>
              {load.columnsReset}
            </Button>
          )}
        </div>
      </details>
    </>
  );
}

interface RoleProps {
  role: FrameworkColumn;
  imported: TableImport;
  onChoose(column: number | null): void;
}

/** Names of each level, units of each role, in columns of their own stay one choice among the others. */
function RoleChoice({ role, imported, onChoose }: RoleProps) {
  const { words } = usePane();
  const { load, columns } = words.pane;
  const { reading } = imported;
  const taken = columnsOf(reading, role);
  const codes = columnsOf(reading, 'code');
  const isCode = ({ column }: SourceColumn) => codes.includes(column);
  const value = taken.length > 1 ? 'several' : taken.length === 1 ? String(taken[0]) : '';
  return (
    <Field label={columns[role]} size="small">
      <Select
        size="small"
        value={value}
        onChange={(_, data) => {
          if (data.value !== 'several') onChoose(data.value === '' ? null : Number(data.value));
        }}
      >
        {(role !== 'name' || value === '') && <option value="">{load.columnsNone}</option>}
        {value === 'several' && (
          <option value="several">
            {role === 'name' ? load.columnsSeveral(taken.length) : load.columnsUnits(taken.length)}
          </option>
        )}
        {sourceColumns(reading).map((each) => (
          <option key={each.column} value={each.column}>
            {optionText(each, load.columnsExample, isCode(each) ? '.' : words.mark)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** A whole name would push the list out of the pane. */
const LONGEST = 28;

function optionText(
  { column, label, example }: SourceColumn,
  exampleWord: (text: string) => string,
  mark: ',' | '.',
): string {
  const head = [columnLetters(column), brief(label)].filter((part) => part !== '').join(' – ');
  if (example === '') return head;
  // A figure of a sheet comes with a dot.
  const shown = /^-?\d+\.\d+$/.test(example) ? example.replace('.', mark) : brief(example);
  return `${head} ${exampleWord(shown)}`;
}

function brief(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text;
}
