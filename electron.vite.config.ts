import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Takes the old format out of bundled typefaces, which Chromium would never ask for. */
const newestFacesAlone = (): Plugin => ({
  name: 'newest-faces-alone',
  enforce: 'pre',
  transform: (code, id) =>
    id.includes('@fontsource') && id.endsWith('.css')
      ? code.replaceAll(/,\s*url\([^)]*\.woff\) format\('woff'\)/g, '')
      : undefined,
})

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      // Everything is bundled: the packed app carries no node_modules.
      externalizeDeps: false,
      rollupOptions: { input: { main: at('electron/main.ts') } },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      // A sandboxed preload script must be CommonJS.
      rollupOptions: {
        input: { preload: at('electron/preload.ts'), paper: at('electron/paper-preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    build: {
      outDir: at('out/renderer'),
      emptyOutDir: true,
      minify: true,
      // The policy of the page forbids data: addresses, so nothing is inlined.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: { index: at('renderer/index.html'), print: at('renderer/print.html') },
      },
    },
    plugins: [vue(), newestFacesAlone()],
  },
})
