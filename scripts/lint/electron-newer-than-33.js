/**
 * What Electron gained after 33, by the version that brought it: members of its classes and option objects, events as
 * on('name'). Compiled by comparing the typings (electron.d.ts) that each major release ships. The tests run in
 * Electron 33 where the current one cannot be fetched, while the types are those of the current one.
 * @type {Record<number, string[]>}
 */
export const MEMBERS_BY_VERSION = {
  34: [
    'Session.clearSharedDictionaryCache',
    'Session.clearSharedDictionaryCacheForIsolationKey',
    'Session.getSharedDictionaryInfo',
    'Session.getSharedDictionaryUsageInfo',
    'WebFrameMain.collectJavaScriptCallStack',
  ],
  35: [
    "BaseWindow.on('query-session-end')",
    "BrowserWindow.on('query-session-end')",
    'ContextBridge.executeInMainWorld',
    'IpcMainEvent.type',
    'IpcMainInvokeEvent.type',
    'NavigationEntry.pageState',
    'NavigationHistory.restore',
    'ServiceWorkerInfo.versionId',
    'ServiceWorkers.getInfoFromVersionID',
    'ServiceWorkers.getWorkerFromVersionID',
    "ServiceWorkers.on('running-status-changed')",
    'ServiceWorkers.startWorkerForScope',
    'Session.getPreloadScripts',
    'Session.registerPreloadScript',
    'Session.unregisterPreloadScript',
    'View.getVisible',
    'WebPreferences.enableDeprecatedPaste',
    'WebRequestFilter.excludeUrls',
  ],
  36: [
    'BaseWindow.isSnapped',
    'BaseWindow.snapped',
    'BrowserWindow.isSnapped',
    'BrowserWindow.snapped',
    'ConfigureHostResolverOptions.enableHappyEyeballs',
    'NativeTheme.shouldUseDarkColorsForSystemIntegratedUI',
    'PopupOptions.frame',
    'Session.extensions',
    'WebContents.focusedFrame',
  ],
  37: [
    'BaseWindow.isContentProtected',
    'BrowserWindow.isContentProtected',
    'ClientRequestConstructorOptions.priority',
    'ClientRequestConstructorOptions.priorityIncremental',
    'HIDDevice.collections',
    "WebContents.on('before-mouse-event')",
  ],
  38: [
    'App.getRecentDocuments',
    'BaseWindow.getAccentColor',
    'BaseWindow.setAccentColor',
    'BaseWindowConstructorOptions.accentColor',
    'BrowserWindow.getAccentColor',
    'BrowserWindow.setAccentColor',
    'SystemMemoryInfo.fileBacked',
    'SystemMemoryInfo.purgeable',
    'Tray.getGUID',
    'WebFrame.findFrameByToken',
    'WebFrame.frameToken',
    'WebFrameMain.frameToken',
    'WebFrameMain.fromFrameToken',
  ],
  39: [
    'App.getAccessibilitySupportFeatures',
    'App.setAccessibilitySupportFeatures',
    'Offscreen.sharedTexturePixelFormat',
    'PermissionCheckHandlerHandlerDetails.fileAccessType',
    'PermissionCheckHandlerHandlerDetails.filePath',
    'PermissionCheckHandlerHandlerDetails.isDirectory',
    'TextureInfo.colorSpace',
    'TextureInfo.handle',
    'USBDevice.configuration',
    'USBDevice.configurations',
  ],
  40: [
    'App.isHardwareAccelerationEnabled',
    'ClientRequestConstructorOptions.bypassCustomProtocolHandlers',
  ],
  41: [
    'App.setToastActivatorCLSID',
    'App.toastActivatorCLSID',
    'FeedURLOptions.allowAnyVersion',
    'ForkOptions.disclaim',
    'NotificationAction.items',
    'WebContents.getOrCreateDevToolsTargetId',
    'WebContentsPrintOptions.usePrinterDefaultPageSize',
    'WebPreferences.focusOnNavigation',
    'WebviewTagPrintOptions.usePrinterDefaultPageSize',
  ],
  42: [
    'App.configureWebAuthn',
    'App.isActive',
    'GlobalShortcut.isSuspended',
    'GlobalShortcut.setSuspended',
    'NativeTheme.shouldDifferentiateWithoutColor',
    'Notification.getHistory',
    'Notification.groupId',
    'Notification.groupTitle',
    'Notification.handleActivation',
    'Notification.id',
    'NotificationConstructorOptions.groupId',
    'NotificationConstructorOptions.groupTitle',
    'NotificationConstructorOptions.id',
    'Offscreen.deviceScaleFactor',
    'Privileges.allowExtensions',
    'SafeStorage.decryptStringAsync',
    'SafeStorage.encryptStringAsync',
    'SafeStorage.isAsyncEncryptionAvailable',
    "Session.on('select-webauthn-account')",
  ],
  43: [
    'App.setDesktopName',
    'BitmapOptions.colorSpace',
    'ForkOptions.partition',
    'ForkOptions.session',
    'MenuItem.accessibilityLabel',
    'MenuItemConstructorOptions.accessibilityLabel',
    'NativeImage.createMenuSymbol',
    'Notification.remove',
    'Notification.removeAll',
    'Notification.removeGroup',
    'ToBitmapOptions.colorSpace',
    "UtilityProcess.on('login')",
    'View.setBackgroundBlur',
    'WebContents.clone',
    'WebContents.copyVideoFrameAt',
    'WebContents.saveVideoFrameAs',
    'WebFrameMain.copyVideoFrameAt',
    'WebFrameMain.saveVideoFrameAs',
  ],
  44: [
    'AuthenticationResponseDetails.firstAuthAttempt',
    'AuthenticationResponseDetails.isRequestForNavigation',
    'AuthenticationResponseDetails.responseHeaders',
    'BaseWindow.clearPersistedState',
    "BaseWindow.on('persisted-state-restored')",
    'BaseWindowConstructorOptions.name',
    'BaseWindowConstructorOptions.windowStatePersistence',
    "BrowserWindow.on('persisted-state-restored')",
    'Clipboard.selection',
    'MenuItem.badge',
    'MenuItemConstructorOptions.badge',
    'Net.WebSocket',
    'SystemMemoryInfo.available',
    'WebContents.caretBrowsingEnabled',
    'WebContents.getZoomMode',
    'WebContents.isCaretBrowsingEnabled',
    'WebContents.setCaretBrowsingEnabled',
    'WebContents.setZoomMode',
    'WebContents.zoomMode',
    'WebFrameMain.printToPDF',
    'WebPreferences.zoomMode',
  ],
  45: [
    "App.on('app-shim-connected')",
    "App.on('app-shim-version-mismatch')",
    'App.startAppShimServer',
    'App.stopAppShimServer',
    'BaseWindowConstructorOptions.appShim',
    'Details.systemErrorCode',
    'DownloadItem.getInitiatorOrigin',
    'Extension.dynamicId',
    'FileSystemAccessRestrictedDetails.frame',
    'FileSystemAccessRestrictedDetails.webContents',
    'Menu.setHighlightColors',
    'OnBeforeRedirectListenerDetails.initiatorOrigin',
    'OnBeforeRequestListenerDetails.initiatorOrigin',
    'OnBeforeSendHeadersListenerDetails.initiatorOrigin',
    'OnCompletedListenerDetails.initiatorOrigin',
    'OnErrorOccurredListenerDetails.initiatorOrigin',
    'OnHeadersReceivedListenerDetails.initiatorOrigin',
    'OnResponseStartedListenerDetails.initiatorOrigin',
    'OnSendHeadersListenerDetails.initiatorOrigin',
    'Protocol.getSource',
    'Protocol.registerSource',
    'ProtocolRequest.initiatorOrigin',
    "Session.on('select-webauthn-authenticator')",
    'Session.registerLocalAIHandler',
    'TraceCategoriesAndOptions.nativeHeapProfiling',
    'TraceConfig.nativeHeapProfiling',
    'WebFrame.getIsolatedWorlds',
    "WebFrame.on('isolated-world-created')",
    'WebPreferences.disableWakeLocks',
  ],
}

/** Whole modules and classes that `electron` exports since the version given. */
export const EXPORTS_SINCE = {
  ClipboardItem: 44,
  ImageView: 37,
  ServiceWorkerMain: 35,
  sharedTexture: 40,
}

const SINCE = new Map(
  Object.entries(MEMBERS_BY_VERSION).flatMap(([version, names]) =>
    names.map((name) => [name, Number(version)]),
  ),
)
const LISTENING = new Set(['on', 'once', 'addListener', 'prependListener'])

/** Reports, by the types, what Electron 33 has not. A guarded use is allowed by an eslint-disable with its reason. */
export const electronNewerThan33 = {
  meta: {
    type: 'problem',
    docs: { description: 'No use of what came to Electron after 33, unless guarded' },
    schema: [],
    messages: {
      newer:
        '{{name}} came with Electron {{version}}; the runtime for tests is 33. Guard it, and say so in an eslint-disable comment.',
    },
  },
  create(context) {
    const { program, esTreeNodeToTSNodeMap } = context.sourceCode.parserServices
    const checker = program.getTypeChecker()

    const ownersOf = (symbol) =>
      (symbol?.declarations ?? [])
        .filter((one) => /[\\/]electron\.d\.ts$/.test(one.getSourceFile().fileName))
        .flatMap((one) => one.parent.name?.text ?? [])
    const report = (node, name) => {
      const version = SINCE.get(name)
      if (version === undefined) return false
      context.report({ node, messageId: 'newer', data: { name, version: String(version) } })
      return true
    }

    return {
      MemberExpression(node) {
        if (node.computed) return
        const symbol = checker.getSymbolAtLocation(esTreeNodeToTSNodeMap.get(node.property))
        ownersOf(symbol).some((owner) => report(node.property, `${owner}.${node.property.name}`))
      },
      CallExpression(node) {
        const [event] = node.arguments
        if (node.callee.type !== 'MemberExpression' || typeof event?.value !== 'string') return
        if (!LISTENING.has(node.callee.property.name)) return
        const type = checker.getTypeAtLocation(esTreeNodeToTSNodeMap.get(node.callee.object))
        const owners = [type, ...(type.getBaseTypes?.() ?? [])].map((one) => one.symbol?.name)
        owners.some((owner) => report(event, `${owner}.on('${event.value}')`))
      },
      'ObjectExpression, ObjectPattern'(node) {
        const tsNode = esTreeNodeToTSNodeMap.get(node)
        const type =
          node.type === 'ObjectPattern'
            ? checker.getTypeAtLocation(tsNode)
            : checker.getContextualType(tsNode)
        if (!type) return
        for (const property of node.properties) {
          if (property.type !== 'Property' || property.computed) continue
          const name = property.key.name ?? property.key.value
          const symbol = type.getProperty(name) ?? checker.getPropertyOfType(type, name)
          ownersOf(symbol).some((owner) => report(property.key, `${owner}.${name}`))
        }
      },
      ImportSpecifier(node) {
        const from = node.parent.source.value
        if (!/^electron(\/|$)/.test(from) || node.importKind === 'type') return
        if (node.parent.importKind === 'type') return
        const version = EXPORTS_SINCE[node.imported.name]
        if (version === undefined) return
        const data = { name: node.imported.name, version: String(version) }
        context.report({ node, messageId: 'newer', data })
      },
    }
  },
}
