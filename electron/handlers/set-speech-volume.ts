import type { Handlers } from '../../core/contract'
import { setServiceVolume } from '../speech-volume'

/** Sets the volume where the page cannot: the speech service of Linux. */
export const setSpeechVolume =
  (platform: NodeJS.Platform, runtimeFolder: string | undefined): Handlers['setSpeechVolume'] =>
  async ({ share }) => {
    if (platform === 'linux') await setServiceVolume(runtimeFolder, share)
  }
