/** What is open, and what holds for every step: opening, saving, taking back. */
import { Button } from '@fluentui/react-components';
import {
  ArrowUndoRegular,
  DocumentAddRegular,
  FolderOpenRegular,
  SaveRegular,
} from '@fluentui/react-icons';
import type { PaneState } from './state/paneState';
import { usePane } from './words';

export function Header() {
  const { session, words, state } = usePane();
  const { pane } = words;
  const { lastChange, work, file } = state;
  return (
    <header className="header">
      <div className="header-row">
        <div className="brand">
          <h1>{pane.product}</h1>
          <span className="quiet" title={pane.version(PRODUCT_VERSION)}>
            {PRODUCT_VERSION}
          </span>
        </div>
        <Button
          size="small"
          icon={<ArrowUndoRegular />}
          title={lastChange === null ? pane.undoNone : pane.undoOf(lastChange)}
          disabledFocusable={lastChange === null || work === 'undoing' || work === 'applying'}
          onClick={() => void session.undo()}
        >
          {pane.undo}
        </Button>
      </div>
      {file && <OpenFile file={file} />}
    </header>
  );
}

function OpenFile({ file }: { file: NonNullable<PaneState['file']> }) {
  const { session, words } = usePane();
  const { pane } = words;
  const notes = [
    ...(file.origin === 'sample' ? [pane.sampleFile] : []),
    ...(file.unsaved ? [pane.unsaved] : []),
  ];
  return (
    <div className="header-file">
      <div className="file" title={file.name}>
        <span className="file-name">{file.name}</span>
        {notes.length > 0 && <span className="quiet file-notes">{notes.join(', ')}</span>}
      </div>
      <div className="buttons">
        {session.createsFiles && (
          <Button
            size="small"
            appearance="subtle"
            icon={<DocumentAddRegular />}
            title={pane.newFileAbout}
            onClick={() => void session.newFile()}
          >
            {pane.newFile}
          </Button>
        )}
        <Button
          size="small"
          appearance="subtle"
          icon={<FolderOpenRegular />}
          onClick={() => void session.openFile()}
        >
          {pane.openFile}
        </Button>
        <Button
          size="small"
          appearance={file.unsaved ? 'secondary' : 'subtle'}
          icon={<SaveRegular />}
          onClick={() => void session.saveFile()}
        >
          {pane.saveFile}
        </Button>
      </div>
    </div>
  );
}
