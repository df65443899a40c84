import { z } from 'zod'
import { KEYPAD_ACTIONS, type KeypadAction } from '../access/keypads'
import { FigurePart } from './figure'
import { ClaimId, Id } from './id'
import { EVIDENCE_STRENGTHS } from './names'
import { PRINT_FAULTS, type PrintFault } from './printing'

/** Long texts do not fit on any screen, and counting the words of an endless one would take minutes. */
const Text = z.string().trim().min(1).max(500, 'cut the text to 500 characters or less')

/** The words of one slide. Which fields a slide needs depends on its kind: see `WORDS_OF_KIND`. */
export const SlideWords = z.strictObject({
  title: Text,
  /** One thought in one or two short sentences. */
  body: Text.optional(),
  /** Chain slides: what to try, one sentence that begins with a verb. */
  tryThis: Text.optional(),
  /** Compare slides: what many people think, as they would say it. */
  myth: Text.optional(),
  /** Compare slides: what is known. */
  fact: Text.optional(),
  /** Check-yourself slides: two or three steps. */
  steps: z.array(Text).min(2).max(3).optional(),
  /** Check-yourself slides: what it may mean, and what it does not. */
  meaning: Text.optional(),
  /** Teach-back slides: the words of each answer. */
  answers: z.record(Id, Text).optional(),
  /** Teach-back slides: shown after a right answer. */
  right: Text.optional(),
  /** Teach-back slides: shown after another answer; kind, and says what is right. */
  notYet: Text.optional(),
  /** Summary and danger slides: up to four short points. */
  points: z.array(Text).min(2).max(4).optional(),
  /** The words beside the parts that the picture labels; one to four words each. */
  labels: z.partialRecord(FigurePart, Text).optional(),
  /** What the picture shows, for those who cannot see it. */
  picture: Text,
})
export type SlideWords = z.infer<typeof SlideWords>

/** The fields that each kind of slide must have besides title and picture; others are refused. */
export const WORDS_OF_KIND = {
  title: ['body'],
  chain: ['body', 'tryThis'],
  explain: ['body'],
  compare: ['myth', 'fact'],
  'check-yourself': ['steps', 'meaning'],
  'teach-back': ['answers', 'right', 'notYet'],
  summary: ['points'],
  danger: ['points'],
} as const satisfies Record<string, readonly (keyof SlideWords)[]>

/** `content/words/<language>/story.yaml`. */
export const StoryWords = z.strictObject({
  chapters: z.record(Id, z.strictObject({ title: Text })),
  slides: z.record(Id, SlideWords),
})
export type StoryWords = z.infer<typeof StoryWords>

/** `content/words/<language>/claims.yaml`: what is claimed, and how sure we are, in plain words. */
export const ClaimWords = z.record(ClaimId, z.strictObject({ claim: Text, howSure: Text }))
export type ClaimWords = z.infer<typeof ClaimWords>

/**
 * `content/words/<language>/safety-net.yaml`: fixed words, the same on every screen and on paper.
 * `{emergencyNumber}` stands for the number that the clinic has set.
 */
export const SafetyNetWords = z.strictObject({
  lead: Text,
  signs: z.array(Text).min(9),
  call: Text.refine(
    (text) => text.includes('{emergencyNumber}'),
    'write {emergencyNumber} where the number belongs',
  ),
  localNumber: Text,
  notFullStory: Text,
  askStaff: Text,
  /** Shown only where the clinic has set a number for it. */
  crisis: Text.refine(
    (text) => text.includes('{crisisLine}'),
    'write {crisisLine} where the number belongs',
  ),
})
export type SafetyNetWords = z.infer<typeof SafetyNetWords>

/** `content/words/<language>/screens.yaml`: the words of the screens themselves. ICU MessageFormat. */
export const ScreenWords = z.strictObject({
  attract: z.strictObject({ lines: z.array(Text).min(2), touch: Text, name: Text }),
  home: z.strictObject({
    title: Text,
    body: Text,
    minutes: Text,
    minutesLabel: Text,
    story: Text,
    storyHint: Text,
    storyAgain: Text,
    storyDone: Text,
    signs: Text,
    signsHint: Text,
    exercises: Text,
    exercisesHint: Text,
    explorer: Text,
    /** `{n}`: how much is on it. */
    handout: Text,
    handoutHint: Text,
  }),
  story: z.strictObject({
    next: Text,
    back: Text,
    done: Text,
    progress: Text,
    chapters: Text,
    myth: Text,
    fact: Text,
    right: Text,
    notYet: Text,
    chooseOne: Text,
    signs: Text,
  }),
  explorer: z.strictObject({
    title: Text,
    lead: Text,
    /** What the picture shows, for those who cannot see it; `{view}` front, back or side. */
    picture: Text,
    views: Text,
    front: Text,
    back: Text,
    side: Text,
    walk: Text,
    stand: Text,
    foot: Text,
    flat: Text,
    high: Text,
    calf: Text,
    loose: Text,
    tight: Text,
    legs: Text,
    leftShort: Text,
    rightShort: Text,
    legsEven: Text,
    inTheMiddle: Text,
    /** `{end}`, `{n}` from 1 to 10. */
    far: Text,
    /** `{end}`, `{mm}`. */
    shorter: Text,
    which: Text,
    left: Text,
    both: Text,
    right: Text,
    insert: Text,
    lift: Text,
    insertAndLift: Text,
    /** Stands with what nobody measured. */
    idea: Text,
    /** `{n}`, `{total}`. */
    place: Text,
    stepByStep: Text,
    nextLink: Text,
    allLinks: Text,
  }),
  chapterMap: z.strictObject({
    title: Text,
    slides: Text,
    seen: Text,
    here: Text,
    close: Text,
    more: Text,
    earlier: Text,
  }),
  evidence: z.strictObject({
    open: Text,
    title: Text,
    from: Text,
    /** Stands after the first of several authors: "and others". */
    others: Text,
    close: Text,
    more: Text,
    earlier: Text,
    notReviewed: Text,
    /** Stands on the mark of slides that give safety advice. */
    safety: Text,
    strength: z.strictObject(
      Object.fromEntries(
        EVIDENCE_STRENGTHS.map((name) => [name, z.strictObject({ name: Text, meaning: Text })]),
      ) as Record<
        (typeof EVIDENCE_STRENGTHS)[number],
        z.ZodObject<{ name: typeof Text; meaning: typeof Text }>
      >,
    ),
  }),
  signs: z.strictObject({
    tellStaff: Text,
    tellStaffHow: Text,
    noStaff: Text,
    close: Text,
  }),
  exercises: z.strictObject({
    title: Text,
    easeTitle: Text,
    /** The two tabs: what to do, and what may bring ease. */
    move: Text,
    ease: Text,
    /** `{from}`, `{to}`, `{total}`. */
    range: Text,
    filter: Text,
    filterTitle: Text,
    position: Text,
    helps: Text,
    all: Text,
    /** `{n}`: how many fit. */
    show: Text,
    noneFit: Text,
    leaveOut: Text,
    /** `{n}`: how many answers were given. */
    leaveOutGiven: Text,
    /** `{n}`: how many are left out. */
    leftOut: Text,
    seeWhy: Text,
    leftOutTitle: Text,
    done: Text,
    close: Text,
    more: Text,
    earlier: Text,
  }),
  exercise: z.strictObject({
    how: Text,
    howMuch: Text,
    howLong: Text,
    care: Text,
    /** `{things}`: what it takes, as a list. */
    needs: Text,
    easierOnly: Text,
    stopIf: Text,
    notFor: Text,
    guided: Text,
    add: Text,
    onHandout: Text,
    next: Text,
    previous: Text,
    all: Text,
    more: Text,
    earlier: Text,
  }),
  guided: z.strictObject({
    ready: Text,
    countIn: Text,
    up: Text,
    hold: Text,
    down: Text,
    rest: Text,
    switch: Text,
    nextPart: Text,
    done: Text,
    paused: Text,
    /** `{n}`, `{total}`. */
    rep: Text,
    set: Text,
    left: Text,
    right: Text,
    seconds: Text,
    pause: Text,
    goOn: Text,
    skip: Text,
    end: Text,
    again: Text,
    aloud: Text,
  }),
  handout: z.strictObject({
    title: Text,
    empty: Text,
    /** `{n}`: how much is on it; fewer than advised, as advised, more. */
    few: Text,
    good: Text,
    many: Text,
    tabs: z.strictObject({ list: Text, look: Text, pages: Text }),
    findMore: Text,
    /** `{name}`: what is moved, taken off or opened. */
    up: Text,
    down: Text,
    remove: Text,
    more: Text,
    earlier: Text,
    /** `{n}`, `{total}`. */
    page: Text,
    letters: Text,
    letterSizes: z.tuple([Text, Text, Text]),
    language: Text,
    /** `{language}` as its speakers call it. */
    onlyIn: Text,
    layouts: z.strictObject({ 'side-by-side': Text, 'sheet-after-sheet': Text }),
    also: Text,
    /** `{n}`: how many are chosen. */
    learned: Text,
    learnedTitle: Text,
    questions: Text,
    questionsTitle: Text,
    result: Text,
    done: Text,
    print: Text,
    printing: Text,
    wait: Text,
    /** Takes back what is not on paper yet. */
    stop: Text,
    stopping: Text,
    printed: Text,
    take: Text,
    /** After a fault: nothing is lost. */
    kept: Text,
    again: Text,
    later: Text,
    phone: Text,
    phoneTitle: Text,
    phoneHow: Text,
    phoneCalendar: Text,
    /** `{what}` doses, steps or none besides the calendar. */
    phoneLeftOut: Text,
    /** `{n}`, `{total}`. */
    code: Text,
    codeNext: Text,
    codeBefore: Text,
  }),
  /** When printing fails: what visitors read, and what staff read to put it right. */
  printer: z.strictObject({
    /** Stands before a line for staff. */
    forStaff: Text,
    faults: z.strictObject(
      Object.fromEntries(
        PRINT_FAULTS.map((name) => [name, z.strictObject({ visitor: Text, staff: Text })]),
      ) as Record<PrintFault, z.ZodObject<{ visitor: typeof Text; staff: typeof Text }>>,
    ),
  }),
  language: z.strictObject({
    /** Names the choice of languages, for those who cannot see it. */
    choose: Text,
    /** Stands with what has no words in this language yet; `{language}` as this one calls it. */
    onlyIn: Text,
  }),
  comfort: z.strictObject({
    label: Text,
    home: Text,
    textSize: Text,
    textSizeIs: Text,
    contrastDark: Text,
    contrastLight: Text,
    /** One word for the bar; and as those hear it who cannot see its sign. */
    reach: Text,
    reachIs: Text,
    /** Opens the page that says how the keys of a keypad or a switch work. */
    keys: Text,
    called: Text,
  }),
  /** What is read aloud, and the buttons for it. */
  speech: z.strictObject({
    listen: Text,
    stop: Text,
    again: Text,
    volume: Text,
    /** `{n}`, `{total}`. */
    volumeIs: Text,
    speed: Text,
    /** `{n}`, `{total}`. */
    speedIs: Text,
    /** Stands on the first screen, beside a loudspeaker. */
    invitation: Text,
    /** Said first to who turned speech on by touch. */
    hello: Text,
    /** Said first to who turned speech on by a keypad or a headset. */
    welcome: Text,
    /** `{name}`: what is written on it. */
    button: Text,
    slider: Text,
    picture: Text,
    /** `{what}` a control with its name, `{state}` one of the next four or the value of a slider. */
    withState: Text,
    on: Text,
    off: Text,
    open: Text,
    closed: Text,
    /** Stands for all private questions of a screen, where others could hear them. */
    private: Text,
    /** For staff: `{languages}` have no voice on this machine. */
    noVoice: Text,
  }),
  reach: z.strictObject({
    touchBelow: Text,
    /** The two buttons that move the screen, in a word; and as those hear it who cannot see them. */
    higher: Text,
    higherIs: Text,
    lower: Text,
    lowerIs: Text,
  }),
  keys: z.strictObject({
    title: Text,
    keypad: z.array(Text).min(1),
    switch: z.array(Text).min(1),
    /** `{key}`: one of `actions`. */
    pressed: Text,
    actions: z.strictObject(
      Object.fromEntries(KEYPAD_ACTIONS.map((action) => [action, Text])) as Record<
        KeypadAction,
        typeof Text
      >,
    ),
    slower: Text,
    faster: Text,
    /** `{n}` seconds. */
    pace: Text,
    close: Text,
  }),
  called: z.strictObject({
    title: Text,
    body: Text,
    end: Text,
    stay: Text,
    /** Where something is on the handout. */
    hasHandout: Text,
    print: Text,
    phone: Text,
  }),
  stillThere: z.strictObject({
    title: Text,
    body: Text,
    countdown: Text,
    goOn: Text,
    startOver: Text,
  }),
})
export type ScreenWords = z.infer<typeof ScreenWords>
