/** Types of `deployment.js`. */
export function manifestFor(manifest: string, host: string): string;
export function paneWithOwnOffice(page: string): string;
export function policy(intranet: boolean): string;
export function webConfig(intranet: boolean): string;
