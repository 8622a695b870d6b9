/**
 * Sheets on which no score table was understood: why, what to do about it, and the way to point the columns
 * out. What is plainly no score table is only mentioned.
 */
import { useState } from 'react';
import type { SheetTrouble } from '../../usecases/nameColumns';
import type { WorkbookReading } from '../../usecases/readWorkbook';
import { usePane, type Words } from '../words';
import { NameColumns } from './NameColumns';

interface Props {
  reading: WorkbookReading;
  troubles: readonly SheetTrouble[];
}

/** More would push everything else out of sight. */
const MOST = 5;

export function UnrecognisedSheets({ reading, troubles }: Props) {
  const { words } = usePane();
  const { start } = words.pane;
  if (troubles.length === 0) return null;
  return (
    <ul className="plain-list rows">
      {troubles.slice(0, MOST).map((trouble) => (
        <li key={trouble.sheet}>
          <TroubleText trouble={trouble} />
          <FoldedNaming reading={reading} sheet={trouble.sheet} />
        </li>
      ))}
      {troubles.length > MOST && (
        <li className="quiet">{start.moreSheets(troubles.length - MOST)}</li>
      )}
    </ul>
  );
}

/** The same, out of the way, where there is a table to work with. */
export function OtherSheets({ reading, troubles }: Props) {
  const { words } = usePane();
  if (troubles.length === 0) return null;
  return (
    <details className="fold">
      <summary>{words.pane.naming.others(troubles.length)}</summary>
      <UnrecognisedSheets reading={reading} troubles={troubles} />
    </details>
  );
}

export function TroubleText({ trouble }: { trouble: SheetTrouble }) {
  const { words } = usePane();
  const { start } = words.pane;
  const said = start.unrecognised(trouble.sheet, reasonOf(trouble, words));
  if (trouble.foreign) return <p className="quiet">{said}</p>;
  return (
    <p>
      {said} <span className="quiet">{remedyOf(trouble, words)}</span>
    </p>
  );
}

function remedyOf({ header, likely, reason }: SheetTrouble, words: Words): string {
  const { start } = words.pane;
  if (header) return header.lacking.length > 0 ? start.headerRemedy : start.remedies[reason];
  return likely ? start.likelyRemedy : start.remedies[reason];
}

function reasonOf({ header, reason }: SheetTrouble, words: Words): string {
  const { start, columns } = words.pane;
  if (!header) return start.reasons[reason];
  const named = (roles: readonly (keyof typeof columns)[]) => roles.map((role) => columns[role]);
  return start.header(header.row + 1, named(header.roles), named(header.lacking));
}

/** Nothing of it is worked out before it is opened. */
function FoldedNaming({ reading, sheet }: { reading: WorkbookReading; sheet: string }) {
  const { words } = usePane();
  const [open, setOpen] = useState(false);
  return (
    <details
      className="fold"
      onToggle={(event) => setOpen((event.currentTarget as HTMLDetailsElement).open)}
    >
      <summary>{words.pane.naming.open}</summary>
      {open && <NameColumns reading={reading} sheet={sheet} />}
    </details>
  );
}
