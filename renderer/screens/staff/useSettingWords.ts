import type { Settings } from '../../../core/schema/settings'
import { SETTING_FIELDS } from '../../../core/staff/setting-fields'
import { COUNTRIES } from '../../../core/staff/countries'
import { useStaffWords } from '../../composables/useStaffWords'
import { useContentStore } from '../../stores/content'
import { useStaffStore } from '../../stores/staff'

export type SettingName = keyof Settings
export type SettingValue = Settings[SettingName]
export interface Option {
  value: string | number | boolean
  text: string
}

/** The settings as staff read them: a value in words, and what there is to choose from. */
export function useSettingWords() {
  const content = useContentStore()
  const staffMode = useStaffStore()
  const { staff, say } = useStaffWords()

  const countryName = (code: string): string =>
    new Intl.DisplayNames([content.words.language.tag], { type: 'region' }).of(code) ?? code
  const exerciseName = (id: string): string => content.words.exercises?.exercises[id]?.name ?? id

  /** What there is to choose from; empty where a setting is not chosen from a list. */
  function optionsOf(name: SettingName): Option[] {
    const { control } = SETTING_FIELDS[name]
    const { settings } = staff.value
    switch (control.kind) {
      case 'switch':
        return [
          { value: true, text: settings.on },
          { value: false, text: settings.off },
        ]
      case 'choice':
        return control.options.map((value) => ({
          value,
          text: settings.fields[name].options?.[String(value)] ?? String(value),
        }))
      case 'country':
        return [
          ...COUNTRIES.map(({ code }) => ({ value: code, text: countryName(code) })).sort(
            (one, other) => one.text.localeCompare(other.text, content.words.language.tag),
          ),
          { value: '', text: settings.otherCountry },
        ]
      case 'languages':
        return (staffMode.state?.languages ?? []).map(({ tag, name: text }) => ({
          value: tag,
          text,
        }))
      case 'exercises':
        return Object.values(content.bundle.exercises)
          .filter(({ enabled }) => !enabled)
          .map(({ id }) => ({ value: id, text: exerciseName(id) }))
      case 'printer':
        return [
          { value: '', text: settings.systemPrinter },
          ...staffMode.printers.map((one) => ({ value: one.name, text: one.description })),
        ]
      default:
        return []
    }
  }

  /** A value as staff read it. */
  function inWords(name: SettingName, value: SettingValue): string {
    const { control } = SETTING_FIELDS[name]
    const { settings } = staff.value
    if (control.kind === 'number') return say(settings.seconds, { n: Number(value) })
    if (control.kind === 'diagonal') return say(settings.inches, { n: Number(value) })
    if (control.kind === 'corners')
      return (value as Settings['staffCorners']).map((one) => settings.corners[one]).join(' → ')
    if (control.kind === 'languages' && (value as string[]).length === 0)
      return settings.allLanguages
    if (control.kind === 'printer' && value !== '')
      return staffMode.printers.find((one) => one.name === value)?.description ?? String(value)
    if (control.kind === 'country' && value === '') return settings.empty
    const options = optionsOf(name)
    if (Array.isArray(value))
      return value.length === 0
        ? settings.empty
        : value.map((one) => options.find((option) => option.value === one)?.text ?? one).join(', ')
    return (
      options.find((option) => option.value === value)?.text ?? (String(value) || settings.empty)
    )
  }

  return { optionsOf, inWords, countryName }
}
