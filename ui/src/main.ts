import { createApp } from 'vue'
import './theme/tokens.css'
import './theme/base.css'
import { startDesk } from './data/desk'
import { startSettings } from './data/settings'
import { startZoom } from './data/zoom'
import { nameBackTab } from './kit/backTab'
import App from './shell/App.vue'

nameBackTab()
startZoom()
// Mounted once, with all that a start shows; until then the page holds its one word.
void Promise.all([startDesk(), startSettings()]).then(() => createApp(App).mount('#app'))
