import { HashRouter } from 'react-router'
import { ErrorBoundary } from './ErrorBoundary'
import { Gate } from './Gate'
import { Providers } from './Providers'

/** The whole application: providers, then whatever the state of the desk asks for. */
export function App() {
  return (
    <Providers>
      <ErrorBoundary>
        <HashRouter>
          <Gate />
        </HashRouter>
      </ErrorBoundary>
    </Providers>
  )
}
