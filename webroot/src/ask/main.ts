import { createApp } from 'vue'
import App from './App.vue'
import '../grid/grid.css'

createApp(App).mount('#app')
