import { createApp } from 'vue'
import App from './App.vue'
import { fontSize, setFontSize } from '../party/fontSize'
import '../grid/grid.css'

setFontSize(fontSize.value)
createApp(App).mount('#app')
