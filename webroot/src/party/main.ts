import { createApp } from 'vue'
import App from './App.vue'
import { fontSize, setFontSize } from './fontSize'
import './party.css'

setFontSize(fontSize.value)
createApp(App).mount('#app')
