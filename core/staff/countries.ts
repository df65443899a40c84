/** What is known of a country: what set-up suggests, and the owner checks. */
export interface Country {
  /** ISO 3166-1 alpha-2. */
  code: string
  /** The number that brings an ambulance; empty where there is none to suggest. */
  emergencyNumber: string
  paper: 'a4' | 'letter'
}

/**
 * Numbers that bring an ambulance. 112 in the European Union by Directive (EU) 2018/1972, article
 * 109, and in the countries that took it over; elsewhere the number of the national regulator or
 * ambulance service. A suggestion only: none was compared with the publishers' pages, and the
 * screen asks the owner to check it.
 */
const NUMBERS: Record<string, string> = {
  '000': 'AU',
  '101': 'IL',
  '107': 'AR',
  '111': 'NZ',
  '112':
    'AT BE BG CH CY CZ DE DK EE ES FI FR GR HR HU IE IN IS IT LI LT LU LV MT NL PL PT RO SE SI SK TR ZA',
  '113': 'NO',
  '119': 'JP KR TW',
  '120': 'CN',
  '123': 'CO EG',
  '131': 'CL',
  '192': 'BR',
  '911': 'CA CR DO EC MX PA PH US UY',
  '995': 'SG',
  '998': 'AE',
  '999': 'GB HK MY',
  '1669': 'TH',
}

/** Where paper is US Letter: Unicode CLDR, supplementalData, paperSize; the rest of the world has A4. */
const LETTER = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '))

/** The countries that set-up offers, by code. */
export const COUNTRIES: readonly Country[] = Object.entries(NUMBERS)
  .flatMap(([emergencyNumber, codes]) =>
    codes.split(' ').map((code): Country => ({
      code,
      emergencyNumber,
      paper: LETTER.has(code) ? 'letter' : 'a4',
    })),
  )
  .sort((one, other) => (one.code < other.code ? -1 : 1))
