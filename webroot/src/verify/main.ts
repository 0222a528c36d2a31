import { createApp } from 'vue'
import App from './App.vue'
import '../shared/plain.css'

createApp(App).mount('#app')
