import type { Component } from 'vue'
import type { SlideKind } from '../../core/schema/story'
import ChainSlide from './ChainSlide.vue'
import CheckYourselfSlide from './CheckYourselfSlide.vue'
import CompareSlide from './CompareSlide.vue'
import DangerSlide from './DangerSlide.vue'
import ExplainSlide from './ExplainSlide.vue'
import SummarySlide from './SummarySlide.vue'
import TeachBackSlide from './TeachBackSlide.vue'
import TitleSlide from './TitleSlide.vue'

/** The component that shows each kind of slide; a kind without one does not compile. */
export const SLIDE_COMPONENTS: Record<SlideKind, Component> = {
  title: TitleSlide,
  chain: ChainSlide,
  explain: ExplainSlide,
  compare: CompareSlide,
  'check-yourself': CheckYourselfSlide,
  'teach-back': TeachBackSlide,
  summary: SummarySlide,
  danger: DangerSlide,
}
