/** What a rule may hold several of: steps, cases, figures of a formula, rules within the rule. */
import { Button, Field, Select } from '@fluentui/react-components';
import { Fragment, type ReactNode } from 'react';
import { newOption, newPart, newTier, type RuleDraft } from '../../domain/framework/ruleDraft';
import { Choice, Typed, type DraftProps } from './RuleField';
import { usePane } from '../words';

/** Draws a part of a rule that has several. */
export type DrawPart = (
  draft: RuleDraft,
  at: string,
  onChange: (draft: RuleDraft) => void,
) => ReactNode;

export function Tiers(props: DraftProps) {
  const { words } = usePane();
  const { rules } = words.pane;
  const { draft, onChange } = props;
  return (
    <>
      <Choice {...props} field="measure" label={rules.measure} options={rules.measures} />
      <Several
        items={draft.tiers}
        onItems={(tiers) => onChange({ ...draft, tiers })}
        newItem={newTier}
        most={30}
        addLabel={rules.addTier}
        note={<p className="quiet">{rules.tiersHint}</p>}
      >
        {(tier, i, set) => (
          <div className="field-row rule-tier">
            <Field label={rules.tierSide(i + 1)} size="small">
              <Select
                size="small"
                value={tier.above ? 'above' : 'from'}
                onChange={(_, data) => set({ above: data.value === 'above' })}
              >
                <option value="from">{rules.tierSides.from}</option>
                <option value="above">{rules.tierSides.above}</option>
              </Select>
            </Field>
            <Typed
              {...props}
              field={`tiers.${i}.from`}
              label={rules.tierFrom[draft.measure]}
              value={tier.from}
              onText={(from) => set({ from })}
              decimal
            />
            <Typed
              {...props}
              field={`tiers.${i}.points`}
              label={rules.tierPoints}
              value={tier.points}
              onText={(typed) => set({ points: typed })}
              decimal
            />
          </div>
        )}
      </Several>
    </>
  );
}

export function Options(props: DraftProps) {
  const { words } = usePane();
  const { rules } = words.pane;
  const { draft, onChange } = props;
  return (
    <Several
      items={draft.options}
      onItems={(options) => onChange({ ...draft, options })}
      newItem={newOption}
      most={20}
      addLabel={rules.addOption}
    >
      {(option, i, set) => (
        <div className="field-row rule-option">
          <Typed
            {...props}
            field={`options.${i}.label`}
            label={rules.option(i + 1)}
            value={option.label}
            onText={(label) => set({ label })}
          />
          <Typed
            {...props}
            field={`options.${i}.points`}
            label={rules.tierPoints}
            value={option.points}
            onText={(typed) => set({ points: typed })}
            decimal
          />
        </div>
      )}
    </Several>
  );
}

export function Variables(props: DraftProps) {
  const { words } = usePane();
  const { rules } = words.pane;
  const { draft, onChange } = props;
  return (
    <Several
      items={draft.variables}
      onItems={(variables) => onChange({ ...draft, variables })}
      newItem={() => ({ name: '', label: '' })}
      most={12}
      addLabel={rules.addVariable}
    >
      {(variable, i, set, remove) => (
        <div className="field-row">
          <Typed
            {...props}
            field={`variables.${i}.name`}
            label={rules.variableName(i + 1)}
            value={variable.name}
            onText={(name) => set({ name })}
          />
          <Typed
            {...props}
            field={`variables.${i}.label`}
            label={rules.variableLabel}
            value={variable.label}
            onText={(label) => set({ label })}
          />
          {draft.variables.length > 1 && (
            <Remove name={rules.removeItem(rules.variable(i + 1))} onClick={remove} />
          )}
        </div>
      )}
    </Several>
  );
}

interface PartsProps extends DraftProps {
  kind: 'either' | 'conditions';
  part: DrawPart;
}

export function Parts({ kind, ...props }: PartsProps) {
  const { words } = usePane();
  const { rules } = words.pane;
  const { draft, at, part, onChange } = props;
  const problem = props.problems.find(({ field }) => field === `${at}parts`);
  return (
    <>
      {kind === 'conditions' && (
        <Choice {...props} field="operator" label={rules.operator} options={rules.operators} />
      )}
      <Several
        items={draft.parts}
        onItems={(parts) => onChange({ ...draft, parts })}
        newItem={newPart}
        most={10}
        addLabel={rules.addPart[kind]}
        note={
          problem && <p className="stale">{rules.draftProblems[problem.code](problem.detail)}</p>
        }
      >
        {(one, i, set, remove) => (
          <fieldset className="fields rule-part">
            <legend>{rules.part[kind](i + 1)}</legend>
            {kind === 'conditions' && (
              <Typed
                {...props}
                field={`parts.${i}.label`}
                label={rules.partLabel}
                value={one.label}
                onText={(label) => set({ label })}
              />
            )}
            {part(one.draft, `${at}parts.${i}.`, (next) => set({ draft: next }))}
            <Remove name={rules.removeItem(rules.part[kind](i + 1))} onClick={remove} />
          </fieldset>
        )}
      </Several>
    </>
  );
}

interface SeveralProps<Item> {
  items: readonly Item[];
  onItems(items: Item[]): void;
  newItem(): Item;
  /** No more than these can be added. */
  most: number;
  addLabel: string;
  /** Stands between the items and the button that adds one. */
  note?: ReactNode;
  children(
    item: Item,
    at: number,
    set: (part: Partial<Item>) => void,
    remove: () => void,
  ): ReactNode;
}

/** Each of the items as `children` draws it, and a button for one more. */
function Several<Item>(props: SeveralProps<Item>) {
  const { items, onItems, newItem, most, addLabel, note, children } = props;
  return (
    <>
      {items.map((item, i) => (
        <Fragment key={i}>
          {children(
            item,
            i,
            (part) => onItems(items.map((one, j) => (j === i ? { ...one, ...part } : one))),
            () => onItems(items.filter((_, j) => j !== i)),
          )}
        </Fragment>
      ))}
      {note}
      {items.length < most && (
        <Button size="small" onClick={() => onItems([...items, newItem()])}>
          {addLabel}
        </Button>
      )}
    </>
  );
}

function Remove({ name, onClick }: { name: string; onClick(): void }) {
  return (
    <Button size="small" appearance="subtle" onClick={onClick}>
      {name}
    </Button>
  );
}
