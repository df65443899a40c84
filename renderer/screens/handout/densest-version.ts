/**
 * A module of a code is at least so wide on the glass, in mm. From 30 cm, where a phone is held to a
 * screen, a wide camera of 12 megapixels sees it with some 8 pixels, and its preview with 3.
 */
const SMALLEST_MODULE = 0.8
/** Quiet modules on both sides together (ISO/IEC 18004 asks for four on each). */
export const QUIET = 8
/** Larger ones hold more, but phones take long to find all of their alignment marks. */
const LARGEST = 25

/**
 * The largest version of a QR code (1 to 25) that a phone reads from a square of so many millimetres;
 * version v has 17 + 4v modules on a side.
 */
export function densestVersion(millimetres: number): number {
  const modules = Math.floor(millimetres / SMALLEST_MODULE) - QUIET
  return Math.max(1, Math.min(LARGEST, Math.floor((modules - 17) / 4)))
}
