import { localeContextKey } from 'element-plus'
import zhCn from 'element-plus/es/locale/lang/zh-cn'
import { createApp, ref } from 'vue'
import 'element-plus/es/components/base/style/css'
import 'element-plus/es/components/button/style/css'
import 'element-plus/es/components/dialog/style/css'
import 'element-plus/es/components/skeleton/style/css'
import 'element-plus/es/components/tag/style/css'
import './theme.css'
import './forms.css'
import App from './App.vue'

const app = createApp(App)
app.provide(localeContextKey, ref(zhCn))
app.mount('#app')
