/** Starts Univer with the parts that the page uses, in Vietnamese, and without what it forbids. */
import { createUniver, LocaleType, mergeLocales } from '@univerjs/presets';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import coreWords from '@univerjs/preset-sheets-core/locales/vi-VN';
import validationWords from '@univerjs/preset-sheets-data-validation/locales/vi-VN';
import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-data-validation/lib/index.css';

export type UniverApi = ReturnType<typeof startUniver>['univerAPI'];

export function startUniver(container: HTMLElement): ReturnType<typeof createUniver> {
  return createUniver({
    locale: LocaleType.VI_VN,
    locales: { [LocaleType.VI_VN]: mergeLocales(coreWords, validationWords) },
    presets: [
      UniverSheetsCorePreset({
        container,
        header: true,
        toolbar: false,
        formulaBar: true,
        disableAutoFocus: true,
        contextMenu: false,
        disableTextFormatAlert: true,
        disableTextFormatMark: true,
        footer: {
          menus: false,
          sheetBar: true,
          statisticBar: true,
          zoomSlider: true,
          addSheetButtonConfig: { show: false },
        },
        sheets: {
          disableForceStringAlert: true,
          disableForceStringMark: true,
          clipboardConfig: { hidePasteOptions: true },
        },
        // Calculations are started by the page, which knows when a file needs one.
        formula: { initialFormulaComputing: 2 },
      }),
      UniverSheetsDataValidationPreset({ showEditOnDropdown: false }),
    ],
  });
}
