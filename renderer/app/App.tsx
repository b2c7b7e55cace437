import { ErrorBoundary } from './ErrorBoundary'
import { Gate } from './Gate'
import { Providers } from './Providers'

/** The whole application: providers, then whatever the state of the desk asks for. */
export function App() {
  return (
    <Providers>
      <ErrorBoundary>
        <Gate />
      </ErrorBoundary>
    </Providers>
  )
}
