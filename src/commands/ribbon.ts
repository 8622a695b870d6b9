/**
 * The ribbon's buttons. They run in the pane's own page (one runtime for both, as the manifest asks), so
 * that a button finds what the pane has read, typed and done; each shows the pane at its step. Nothing
 * is changed by a button alone: what a step would do is shown there first.
 *
 * Rule: buttons are named to Office at once, and wait for the pane; Office gives up on late names.
 */

/** What the buttons need of the pane. */
export interface RibbonTarget {
  show(step: RibbonStep): void;
  undo(): Promise<void>;
}

export type RibbonStep = 'load' | 'check' | 'deduct' | 'assign' | 'appendix';

/** Function names in the manifest, and what each does. */
export const ribbonFunctions = {
  openLoad: 'load',
  openCheck: 'check',
  openDeduct: 'deduct',
  openAssign: 'assign',
  openAppendix: 'appendix',
  undoChange: 'undo',
} as const satisfies Record<string, RibbonStep | 'undo'>;

/** Call right after `Office.onReady`, with the pane to come. */
export function connectRibbon(pane: Promise<RibbonTarget>): void {
  for (const [name, does] of Object.entries(ribbonFunctions))
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
      // A pane that does not open says so itself.
      void press(pane, does)
        .catch(() => undefined)
        .finally(() => event.completed());
    });
}

async function press(pane: Promise<RibbonTarget>, does: RibbonStep | 'undo'): Promise<void> {
  // A pane that is shown already is no reason not to go on.
  await Office.addin.showAsTaskpane().catch(() => undefined);
  const target = await pane;
  if (does === 'undo') await target.undo();
  else target.show(does);
}
