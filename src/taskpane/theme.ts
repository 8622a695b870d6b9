/**
 * Colours of the pane: Office's theme where Office says it, else the system's. High contrast needs no
 * theme of ours: the browser forces the system's colours, and the style sheet only adds outlines.
 */
import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';

export type Shade = 'light' | 'dark';

const families =
  "'Segoe UI', 'Segoe UI Web (West European)', -apple-system, BlinkMacSystemFont, Roboto, 'Noto Sans', 'Liberation Sans', sans-serif";

export function themeOf(shade: Shade): Theme {
  return { ...(shade === 'dark' ? webDarkTheme : webLightTheme), fontFamilyBase: families };
}

/** Dark when the background that Office names is dark ("#262626"); null when it is no colour. */
export function shadeOfBackground(color: string | undefined): Shade | null {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color ?? '');
  if (!match) return null;
  const [, red = '0', green = '0', blue = '0'] = match;
  const light = 0.299 * hex(red) + 0.587 * hex(green) + 0.114 * hex(blue);
  return light < 128 ? 'dark' : 'light';
}

function hex(pair: string): number {
  return Number.parseInt(pair, 16);
}
