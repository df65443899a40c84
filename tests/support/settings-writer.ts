// Writes settings for the tests that interrupt it: `settings-writer.ts FILE`, until it is killed,
// or `settings-writer.ts FILE once`, which prints what came of it.
import { DEFAULT_SETTINGS } from '../../core/settings-defaults'
import { openSettings } from '../../electron/settings-file'

const [file = '', mode] = process.argv.slice(2)
const holder = openSettings(file)
if (mode === 'once') {
  const written = holder.replace({ ...DEFAULT_SETTINGS, clinicName: 'New' })
  process.stdout.write(JSON.stringify({ written, current: holder.current().clinicName }))
} else {
  process.stdout.write('ready')
  for (let time = 0; ; time++)
    holder.replace({ ...DEFAULT_SETTINGS, clinicName: time % 2 ? 'One' : 'Other' })
}
