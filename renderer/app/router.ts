import { createMemoryHistory, createRouter, type RouteRecordRaw } from 'vue-router'
import { useExercisesStore } from '../stores/exercises'
import AttractScreen from '../screens/attract/AttractScreen.vue'

/** What staff see; the shell refuses whatever they may not do, wherever they are. */
const staffRoutes: RouteRecordRaw[] = [
  { path: '/staff', name: 'staff', component: () => import('../screens/staff/PinScreen.vue') },
  {
    path: '/staff/set-up',
    name: 'staff-set-up',
    component: () => import('../screens/staff/SetUpScreen.vue'),
  },
  {
    path: '/staff/home',
    name: 'staff-home',
    component: () => import('../screens/staff/StaffHomeScreen.vue'),
  },
  {
    path: '/staff/settings/:group?',
    name: 'staff-settings',
    component: () => import('../screens/staff/SettingsScreen.vue'),
    props: true,
  },
  {
    path: '/staff/printer',
    name: 'staff-printer',
    component: () => import('../screens/staff/PrinterScreen.vue'),
  },
  {
    path: '/staff/counts',
    name: 'staff-counts',
    component: () => import('../screens/staff/CountsScreen.vue'),
  },
  {
    path: '/staff/pins',
    name: 'staff-pins',
    component: () => import('../screens/staff/PinsScreen.vue'),
  },
].map((route) => ({ ...route, meta: { isForStaff: true } }))

/**
 * Memory history: there is no address, and no way back into another visit. What the first touch
 * needs is here from the start, the rest is loaded after it.
 */
export const router = createRouter({
  history: createMemoryHistory(),
  routes: [
    { path: '/', name: 'attract', component: AttractScreen },
    { path: '/home', name: 'home', component: () => import('../screens/home/HomeScreen.vue') },
    { path: '/story', name: 'story', component: () => import('../screens/story/StoryScreen.vue') },
    {
      path: '/explorer',
      name: 'explorer',
      component: () => import('../screens/explorer/ExplorerScreen.vue'),
    },
    { path: '/signs', name: 'signs', component: () => import('../screens/signs/SignsScreen.vue') },
    {
      path: '/triage',
      name: 'triage',
      component: () => import('../screens/triage/TriageScreen.vue'),
    },
    {
      path: '/exercises',
      name: 'exercises',
      component: () => import('../screens/exercises/ExercisesScreen.vue'),
    },
    {
      path: '/exercises/:id',
      name: 'exercise',
      component: () => import('../screens/exercises/ExerciseScreen.vue'),
      props: true,
    },
    {
      path: '/exercises/:id/:version/together',
      name: 'guided',
      component: () => import('../screens/exercises/GuidedScreen.vue'),
      props: true,
    },
    {
      path: '/relief/:id',
      name: 'relief',
      component: () => import('../screens/exercises/ReliefScreen.vue'),
      props: true,
    },
    {
      path: '/handout',
      name: 'handout',
      component: () => import('../screens/handout/HandoutScreen.vue'),
    },
    ...staffRoutes,
  ],
})

/** What the answers leave out has no page, on whatever way somebody comes to it. */
router.beforeEach(({ name, params }) => {
  if (name !== 'exercise' && name !== 'guided' && name !== 'relief') return true
  const exercises = useExercisesStore()
  const isLeftOut =
    name !== 'relief' && exercises.allowanceOf(String(params['id'])).state === 'left-out'
  return exercises.isClosed || isLeftOut ? { name: 'exercises' } : true
})

// A page for authors, whose code no build carries: `VITE_START=/figure npm run dev` opens with it.
if (import.meta.env.DEV) {
  router.addRoute({
    path: '/figure',
    name: 'figure',
    component: () => import('../screens/figure/FigureScreen.vue'),
  })
  if (import.meta.env['VITE_START'] === '/figure') router.options.history.replace('/figure')
}
