import type {StorybookConfig} from '@storybook/web-components-vite'
import {contentForVite} from '../stories/content-files.mjs'

export default {
  stories: ['../stories/welcome.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  framework: '@storybook/web-components-vite',
  core: {disableTelemetry: true, disableWhatsNewNotifications: true},
  viteFinal: config => ({...config, plugins: [contentForVite(), ...(config.plugins ?? [])]}),
} satisfies StorybookConfig
