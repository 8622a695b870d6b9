/** What the sheet is held against, and whether edits are followed. */
import { Checkbox, Field, Select } from '@fluentui/react-components';
import { builtInFrameworks } from '../../usecases/frameworks';
import type { WorkbookReading } from '../../usecases/readWorkbook';
import { usePane } from '../words';

export function CheckSetup({ reading }: { reading: WorkbookReading }) {
  const { session, words, state } = usePane();
  const { check } = words.pane;
  return (
    <div>
      <Against reading={reading} />
      <Checkbox
        label={check.live}
        title={check.liveHint}
        checked={state.live}
        onChange={(_, data) => void session.followEdits(data.checked === true)}
      />
    </div>
  );
}

/** No framework has such an id. */
const NONE = '-';

/** What the workbook carries, a framework chosen here, or none. */
function Against({ reading }: { reading: WorkbookReading }) {
  const { session, words, state } = usePane();
  const { check } = words.pane;
  const { against } = state.forms.check;
  const carried = reading.state.framework;
  const choices = [...state.forms.load.own, ...builtInFrameworks()];
  const chosen = (value: string) =>
    value === NONE ? null : (choices.find(({ id }) => id === value) ?? 'carried');
  return (
    <Field label={check.against} size="small">
      <Select
        size="small"
        value={against === null ? (carried ? NONE : '') : against === 'carried' ? '' : against.id}
        onChange={(_, data) =>
          session.fill('check', { against: chosen(data.value), current: null, reason: null })
        }
      >
        {carried && <option value="">{check.againstFile(carried.title)}</option>}
        <option value={carried ? NONE : ''}>{check.againstNone}</option>
        {choices.map((framework) => (
          <option key={framework.id} value={framework.id}>
            {framework.title}
          </option>
        ))}
      </Select>
    </Field>
  );
}
