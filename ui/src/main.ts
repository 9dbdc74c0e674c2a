import { createApp } from 'vue'
import './theme/tokens.css'
import './theme/base.css'
import { startDesk } from './data/desk'
import { startSettings } from './data/settings'
import App from './shell/App.vue'
import { i18n } from './words'

void startDesk()
void startSettings().then(() => createApp(App).use(i18n).mount('#app'))
