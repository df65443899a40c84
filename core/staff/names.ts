/*
 * Names that the page needs at run time. They stand apart from the schemas, so that the page loads
 * without a validator.
 */

/** Who may be behind the PIN. The owner may do all, a clinician what a day with patients needs. */
export const STAFF_ROLES = ['owner', 'clinician'] as const
export type StaffRole = (typeof STAFF_ROLES)[number]

/**
 * What lies behind the hidden way in: the PIN pad, the first set-up, nothing until somebody with an
 * account of the operating system allows a set-up, or nothing because too many wrong PINs were tried.
 */
export const STAFF_MODES = ['pin', 'set-up', 'shut', 'off'] as const
export type StaffMode = (typeof STAFF_MODES)[number]

/** Why a file could not be written. */
export const WRITE_FAULTS = ['disk-full', 'read-only', 'not-written'] as const
export type WriteFault = (typeof WRITE_FAULTS)[number]

/** Corners of the screen that hold the hidden way in, as one stands before it. */
export const CORNERS = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const
export type Corner = (typeof CORNERS)[number]
