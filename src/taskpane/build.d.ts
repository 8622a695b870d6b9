/** What the build writes in. */
declare const PRODUCT_VERSION: string;
declare module '*.css';
