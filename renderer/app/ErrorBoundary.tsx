import { Component, type ReactNode } from 'react'
import { FailureScreen } from '@renderer/ui/FailureScreen'

type Props = { readonly children: ReactNode }
type State = { readonly error: unknown }

/** A screen that broke says so and leads back; what was typed is on disk as a draft. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: unknown): State {
    return { error }
  }

  override render() {
    if (this.state.error === null) return this.props.children
    return (
      <FailureScreen
        detail={this.state.error instanceof Error ? this.state.error.message : ''}
        onRetry={() => {
          this.setState({ error: null })
        }}
      />
    )
  }
}
