/**
 * Draws the icons that the manifest names, from `assets/icons/*.svg`, at each size that Office asks
 * for. Sixteen pixels have a drawing of their own; the others share one on a grid of 32 with even
 * coordinates, which fall on whole pixels at 32, 64, 80 and 128. Run after a drawing has changed:
 * `npx tsx scripts/makeIcons.ts`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from './programs';

export const iconNames = [
  'product',
  'load',
  'check',
  'deduct',
  'assign',
  'appendix',
  'undo',
] as const;
export const iconSizes = [16, 32, 64, 80, 128] as const;

const folder = join(__dirname, '../assets/icons');

async function main(): Promise<void> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('chromium is not installed');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const page = await browser.newPage();
  for (const name of iconNames)
    for (const size of iconSizes) {
      const source = readFileSync(join(folder, `${name}${size === 16 ? '-16' : ''}.svg`), 'utf8');
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(
        `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${source}`,
      );
      await page.screenshot({
        path: join(folder, `${name}-${size}.png`),
        omitBackground: true,
      });
    }
  await browser.close();
}

if (require.main === module)
  main().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
