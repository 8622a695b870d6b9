/**
 * Who must remedy what: units and their roles, as read from the responsible-unit texts of a sheet.
 * Reading proposes; the person confirms; what she confirmed is remembered with the workbook.
 */

/** chủ trì · phối hợp · theo dõi, đôn đốc · thực hiện */
export const unitRoles = ['lead', 'support', 'monitor', 'implement'] as const;
export type UnitRole = (typeof unitRoles)[number];

export interface ResponsibleUnit {
  /** As it heads its column. */
  name: string;
  /** Other spellings met in the sheet, as written. */
  aliases: string[];
  /** "Các cơ quan chuyên môn", "UBND các xã, thị trấn": stands for many. */
  isGroup: boolean;
}

export interface Assignment {
  /** Zero-based row of the criterion in the sheet. */
  row: number;
  /** Criterion code; the name (its beginning) of a criterion that has none. */
  criterion: string;
  /** `ResponsibleUnit.name`. */
  unit: string;
  role: UnitRole;
  /** What the unit has to do, as the text says; "" when it does not say. */
  task: string;
  /**
   * `stated`: the text names the role. `inferred`: the reading had to suppose it. `chosen`: a person
   * set it.
   */
  certainty: 'stated' | 'inferred' | 'chosen';
  /** True when the text stands in another row of the same vertical merge. */
  inherited: boolean;
}

/** One responsible-unit text, of one row. */
export interface ResponsibleText {
  row: number;
  criterion: string;
  text: string;
  inherited: boolean;
  /** Role of a unit to which the text gives none; the column's header may say ("Đơn vị chủ trì"). */
  unstated?: UnitRole | undefined;
}

/** A text, or a part of it, that could not be read as units. */
export interface UnreadText {
  row: number;
  criterion: string;
  text: string;
  reason: 'noUnit' | 'genericGroup' | 'blank';
}

/**
 * What a person decided before, remembered: spelling (folded) → unit name; null = not a unit. And for a
 * role she set: "criterion|unit" (folded, see `roleKey`) → role; null = none.
 */
export type UnitMemory = Readonly<Record<string, string | null>>;

export interface AssignmentProposal {
  /** In the order in which they first appear in the sheet. */
  units: ResponsibleUnit[];
  assignments: Assignment[];
  unread: UnreadText[];
  /** What a person decided, before and since: the memory that reproduces this proposal. */
  choices: UnitMemory;
}
