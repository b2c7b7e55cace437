import type { Plugin } from 'vite'

export declare const mostBytes: number

type Found = { readonly bytes: number; readonly parts: readonly (readonly [part: string, bytes: number])[] }

export declare const firstPaint: (found?: (found: Found) => void) => Plugin
