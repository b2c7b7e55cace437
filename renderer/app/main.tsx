import { createRoot } from 'react-dom/client'
import '@renderer/ui/base.css'
import '@renderer/ui/frame.css'
import '@renderer/ui/kit.css'
import '@renderer/ui/screens.css'
import { keepFieldsOutOfSessionFiles } from '@renderer/platform/field-state'
import { signStyleSheets } from '@renderer/platform/style-nonce'
import { App } from './App'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
signStyleSheets(document)
keepFieldsOutOfSessionFiles(document)
createRoot(root).render(<App />)
