import { createApp } from 'vue'
import App from './App.vue'
import './grid.css'

createApp(App).mount('#app')

// The page opens without a signal too: what it is made of is kept on the phone.
if ('serviceWorker' in navigator) void navigator.serviceWorker.register('/grid-worker.js', { scope: '/grid' })
