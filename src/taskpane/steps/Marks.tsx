/** Marks in the sheet: a tint and a note at each cell that is left to look at, put on and taken off here. */
import { Button } from '@fluentui/react-components';
import { hasMarks, planMarks, planUnmark } from '../../usecases/marks';
import type { WorkbookReading } from '../../usecases/readWorkbook';
import { loadDocumentWords } from '../documentWords';
import { currentReview } from '../state/paneState';
import { usePane } from '../words';

/** Nothing where the host cannot mark cells. */
export function Marks({ reading }: { reading: WorkbookReading }) {
  const { session, words, state } = usePane();
  const { check } = words.pane;
  const marked = hasMarks(reading);
  const some = currentReview(state).some(
    ({ finding, state }) => finding.place && state !== 'accepted',
  );
  if (session.capabilities.lacks.includes('marks') || (!marked && !some)) return null;
  const mark = async () => {
    const { markWords } = await loadDocumentWords(words);
    await session.propose('check', check.markLabel, (current) =>
      planMarks(current, Object.values(session.current().reviews).flat(), markWords),
    );
  };
  return (
    <div className="buttons">
      {some && (
        <Button size="small" title={check.markHint} onClick={() => void mark()}>
          {marked ? check.markAgain : check.mark}
        </Button>
      )}
      {marked && (
        <Button
          size="small"
          onClick={() => void session.propose('check', check.unmarkLabel, planUnmark)}
        >
          {check.unmark}
        </Button>
      )}
    </div>
  );
}
