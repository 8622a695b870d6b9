/**
 * Stands for the grid's hyphenation tables of sixty languages. None is Vietnamese, which does not
 * hyphenate; the grid goes on without a table when a module offers none.
 */
export {};
