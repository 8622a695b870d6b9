/** A table document as it will look in the letter: black on white whatever the theme, to scroll in. */
import type { RefObject } from 'react';
import type { TableDocument } from '../../domain/letters/tableDocument';

interface Props {
  table: TableDocument;
  label: string;
  paper: RefObject<HTMLDivElement>;
}

export function TablePreview({ table, label, paper }: Props) {
  const whole = table.columns.reduce((sum, column) => sum + column.width, 0);
  return (
    <div className="paper" role="region" aria-label={label} tabIndex={0}>
      <div ref={paper} className="paper-sheet">
        {table.title.map((line, index) => (
          <p key={index} className="paper-title">
            {line}
          </p>
        ))}
        {table.subtitle.map((line, index) => (
          <p key={index} className="paper-subtitle">
            {line}
          </p>
        ))}
        {(table.intro ?? []).map((line, index) => (
          <p key={index}>{line}</p>
        ))}
        <table>
          <colgroup>
            {table.columns.map((column, index) => (
              <col key={index} style={{ width: `${(column.width / whole) * 100}%` }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {table.columns.map((column, index) => (
                <th key={index} scope="col">
                  {column.header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, index) => (
              <Row key={index} row={row} columns={table.columns} />
            ))}
          </tbody>
        </table>
        {table.signatures && (
          <div className="paper-signatures">
            {table.signatures.map(({ caption, note }) => (
              <p key={caption}>
                <strong>{caption}</strong>
                <br />
                <em>{note}</em>
              </p>
            ))}
          </div>
        )}
      </div>
    </div>
  );
}

type RowProps = { row: TableDocument['rows'][number]; columns: TableDocument['columns'] };

function Row({ row, columns }: RowProps) {
  return (
    <tr>
      {row.map(
        (cell, index) =>
          cell && (
            <td
              key={index}
              rowSpan={cell.rowSpan ?? 1}
              style={{
                textAlign: cell.align ?? columns[index]?.align ?? 'left',
                fontWeight: cell.bold === true ? 'bold' : 'normal',
              }}
            >
              {cell.text}
            </td>
          ),
      )}
    </tr>
  );
}
