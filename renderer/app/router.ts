import { createMemoryHistory, createRouter } from 'vue-router'
import AttractScreen from '../screens/attract/AttractScreen.vue'

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
    { path: '/signs', name: 'signs', component: () => import('../screens/signs/SignsScreen.vue') },
  ],
})
