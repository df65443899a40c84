const OLDEST = [20, 19]

/**
 * Why this Node.js cannot run the project, in one sentence, or null when it can.
 * @param {string} version like 20.19.4
 * @returns {string | null}
 */
export function nodeIsTooOld(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return null
  return `Sole to Spine needs Node.js ${OLDEST.join('.')} or newer; this is ${version}. Install a current one from nodejs.org and try again.`
}
