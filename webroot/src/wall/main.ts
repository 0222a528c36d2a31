import { createApp } from 'vue'
import App from './App.vue'
import './wall.css'

createApp(App).mount('#app')
