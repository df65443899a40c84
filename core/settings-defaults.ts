/** What counts until a clinic changes it. Apart from the schema, so that the page need not load it. */
export const DEFAULT_SETTINGS: {
  diagonalInches: number
  emergencyNumber: string
  askAfterSeconds: number
  countdownSeconds: number
  exercisesSwitchedOn: string[]
} = {
  diagonalInches: 21.5,
  emergencyNumber: '',
  askAfterSeconds: 120,
  countdownSeconds: 30,
  exercisesSwitchedOn: [],
}
