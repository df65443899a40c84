/**
 * A calendar file (RFC 5545) that reminds once a day, from the day after `date` at nine in the morning
 * wherever the phone is. It says nothing about a person.
 * @param days how often
 */
export function calendarFile(date: string, days: number, title: string): string {
  const next = new Date(`${date}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  const day = next.toISOString().slice(0, 10).replaceAll('-', '')
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:Sole to Spine',
    'BEGIN:VEVENT',
    `UID:${day}@sole-to-spine`,
    `DTSTAMP:${date.replaceAll('-', '')}T000000Z`,
    `DTSTART:${day}T090000`,
    'DURATION:PT15M',
    `RRULE:FREQ=DAILY;COUNT=${days}`,
    `SUMMARY:${title.replace(/[\\;,]/g, '\\$&')}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
}
