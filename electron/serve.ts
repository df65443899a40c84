import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import { contract, type Handlers, type MessageName } from '../core/contract'
import { PAGE_ORIGIN } from './page'

interface Served {
  ipc: Pick<IpcMain, 'handle'>
  /** Is this the page that visitors see now? An old one, on its way out, is no longer heard. */
  isPage: (contents: WebContents) => boolean
  handlers: Handlers
}

/** Is the message from the top frame of our own page? `senderFrame` is null once that is gone. */
function isFromPage(event: IpcMainInvokeEvent, isPage: Served['isPage']): boolean {
  const frame = event.senderFrame
  return (
    frame !== null &&
    frame.parent === null &&
    frame.url.startsWith(`${PAGE_ORIGIN}/`) &&
    isPage(event.sender)
  )
}

/**
 * Registers one handler for each entry of the contract. A message from elsewhere, or whose input
 * does not fit the contract, is refused with an error that tells the sender nothing.
 */
export function serve({ ipc, isPage, handlers }: Served): void {
  for (const name of Object.keys(contract) as MessageName[]) {
    ipc.handle(name, async (event, ...inputs: unknown[]) => {
      if (!isFromPage(event, isPage)) throw new Error('refused: sender')
      const input = contract[name].input.safeParse(inputs[0])
      if (inputs.length > 1 || !input.success) throw new Error('refused: input')
      // The schema of this very message has made the input; the types do not know that.
      const answer = handlers[name] as (given: unknown) => unknown
      return await answer(input.data)
    })
  }
}
