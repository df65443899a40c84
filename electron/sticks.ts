import { readdirSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { basename, dirname, join } from 'node:path'

/** Where the system shows sticks: folders that hold one folder for each. */
function usualPlaces(): string[] {
  if (process.platform === 'darwin') return ['/Volumes']
  if (process.platform === 'win32') return []
  const { username } = userInfo()
  return [`/media/${username}`, `/run/media/${username}`, '/media', '/mnt']
}

/**
 * The sticks that are plugged in, as folders. The kiosk mounts nothing; the system does.
 * @param place a folder that holds one folder for each stick, instead of the usual ones
 */
export function stickFolders(place: string | null): string[] {
  if (!place && process.platform === 'win32')
    return [...'DEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `${letter}:\\`).filter(isFolder)
  return (place ? [place] : usualPlaces()).flatMap((folder) => {
    try {
      return readdirSync(folder)
        .map((name) => join(folder, name))
        .filter((path) => isFolder(path) && (place !== null || isMounted(path)))
    } catch {
      return []
    }
  })
}

/** What staff call a stick: the name that its maker or its owner gave it, or its drive. */
export const nameOfStick = (path: string): string => basename(path) || path

/** Is there a disk of its own? The folder of a stick that was pulled out may stay, on ours. */
export function isMounted(path: string): boolean {
  return statSync(path).dev !== statSync(dirname(path)).dev
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
