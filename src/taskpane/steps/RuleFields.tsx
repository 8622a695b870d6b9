/** What each kind of rule asks for. Every field is text as typed; what it lacks stands under it. */
import { Checkbox } from '@fluentui/react-components';
import { Choice, Typed, type DraftProps } from './RuleField';
import { Options, Parts, Tiers, Variables, type DrawPart } from './RuleLists';
import { usePane } from '../words';

interface Props extends DraftProps {
  part: DrawPart;
}

export function RuleFields(props: Props) {
  const { words } = usePane();
  const { rules } = words.pane;
  switch (props.draft.kind) {
    case 'threshold':
      return <Threshold {...props} />;
    case 'tiers':
      return <Tiers {...props} />;
    case 'choice':
      return <Options {...props} />;
    case 'floor':
      return <Floor {...props} />;
    case 'count':
      return (
        <>
          <Text {...props} field="each" label={rules.each} decimal />
          <Text {...props} field="of" label={rules.of} decimal />
        </>
      );
    case 'minus':
      return <Text {...props} field="each" label={rules.minusEach} decimal />;
    case 'outside':
      return <Outside {...props} />;
    case 'system':
      return <Text {...props} field="source" label={rules.systemName} />;
    case 'expression':
      return (
        <>
          <Variables {...props} />
          <Text {...props} field="formula" label={rules.formula} hint={rules.formulaHint} />
        </>
      );
    case 'either':
    case 'conditions':
      return <Parts {...props} kind={props.draft.kind} />;
    case 'yesNo':
    case 'linear':
    case 'survey':
    case 'notAssessed':
      return null;
  }
}

function Threshold(props: DraftProps) {
  const { words } = usePane();
  const { rules } = words.pane;
  const { draft, onChange } = props;
  return (
    <>
      <Text {...props} field="threshold" label={rules.threshold} decimal />
      <Checkbox
        label={rules.strict}
        checked={draft.strict}
        onChange={(_, data) => onChange({ ...draft, strict: data.checked === true })}
      />
    </>
  );
}

function Floor(props: DraftProps) {
  const { words } = usePane();
  const { rules } = words.pane;
  return (
    <>
      <div className="field-row">
        <Text {...props} field="floor" label={rules.floor} decimal />
        <Text {...props} field="full" label={rules.full} hint={rules.fullHint} decimal />
      </div>
      <Choice {...props} field="between" label={rules.between} options={rules.betweens} />
    </>
  );
}

/** Bonus or penalty beside the scale. */
function Outside(props: DraftProps) {
  const { words } = usePane();
  const { rules } = words.pane;
  return (
    <>
      <Choice {...props} field="sign" label={rules.sign} options={rules.signs} />
      <div className="field-row">
        <Text {...props} field="each" label={rules.each} hint={rules.outsideEachHint} decimal />
        <Text {...props} field="ceiling" label={rules.ceiling} decimal />
      </div>
    </>
  );
}

interface TextProps extends DraftProps {
  field: 'threshold' | 'floor' | 'full' | 'each' | 'of' | 'ceiling' | 'source' | 'formula';
  label: string;
  hint?: string;
  decimal?: boolean;
}

/** A field of the rule itself. */
function Text(props: TextProps) {
  const { draft, field, onChange } = props;
  return (
    <Typed
      {...props}
      value={draft[field]}
      onText={(text) => onChange({ ...draft, [field]: text })}
    />
  );
}
